import OutlayDecisions
import OutlayProblems

extension Findings {
    /// What readers must know of the panel: who is missing, who is left out, and who disagrees.
    func panel() throws(Problem) -> [Problem] {
        guard let panel = result.panel else { return [] }
        return gaps(panel) + (try disagreement(panel)) + conflicts(panel)
    }

    private func gaps(_ result: PanelResult) -> [Problem] {
        let awaited = result.panel.awaited.map { file in
            Problem(
                .panelIncomplete, "\(Problem.quoted(file)) is not handed in",
                at: .part("panel"),
                because: "the values are those of the other members",
                hint: "wait for it, or take the member off the panel")
        }
        let gaps = result.members.filter { !$0.missing.isEmpty }.map { member in
            Problem(
                .panelIncomplete,
                "\(member.id) gave no score on "
                    + cells(member.missing.map { ($0.option, $0.criterion) }),
                at: .part("member \(member.id)"),
                because: "the values there are those of the other members",
                hint: "ask for the scores, or record why there are none")
        }
        return awaited + gaps
    }

    private func disagreement(_ result: PanelResult) throws(Problem) -> [Problem] {
        let disputed = result.disputed
        guard !disputed.isEmpty else { return [] }
        let scored = result.cells.count { $0.group != nil }
        return [
            Problem(
                .panelDisagreement,
                "members disagree on \(disputed.count) of \(scored) scores", at: .part("panel"),
                because: "their values lie \(result.panel.disagreement) points or more apart on "
                    + cells(disputed.map { ($0.option, $0.criterion) }),
                hint: "discuss these scores, and record what settles them")
        ]
    }

    private func conflicts(_ result: PanelResult) -> [Problem] {
        result.members.flatMap { member in
            member.conflicts.map { conflict in
                Problem(
                    .conflictOfInterest,
                    "\(member.id) is left out of the scores of \(title(conflict.option))",
                    at: .part("member \(member.id)"),
                    because: "a declared conflict of interest: \(conflict.reason)"
                        + (member.excluded.contains(conflict.option)
                            ? "; the scores given are not counted" : ""))
            }
        }
    }

    /// Returns some cells in words, cut off where they grow many.
    private func cells(_ cells: [(option: String, criterion: String)]) -> String {
        let shown = cells.prefix(4).map { "\($0.criterion) of \(title($0.option))" }
        let more = cells.count - shown.count
        return (shown + (more > 0 ? ["\(more) more"] : [])).list("and")
    }

    /// What readers must know of the seal: what changed since, and what was known when it was made.
    func seal() -> [Problem] {
        guard let seal = evaluation.criteriaSeal else { return [] }
        var findings: [Problem] = []
        if !seal.changes.isEmpty {
            findings.append(
                Problem(
                    .criteriaChanged, "the criteria differ from those sealed on \(seal.date)",
                    at: .part("criteria_seal"),
                    because: seal.changes.map(\.inWords).joined(separator: "; "),
                    hint: "take the changes back, or say why they were made"))
        }
        if !seal.remarks.isEmpty {
            findings.append(
                Problem(
                    .sealedLate, "the criteria were sealed when more was known than the need",
                    at: .part("criteria_seal"),
                    because: "on \(seal.date) " + seal.remarks.joined(separator: "; ")))
        }
        return findings
    }
}
