import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct DraftTests {
    private func funded() throws -> TestLedger {
        var ledger = try TestLedger([Node("A"), Node("B")])
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(2_000), to: "B", in: 2026))
        return ledger
    }

    private func content(_ seats: Int) -> String { "{\"seats\":\(seats)}" }

    private func named(_ submission: Submit, _ number: Int, _ seats: Int) -> Submit {
        var named = submission
        named.revision = RevisionReference(
            number: number, hash: SHA256Value.of(Array(content(seats).utf8)))
        return named
    }

    @Test func `a draft holds no money, and its submission binds to its hash`() throws {
        var ledger = try funded()
        let submission = Submit("R1", "A", 300)
        try ledger.accept(Draft(submission, content: content(60)))
        #expect(ledger.books.request("R1")?.state == .draft)
        #expect(ledger.books.request("R1")?.total == MinorUnits(300))
        #expect(try ledger.balance("A") == [2_000, 0, 0, 0, 2_000])
        try ledger.refuse(submission, .noDraft)
        try ledger.refuse(named(submission, 1, 61), .revisionMoved)
        try ledger.refuse(named(submission, 2, 60), .noDraft)
        try ledger.refuse(named(Submit("R1", "A", 301), 1, 60), .badCommand)
        try ledger.accept(named(submission, 1, 60))
        #expect(try ledger.balance("A") == [2_000, 300, 0, 0, 1_700])
        let frozen = try #require(ledger.books.revision(1, of: "R1"))
        #expect(frozen.content == content(60))
        #expect(frozen.submitted == (try TestLedger.date("2026-02-10")))
        #expect(ledger.books.request("R1")?.revision == 1)
        try ledger.refuse(named(submission, 1, 60), .revisionMoved)
        try ledger.expectReplay()
    }

    @Test func `of two who freeze the same revision, the later one is submitted`() throws {
        var ledger = try funded()
        let submission = Submit("R1", "A", 300)
        try ledger.accept(Draft(submission, content: content(60)))
        try ledger.accept(Draft(submission, content: content(65)), by: "bob")
        try ledger.refuse(named(submission, 1, 60), .revisionMoved)
        try ledger.accept(named(submission, 1, 65))
        #expect(ledger.books.revisions(of: "R1").count == 1)
        #expect(ledger.books.request("R1")?.requester == "ana")
        try ledger.expectReplay()
    }

    @Test func `a revision of a waiting request exchanges its money when it is submitted`() throws {
        var ledger = try funded()
        try ledger.accept(Draft(Submit("R1", "A", 300), content: content(60)))
        try ledger.accept(named(Submit("R1", "A", 300), 1, 60))
        let second = Submit(
            "R1", lines: [Submit.Line("A", MinorUnits(100)), Submit.Line("B", MinorUnits(250))])
        try ledger.accept(Draft(second, content: content(65)), by: "bob", on: "2026-02-11")
        #expect(try ledger.balance("A") == [2_000, 300, 0, 0, 1_700])
        #expect(ledger.books.request("R1")?.revision == 1)
        try ledger.accept(named(second, 2, 65), by: "bob", on: "2026-02-12")
        #expect(try ledger.balance("A") == [2_000, 100, 0, 0, 1_900])
        #expect(try ledger.balance("B") == [2_000, 250, 0, 0, 1_750])
        let request = try #require(ledger.books.request("R1"))
        #expect(request.revision == 2)
        #expect(request.requester == "ana")
        #expect(request.lastEditor == "bob")
        #expect(request.approval.revisions.map(\.revision) == [1, 2])
        #expect(ledger.books.revisions(of: "R1").map(\.isDraft) == [false, false])
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-12")
        #expect(try ledger.balance("B") == [2_000, 0, 250, 0, 1_750])
        try ledger.refuse(Draft(second, content: content(66)), .alreadyExists)
        try ledger.expectReplay()
    }

    @Test func `a revision that the budget does not cover leaves the one before as it was`() throws
    {
        var ledger = try funded()
        try ledger.accept(Draft(Submit("R1", "A", 1_500), content: content(60)))
        try ledger.accept(named(Submit("R1", "A", 1_500), 1, 60))
        // What the request itself holds does not stand in its own way.
        let fitting = Submit("R1", "A", 1_900)
        let tooLarge = Submit("R1", "A", 2_100)
        try ledger.accept(Draft(tooLarge, content: content(70)))
        let refusal = try ledger.refuse(named(tooLarge, 2, 70), .insufficientFunds)
        #expect(refusal.shortBy == MinorUnits(100))
        #expect(try ledger.balance("A") == [2_000, 1_500, 0, 0, 500])
        try ledger.accept(Draft(fitting, content: content(69)))
        try ledger.accept(named(fitting, 2, 69))
        #expect(try ledger.balance("A") == [2_000, 1_900, 0, 0, 100])
        try ledger.expectReplay()
    }

    @Test(arguments: ["", "[]", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1.0}", "{", "nonsense"])
    func `content that is not a canonical object is refused`(text: String) throws {
        var ledger = try funded()
        try ledger.refuse(Draft(Submit("R1", "A", 300), content: text), .badCommand)
        #expect(ledger.books.request("R1") == nil)
    }

    @Test func `content beyond the limit is refused with both sizes`() throws {
        var ledger = try funded()
        let frame = "{\"a\":\"\"}".utf8.count
        let most = String(repeating: "x", count: RequestRevision.contentLimit - frame)
        let large = Draft(Submit("R1", "A", 300), content: "{\"a\":\"\(most)x\"}")
        let refusal = try ledger.refuse(large, .tooLarge)
        #expect(refusal.note == "4194305 bytes, at most 4194304")
        try ledger.accept(Draft(Submit("R1", "A", 300), content: "{\"a\":\"\(most)\"}"))
    }

    @Test func `a row whose content was altered cannot be read`() throws {
        let frozen = RequestRevision(
            "R1", 1, content: content(60), submissionHash: .zero, editor: "ana",
            frozen: try TestLedger.date("2026-02-10"), sequence: 3)
        #expect(try RequestRevision(values: frozen.values) == frozen)
        let altered = frozen.values.map { value in
            value == .text(content(60)) ? RowValue.text(content(80)) : value
        }
        #expect(throws: (any Error).self) { try RequestRevision(values: altered) }
    }

    @Test func `a choice that is not the first says why`() throws {
        var ledger = try funded()
        var second = Submit("R1", "A", 300)
        second.details.rank = 2
        try ledger.refuse(Draft(second, content: content(1)), .choiceReasonRequired)
        try ledger.refuse(second, .choiceReasonRequired)
        second.details.choiceReason = "the first one ships in autumn"
        try ledger.accept(Draft(second, content: content(1)))
        try ledger.accept(named(second, 1, 1))
        #expect(ledger.books.request("R1")?.details == second.details)
        try ledger.expectReplay()
    }

    @Test func `a draft is taken back by who made it`() throws {
        var ledger = try funded()
        try ledger.accept(Draft(Submit("R1", "A", 300), content: content(60)))
        try ledger.refuse(Withdraw("R1"), .dutyNotHeld, by: "bob")
        try ledger.accept(Withdraw("R1"))
        #expect(ledger.books.request("R1")?.state == .withdrawn)
        try ledger.accept(Draft(Submit("R1", "A", 200), content: content(61)))
        try ledger.accept(named(Submit("R1", "A", 200), 2, 61))
        #expect(ledger.books.request("R1")?.revision == 2)
        try ledger.expectReplay()
    }
}
