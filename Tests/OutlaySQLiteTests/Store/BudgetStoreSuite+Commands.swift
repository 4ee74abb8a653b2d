import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

extension BudgetStoreSuite {
    private func accept(
        _ store: inout Store, _ command: some LedgerCommand, by actor: String = "ana",
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try run(&store, command, by: actor)
        #expect(Self.code(outcome) == nil, sourceLocation: location)
    }

    private func run(
        _ store: inout Store, _ command: some LedgerCommand, by actor: String = "ana"
    ) throws -> CommandOutcome {
        var context = Self.context()
        context.actor = PersonID(known: actor)
        return try store.execute(command, context: context)
    }

    /// The ledger of ``setUp()`` with an organisation that keeps duties apart.
    private func staffed() throws -> Store {
        var store = try setUp()
        let people: JSONValue = [
            "id": "ORG", "effective_from": "2026-01-01", "currency": "USD",
            "people": [
                ["id": "ana"], ["id": "mia", "roles": ["manager"]], ["id": "fin"], ["id": "sam"],
                ["id": "cfo", "override_limit": "50"],
            ],
            "duties": ["roles": [:]],
        ]
        try accept(
            &store,
            LoadDocument(
                .organisation, id: LedgerText(known: "ORG"), revision: 1,
                effectiveFrom: CalendarDate(dayNumber: 20_454), content: people))
        return store
    }

    /// Every state, part and person of a purchase is kept as it is, and a replay makes it again.
    func keepsPurchases() throws {
        var store = try staffed()
        let id = RequestID(known: "R1")
        let submit = Submit(
            id,
            lines: [
                Submit.Line(NodeID(known: "A"), MinorUnits(6_000)),
                Submit.Line(NodeID(known: "B"), MinorUnits(3_000)),
            ], vendor: VendorID(known: "V1"))
        try accept(&store, submit)
        try accept(&store, ReturnForChanges(id), by: "mia")
        store = try reopen(store, true)
        try accept(&store, submit)
        try accept(&store, Approve(id), by: "mia")
        try accept(&store, PlaceOrder(id, number: LedgerText(known: "PO-1")), by: "ana")
        let parts = [LinePart(2, MinorUnits(1_000)), LinePart(1, MinorUnits(500))]
        try accept(
            &store,
            Receive(
                id, number: LedgerText(known: "D1"), amount: MinorUnits(1_500), parts: parts),
            by: "sam")
        let invoice = BookInvoice(
            id, number: LedgerText(known: "A1"), amount: MinorUnits(1_500), parts: parts)
        #expect(Self.code(try run(&store, invoice, by: "sam")) == .dutiesApart)
        try accept(&store, invoice, by: "fin")
        store = try reopen(store, true)
        try store.read { (reader) throws(Problem) in
            #expect(try reader.lines(of: id).map(\.billed.count) == [500, 1_000])
            #expect(try reader.receipts(of: id).map(\.parts) == [parts])
            #expect(try reader.invoices(of: id).map(\.parts) == [parts])
            #expect(try reader.invoices(of: id).map(\.bookedBy.text) == ["fin"])
            #expect(try reader.request(id)?.orderedBy?.text == "ana")
            let (one, other) = (VendorID(known: "V1"), VendorID(known: "V2"))
            #expect(try reader.hasBought(from: one, besides: RequestID(known: "R2")))
            #expect(try !reader.hasBought(from: one, besides: id))
            #expect(try !reader.hasBought(from: other, besides: id))
        }
    }

    /// An override is kept until its request ends, and the filters of requests agree with ``Books``.
    func keepsOverrides() throws {
        var store = try staffed()
        let submit = Self.submit("R1", 12_000)
        try accept(
            &store,
            OverrideBudget(
                of: submit, by: PersonID(known: "ana"), reason: LedgerText(known: "outage")),
            by: "cfo")
        try accept(&store, submit)
        try accept(&store, Reject(submit.id), by: "mia")
        store = try reopen(store, true)
        #expect(Self.code(try run(&store, submit)) == .insufficientFunds)
        var filter = RequestFilter()
        filter.expiredOn = Self.date.adding(days: 400)
        try store.read { (reader) throws(Problem) in
            #expect(try reader.overrides(for: submit.id).map(\.isOver) == [true])
            #expect(try reader.requests(filter).isEmpty)
        }
    }
}
