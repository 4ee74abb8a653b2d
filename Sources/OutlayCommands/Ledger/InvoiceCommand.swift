import ArgumentParser
import Outlay

/// `outlay invoice`: books a vendor's invoice against an order.
struct InvoiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoice", abstract: "Book a vendor's invoice against an order.",
        discussion: """
            outlay invoice REQ-2026-031 57000.00 --number NW-2027-001
            outlay invoice REQ-2026-031 69420.00 --number NW-2027-002 --final

            What the order, the receipts or the tolerance do not cover is not booked, but kept as disputed.

            What a framework agreement owes of its guaranteed minimum is billed against the request that the minimum was \
            approved by; `--final` releases what the bill leaves of it, for good.
            """)

    @Argument(help: "The request.")
    var request: String

    @Argument(help: "The amount, in the order's currency.")
    var amount: String

    @Option(help: "The vendor's number.")
    var number: String

    @Option(
        help: ArgumentHelp(
            "One unit of the order's currency in the ledger's; the order's own rate where not given.",
            valueName: "rate"))
    var rate: String?

    @Flag(help: "It is the last one: release what is still open, and close the order.")
    var final = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "invoice", on: request) { (_, _, _) throws(Problem) in
            "Booked invoice \(number) over \(amount) against \(request)"
        } _: { (id, session) throws(Problem) in
            BookInvoice(
                id, number: try LedgerText(number), amount: try session.amount(amount, of: id),
                rate: try rate.map { text throws(Problem) in try ExactDecimal(parsing: text) },
                isFinal: final)
        }
    }
}
