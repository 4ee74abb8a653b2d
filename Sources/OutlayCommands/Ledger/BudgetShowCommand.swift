import ArgumentParser
import Outlay

/// `outlay budget show`: what budget lines were given, owe, spent and have left.
struct BudgetShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what lines were given, owe, spent and have left.",
        discussion: """
            outlay budget show
            outlay budget show CC-410 --year 2027

            Available is what was allotted less what is reserved, committed and spent.
            """)

    @Argument(help: "The line; all of them where not given.")
    var line: String?

    @OptionGroup var year: YearOption

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "budget-show") { session in
            let period = try year.period(session)
            let name = try line.map { name throws(Problem) in try NodeID(name) }
            let (lines, settings) = try session.read { (reader) throws(Problem) in
                let settings = try reader.requireSettings()
                guard let name else { return (try reader.balances(in: period), settings) }
                return ([try reader.balance(of: name, in: period)], settings)
            }
            let report = BalanceReport(lines, in: settings.currency)
            let table = try name == nil ? report.table() : report.statement(of: lines[0])
            let title =
                name.map { "\($0.text) \(lines[0].node.title.text)" } ?? "\(lines.count) lines"
            return Answer(
                schema: "budget-show",
                report: Report(
                    title: title, subtitle: "\(period) · \(settings.currency.code)",
                    summary: [.table(table)]),
                result: [
                    "period": .string(period.description),
                    "currency": .string(settings.currency.code), "lines": try report.json(),
                ],
                findings: try lines.compactMap { line throws(Problem) in
                    try line.warning(in: settings.currency)
                })
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "budget lines", "Lines with their money.",
        [
            Field("period", .text(), "The year.", required: true),
            Field("currency", .currency, "The currency of all balances.", required: true),
            Field(
                "lines", .list(of: .object(LedgerResultShape.balance)),
                "The lines in the order of their names.", required: true),
        ])
}
