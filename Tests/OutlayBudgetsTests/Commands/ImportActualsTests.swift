import OutlayBudgets
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
}
