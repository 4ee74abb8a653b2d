import ArgumentParser
import Outlay

/// `outlay request amend`: changes an order to a new total.
struct RequestAmendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend", abstract: "Change an order, or a request that waits, to a new total.",
        discussion: """
            outlay request amend REQ-2026-031 --to 290000.00 -m "Two seats more"
            outlay request amend REQ-2026-031 --to 120000.00 -m "Training is dropped" --dry-run

            A raise is held at once and waits for approval where the policy asks for it; until then the order stands \
            as it was. To change what is bought, freeze a revision: outlay request create.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The new total in the request's currency.", valueName: "amount"))
    var amount: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "request-amend", on: request) {
            (standing, answer, _) throws(Problem) in
            let waits = answer.result == .pending ? "; it waits for approval" : ""
            return "Amended \(request) to \(amount), r\(standing.request.revision)\(waits)"
        } _: { (id, session) throws(Problem) in
            Amend(
                id, to: try session.amount(amount, of: id), reason: try LedgerText(message))
        }
    }
}
