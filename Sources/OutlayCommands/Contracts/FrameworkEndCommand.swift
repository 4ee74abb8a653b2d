import ArgumentParser
import Outlay

/// `outlay framework end`: ends an agreement, and releases what is open of its guaranteed minimum.
struct FrameworkEndCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "End a framework agreement, and release what is open of its minimum.",
        discussion: """
            outlay framework end FW-LAPTOPS --reason "The vendor cannot deliver" --dry-run
            outlay framework end FW-LAPTOPS --reason "The vendor cannot deliver"

            From that day on nothing is called off any more; what was called off before goes on. Where the vendor is owed \
            what the call-offs leave of the minimum, book that bill first, against the request that the minimum was approved \
            by: `outlay invoice REQ-2026-050 1200.00 --number NW-2027-009`.
            """)

    @Argument(help: "The agreement.")
    var framework: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "framework-end") { session in
            let id = try FrameworkID(framework)
            let (currency, before) = try session.read { (reader) throws(Problem) in
                (try reader.requireSettings().currency, try reader.framework(id))
            }
            let command = EndFramework(id, reason: try LedgerText(reason))
            let made = try session.carryOut(command, try session.context(change)) {
                (reader) throws(Problem) in
                (
                    framework: try reader.framework(id),
                    line: try before?.minimumRow.map { row throws(Problem) in
                        try reader.balance(of: row.node, in: row.period.wholeYear)
                    }
                )
            }
            let frameworks = made.view.framework.map { [$0] } ?? []
            let released = before?.minimumOpen ?? .zero
            var result = made.json
            result["framework"] =
                try frameworks.first?.json(in: currency, on: session.asOf) ?? .null
            result["released"] = ResultJSON.money(released.money(in: currency))
            var summary: [Block] = [
                .table(try FrameworkCommand.table(frameworks, currency, on: session.asOf))
            ]
            if let line = made.view.line {
                summary.append(.table(try BalanceReport([line], in: currency).table()))
            }
            let given = "\(released.text(in: currency)) \(currency.code)"
            let sentence = released.isZero ? "" : "Of its minimum \(given) is given back. "
            summary.append(.paragraph(RichText(sentence + made.sentence)))
            return Answer(
                schema: "framework-end",
                report: Report(
                    title: (made.isRehearsal ? "Dry run: " : "") + "Ended \(id)", summary: summary),
                result: .object(result), findings: made.findings)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "framework ended", "An agreement that was ended.",
        LedgerResultShape.change + [
            Field("framework", .object(FrameworkCommand.shape), "The agreement.", required: true),
            Field(
                "released", EvaluationResultShape.money, "What was given back of its minimum.",
                required: true),
        ])
}
