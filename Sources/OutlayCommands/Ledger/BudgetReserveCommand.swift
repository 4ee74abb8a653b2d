import ArgumentParser
import Outlay

/// `outlay budget reserve`: asks for a purchase that has no evaluation, and holds its money.
struct BudgetReserveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve",
        abstract: "Ask for a purchase without an evaluation; its money is held from then on.",
        discussion: """
            outlay budget reserve REQ-2026-040 --charge CC-410=1200.00 --title "Two monitors"
            outlay budget reserve REQ-2026-041 --charge CC-410@2027-03=900.00 --charge CC-420=300.00 \
            --title "Licences" --vendor northwind --quote northwind=2027-01-15 --dry-run

            The policy says up to which amount a purchase needs no evaluation, and who has to approve it. What has an \
            evaluation is asked for by `outlay request create`.
            """)

    @Argument(help: "The request's name, which nobody has used.")
    var request: String

    @Option(
        help: ArgumentHelp(
            "A budget line, the month that is charged, and the amount; the month of --as-of where none is named; repeatable.",
            valueName: "line[@month]=amount"))
    var charge: [String] = []

    @Option(help: "What it is for.")
    var title: String

    @Option(help: "Whom it is to be bought from.")
    var vendor: String?

    @Option(help: "The spend category, such as software.")
    var category: String?

    @Flag(help: "Personal data is handled.")
    var personalData = false

    @Option(
        help: "How it is bought: competitive, call-off, single-source, emergency or ratification.")
    var route = "competitive"

    @Option(help: "Why that way, by the policy's own word.")
    var reason: String?

    @Option(help: "The agreement that it calls off.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "A vendor's offer and its last day; repeatable.", valueName: "vendor=date"))
    var quote: [String] = []

    @Option(help: "The currency of the amounts; the ledger's where not given.")
    var currency: String?

    @Option(help: "One unit of that currency in the ledger's.")
    var rate: String?

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "budget-reserve", on: request, askingForPurchase: true) {
            (standing, _, _) throws(Problem) in
            standing.request.state == .approved
                ? "Asked for \(request), which nobody has to approve" : "Asked for \(request)"
        } _: { (id, session) throws(Problem) in
            let settings = try session.read { (reader) throws(Problem) in
                try reader.requireSettings()
            }
            let paid = try currency.map { code throws(Problem) in try Currency(code: code) }
            return Submit(
                id,
                lines: try charge.map { text throws(Problem) in
                    try Submit.Line(
                        charge: text, in: paid ?? settings.currency, settings.calendar)
                },
                vendor: try vendor.map { name throws(Problem) in try VendorID(name) },
                framework: try framework.map { name throws(Problem) in try FrameworkID(name) },
                currency: paid,
                rate: try rate.map { text throws(Problem) in try ExactDecimal(parsing: text) },
                details: try details())
        }
    }

    func validate() throws {
        guard !charge.isEmpty else {
            throw ValidationError("name what is charged by --charge LINE=AMOUNT")
        }
        guard PurchaseRoute(document: route) != nil else {
            throw ValidationError(
                "'\(route)' is no route; competitive, call-off, single-source, emergency and ratification are"
            )
        }
    }

    private func details() throws(Problem) -> RequestDetails {
        var details = RequestDetails()
        details.title = try LedgerText(title)
        details.category = try category.map { name throws(Problem) in try NodeID(name) }
        details.handlesPersonalData = personalData
        details.route = PurchaseRoute(document: route) ?? .competitive
        details.reasonCode = try reason.map { text throws(Problem) in try LedgerText(text) }
        details.quotes = try quote.map { text throws(Problem) in
            let (vendor, date) = try Assignment.parts(
                of: text, argument: "--quote", written: "vendor=2027-01-15")
            return QuoteOnFile(
                vendor: try VendorID(vendor), validUntil: try CalendarDate(parsing: date))
        }
        return details
    }
}

/// A `name=value` of the command line.
private enum Assignment {
    /// Returns what stands on both sides of the last equals sign.
    ///
    /// - Throws: ``ProblemCode/badArgument`` where there is none, or nothing beside it.
    static func parts(
        of text: String, argument: String, written example: String
    ) throws(Problem) -> (name: String, value: String) {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count > 1, let value = sides.last, !value.isEmpty, sides[0] != "" else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) does not say what is what",
                at: .argument(argument), because: "a name and a value stand beside an equals sign",
                hint: "write it like \(example)")
        }
        return (sides.dropLast().joined(separator: "="), String(value))
    }
}

extension Submit.Line {
    /// Reads a charge such as `CC-410=1200.00` or `CC-410@2027-03=1200.00`.
    ///
    /// - Throws: A ``Problem`` of its line, month or amount.
    fileprivate init(
        charge text: String, in currency: Currency, _ calendar: FiscalCalendar
    ) throws(Problem) {
        let (place, amount) = try Assignment.parts(
            of: text, argument: "--charge", written: "CC-410=1200.00 or CC-410@2027-03=1200.00")
        let parts = place.split(separator: "@", maxSplits: 1)
        var period: PeriodID?
        if parts.count == 2 {
            let month = String(parts[1])
            period =
                month.hasPrefix("FY")
                ? try PeriodID(parsing: month)
                : PeriodID(monthOf: try CalendarDate(parsing: month + "-01"), in: calendar)
        }
        self.init(
            try NodeID(String(parts.first ?? "")), try MinorUnits(argument: amount, in: currency),
            in: period)
    }
}
