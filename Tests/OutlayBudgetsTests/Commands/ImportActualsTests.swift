import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@Suite struct ImportActualsTests {
    @Test func `what was spent is never refused, and bars what comes after`() throws {
        var ledger = try TestLedger([Node("P"), Node("A", parent: "P")])
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(400), to: "P", in: 2026))
        let month = try PeriodID(parsing: "FY2026-M02")
        let answer = try ledger.accept(
            ImportActuals([Charge("A", month, MinorUnits(450))], source: "GL export 2026-02"))
        #expect(answer.flags == [.overBudget])
        #expect(try ledger.balance("P") == [400, 0, 0, 450, -50])
        #expect(ledger.books.overruns().map(\.row.node) == ["P"])
        #expect(ledger.books.overruns().map(\.cause) == [.importedActuals])
        try ledger.refuse(Submit("R1", "A", 1), .insufficientFunds)
        try ledger.accept(
            ImportActuals([Charge("A", month, MinorUnits(-60))], source: "GL export 2026-02"))
        #expect(try ledger.row("P").excused == .zero)
        try ledger.accept(Submit("R1", "A", 10))
        try ledger.refuse(ImportActuals([], source: "x"), .badCommand)
    }

    @Test func `a purchase before approval enters by ratification and is flagged`() throws {
        var ledger = try TestLedger([Node("A")])
        var submission = Submit("R1", "A", 100)
        submission.details.route = .ratification
        let answer = try ledger.accept(submission)
        #expect(Set(answer.flags) == [.overBudget, .ratified])
        #expect(try ledger.balance("A") == [0, 100, 0, 0, -100])
        try ledger.refuse(BookInvoice("R1", number: "1", amount: MinorUnits(100)), .notApproved)
        try ledger.accept(Approve("R1"), by: "mia")
        let notices = try ledger.books.notices(on: TestLedger.date("2026-02-10"))
        #expect(notices.map(\.kind) == [.overdrawn, .overrun, .unfunded, .ratified])
    }

    private func entry(
        _ amount: Int64, _ node: NodeID = "A", _ month: Int = 2, _ document: LedgerText = "I-1",
        issuer: LedgerText = "vendor:V1", for request: RequestID? = nil
    ) throws -> ActualsEntry {
        ActualsEntry(
            Charge(node, try #require(PeriodID(year: 2026, .monthly, month)), MinorUnits(amount)),
            issuer: issuer, document: document, request: request)
    }

    private func ordered() throws -> TestLedger {
        var ledger = try TestLedger([Node("A"), Node("B")])
        try ledger.accept(Allot(MinorUnits(10_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(10_000), to: "B", in: 2026))
        try ledger.accept(Submit("R1", "A", 900, vendor: "V1"))
        try ledger.accept(Approve("R1"), by: "mia")
        return ledger
    }

    @Test func `an entry for an order settles what is open of it`() throws {
        var ledger = try ordered()
        #expect(try ledger.balance("A") == [10_000, 0, 900, 0, 9_100])
        try ledger.accept(
            ImportActuals([try entry(600, for: "R1")], source: "focus", hash: "h1"))
        #expect(try ledger.balance("A") == [10_000, 0, 300, 600, 9_100])
        // The same bill by hand would count twice.
        try ledger.refuse(
            BookInvoice("R1", number: "I-1", amount: MinorUnits(100)), .duplicateInvoice)
        try ledger.accept(
            ImportActuals([try entry(500, "B", 3, "I-2", for: "R1")], source: "focus"))
        #expect(try ledger.balance("A") == [10_000, 0, 0, 900, 9_100])
        // 200 beyond the order stay on the line the file names.
        #expect(try ledger.balance("B") == [10_000, 0, 0, 200, 9_800])
        try ledger.expectReplay()
    }

    @Test func `one document may settle several orders of a vendor`() throws {
        var ledger = try ordered()
        try ledger.accept(Submit("R2", "B", 300, vendor: "V1"))
        try ledger.accept(Approve("R2"), by: "mia")
        let both = [try entry(600, for: "R1"), try entry(200, "B", for: "R2")]
        try ledger.accept(ImportActuals(both, source: "focus"))
        #expect(try ledger.balance("A") == [10_000, 0, 300, 600, 9_100])
        #expect(try ledger.balance("B") == [10_000, 0, 100, 200, 9_700])
        #expect(ledger.books.invoices(of: "R1").map(\.number.text) == ["I-1"])
        #expect(ledger.books.invoices(of: "R2").map(\.number.text) == ["I-1 / R2"])
        try ledger.refuse(
            BookInvoice("R2", number: "I-1", amount: MinorUnits(10)), .duplicateInvoice)
        try ledger.refuse(ImportActuals(both, source: "again"), .alreadyExists)
        try ledger.expectReplay()
    }

    @Test func `a document that is booked or was imported is not counted again`() throws {
        var ledger = try ordered()
        try ledger.accept(BookInvoice("R1", number: "I-1", amount: MinorUnits(900)))
        let plan = try ImportActuals(
            [try entry(600), try entry(70, "B", 2, "I-2")], source: "focus"
        ).plan(in: ledger.books, on: TestLedger.date("2026-02-10"), by: PersonID(known: "fin"))
        #expect(plan.leftOut.map(\.reason) == [.bookedInvoice("R1")])
        #expect(plan.unmatched.map(\.entry.document.text) == ["I-2"])
        let both = ImportActuals(
            [try entry(600), try entry(70, "B", 2, "I-2")], source: "focus")
        let first = try ledger.accept(both)
        #expect(try ledger.balance("A") == [10_000, 0, 0, 900, 9_100])
        #expect(try ledger.balance("B") == [10_000, 0, 0, 70, 9_930])
        // Another file with the same document changes nothing and is refused as a whole.
        try ledger.refuse(both, .alreadyExists)
        let again = try ImportActuals([try entry(80, "B", 2, "I-2")], source: "focus 2")
            .plan(in: ledger.books, on: TestLedger.date("2026-02-10"), by: PersonID(known: "fin"))
        #expect(
            again.leftOut.map(\.reason)
                == [.importedOtherwise(first.sequence, MinorUnits(70))])
        try ledger.expectReplay()
    }

    @Test func `a disputed invoice is left out as well`() throws {
        var ledger = try ordered()
        try ledger.refuse(
            BookInvoice("R1", number: "I-1", amount: MinorUnits(5_000)), .overInvoiceTolerance)
        let plan = try ImportActuals([try entry(600)], source: "focus")
            .plan(in: ledger.books, on: TestLedger.date("2026-02-10"), by: PersonID(known: "fin"))
        #expect(plan.leftOut.map(\.reason) == [.disputedInvoice("R1")])
    }

    @Test func `a document stated anew is booked by what differs`() throws {
        var ledger = try ordered()
        try ledger.accept(
            ImportActuals([try entry(600), try entry(50, "B")], source: "March to date"))
        try ledger.accept(
            ImportActuals(
                [try entry(700), try entry(20, "A", 3)], source: "March", restates: true))
        #expect(try ledger.balance("A") == [10_000, 0, 900, 720, 8_380])
        #expect(try ledger.balance("B") == [10_000, 0, 0, 0, 10_000])
        try ledger.refuse(
            ImportActuals(
                [try entry(700), try entry(20, "A", 3)], source: "March", restates: true),
            .alreadyExists)
        try ledger.expectReplay()
    }

    @Test func `the same file under its own key answers as the first time`() throws {
        var ledger = try ordered()
        let key = ImportActuals.idempotencyKey(of: SHA256Value.of([1, 2, 3]))
        let command = ImportActuals([try entry(600)], source: "focus", hash: "h")
        let first = try ledger.accept(command, key: key)
        let again = try ledger.accept(command, key: key)
        #expect(first == again)
        #expect(try ledger.balance("A")[3] == 600)
    }

    @Test func `an order that cannot take bills leaves the money on its line, unsettled`() throws {
        var ledger = try ordered()
        try ledger.accept(Cancel("R1"), by: "ana")
        let plan = try ImportActuals([try entry(600, for: "R1")], source: "x")
            .plan(in: ledger.books, on: TestLedger.date("2026-02-10"), by: PersonID(known: "fin"))
        #expect(plan.booked.map(\.match) == [.unsettled("R1")])
        try ledger.refuse(
            ImportActuals([try entry(600, for: "R404")], source: "x"), .unknownRequest)
    }

    @Test func `one entry that cannot be booked keeps all others out`() throws {
        var ledger = try ordered()
        try ledger.refuse(
            ImportActuals([try entry(600), try entry(1, "NOWHERE", 2, "I-9")], source: "x"),
            .unknownLine)
        #expect(try ledger.balance("A")[3] == 0)
        #expect(ledger.books.importedActuals(issuer: "vendor:V1", document: "I-1").isEmpty)
    }
}
