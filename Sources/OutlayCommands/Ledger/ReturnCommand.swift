import ArgumentParser
import Outlay

/// `outlay return`: gives a revision back for changes.
struct ReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Give a revision back for changes, with what to change.",
        discussion: """
            outlay return REQ-2026-031 --revision 2 -m "The exit costs are missing"

            The money that the request holds is free again until it is submitted anew.
            """)

    @Option(name: [.customShort("m"), .customLong("message")], help: "What to change.")
    var message: String

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try decision.decide("return", "Returned", change) { (id) throws(Problem) in
            ReturnForChanges(id, try decision.view(message))
        }
    }
}
