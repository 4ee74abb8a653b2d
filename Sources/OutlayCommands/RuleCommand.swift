import ArgumentParser
import Outlay

/// `outlay rule`: explains a code, or lists them all.
struct RuleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Explain a code such as OL031, or list all codes.",
        discussion: """
            outlay rule OL031
            outlay rule
            """)

    @Argument(help: "The code; all of them where not given.")
    var code: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "rule") { _ in
            let codes = try code.map { [try Self.code(named: $0)] } ?? ProblemCode.allCases
            return Answer(
                schema: "rule", report: code == nil ? Self.list(codes) : Self.page(codes[0]),
                result: ["rules": .array(codes.map(Self.json))])
        }
    }

    private static func code(named text: String) throws(Problem) -> ProblemCode {
        if let code = ProblemCode(rawValue: text.uppercased()) { return code }
        let known = ProblemCode.allCases.map(\.rawValue)
        throw Problem(
            .unknownName, "there is no code \(Problem.quoted(text))", at: .argument("code"),
            because: "the codes run from \(known.first ?? "") to \(known.last ?? "")",
            hint: Suggestion.hint(for: text.uppercased(), among: known)
                ?? "`outlay rule` lists all codes")
    }

    private static func page(_ code: ProblemCode) -> Report {
        if let rule = code.lintRule { return rule.page }
        return Report(
            title: "\(code.rawValue): \(code.rule.title)",
            summary: [
                .paragraph(RichText(code.rule.explanation)),
                .facts([
                    Fact("Severity", RichText(code.severity.rawValue)),
                    Fact("Exit code", RichText(exitText(code))),
                ]),
            ])
    }

    private static func list(_ codes: [ProblemCode]) -> Report {
        Report(
            title: "Codes",
            summary: [
                .table(
                    Table(
                        columns: [Column("Code"), Column("Severity"), Column("Meaning")],
                        rows: codes.map {
                            Row([
                                .text($0.rawValue), .text($0.usualSeverity.rawValue),
                                .text($0.rule.title),
                            ])
                        }))
            ])
    }

    private static func exitText(_ code: ProblemCode) -> String {
        let exit = ExitStatus.of([Problem(code, "", because: "")])
        return exit == ExitStatus.passed
            ? "0; 1 with --fail-on warning where it is a warning" : String(exit)
    }

    private static func json(_ code: ProblemCode) -> JSONValue {
        [
            "code": .string(code.rawValue), "severity": .string(code.usualSeverity.rawValue),
            "title": .string(code.rule.title), "explanation": .string(code.rule.explanation),
            "example": code.lintRule.map {
                ["bad": .string($0.example.bad), "good": .string($0.example.good)]
            } ?? .null,
            "source": .string(orNull: code.lintRule?.source),
        ]
    }

    private static let example = ObjectShape(
        "example", "The same place of a document, breaking a rule and keeping it.",
        [
            Field(
                "bad", .text(TextRule(length: 0...Int.max)),
                "The lines that break it; empty where something is missing.", required: true),
            Field("good", .text(), "The lines that keep it.", required: true),
        ])

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "rules", "Codes and the rules behind them.",
        [
            Field(
                "rules",
                .list(
                    of: .object(
                        ObjectShape(
                            "rule", "A code and the rule behind it.",
                            [
                                Field("code", .text(), "The code.", required: true),
                                Field(
                                    "severity", .choice(Severity.allCases.map(\.rawValue)),
                                    "How much it matters.", required: true),
                                Field("title", .text(), "What it means.", required: true),
                                Field("explanation", .text(), "Why it is there.", required: true),
                                Field(
                                    "example", .object(example),
                                    "What breaks it and what keeps it, for rules of `outlay lint`."),
                                Field(
                                    "source", .text(),
                                    "The public practice it comes from, for rules of `outlay lint`."
                                ),
                            ]))), "The rules, in order of their codes.", required: true)
        ])
}
