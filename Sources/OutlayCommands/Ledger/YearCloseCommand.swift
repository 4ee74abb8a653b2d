import ArgumentParser
import Outlay

/// `outlay year close`: closes a fiscal year or a month, or opens it again.
struct YearCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a fiscal year or a month of it, or open it again.",
        discussion: """
            outlay year close FY2027 --soft
            outlay year close FY2027
            outlay year close FY2027-M12 --reopen

            A year that is closed softly takes bills and corrections, and no new plans; a closed one takes nothing.
            """)

    @Argument(help: "The year or month, such as FY2027 or FY2027-M12.")
    var period: String

    @Flag(help: "Only plans are kept out.")
    var soft = false

    @Flag(help: "Open it again.")
    var reopen = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        let state: PeriodState = reopen ? .open : soft ? .softClosed : .closed
        let word = reopen ? "Opened" : soft ? "Closed softly" : "Closed"
        try change.actOnYear(
            schema: "year-close", "\(word) \(period)", showing: false
        ) { (_) throws(Problem) in
            guard !(soft && reopen) else {
                throw Problem(
                    .usage, "a period is closed softly or opened again", at: .argument("--reopen"),
                    because: "it has one state", hint: "leave one of the two out")
            }
            let id = try PeriodID(parsing: period)
            return (id.wholeYear, [SetPeriod(id, state)])
        }
    }
}
