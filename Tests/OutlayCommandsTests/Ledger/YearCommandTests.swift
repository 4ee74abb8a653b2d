import Outlay
import OutlayDocuments
import Testing

/// The end of a fiscal year: bills, carry-forward, lapse, close.
@Suite struct YearCommandTests {
    private static let day = "2027-12-31"

    /// A small firm's ledger with one order of 100 000.00 on a line of 310 000.00.
    private static func ledger() throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "organisation" ? text.singlePerson : text
        }
        let id = try RequestID("REQ-1")
        var submission = Submit(
            id,
            lines: [
                Submit.Line(
                    try NodeID("CC-410"), MinorUnits(500_000),
                    in: try PeriodID(parsing: "FY2027-M02"))
            ])
        submission.vendor = try VendorID("northwind")
        try ledger.execute("pm.support", on: "2027-02-01", [submission])
        try ledger.execute("owner.itops", on: "2027-02-02", [Approve(id)])
        return ledger
    }

    @Test func `the year ends in its order`() throws {
        let ledger = try Self.ledger()
        let status = try ledger.result(
            "year-status", ["year", "status", "2027"], as: "cfo", on: Self.day)
        #expect(status["ready"]?.text == "true")
        #expect(status["carry"]?.items.compactMap(\.text) == ["REQ-1"])
        let closed = ledger.run(["year", "carry", "2027"], as: "cfo", on: Self.day)
        #expect(closed.end == .exit(3), "\(closed.messages)")
        let open = try ledger.result(
            "year-open", ["year", "open", "2028"], as: "cfo", on: Self.day)
        #expect(open["periods"]?.items.count == 13)
        #expect(ledger.run(["year", "open", "2028"], as: "cfo", on: Self.day).end == .exit(5))
        let dry = ledger.run(["year", "carry", "2027", "--dry-run"], as: "cfo", on: Self.day)
        #expect(dry.end == .exit(0), "\(dry.messages)")
        let carried = try ledger.result(
            "year-carry", ["year", "carry", "2027", "REQ-1"], as: "cfo", on: Self.day)
        let line = try #require(carried["lines"]?.items.first { $0["line"]?.text == "CC-410" })
        #expect(line["committed"]?["amount"]?.text == "5000.00")
        #expect(line["period"]?.text == "FY2028")
        #expect(ledger.run(["year", "carry", "2027"], as: "cfo", on: Self.day).end == .exit(1))
        let lapsed = try ledger.result(
            "year-lapse", ["year", "lapse", "2027"], as: "cfo", on: Self.day)
        #expect(
            lapsed["lines"]?.items.allSatisfy { $0["available"]?["amount"]?.text == "0.00" } == true
        )
        #expect(ledger.run(["year", "lapse", "2027"], as: "cfo", on: Self.day).end == .exit(1))
        let close = try ledger.result(
            "year-close", ["year", "close", "FY2027"], as: "cfo", on: Self.day)
        #expect(close["periods"]?.items.first?["state"]?.text == "closed")
        #expect(
            ledger.run(["year", "close", "FY2027", "--soft", "--reopen"], as: "cfo").end == .exit(2)
        )
        #expect(ledger.run(["year", "close", "2027"], as: "cfo").end == .exit(2))
    }

    @Test func `what waits for approval keeps a year from being carried`() throws {
        let ledger = try Self.ledger()
        try ledger.execute(
            "pm.support", on: "2027-12-20",
            [
                Submit(
                    try RequestID("REQ-2"),
                    lines: [
                        Submit.Line(
                            try NodeID("CC-410"), MinorUnits(100_000),
                            in: try PeriodID(parsing: "FY2027-M12"))
                    ])
            ])
        let run = try Transcript.expect(
            "year-not-settled",
            [
                "year", "lapse", "2027", "--db", "l.outlay", "--as", "cfo", "--as-of", Self.day,
            ], in: ledger.folder.path)
        #expect(run.end == .exit(1))
        let anyway = ledger.run(["year", "lapse", "2027", "--anyway"], as: "cfo", on: Self.day)
        #expect(anyway.end == .exit(0), "\(anyway.messages)")
    }

    @Test func `where duties are separated a second person is needed`() throws {
        let ledger = try TrialLedger.helpdesk()
        let open = ["year", "open", "2028"]
        let alone = ledger.run(open, as: "finance.review")
        #expect(alone.end == .exit(4))
        #expect(ledger.run(open + ["--confirmed-by", "cfo"], as: "pm.support").end == .exit(4))
        let two = ledger.run(open + ["--confirmed-by", "cfo"], as: "finance.review")
        #expect(two.end == .exit(0), "\(two.messages)")
    }
}
