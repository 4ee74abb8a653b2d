import ArgumentParser
import Outlay

/// `outlay budget transfer`: moves unused money from one line to another.
struct BudgetTransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer", abstract: "Move unused money from one line to another.",
        discussion: """
            outlay budget transfer 3040.00 --from CC-500 --to CC-410 -m "Seats of the help desk"

            A transfer takes two people, unless the organisation says otherwise: the first person's transfer waits \
            until a second one confirms it: `outlay proposals`, `outlay confirm`.
            """)

    @Argument(help: "The amount, in the ledger's currency.")
    var amount: String

    @Option(help: "The line that gives.")
    var from: String

    @Option(help: "The line that gets.")
    var to: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var year: YearOption

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "budget-transfer") { session in
            let period = try year.period(session)
            let settings = try session.read { (reader) throws(Problem) in
                try reader.requireSettings()
            }
            let currency = settings.currency
            let nodes = [try NodeID(from), try NodeID(to)]
            let command = Transfer(
                try MinorUnits(argument: amount, in: currency), from: nodes[0], to: nodes[1],
                in: period.year, reason: try LedgerText(message))
            let shared = try session.carryOutOrPropose([command], change) {
                (reader) throws(Problem) in
                try nodes.map { node throws(Problem) in try reader.balance(of: node, in: period) }
            }
            let report = BalanceReport(shared.made.view, in: currency)
            var result = try shared.json()
            result["lines"] = try report.json()
            let done = "Transferred \(command.amount.text(in: currency)) from \(from) to \(to)"
            return Answer(
                schema: "budget-transfer",
                report: Report(
                    title: shared.title(done), subtitle: "\(period) · \(currency.code)",
                    summary: try shared.blocks([.table(try report.table())])),
                result: .object(result), findings: shared.made.findings)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "transfer", "Money that was moved, or waits for a second person to move it.",
        LedgerResultShape.change + [
            ProposalReport.field,
            Field(
                "lines", .list(of: .object(LedgerResultShape.balance)),
                "The two lines afterwards.", required: true),
        ])
}

extension MinorUnits {
    /// Reads an amount as a person writes it on the command line, such as `3040.00`.
    ///
    /// - Throws: A ``Problem`` for what is no amount of `currency`.
    init(argument text: String, in currency: Currency) throws(Problem) {
        self = try MinorUnits(Money(parsing: text, currency))
    }
}
