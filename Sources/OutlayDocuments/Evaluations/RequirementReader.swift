import OutlayDecisions
import OutlayProblems
import OutlayValues

/// Reads one knock-out: its type, and what an answer must be.
struct RequirementReader {
    let node: DocumentNode

    /// The words a requirement may use; each knock-out uses one.
    static let words = ["equals", "in", "at_least", "at_most", "before", "after"]

    /// Returns the knock-out, or nil after reporting why there is none.
    func knockOut(_ problems: inout [Problem]) -> KnockOut? {
        guard let id = node["id"]?.text,
            let type = node["type"]?.text.flatMap(AnswerType.init(rawValue:)),
            let require = node["require"],
            let word = require.entries.first(where: { Self.words.contains($0.key) })
        else { return nil }
        if type == .level, node["levels"] == nil {
            problems.append(
                node.problem(
                    .missingField, "`\(id)` has no levels",
                    because: "an answer of type level is one of a list",
                    hint: "add `levels:`, from worst to best"))
            return nil
        }
        guard let requirement = requirement(word.key, word.value, type, &problems) else {
            return nil
        }
        return KnockOut(
            id: id, question: node["question"]?.text ?? id, unit: node["unit"]?.text ?? "",
            requirement: requirement)
    }

    private var levels: [String] { node["levels"]?.items.compactMap(\.text) ?? [] }

    private func requirement(
        _ word: String, _ value: DocumentNode, _ type: AnswerType, _ problems: inout [Problem]
    ) -> KnockOut.Requirement? {
        func answer(_ node: DocumentNode) -> Performance? {
            Self.answer(node, type: type, levels: levels, field: word, &problems)
        }
        switch (word, type) {
        case ("equals", _): return answer(value).map { .equals($0) }
        case ("in", _):
            let answers = value.items.compactMap(answer)
            return answers.isEmpty ? nil : .isOneOf(answers)
        case ("at_least", .number): return answer(value)?.number.map { .numberAtLeast($0) }
        case ("at_most", .number): return answer(value)?.number.map { .numberAtMost($0) }
        case ("at_least", .level):
            return answer(value).map { .levelAtLeast($0.description, of: levels) }
        case ("at_most", .level):
            return answer(value).map { .levelAtMost($0.description, of: levels) }
        case ("at_least", .date): return answer(value).flatMap(\.day).map { .dateAtLeast($0) }
        case ("at_most", .date): return answer(value).flatMap(\.day).map { .dateAtMost($0) }
        case ("before", .date): return value.date.map { .before($0) }
        case ("after", .date): return value.date.map { .after($0) }
        default:
            problems.append(
                Problem(
                    .requirementMismatch, "`\(word)` does not go with type \(type.rawValue)",
                    at: value.headingLocation,
                    because: type == .date || !["before", "after"].contains(word)
                        ? "answers of this type have no order" : "only dates come before or after",
                    hint: "require `equals` or `in`, or change the type"))
            return nil
        }
    }

    /// Returns an answer of `type`, or nil after reporting that the value is none.
    static func answer(
        _ node: DocumentNode, type: AnswerType, levels: [String], field: String,
        _ problems: inout [Problem]
    ) -> Performance? {
        let shape: Shape =
            switch type {
            case .yesNo: .yesNo
            case .text: .text()
            case .number: .number()
            case .date: .date
            case .level: .choice(levels)
            }
        let found = shape.problems(of: node)
        problems += found
        guard found.isEmpty, !node.isEmpty else { return nil }
        switch type {
        case .yesNo: return node.yesNo.map { .yesNo($0) }
        case .text, .level: return node.text.map { .text($0) }
        case .number: return node.decimal.map { .number($0) }
        case .date: return node.date.map { .date($0) }
        }
    }
}

extension Performance {
    /// The day, where it is one.
    var day: CalendarDate? {
        if case .date(let day) = self { day } else { nil }
    }
}
