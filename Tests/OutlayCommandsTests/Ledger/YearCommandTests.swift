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

    @Test func `where duties are separated every act waits for a second person`() throws {
        let ledger = try TrialLedger.helpdesk()
        let open = ["year", "open", "2028"]
        let stranger = ledger.run(open, as: "pm.support")
        #expect(stranger.end == .exit(4))
        #expect(stranger.messages.hasPrefix("error[OL526]"), "\(stranger.messages)")
        #expect(ledger.run(open + ["--confirmed-by", "cfo"], as: "pm.support").end == .exit(4))
        let alone = try ledger.result("year-open", open, as: "finance.review")
        #expect(alone["results"]?.items.map { $0["result"]?.text } == ["pending"])
        #expect(alone["proposals"]?.items.map { $0["command"]?.text } == ["open_year"])
        #expect(alone["periods"]?.items.isEmpty == true)
        let number = try #require(alone["proposals"]?.items.first?["number"]?.integer)
        try ledger.result("confirm", ["confirm", "\(number)"], as: "cfo")
        let standing = try ledger.result(
            "year-close", ["year", "close", "FY2028-M12", "--soft"], as: "finance.review")
        #expect(standing["periods"]?.items.count == 13)
        #expect(standing["proposals"]?.items.first?["summary"]?.text == "close FY2028-M12 softly")
        let two = ledger.run(
            ["year", "open", "2029", "--confirmed-by", "cfo"], as: "finance.review")
        #expect(two.end == .exit(0), "\(two.messages)")
        #expect(two.output.hasPrefix("Opened FY2029\n"), "\(two.output)")
    }

    @Test func `a year lapses by two persons, all lines or none`() throws {
        let ledger = try TrialLedger.helpdesk()
        let lapse = ["year", "lapse", "2027", "--key", "end"]
        let made = try ledger.result("year-lapse", lapse, as: "finance.review", on: Self.day)
        let waiting = made["proposals"]?.items ?? []
        let numbers = waiting.compactMap { $0["number"]?.integer }.map(String.init)
        #expect(
            waiting.map { $0["command"]?.text } == Array(repeating: "lapse", count: numbers.count))
        #expect(numbers.count > 1)
        #expect(
            made["lines"]?.items.contains { $0["available"]?["amount"]?.text == "310000.00" }
                == true)
        // The same key is the same act, which waits already.
        let again = try ledger.result("year-lapse", lapse, as: "finance.review", on: Self.day)
        #expect(
            again["proposals"]?.items.compactMap { $0["number"]?.integer }.map(String.init)
                == numbers)
        let last = try #require(numbers.last)
        let taken = ledger.run(["proposals", "withdraw", last], as: "finance.review", on: Self.day)
        #expect(taken.end == .exit(0), "\(taken.messages)")
        let broken = ledger.run(["confirm"] + numbers, as: "cfo", on: Self.day)
        #expect(broken.end == .exit(5), "\(broken.messages)")
        let confirmed = try ledger.result(
            "confirm", ["confirm"] + numbers.dropLast() + ["--key", "done"], as: "cfo", on: Self.day
        )
        #expect(confirmed["results"]?.items.count == numbers.count - 1)
        let shown = try ledger.result(
            "budget-show", ["budget", "show", "CC-410", "--year", "2027"], as: "cfo", on: Self.day)
        #expect(shown["lines"]?.items.first?["available"]?["amount"]?.text == "0.00")
    }
}
