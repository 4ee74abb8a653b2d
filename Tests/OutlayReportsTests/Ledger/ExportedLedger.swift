import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

/// A ledger with something of everything that exports show: lines below lines, names that other programs
/// do not take as they are, quotes, a change order, bills, a credit note, imported actuals, two years.
struct ExportedLedger {
    var books = Books(approvalRules: DocumentApprovalRules())
    private var milliseconds: Int64 = 1_767_225_600_000

    static let day = "2026-02-10"

    init(currency: Currency = .eur) throws {
        let settings = LedgerSettings(
            ledgerID: "Ex; [port] \"é\"", currency: currency, calendar: .calendarYear)
        try accept(OpenLedger(settings, years: [2026, 2027]))
        var tracked = Node(try NodeID("IT"), parent: try NodeID("DEPT"), control: .track)
        tracked.title = "Tracked"
        try accept(
            SetLines([
                Node(try NodeID("DEPT")), tracked,
                Node(try NodeID("CC-410"), parent: try NodeID("IT")),
                Node(try NodeID("cc 410"), parent: try NodeID("IT")),
                Node(try NodeID("(ops): a;b  c"), parent: try NodeID("DEPT")),
            ]))
        for (kind, id, text) in Self.documents(currency) {
            try accept(
                LoadDocument(
                    kind, id: try LedgerText(id), revision: 1,
                    effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
                    content: try JSONValue(parsing: text)))
        }
        for (line, amount) in [("DEPT", 5_000_000), ("CC-410", 3_000_000), ("cc 410", 70_001)] {
            try accept(Allot(MinorUnits(Int64(amount)), to: try NodeID(line), in: 2026))
        }
        try accept(Allot(MinorUnits(99_999), to: try NodeID("(ops): a;b  c"), in: 2027))
    }

    private static func documents(
        _ currency: Currency
    ) -> [(LedgerDocumentKind, String, String)] {
        [
            (
                .policy, "P",
                """
                {"id": "P", "effective_from": "2026-01-01", "currency": "\(currency.code)",
                 "tiers": [{"approvers": ["manager"]}]}
                """
            ),
            (
                .organisation, "O",
                """
                {"id": "O", "effective_from": "2026-01-01", "currency": "\(currency.code)",
                 "duties": "single-person",
                 "people": [{"id": "ana"}, {"id": "mia", "roles": ["manager"]}]}
                """
            ),
            (
                .vendors, "V",
                """
                {"vendors": [{"id": "V1", "legal_name": "One, \\"Inc.\\""},
                  {"id": "V2", "legal_name": "Zwei Söhne"}]}
                """
            ),
        ]
    }

    /// What a purchase goes through from the request to the last bill, and one that comes to nothing.
    mutating func story() throws {
        let id = try RequestID("REQ-1")
        let vendor = try VendorID("V1")
        var submission = Submit(
            id,
            lines: [
                Submit.Line(try NodeID("CC-410"), MinorUnits(100_000)),
                Submit.Line(try NodeID("cc 410"), MinorUnits(50_000)),
            ], vendor: vendor)
        submission.details.title = "Help desk; [2026-99-99] date:x"
        submission.details.quotes = [
            QuoteOnFile(vendor: vendor, validUntil: try CalendarDate(parsing: "2026-12-31")),
            QuoteOnFile(
                vendor: try VendorID("V2"), validUntil: try CalendarDate(parsing: "2026-12-31")),
        ]
        try accept(submission)
        try accept(Approve(id), by: "mia")
        try accept(PlaceOrder(id, number: "PO-1"))
        try accept(Receive(id, number: "D-1", amount: MinorUnits(90_000)))
        try accept(BookInvoice(id, number: "I-1", amount: MinorUnits(80_003)), on: "2026-03-01")
        try accept(Amend(id, to: MinorUnits(175_000), reason: "more seats"), on: "2026-03-02")
        // In a currency with other decimals the raise is within what needs no second approval.
        if books.request(id)?.amendment != nil {
            try accept(Approve(id), by: "mia", on: "2026-03-03")
        }
        try accept(
            BookCredit(id, amount: MinorUnits(1_001), number: "C-1", invoice: "I-1"),
            on: "2026-03-04")
        let other = try RequestID("REQ-2")
        try accept(
            Submit(other, lines: [Submit.Line(try NodeID("CC-410"), MinorUnits(5_000))]))
        try accept(Withdraw(other))
        let month = try #require(PeriodID(year: 2026, .monthly, 4))
        try accept(
            ImportActuals(
                [
                    ActualsEntry(
                        Charge(try NodeID("DEPT"), month, MinorUnits(777)), issuer: "AWS",
                        document: "A-1"),
                    ActualsEntry(
                        Charge(try NodeID("CC-410"), month, MinorUnits(-776)), issuer: "AWS",
                        document: "A-1"),
                ], source: "cloud"), on: "2026-04-30")
        try accept(
            CarryForward(
                id, to: try NodeID("(ops): a;b  c"), in: PeriodID(year: 2027, .monthly, 1),
                fromYear: 2026), on: "2026-12-31")
        try accept(
            BookInvoice(id, number: "I-2", amount: MinorUnits(20_000), isFinal: true),
            on: "2027-01-15")
    }

    mutating func accept(
        _ command: some LedgerCommand, by actor: String = "ana", on date: String = day,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        milliseconds += 61_001
        let outcome = try books.execute(
            command,
            context: CommandContext(
                actor: try PersonID(actor),
                moment: LedgerMoment(
                    effective: try CalendarDate(parsing: date),
                    recordedMilliseconds: milliseconds)))
        guard case .accepted = outcome else {
            Issue.record("\(outcome)", sourceLocation: location)
            return
        }
    }
}
