import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// The identifiers of the criteria that the panel judges, in the document's order.
    private var panelCriteria: [String] {
        leafNodes(root["criteria"]?.items ?? []).filter { Self.isPanels($0.node) }.map(\.id)
    }

    /// Returns whether a criterion is judged by the panel.
    static func isPanels(_ criterion: DocumentNode) -> Bool {
        criterion["judged_by"]?.text == Criterion.Judge.panel.rawValue
    }

    /// Reports the fields that make no sense on a criterion that the panel judges.
    func checkPanelCriterion(_ node: DocumentNode) {
        guard Self.isPanels(node), let id = node["id"]?.text else { return }
        if let column = node["column"] {
            problems.append(
                Problem(
                    .fieldsExclude, "`column` stands beside `judged_by: panel`",
                    at: column.headingLocation,
                    because: "what the panel judges comes from no catalogue",
                    hint: "keep one of them"))
        }
        if node["scale"]?.text == "data", let scale = node["scale"] {
            problems.append(
                scale.problem(
                    .badScale, "the panel has no scale to score `\(id)` on",
                    because: "`scale: data` takes its ends from performances, and there are none",
                    hint: "state `scale: {worst: …, best: …}`"))
        }
    }

    /// Reports the performance of an option on a criterion that the panel judges.
    func checkNotStated(_ option: String, _ criterion: String) {
        guard let stated = statedPerformance(of: option, on: criterion) else { return }
        problems.append(
            Problem(
                .fieldsExclude, "`\(criterion)` of \(option) is stated and judged by the panel",
                at: stated.headingLocation,
                because: "a criterion with `judged_by: panel` takes its values from the panel",
                hint: "remove the performance, or `judged_by`"))
    }

    /// Reads the panel with what its members have handed in.
    func readPanel(_ decision: DecisionModel, _ evaluated: [String]) -> Panel? {
        let judged = panelCriteria
        guard let node = root["panel"] else {
            for leaf in leafNodes(root["criteria"]?.items ?? []) where Self.isPanels(leaf.node) {
                guard let place = leaf.node["judged_by"] else { continue }
                problems.append(
                    place.problem(
                        .missingField, "there is no panel to judge `\(leaf.id)`",
                        because: "the document does not say who is on it",
                        hint: "add `panel: {members: [panel/anna.yaml]}`"))
            }
            return nil
        }
        if judged.isEmpty {
            problems.append(
                Problem(
                    .missingField, "the panel judges nothing", at: node.headingLocation,
                    because: "no criterion says `judged_by: panel`",
                    hint: "say so on a criterion, or remove `panel`"))
            return nil
        }
        var panel = Panel(
            rule: node["combine"]?.text.flatMap(GroupValue.Rule.init(rawValue:)) ?? .mean,
            disagreement: node["disagreement"]?.decimal ?? Panel.standardDisagreement, ballots: [])
        let members = node["members"]?.items ?? []
        let unique = uniqueFiles(members)
        // What concerns the criteria alone is asked before anybody scores.
        guard surroundings.purpose == .result else {
            panel.awaited = unique.map(\.file)
            return panel
        }
        for (file, member) in unique {
            switch ballot(file, at: member, decision, evaluated) {
            case .absent: panel.awaited.append(file)
            case .refused: continue
            case .handedIn(let ballot): add(ballot, to: &panel, at: member)
            }
        }
        if refusesGaps, problems.isEmpty, companionProblems.isEmpty {
            checkEveryCell(of: panel, judged, evaluated, at: node)
        }
        return panel
    }

    /// Reports the cells that every member has a conflict with: nobody is left to score them.
    private func checkEveryCell(
        of panel: Panel, _ judged: [String], _ evaluated: [String], at node: DocumentNode
    ) {
        for option in evaluated where panel.ballots.allSatisfy({ $0.conflict(on: option) != nil }) {
            problems.append(
                Problem(
                    .missingPerformance,
                    "nobody on the panel scores \(option) on \(judged.joined(separator: ", "))",
                    at: node.headingLocation,
                    because: "every member has a conflict of interest with it",
                    hint: "name a member without one, or say `missing: worst`"))
        }
    }

    /// Returns the files of the members, each once; reports those listed again.
    private func uniqueFiles(
        _ members: [DocumentNode]
    ) -> [(file: String, node: DocumentNode)] {
        var files: [(file: String, node: DocumentNode)] = []
        for member in members {
            guard let file = member.text else { continue }
            guard files.contains(where: { $0.file == file }) else {
                files.append((file, member))
                continue
            }
            problems.append(
                member.problem(
                    .duplicateIdentifier, "\(Problem.quoted(file)) is listed twice",
                    because: "each member is heard once", hint: "remove one of the two"))
        }
        return files
    }

    private func add(_ ballot: Panel.Ballot, to panel: inout Panel, at node: DocumentNode) {
        if panel.ballots.contains(where: { $0.member == ballot.member }) {
            problems.append(
                node.problem(
                    .duplicateIdentifier, "two files hold the scores of `\(ballot.member)`",
                    because: "each member is heard once", hint: "take one of the two off the list"))
        }
        panel.ballots.append(ballot)
    }

    // MARK: - One member

    private enum Submission {
        case absent
        case refused
        case handedIn(Panel.Ballot)
    }

    private func ballot(
        _ file: String, at node: DocumentNode, _ decision: DecisionModel, _ evaluated: [String]
    ) -> Submission {
        guard let companions = surroundings.companions else {
            problems.append(
                node.problem(
                    .unreadableFile, "\(Problem.quoted(file)) cannot be read",
                    because: "the document is read without access to the files beside it",
                    hint: "give the reader a `CompanionFiles`"))
            return .refused
        }
        do throws(Problem) {
            guard let bytes = try companions.bytesIfPresent(file) else {
                if refusesGaps {
                    problems.append(
                        node.problem(
                            .missingPerformance, "\(Problem.quoted(file)) is not handed in",
                            because: "there is no such file, and every member of the panel scores",
                            hint: "hand it in by `outlay panel import`, or take it off the list"))
                }
                return .absent
            }
            let source = DocumentSource.read(path: companions.path(file), bytes: bytes)
            return ballot(source, decision, evaluated)
        } catch {
            problems.append(error.located(at: node.location))
            return .refused
        }
    }

    /// Whether a gap keeps the evaluation from being computed.
    private var refusesGaps: Bool { root["missing"]?.text ?? "refuse" == "refuse" }

    private func ballot(
        _ source: DocumentSource, _ decision: DecisionModel, _ evaluated: [String]
    ) -> Submission {
        do throws(DocumentProblems) {
            let top = try PanelDocument.read(source)
            var reader = BallotReader(
                root: top, evaluation: root["metadata"]?["id"]?.text, options: optionIDs,
                criteria: leafNodes(root["criteria"]?.items ?? []).map(\.id),
                judged: panelCriteria, scores: decision.panelScores)
            let ballot = reader.ballot(
                evaluated: evaluated, refusesGaps: refusesGaps)
            companionProblems += reader.problems.inFileOrder
            return ballot.map { .handedIn($0) } ?? .refused
        } catch {
            companionProblems += error.list
            return .refused
        }
    }
}
