import Outlay
import OutlayDocuments
import Testing

/// Contracts, agreements and metered use in a ledger whose requests nobody has to approve.
@Suite struct ExpectedSpendingTests {
    private struct Refused: Error { var refusal: Refusal }

    private let node = NodeID(known: "CC-410")

    private func opened(
        _ prepare: (inout Books) throws -> Void = { _ in }
    ) throws -> Books {
        var books = Books(approvalRules: DocumentApprovalRules())
        let settings = LedgerSettings(
            ledgerID: "test", currency: .eur, calendar: .calendarYear)
        try run(&books, OpenLedger(settings, years: Array(2026...2031)))
        try run(&books, SetLines([Node(node), Node(NodeID(known: "CC-420"))]))
        for year in 2027...2031 {
            try run(&books, Allot(MinorUnits(100_000_000), to: node, in: year))
        }
        let policy = try Policy(
            json: JSONValue(
                parsing: #"""
                    {"kind": "Policy", "id": "FREE", "revision": 1, "currency": "EUR",
                     "effective_from": "2026-01-01", "tiers": [{"approvers": ["manager"]}]}
                    """#))
        try run(
            &books,
            LoadDocument(
                .policy, id: "FREE", revision: 1, effectiveFrom: day("2026-01-01"),
                content: policy.json))
        try prepare(&books)
        let people = try Organisation(
            json: JSONValue(
                parsing: #"""
                    {"kind": "Organisation", "id": "ORG", "revision": 1, "currency": "EUR",
                     "effective_from": "2026-01-01",
                     "people": [{"id": "ana"}, {"id": "mia", "roles": ["manager"]}]}
                    """#))
        try run(
            &books,
            LoadDocument(
                .organisation, id: "ORG", revision: 1, effectiveFrom: day("2026-01-01"),
                content: people.json))
        return books
    }

    private func run(
        _ books: inout Books, _ command: some LedgerCommand, by actor: String = "ana",
        on date: String = "2026-11-20"
    ) throws {
        let outcome = try books.execute(
            command,
            context: CommandContext(
                actor: PersonID(known: actor), moment: LedgerMoment(on: day(date))))
        if case .refused(let refusal) = outcome { throw Refused(refusal: refusal) }
    }

    private func buy(
        _ books: inout Books, edit: (String) -> String = { $0 }
    ) throws {
        let purchase = try PurchaseCase(
            ShippedEvaluations.helpdesk(edit: edit), choosing: .award("northwind"))
        let revision = try FrozenRevision(
            purchase, submission: purchase.submission(RequestID(known: "R1"), in: books),
            inputs: FrozenInputs(document: [:]))
        try run(&books, revision.draft)
        try run(&books, revision.submit(as: 1))
        try run(&books, Approve(RequestID(known: "R1")), by: "mia")
    }

    private func expected(_ books: Books, _ year: Int, _ date: String) throws -> [String] {
        try books.expectedSpending(on: node, in: PeriodID(year: year), asOf: day(date)).map {
            "\($0.kind.rawValue) \($0.subject) \($0.amount.count) "
                + ($0.date.map(\.description) ?? "-")
        }
    }

    @Test func `a contract that goes on costs its last year again, from its end on`() throws {
        var books = try opened()
        try buy(&books)
        #expect(try expected(books, 2029, "2027-03-01") == [])
        #expect(try expected(books, 2030, "2027-03-01") == ["renewal R1 7947896 2029-10-02"])
        #expect(try expected(books, 2030, "2029-10-02") == ["renewal R1 7947896 2029-10-02"])
        #expect(
            try expected(books, 2030, "2029-10-03") == ["notice_passed R1 7947896 2029-10-02"])
        #expect(try expected(books, 2035, "2029-10-03") == [])
        #expect(
            try books.expectedSpending(
                on: NodeID(known: "CC-420"), in: PeriodID(year: 2030), asOf: day("2027-03-01"))
                == [])
        try run(&books, Cancel(RequestID(known: "R1")), on: "2027-04-01")
        #expect(try expected(books, 2030, "2027-05-01") == [])
    }

    // 30 months end on 2029-06-30. The last whole year of charges is the second, 74 279.40, and half of it falls
    // into 2029.
    @Test func `a contract that ends within a year costs the months that are left`() throws {
        var books = try opened()
        try buy(&books) {
            $0.replacing(
                "months: 36, auto_renew: true, notice_days: 90",
                with: "months: 30, auto_renew: true, notice_days: 90")
        }
        #expect(try expected(books, 2029, "2027-03-01") == ["renewal R1 3713970 2029-04-01"])
    }

    @Test func `a contract that does not go on is not expected to`() throws {
        var books = try opened()
        try buy(&books) {
            $0.replacing("months: 36, auto_renew: true", with: "months: 36, auto_renew: false")
        }
        #expect(try expected(books, 2030, "2029-11-01") == [])
    }

    // A ceiling of 12 000.00 over 2027; 1 000.00 called off by the end of March, the 90th day: 275 days are left,
    // at 11.11 a day.
    @Test func `an agreement is called off at the pace so far, up to its ceiling`() throws {
        let vendor = VendorID(known: "acme")
        let framework = FrameworkID(known: "F1")
        var books = try opened { books in
            try run(
                &books,
                MakeFramework(
                    framework, title: "Paper", vendors: [vendor], ceiling: MinorUnits(1_200_000),
                    from: day("2027-01-01"), to: day("2027-12-31")), on: "2026-12-01")
        }
        #expect(try expected(books, 2027, "2027-03-31") == [])
        var call = Submit(
            RequestID(known: "C1"), lines: [Submit.Line(node, MinorUnits(100_000))],
            vendor: vendor, framework: framework)
        call.details.route = .callOff
        try run(&books, call, on: "2027-02-01")
        #expect(try expected(books, 2027, "2027-03-31") == ["call_off F1 305555 2027-12-31"])
        #expect(try expected(books, 2028, "2027-03-31") == [])
        #expect(try expected(books, 2027, "2027-12-31") == [])
    }
}
