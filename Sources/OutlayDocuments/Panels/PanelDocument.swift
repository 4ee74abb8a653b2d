import OutlayDecisions
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A Panel document: what one member of a panel scored.
package enum PanelDocument {
    /// The name of the kind in documents.
    package static let kind = "Panel"

    /// What a document of the kind may hold.
    package static let shape = ObjectShape(
        kind, "What one member of a panel scored, before the panel discussed it.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", required: true, example: "outlay/v1"),
            Field(
                "kind", .constant(kind, code: .unknownKind), "What the document is.",
                required: true, example: kind),
            Field(
                "metadata", .object(EvaluationShape.metadata),
                "What the document is called and who answers for it.", required: true,
                example: "{id: EV-2026-014-anna, title: Scores of Anna Ito}"),
            Field(
                "evaluation", .text(), "The identifier of the evaluation that is scored.",
                required: true, example: "EV-2026-014"),
            Field("member", .identifier, "Who scored.", required: true, example: "anna.ito"),
            Field("date", .date, "The day of the scores.", required: true, example: "2026-11-02"),
            Field(
                "conflicts", .list(of: .object(conflict)),
                "The options the member has an interest in; their scores are left out."),
            Field(
                "scores",
                .map(
                    keys: .identifier,
                    values: .map(keys: .identifier, values: .either([.number(), .text()]))),
                "The performance of each option on each criterion, on the criterion's own scale.",
                required: true, example: "{northwind: {usability: 81}}"),
            Field(
                "notes",
                .map(keys: .identifier, values: .map(keys: .identifier, values: .text())),
                "What the member says of a score."),
        ])

    private static let conflict = ObjectShape(
        "conflict", "An interest of the member in an option.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field("reason", .text(), "What the interest is.", required: true),
        ])

    /// Checks a document by itself, without its evaluation.
    ///
    /// - Returns: The top of the document.
    /// - Throws: ``DocumentProblems`` with everything that is wrong with it, in file order.
    @discardableResult package static func read(
        _ source: DocumentSource
    ) throws(DocumentProblems) -> DocumentNode {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        var problems = source.problems + Shape.object(shape).problems(of: root)
        var options: Set<String> = []
        for node in root["conflicts"]?.items ?? [] {
            guard let option = node["option"], let id = option.text,
                !options.insert(id).inserted
            else { continue }
            problems.append(
                option.problem(
                    .duplicateIdentifier, "`\(id)` stands in two conflicts",
                    because: "a member's conflict with an option is declared once",
                    hint: "put both reasons into one"))
        }
        guard problems.isEmpty else { throw DocumentProblems(problems.inFileOrder) }
        return root
    }

    /// Returns the document in YAML, which reads back as the same ballot.
    ///
    /// Options and criteria stand in the order given; a criterion without a score is left out.
    package static func text(
        of ballot: Panel.Ballot, on evaluation: String, options: [String], criteria: [String]
    ) -> String {
        var lines = [
            "apiVersion: outlay/v1", "kind: \(kind)",
            "metadata: {id: \(quoted(evaluation + "-" + ballot.member)), "
                + "title: \(quoted("Scores of " + ballot.member))}",
            "evaluation: \(quoted(evaluation))", "member: \(quoted(ballot.member))",
            "date: \(ballot.date)",
        ]
        if !ballot.conflicts.isEmpty {
            lines.append("conflicts:")
            lines += ballot.conflicts.map {
                "  - {option: \(quoted($0.option)), reason: \(quoted($0.reason))}"
            }
        }
        let scores = entries(ballot.scores, options, criteria) { performance in
            if case .number(let number) = performance { return number.description }
            return quoted(performance.description)
        }
        lines += scores.isEmpty ? ["scores: {}"] : ["scores:"] + scores
        let notes = entries(ballot.notes, options, criteria, quoted)
        if !notes.isEmpty { lines += ["notes:"] + notes }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func entries<Value>(
        _ values: [String: [String: Value]], _ options: [String], _ criteria: [String],
        _ text: (Value) -> String
    ) -> [String] {
        options.flatMap { option -> [String] in
            let own = criteria.compactMap { criterion in
                values[option]?[criterion].map { "    \(quoted(criterion)): \(text($0))" }
            }
            return own.isEmpty ? [] : ["  \(quoted(option)):"] + own
        }
    }

    /// The words that other YAML readers take for no text.
    private static let yamlWords: Set = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    ]

    /// Returns a text in double quotes, where it is no plain word: what JSON writes, YAML reads.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { $0 &- 97 < 26 } ?? false && !yamlWords.contains(text)
            && text.utf8.allSatisfy {
                $0 &- 97 < 26 || $0 &- 48 < 10 || "._-".utf8.contains($0)
            }
        return isPlain ? text : JSONValue.string(text).text()
    }
}
