import ArgumentParser
import Outlay

/// `outlay diff`: what differs between two evaluations, in money, rank and sources.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two evaluations, in money, rank and sources.",
        discussion: """
            outlay diff old.yaml new.yaml
            outlay diff HEAD:evaluations/crm.yaml evaluations/crm.yaml
            outlay diff main:./crm.yaml feature:./crm.yaml --format md

            REV:path is a document of a git revision, its path from the root of the repository, or with ./ in front from \
            the current folder; what it names and its catalogues are read from that revision too. Comments, layout and \
            order are no difference. The exit code is 0 whether or not anything differs.
            """)

    @Argument(help: "The earlier Evaluation: a file, REV:path, or `-` for standard input.")
    var before: String

    @Argument(help: "The later Evaluation: a file, REV:path, or `-` for standard input.")
    var after: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Shell.run(common, schema: "diff") { shell in
            guard before != "-" || after != "-" else {
                throw Problem(
                    .usage, "both documents are standard input", at: .argument("after"),
                    because: "it can be read once",
                    hint: "name a file or a revision for one of them")
            }
            let old = try EvaluationVersion(before, argument: "before", shell)
            let new = try EvaluationVersion(after, argument: "after", shell)
            let difference = try EvaluationDifference(from: old.result, to: new.result)
            var report = difference.report((old.name.text, new.name.text))
            report.footer = [old, new].flatMap(Self.provenance)
            var findings = difference.findings
            for warning in old.warnings + new.warnings where !findings.contains(warning) {
                findings.append(warning)
            }
            return Answer(
                schema: "diff", report: report, result: difference.json((old.name, new.name)),
                findings: findings, inputs: old.inputs + new.inputs)
        }
    }

    /// What was read from where.
    private static func provenance(_ version: EvaluationVersion) -> [RichText] {
        let commit = version.name.commit.map { " (commit \($0.prefix(12)))" } ?? ""
        return version.inputs.enumerated().map { index, input in
            RichText("\(input.path)\(index == 0 ? commit : "") ")
                + .code("sha256 \(input.sha256.prefix(16))")
        }
    }
}

// MARK: - The shape of the result

extension DiffCommand {
    private typealias Shapes = EvaluationResultShape

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "difference", "What differs between two evaluations.",
        [
            Field("before", .object(version), "The earlier evaluation.", required: true),
            Field("after", .object(version), "The later evaluation.", required: true),
            Field("same", .yesNo, "Whether nothing differs in meaning.", required: true),
            Field("rank_1", .object(leaders), "The options of rank 1.", required: true),
            Field(
                "recommendation", .object(recommendations), "What the documents recommend.",
                required: true),
            Field(
                "options", .list(of: .object(option)), "What follows for each option.",
                required: true),
            Field(
                "changes", .list(of: .object(change)), "What is stated otherwise.", required: true),
        ])

    private static let version = ObjectShape(
        "version", "One of the two evaluations.",
        [
            Field("document", Shapes.text, "The document, as it was given.", required: true),
            Field("commit", Shapes.text, "The commit it was read from."),
            Field("id", Shapes.text, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("currency", .currency, "The currency of its figures.", required: true),
        ])

    private static let leaders = ObjectShape(
        "leaders", "The options of rank 1, before and after.",
        [
            Field("before", .list(of: .identifier), "Those before.", required: true),
            Field("after", .list(of: .identifier), "Those after.", required: true),
            Field("changed", .yesNo, "Whether they are others.", required: true),
        ])

    private static let recommendations = ObjectShape(
        "recommendations", "What is recommended, before and after.",
        [
            Field("before", .object(recommendation), "The earlier one; null without one."),
            Field("after", .object(recommendation), "The later one; null without one."),
        ])

    private static let recommendation = ObjectShape(
        "recommended option", "A recommended option.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field("eligible", .yesNo, "Whether it may be chosen.", required: true),
        ])

    private static let option = ObjectShape(
        "changed option", "What follows for one option.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field(
                "presence", .choice(OptionDifference.Presence.allCases.map(\.rawValue)),
                "Whether it is in both.", required: true),
            Field(
                "figures", .list(of: .object(figure)), "Its figures, before and after.",
                required: true),
            Field(
                "lines", .list(of: .object(line)),
                "The cost lines whose present value differs; their differences sum to that of the TCO.",
                required: true),
        ])

    private static let figure = ObjectShape(
        "compared figure", "One figure, before and after.",
        [
            Field("name", Shapes.text, "The name that `outlay why` takes.", required: true),
            Field("title", Shapes.text, "What it is.", required: true),
            Field("changed", .yesNo, "Whether it differs.", required: true),
            Field("before", .object(WhyCommand.value), "What it was."),
            Field("after", .object(WhyCommand.value), "What it is."),
            Field(
                "difference", .object(WhyCommand.value),
                "What it is more; null where nothing can be subtracted."),
        ])

    private static let line = ObjectShape(
        "changed line", "A cost line whose present value differs.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("before", Shapes.money, "Its present value before; null for a new one."),
            Field("after", Shapes.money, "Its present value after; null where it is gone."),
            Field(
                "difference", Shapes.money, "Its part of the difference of the TCO.",
                required: true),
            Field(
                "because", .list(of: Shapes.text), "What of it is stated otherwise.",
                required: true),
        ])

    private static let change = ObjectShape(
        "change", "One thing that is stated otherwise.",
        [
            Field("kind", Shapes.text, "What kind of thing it is.", required: true),
            Field("subject", Shapes.text, "What it is called.", required: true),
            Field("field", Shapes.text, "What of it changed; null for the thing itself."),
            Field("before", Shapes.text, "What was stated; null where nothing was."),
            Field("after", Shapes.text, "What is stated; null where nothing is."),
        ])
}
