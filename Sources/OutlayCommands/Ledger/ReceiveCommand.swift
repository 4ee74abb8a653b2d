import ArgumentParser
import Outlay

/// `outlay receive`: records what came.
struct ReceiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Record what came of an order.",
        discussion: """
            outlay receive REQ-2026-031 57000.00 --number GR-1
            """)

    @Argument(help: "The request.")
    var request: String

    @Argument(help: "What came, at the order's prices, in its currency.")
    var amount: String

    @Option(help: "The receipt's number.")
    var number: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "receive", on: request) { (_, _, _) throws(Problem) in
            "Received \(amount) of \(request)"
        } _: { (id, session) throws(Problem) in
            Receive(
                id, number: try LedgerText(number), amount: try session.amount(amount, of: id))
        }
    }
}
