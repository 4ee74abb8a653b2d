import ArgumentParser

/// `outlay budget commit`: records the order of an approved request, whose money its last approval committed.
struct BudgetCommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Record the order that the committed money of a request is for.",
        discussion: """
            outlay budget commit REQ-2026-031 --number PO-4711

            The last approval commits the money of a request. This is the same act as `outlay order`, by the same rules.
            """)

    @OptionGroup var order: OrderOptions

    func run() throws {
        try order.place(schema: "budget-commit")
    }
}
