import OutlayBudgets
import OutlayValues
import Testing

@Suite struct ActingForRuleTests {
    /// A ledger in which only finance books invoices, with an order `R1` of 1 000.00 and what `fin` lent.
    private func ordered(_ delegations: String = "[]", people: String? = nil) throws -> TestLedger {
        var ledger = try DocumentLedger.make(
            duties: #"{"roles": {"book_invoices": ["finance"]}}"#,
            people: people ?? DocumentLedger.people, delegations: delegations)
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(PlaceOrder("R1"), by: "ben")
        return ledger
    }

    private let invoice = BookInvoice("R1", number: "A1", amount: MinorUnits(100_000))

    private func lent(_ members: String = "") -> String {
        #"[{"from": "fin", "to": "flo", "start": "2026-02-01", "end": "2026-02-28"\#(members)}]"#
    }

    private func answer(
        _ ledger: inout TestLedger, _ actor: PersonID, on date: String = "2026-02-10"
    ) throws -> RefusalCode? {
        switch try ledger.run(invoice, by: actor, for: "fin", on: date) {
        case .accepted: nil
        case .refused(let refusal): refusal.code
        }
    }

    @Test func `nobody does what another may do without their delegation`() throws {
        var ledger = try ordered()
        #expect(try answer(&ledger, "flo") == .delegationNotValid)
        #expect(ledger.books.request("R1")?.state == .ordered)
    }

    @Test func `who is lent a duty needs its role as well`() throws {
        var ledger = try ordered(
            #"[{"from": "fin", "to": "sam", "start": "2026-02-01", "end": "2026-02-28"}]"#)
        #expect(try answer(&ledger, "sam") == .dutyNotHeld)
    }

    @Test func `a delegation holds on its days, for its categories and to its limit`() throws {
        var ledger = try ordered(lent())
        #expect(try answer(&ledger, "ben") == .delegationNotValid)
        #expect(try answer(&ledger, "flo", on: "2026-03-01") == .delegationNotValid)
        #expect(try answer(&ledger, "flo", on: "2026-02-28") == nil)
        var other = try ordered(lent(#", "categories": ["cloud"]"#))
        #expect(try answer(&other, "flo") == .delegationNotValid)
        var small = try ordered(lent(#", "limit": "999.99""#))
        #expect(try answer(&small, "flo") == .delegationLimit)
        var enough = try ordered(lent(#", "limit": "1000.00""#))
        #expect(try answer(&enough, "flo") == nil)
    }

    @Test func `a deputy acts while the person is away, and on no other day`() throws {
        let people = DocumentLedger.people.replacing(
            #"{"id": "fin", "roles": ["finance"], "reports_to": "cfo"}"#,
            with: #"""
                {"id": "fin", "roles": ["finance"], "deputies": ["flo"],
                 "absences": [{"from": "2026-02-10", "to": "2026-02-12"}]}
                """#)
        var ledger = try ordered(people: people)
        #expect(try answer(&ledger, "flo", on: "2026-02-13") == .delegationNotValid)
        #expect(try answer(&ledger, "ben", on: "2026-02-12") == .delegationNotValid)
        #expect(try answer(&ledger, "flo", on: "2026-02-12") == nil)
    }

    @Test func `no act is dated back to a day before anybody had a duty`() throws {
        var ledger = try DocumentLedger.make(
            [Node("IT"), Node("HR")], duties: #"{"roles": {"transfer": ["finance"]}}"#)
        let transfer = Transfer(MinorUnits(100), from: "IT", to: "HR", in: 2026)
        try ledger.refuse(transfer, .dutyNotHeld, by: "ana", on: "2026-02-10")
        // The organisation is in force from 1 January 2026 on.
        try ledger.refuse(transfer, .dutyNotHeld, by: "ana", on: "2025-12-31")
    }
}
