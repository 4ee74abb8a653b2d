import ArgumentParser
import Outlay

/// `outlay cancel`: releases what is open of an order.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Release what is not billed of an order.",
        discussion: """
            outlay cancel REQ-2026-031 -m "The vendor cannot deliver"
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "cancel", on: request) { (_, _, _) throws(Problem) in
            "Cancelled what was open of \(request)"
        } _: { (id, _) throws(Problem) in
            Cancel(id, reason: try LedgerText(message))
        }
    }
}
