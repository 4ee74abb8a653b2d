import OutlayDecisions
import OutlayProblems
import OutlayValues

/// Reads a Panel document that is right by itself against the evaluation that it scores.
struct BallotReader {
    /// The top of the document.
    let root: DocumentNode
    /// The identifier of the evaluation.
    let evaluation: String?
    /// The evaluation's options.
    let options: [String]
    /// The evaluation's criteria, over all levels.
    let criteria: [String]
    /// Those of them that the panel judges.
    let judged: [String]
    /// Those of them whose scale can be used.
    let scores: [PanelScore]
    /// What is wrong with the document.
    private(set) var problems: [Problem] = []

    init(
        root: DocumentNode, evaluation: String?, options: [String], criteria: [String],
        judged: [String], scores: [PanelScore]
    ) {
        self.root = root
        self.evaluation = evaluation
        self.options = options
        self.criteria = criteria
        self.judged = judged
        self.scores = scores
    }

    /// Returns what the member has handed in, and collects what is wrong with it.
    mutating func ballot(evaluated: [String], refusesGaps: Bool) -> Panel.Ballot? {
        guard let member = root["member"]?.text, let date = root["date"]?.date else { return nil }
        checkEvaluation()
        var ballot = Panel.Ballot(member: member, date: date, scores: [:])
        for node in root["conflicts"]?.items ?? [] {
            guard let option = node["option"], let id = option.text,
                let reason = node["reason"]?.text
            else { continue }
            check(id, at: option.location, kind: "option", among: options)
            ballot.conflicts.append(Panel.Conflict(option: id, reason: reason))
        }
        for option in root["scores"]?.entries ?? [] {
            check(option.key, at: option.keyLocation, kind: "option", among: options)
            for score in option.value.entries {
                guard checkCriterion(score),
                    let performance = performance(score, option.key)
                else { continue }
                ballot.scores[option.key, default: [:]][score.key] = performance
            }
        }
        for option in root["notes"]?.entries ?? [] {
            check(option.key, at: option.keyLocation, kind: "option", among: options)
            for note in option.value.entries where checkCriterion(note) {
                ballot.notes[option.key, default: [:]][note.key] = note.value.text
            }
        }
        if refusesGaps, problems.isEmpty { checkGaps(ballot, evaluated) }
        return ballot
    }

    private mutating func checkEvaluation() {
        guard let node = root["evaluation"], let id = node.text, let evaluation, id != evaluation
        else { return }
        problems.append(
            node.problem(
                .unknownReference, "these are scores of the evaluation \(Problem.quoted(id))",
                because: "the document that names them is \(Problem.quoted(evaluation))",
                hint: "correct one of the two, or take the file off the panel"))
    }

    @discardableResult private mutating func check(
        _ id: String, at place: Location, kind: String, among known: [String]
    ) -> Bool {
        guard !known.contains(id) else { return true }
        problems.append(
            Problem(
                .unknownReference, "there is no \(kind) `\(id)`", at: place,
                because: "the evaluation has \(EvaluationReader.listed(known))",
                hint: Suggestion.hint(for: id, among: known)))
        return false
    }

    private mutating func checkCriterion(_ entry: DocumentEntry) -> Bool {
        guard !judged.contains(entry.key), criteria.contains(entry.key) else {
            return check(entry.key, at: entry.keyLocation, kind: "criterion", among: judged)
        }
        problems.append(
            Problem(
                .fieldsExclude, "`\(entry.key)` is not judged by the panel", at: entry.keyLocation,
                because: "the panel judges \(EvaluationReader.listed(judged))",
                hint: "remove it here, or say `judged_by: panel` on the criterion"))
        return false
    }

    private mutating func performance(_ entry: DocumentEntry, _ option: String) -> Performance? {
        guard let score = scores.first(where: { $0.criterion == entry.key }) else { return nil }
        let performance: Performance
        if score.levels.isEmpty {
            guard let number = entry.value.decimal else {
                problems += Shape.number().problems(of: entry.value)
                return nil
            }
            performance = .number(number)
        } else {
            guard let text = entry.value.text else { return nil }
            performance = .text(text)
        }
        if let problem = score.problem(
            of: performance, for: option, at: entry.value.location)
        {
            problems.append(problem)
        }
        return performance
    }

    private mutating func checkGaps(_ ballot: Panel.Ballot, _ evaluated: [String]) {
        for option in evaluated where ballot.conflict(on: option) == nil {
            // A score whose criterion has no scale to be read on was given all the same.
            let missing = judged.filter { root["scores"]?[option]?[$0] == nil }
            guard !missing.isEmpty else { continue }
            let entry = root["scores"]?.entries.first { $0.key == option }
            let field = root.entries.first { $0.key == "scores" }
            problems.append(
                Problem(
                    .missingPerformance,
                    "`\(ballot.member)` has no score for \(option) on "
                        + missing.joined(separator: ", "),
                    at: entry?.keyLocation ?? field?.keyLocation ?? root.location,
                    because: "every member of the panel scores every option",
                    hint: "add it, declare a conflict, or say `missing: worst` in the evaluation"))
        }
    }
}
