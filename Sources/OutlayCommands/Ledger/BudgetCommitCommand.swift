import ArgumentParser

/// `outlay budget commit`: records the order of an approved request, whose money is committed by it.
struct BudgetCommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit", abstract: "Commit the money of an approved request to its order.",
        discussion: """
            outlay budget commit REQ-2026-031 --number PO-4711

            It is the same act as `outlay order`, by the same rules, in the words of a budget.
            """)

    @OptionGroup var order: OrderOptions

    func run() throws {
        try order.place(schema: "budget-commit")
    }
}
