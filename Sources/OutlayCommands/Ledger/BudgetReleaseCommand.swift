import ArgumentParser
import Outlay

/// `outlay budget release`: gives back what a request holds, whether it waits or was ordered.
struct BudgetReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Give back the money that a request holds.",
        discussion: """
            outlay budget release REQ-2026-040 -m "No longer needed"

            A request that waits is withdrawn, by who asked for it; of one that was approved or ordered what is not billed \
            is cancelled.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "budget-release", on: request) { (standing, _, _) throws(Problem) in
            "Released what \(request) held: it is \(standing.request.state.rawValue)"
        } _: { (id, session) throws(Problem) in
            let state = try session.read { (reader) throws(Problem) in
                try reader.request(id)?.state
            }
            let reason = try LedgerText(message)
            return state == .draft || state == .submitted
                ? Withdraw(id, reason: reason) as any LedgerCommand : Cancel(id, reason: reason)
        }
    }
}
