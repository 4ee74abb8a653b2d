import OutlayBudgets
import OutlayValues
import Testing

@Suite struct ConcludeWithoutAwardTests {
    @Test func `buying nothing is recorded with its reason and gives the money back`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 300))
        try ledger.refuse(ConcludeWithoutAward("R1", reason: .empty), .choiceReasonRequired)
        try ledger.refuse(ConcludeWithoutAward("R1", reason: "no"), .dutyNotHeld, by: "bob")
        try ledger.accept(ConcludeWithoutAward("R1", reason: "No offer met the need"))
        let request = try #require(ledger.books.request("R1"))
        #expect(request.state == .notAwarded)
        #expect(request.details.award == .none)
        #expect(request.details.choiceReason == "No offer met the need")
        #expect(try ledger.balance("A") == [2_000, 0, 0, 0, 2_000])
        try ledger.refuse(ConcludeWithoutAward("R1", reason: "again"), .notPending)
        try ledger.refuse(Submit("R1", "A", 300), .alreadyExists)
        try ledger.refuse(ConcludeWithoutAward("R9", reason: "no"), .unknownRequest)
        try ledger.expectReplay()
    }

    @Test func `a draft without lines ends so`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Draft(Submit("R1", lines: []), content: "{}"))
        try ledger.accept(ConcludeWithoutAward("R1", reason: "The need is gone"))
        #expect(ledger.books.request("R1")?.state == .notAwarded)
        try ledger.expectReplay()
    }

    @Test func `an order is not undone by it`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(Submit("R1", "A", 300))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.refuse(ConcludeWithoutAward("R1", reason: "late"), .notPending)
    }
}
