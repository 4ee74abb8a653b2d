import ArgumentParser
import Outlay

/// `outlay reject`: refuses a revision, which ends the request.
struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Refuse a request, with the reason.",
        discussion: """
            outlay reject REQ-2026-031 --revision 2 -m "The need is met by the licences we have"
            """)

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try decision.decide("reject", "Rejected", change) { (id) throws(Problem) in
            Reject(id, try decision.view(message))
        }
    }
}
