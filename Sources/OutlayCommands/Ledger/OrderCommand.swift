import ArgumentParser
import Outlay

/// `outlay order`: records that the order of an approved request went to the vendor.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Record that an approved request was ordered.",
        discussion: """
            outlay order REQ-2026-031 --number PO-4711

            Nothing is ordered before the last approval.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(help: "The order's number.")
    var number: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "order", on: request) { (_, _, _) throws(Problem) in
            "Ordered \(request) as \(number)"
        } _: { (id, _) throws(Problem) in
            PlaceOrder(id, number: try LedgerText(number))
        }
    }
}
