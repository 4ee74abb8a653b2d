import ArgumentParser
import Outlay

/// `outlay budget`: the commands about the money of budget lines.
struct BudgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract: "Load budgets; show, check, reserve, commit and move the money of lines.",
        subcommands: [
            BudgetLoadCommand.self, BudgetShowCommand.self, BudgetCheckCommand.self,
            BudgetReserveCommand.self, BudgetCommitCommand.self, BudgetReleaseCommand.self,
            BudgetTransferCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

/// The fiscal year that a command is about.
struct YearOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The fiscal year, such as 2027; where not given, the opened one that --as-of is in, else the next, else the last.",
            valueName: "year"))
    var year: Int?

    /// Returns the year that is meant.
    ///
    /// - Throws: A ``Problem`` where the ledger has no such year, or none at all.
    func period(_ session: LedgerSession) throws(Problem) -> PeriodID {
        try session.read { (reader) throws(Problem) in
            guard let year else {
                if let shown = try reader.fiscalYear(inViewOn: session.asOf) { return shown }
                throw Problem(
                    .closedForPosting, "no fiscal year is opened",
                    because: "the money of lines is that of a year",
                    hint: "open one by `outlay year open`, or load a budget")
            }
            let meant = PeriodID(year: year)
            guard try reader.period(meant) != nil else {
                let open = Set(try reader.periods().map(\.id.wholeYear)).sorted()
                throw Problem(
                    .closedForPosting, "\(meant) is not opened",
                    because: open.isEmpty
                        ? "the ledger has no fiscal year"
                        : "the ledger has \(open.map(\.description).joined(separator: ", "))",
                    hint: open.isEmpty
                        ? "open it by `outlay year open`, or load a budget"
                        : "name one of them by `--year`")
            }
            return meant
        }
    }
}
