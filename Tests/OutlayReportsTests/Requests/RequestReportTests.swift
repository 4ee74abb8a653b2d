import Foundation
import Outlay
import OutlayDocuments
import OutlayReports
import Testing

@Suite struct RequestReportTests {
    private let today = HelpdeskLedger.day("2026-11-20")

    private func plain(_ text: String) -> String {
        text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private func text(_ report: Report) -> String { plain(TextFormat(width: 240).render(report)) }

    @Test func `a reviewer sees what is asked, what it costs, what is left and who is next`() throws
    {
        let ledger = try HelpdeskLedger.story()
        let review = try RequestReview(of: HelpdeskLedger.request, in: ledger.books, on: today)
        let shown = text(try review.report())
        for expected in [
            "REQ-2026-031: Customer-support platform 2027-2029: Northwind Desk (SaaS)",
            "SUBMITTED · revision 2 · sha256 ",
            "Asks for Northwind Desk (SaaS) · 36 months · from northwind · by pm.support · quote valid to 2027-01-15 (56 days)",
            "EUR 280 178.36 contract · 126 420.00 in FY2027 · TCO 295 762 · leaving costs 8 000.00",
            "EV-2026-014 · rank 1 of 3 eligible · value 82.2 · NPV +97 121 · cash NPV −119 417 · payback 1.2 y · lint: nothing",
            "CC-410 FY2027 12 980.00 left after this (95.8 %) · FY2028, FY2029 not budgeted",
            "PROC-4 r2 · next: owner.itops",
            "OUTDATED (amount): seats 60 → 65, contract +17 167.57 (+6.5 %)",
            "REQ-2026-030 22 000.00 on CC-410 FY2027",
            "over the warn line", "residency is US, needs", "dominated by the choice",
            "knock-out residency", "2029-10-02", "2029-12-31",
        ] {
            #expect(shown.contains(expected), "\(expected)\n\(shown)")
        }
        let line = try #require(review.budget.lines.first)
        let figures = [
            line.allotted, line.committed, line.reservedByOthers, line.actual, line.available,
            line.requested, line.after,
        ].map(\.count)
        #expect(
            figures == [31_000_000, 14_860_000, 2_200_000, 0, 13_940_000, 12_642_000, 1_298_000])
        #expect(line.orderCount == 7)
        #expect(review.quoteDaysLeft == 56)
    }

    @Test func `who decided on an earlier revision sees what changed since`() throws {
        let ledger = try HelpdeskLedger.story()
        let owner = try RequestReview(
            of: HelpdeskLedger.request, in: ledger.books, on: today, for: PersonID("owner.itops"))
        let since = try #require(owner.sinceOwnDecision)
        #expect(since.act.revision == 1)
        #expect(since.rise == MinorUnits(1_716_757))
        let shown = text(try owner.report())
        #expect(shown.contains("What changed since your decision on revision 1"))
        #expect(shown.contains("+17 167.57"))
        let security = try RequestReview(
            of: HelpdeskLedger.request, in: ledger.books, on: today,
            for: PersonID("security.lead"))
        #expect(security.sinceOwnDecision == nil)
    }

    @Test func `the outdated approval is asked for again, and the others follow in order`() throws {
        var ledger = try HelpdeskLedger.story()
        func next() throws -> [String] {
            try ledger.books.path(of: HelpdeskLedger.request, on: today)?.next.map(\.text) ?? []
        }
        #expect(try next() == ["owner.itops"])
        try ledger.run(Approve(HelpdeskLedger.request), by: "owner.itops", on: "2026-11-20")
        #expect(try next() == ["head.service"])
        try ledger.run(Approve(HelpdeskLedger.request), by: "head.service", on: "2026-11-20")
        try ledger.run(Approve(HelpdeskLedger.request), by: "controller", on: "2026-11-20")
        try ledger.run(Approve(HelpdeskLedger.request), by: "cfo", on: "2026-11-20")
        #expect(try next() == [])
        let review = try RequestReview(of: HelpdeskLedger.request, in: ledger.books, on: today)
        #expect(review.request.state == .approved)
        let replayed = try Books(
            replaying: ledger.books.events, approvalRules: DocumentApprovalRules())
        #expect(replayed.rowText() == ledger.books.rowText())
    }

    @Test func `a small raise keeps the approval that was given`() throws {
        var ledger = try HelpdeskLedger()
        try ledger.submit(seats: 64, as: 1, on: "2026-11-10")
        try ledger.run(Approve(HelpdeskLedger.request), by: "owner.itops", on: "2026-11-12")
        try ledger.submit(seats: 65, as: 2, on: "2026-11-16")
        let path = try #require(try ledger.books.path(of: HelpdeskLedger.request, on: today))
        #expect(path.acts.map(\.outdated) == [nil])
        #expect(path.next.map(\.text) == ["security.lead"])
    }

    @Test func `what stops the decision stands beside it`() throws {
        let ledger = try HelpdeskLedger.story()
        let late = try RequestReview(
            of: HelpdeskLedger.request, in: ledger.books, on: HelpdeskLedger.day("2027-01-16"),
            findings: [
                Problem(.steepGrowth, "prices grow by 7 %", because: "more than inflation")
            ])
        #expect(late.obstacles.map(\.code) == [.lapsedQuote])
        let shown = text(try late.report())
        #expect(shown.contains("quote expired on 2027-01-15"))
        #expect(shown.contains("lint: 1 warning"))
        #expect(shown.contains("prices grow by 7 %"))
    }

    @Test func `a request without an evaluation is shown too`() throws {
        let ledger = try HelpdeskLedger()
        let review = try RequestReview(
            of: RequestID("REQ-2026-030"), in: ledger.books, on: today)
        let shown = text(try review.report())
        #expect(shown.contains("22 000.00 asked for"))
        #expect(shown.contains("139 400.00"))
        #expect(review.purchase == nil)
        #expect(throws: Problem.self) {
            try RequestReview(of: RequestID("REQ-9"), in: ledger.books, on: today)
        }
    }

    @Test func `a reason for another choice is shown with the option that was passed over`() throws
    {
        var ledger = try HelpdeskLedger()
        try ledger.submit(
            seats: 65, as: 1, on: "2026-11-10",
            choice: .interim(
                "openticket", reviewOn: HelpdeskLedger.day("2027-06-30"),
                reason: "No vendor may host the data"))
        let review = try RequestReview(of: HelpdeskLedger.request, in: ledger.books, on: today)
        let shown = text(try review.report())
        #expect(shown.contains("for the time being, to be looked at again by 2027-06-30"))
        #expect(shown.contains("rank 1; passed over: No vendor may host the data"))
        #expect(review.request.details.rank == 2)
    }

    @Test func `an altered revision is not shown`() throws {
        let ledger = try HelpdeskLedger.story()
        var journal = ledger.books.events
        let index = try #require(
            journal.firstIndex {
                String(decoding: $0.bytes, as: UTF8.self).contains("\"value\":60}")
            }
                ?? journal.firstIndex {
                    String(decoding: $0.bytes, as: UTF8.self).contains("\"value\":60,")
                })
        let text = String(decoding: journal[index].bytes, as: UTF8.self)
        journal[index].bytes = Array(
            text.replacing("\"value\":60", with: "\"value\":61", maxReplacements: 1).utf8)
        #expect(throws: Problem.self) {
            try Books(replaying: journal, approvalRules: DocumentApprovalRules())
        }
    }

    @Test func `programs get the same figures`() throws {
        let ledger = try HelpdeskLedger.story()
        let review = try RequestReview(
            of: HelpdeskLedger.request, in: ledger.books, on: today, for: PersonID("owner.itops"))
        let json = try review.json().text()
        for expected in [
            #""state":"submitted""#, #""revision":2"#,
            #""contract_value":{"amount":"280178.36","currency":"EUR"}"#,
            #""after":{"amount":"12980.00","currency":"EUR"},"used":"0.9581""#,
            #""outdated":"amount""#, #""rise":{"amount":"17167.57","currency":"EUR"}"#,
            #""next":["owner.itops"]"#, #""days_left":56"#,
        ] {
            #expect(json.contains(expected), "\(expected)\n\(json)")
        }
    }
}
