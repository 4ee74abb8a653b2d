import ArgumentParser
import Outlay

/// `outlay approve`: agrees to one revision of a request.
struct ApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Agree to one revision of a request.",
        discussion: """
            outlay approve REQ-2026-031 --revision 2 -m "Ranges agree with the ledger"

            The last agreement commits the money. A later revision outdates the approval, unless the policy's \
            tolerance covers what changed.
            """)

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String?

    @Option(
        help: ArgumentHelp(
            "One unit of the request's currency in the ledger's on the day of approval.",
            valueName: "rate"))
    var rate: String?

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try decision.decide("approve", "Approved", change) { (id) throws(Problem) in
            Approve(
                id, rate: try rate.map { text throws(Problem) in try ExactDecimal(parsing: text) },
                try decision.view(message))
        }
    }
}
