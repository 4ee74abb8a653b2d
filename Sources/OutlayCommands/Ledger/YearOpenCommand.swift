import ArgumentParser
import Outlay

/// `outlay year open`: opens a fiscal year, so that money can be given and charged in it.
struct YearOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a fiscal year and its months.",
        discussion: """
            outlay year open 2028

            Loading a budget opens its year as well.
            """)

    @Argument(help: "The number that names the year.")
    var year: Int

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.actOnYear(
            schema: "year-open", "Opened FY\(year)", showing: false
        ) { (_) throws(Problem) in (PeriodID(year: year), [OpenYear(year)]) }
    }
}
