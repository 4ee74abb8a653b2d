import ArgumentParser
import Outlay

/// `outlay budget load`: loads the money of a fiscal year.
struct BudgetLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load budgets: lines and their money, as revisions.",
        discussion: """
            outlay budget load budgets.yaml --dry-run
            outlay budget load budgets.yaml

            Each load is a revision. A line's money moves by what is approved more or less than before; transfers \
            and what was carried over stay. Where the organisation separates duties, the first person's load waits \
            until a second one confirms it: `outlay proposals`, `outlay confirm`.
            """)

    @Argument(help: "The Budget documents; all are loaded, or none.")
    var files: [String]

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.load(files, kind: .budget, schema: "budget-load")
    }
}
