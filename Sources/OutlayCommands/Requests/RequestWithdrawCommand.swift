import ArgumentParser
import Outlay

/// `outlay request withdraw`: takes a request back, or the change order that waits beside an order.
struct RequestWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take your request back before it is decided, or a change order.",
        discussion: """
            outlay request withdraw REQ-2026-031 -m "The trial did not convince us"

            What it held is given back. It can be frozen and submitted again later.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String?

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "request-withdraw", on: request) {
            (standing, _, _) throws(Problem) in
            standing.request.state == .withdrawn
                ? "Withdrew \(request)" : "Withdrew the change order of \(request)"
        } _: { (id, _) throws(Problem) in
            Withdraw(id, reason: try LedgerText(message ?? ""))
        }
    }
}
