import OutlayBudgets
import OutlayValues
import Testing

@Suite struct DutyDoneTests {
    /// A ledger in which nothing has roles and the usual pairs are kept apart.
    private func ledger(_ duties: String = #"{"roles": {}}"#) throws -> TestLedger {
        try DocumentLedger.make(duties: duties)
    }

    /// An order `R1` of 1 000.00: asked for by `ana`, approved by `mia`, ordered by `ben`, received by
    /// `sam`.
    private func ordered(_ duties: String = #"{"roles": {}}"#) throws -> TestLedger {
        var ledger = try ledger(duties)
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(PlaceOrder("R1"), by: "ben")
        try ledger.accept(Receive("R1", number: "D1", amount: MinorUnits(40_000)), by: "sam")
        return ledger
    }

    @Test(arguments: ["mia", "ben", "sam"])
    func `who approved, ordered or received books no invoice of the order`(
        person: String
    ) throws {
        var ledger = try ordered()
        let invoice = BookInvoice("R1", number: "A1", amount: MinorUnits(40_000))
        let refusal = try ledger.refuse(invoice, .dutiesApart, by: PersonID(known: person))
        #expect(refusal.subject.text == "R1" && refusal.person?.text == person)
        let credit = BookCredit("R1", amount: MinorUnits(1))
        try ledger.refuse(credit, .dutiesApart, by: PersonID(known: person))
        try ledger.accept(invoice, by: "fin")
        try ledger.expectReplay()
    }

    @Test func `who booked an invoice neither receives, cancels nor approves for the order`() throws
    {
        var ledger = try ordered()
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(40_000)), by: "fin")
        try ledger.refuse(
            Receive("R1", number: "D2", amount: MinorUnits(1)), .dutiesApart, by: "fin")
        try ledger.refuse(Cancel("R1"), .dutiesApart, by: "fin")
        // A change order to 6 000.00 asks finance as well; `fin` has booked, `flo` has not.
        try ledger.accept(Amend("R1", to: MinorUnits(600_000)), by: "ana")
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.refuse(Approve("R1"), .dutiesApart, by: "fin")
        try ledger.accept(Approve("R1"), by: "flo")
        #expect(ledger.books.request("R1")?.foreignTotal == MinorUnits(600_000))
        try ledger.expectReplay()
    }

    @Test func `another order is another matter`() throws {
        var ledger = try ordered()
        try ledger.accept(Submit("R2", "IT", 100_000), by: "ana")
        try ledger.accept(Approve("R2"), by: "mia")
        try ledger.accept(PlaceOrder("R2"), by: "fin")
        let invoice = BookInvoice("R2", number: "B1", amount: MinorUnits(1))
        try ledger.refuse(invoice, .dutiesApart, by: "fin")
        try ledger.accept(invoice, by: "sam")
    }

    @Test func `who acts for somebody did it, and so did who was acted for`() throws {
        var ledger = try DocumentLedger.make(
            duties: #"{"roles": {}}"#,
            delegations: """
                [{"from": "mia", "to": "sam", "start": "2026-02-01", "end": "2026-02-28"},
                 {"from": "mia", "to": "fin", "start": "2026-02-01", "end": "2026-02-28"}]
                """)
        try ledger.accept(Submit("R1", "IT", 100_000), by: "ana")
        guard case .accepted = try ledger.run(Approve("R1"), by: "sam", for: "mia") else {
            Issue.record("the delegate was refused")
            return
        }
        let invoice = BookInvoice("R1", number: "A1", amount: MinorUnits(1))
        try ledger.refuse(invoice, .dutiesApart, by: "sam")
        try ledger.refuse(invoice, .dutiesApart, by: "mia")
        guard case .refused(let refusal) = try ledger.run(invoice, by: "fin", for: "mia") else {
            Issue.record("the approver booked through somebody else")
            return
        }
        #expect(refusal.code == .dutiesApart)
    }

    @Test func `a matrix of its own pairs is kept, and no other`() throws {
        var ledger = try ordered(#"{"roles": {}, "apart": [["request", "receive"]]}"#)
        try ledger.refuse(
            Receive("R1", number: "D2", amount: MinorUnits(1)), .dutiesApart, by: "ana")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(40_000)), by: "sam")
        // Who received may not take over the request.
        try ledger.refuse(Amend("R1", to: MinorUnits(90_000)), .dutiesApart, by: "sam")
    }

    @Test func `an approver who writes the next revision has asked, and approves no more`() throws {
        var ledger = try ledger()
        try ledger.accept(Submit("R1", "IT", 600_000), by: "ana")
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(600_100)), by: "mia")
        #expect(ledger.books.request("R1")?.approval.acts.map(\.outdated) == [.lastEditor])
        try ledger.refuse(Approve("R1"), .lastEditor, by: "mia")
    }

    @Test func `a firm of a single person is exempt`() throws {
        var ledger = try ordered(#""single-person""#)
        for (number, person) in [("A1", "mia"), ("A2", "ben"), ("A3", "sam")] {
            try ledger.accept(
                BookInvoice("R1", number: LedgerText(known: number), amount: MinorUnits(10_000)),
                by: PersonID(known: person))
        }
    }

    @Test(arguments: [(#""single-person""#, ["OL545"]), (#"{"roles": {}}"#, [])])
    func `every audit output says where nothing is kept apart`(
        duties: String, codes: [String]
    ) throws {
        let ledger = try ledger(duties)
        let date = try TestLedger.date("2026-02-10")
        let remarks = try ledger.books.approvalRules.remarks(on: date, in: ledger.books)
        #expect(remarks.map(\.code.rawValue) == codes)
        let before = try TestLedger.date("2025-12-31")
        #expect(try ledger.books.approvalRules.remarks(on: before, in: ledger.books).isEmpty)
    }
}
