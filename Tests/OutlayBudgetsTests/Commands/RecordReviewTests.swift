import OutlayBudgets
import OutlayValues
import Testing

@Suite struct RecordReviewTests {
    private func interim(reviewOn: String?) throws -> Submit {
        var submission = Submit("R1", "A", 300)
        submission.details.award = .interim
        submission.details.choiceReason = "until the tender is over"
        submission.details.reviewOn = try reviewOn.map { try CalendarDate(parsing: $0) }
        return submission
    }

    @Test func `an interim decision has a review date and a reason`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.refuse(try interim(reviewOn: nil), .badCommand)
        var silent = try interim(reviewOn: "2026-06-30")
        silent.details.choiceReason = .empty
        try ledger.refuse(silent, .choiceReasonRequired)
        var full = try interim(reviewOn: "2026-06-30")
        full.details.award = .full
        try ledger.refuse(full, .badCommand)
        try ledger.accept(try interim(reviewOn: "2026-06-30"))
    }

    @Test func `a review is due until it is recorded`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(2_000), to: "A", in: 2026))
        try ledger.accept(try interim(reviewOn: "2026-06-30"))
        try ledger.accept(Approve("R1"), by: "mia")
        func due(_ date: String) throws -> [String] {
            try ledger.books.notices(on: TestLedger.date(date)).filter { $0.kind == .reviewDue }
                .map {
                    "\($0.subject) \($0.person?.text ?? "") \($0.date.map(\.description) ?? "")"
                }
        }
        #expect(try due("2026-06-22") == [])
        #expect(try due("2026-06-23") == ["R1 ana 2026-06-30"])
        #expect(try due("2026-08-01") == ["R1 ana 2026-06-30"])
        let next = try TestLedger.date("2026-12-31")
        try ledger.refuse(
            RecordReview("R1", reason: .empty, next: next), .choiceReasonRequired,
            on: "2026-07-01")
        try ledger.refuse(
            RecordReview("R1", reason: "late", next: next), .badCommand, on: "2026-12-31")
        try ledger.accept(
            RecordReview("R1", reason: "the tender is late", next: next), on: "2026-07-01")
        #expect(try due("2026-08-01") == [])
        #expect(try due("2026-12-30") == ["R1 ana 2026-12-31"])
        try ledger.accept(RecordReview("R1", reason: "it stands"), on: "2026-12-30")
        #expect(try due("2027-12-30") == [])
        #expect(ledger.books.request("R1")?.details.award == .full)
        try ledger.refuse(RecordReview("R1", reason: "once more"), .notApproved)
        try ledger.refuse(RecordReview("R9", reason: "what"), .unknownRequest)
        try ledger.expectReplay()
    }
}
