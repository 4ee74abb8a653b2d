import ArgumentParser
import Outlay

/// `outlay credit`: books a credit note.
struct CreditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credit", abstract: "Book a vendor's credit note.",
        discussion: """
            outlay credit REQ-2026-031 1000.00 --number NW-C-1 --invoice NW-2027-001

            A credit note has its own number, names its invoice and cannot exceed it.
            """)

    @Argument(help: "The request.")
    var request: String

    @Argument(help: "The amount, in the order's currency.")
    var amount: String

    @Option(help: "The note's own number.")
    var number: String

    @Option(help: "The invoice that it corrects.")
    var invoice: String

    @Flag(help: "What it gives back is owed again, and a closed order with it.")
    var reopen = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "credit", on: request) { (_, _, _) throws(Problem) in
            "Booked credit note \(number) over \(amount) for invoice \(invoice)"
        } _: { (id, session) throws(Problem) in
            BookCredit(
                id, amount: try session.amount(amount, of: id), number: try LedgerText(number),
                invoice: try LedgerText(invoice), reopens: reopen)
        }
    }
}
