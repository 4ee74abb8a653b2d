import Outlay
import OutlayDocuments
import Testing

/// What a request leaves of its budget, and who has to approve it.
@Suite struct BudgetCheckCommandTests {
    private static let request = TrialLedger.request

    /// A ledger with the request, and 162 000.00 for its line beside it.
    private static func ledger(
        approved: String = "162000.00", submitting: Bool = true
    ) throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "budgets" ? text.replacing("310000.00", with: approved) : text
        }
        try ledger.freeze(request, submitting: submitting)
        return ledger
    }

    @Test func `a request that fits leaves its own reservation out`() throws {
        for submitting in [false, true] {
            let ledger = try Self.ledger(submitting: submitting)
            let result = try ledger.result(
                "budget-check", ["budget", "check", Self.request], as: "cfo")
            #expect(result["budget"]?.text == "CC-410/FY2027")
            #expect(result["request"]?["amount"]?.text == "126420.00")
            #expect(result["reserved"]?["amount"]?.text == "0.00")
            #expect(result["after"]?["amount"]?.text == "35580.00")
            #expect(result["used"]?.text == "0.7804")
            #expect(result["fits"]?.text == "true")
            #expect(
                result["unbudgeted_years"]?.items.compactMap(\.text) == ["FY2028", "FY2029"])
            #expect(result["unbudgeted"]?["amount"]?.text == "153758.36")
        }
    }

    @Test func `a line above its warning level passes with a warning`() throws {
        let ledger = try Self.ledger(approved: "139400.00")
        let run = ledger.run(["budget", "check", Self.request], as: "cfo")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("PASS with warnings"))
        #expect(run.output.contains("OL412"), "\(run.output)")
        #expect(run.output.contains("12 980.00"), "\(run.output)")
    }

    @Test func `seats that do not fit fail with ways out`() throws {
        let ledger = try Self.ledger(approved: "139400.00")
        let run = ledger.run(["budget", "check", Self.request, "--set", "seats=80"], as: "cfo")
        #expect(run.end == .exit(1))
        #expect(
            run.output.contains("FAIL short by 3040.00") || run.output.contains("FAIL short by"))
        #expect(run.output.contains("OL411"), "\(run.output)")
        #expect(run.output.contains("fits at 77 seats or fewer"), "\(run.output)")
        let result = try ledger.result(
            "budget-check", ["budget", "check", Self.request, "--set", "seats=80"], as: "cfo",
            code: 1)
        #expect(result["short_by"]?["amount"]?.text == "3040.00")
        #expect(result["ways_out"]?["transfer"]?["amount"]?["amount"]?.text == "3040.00")
        #expect(result["ways_out"]?["override"]?["role"]?.text == "cfo")
        #expect(result["ways_out"]?["fits_at"]?.items.first?["value"]?.text == "77")
    }

    @Test func `what cannot be checked is no pass`() throws {
        let ledger = try Self.ledger()
        #expect(ledger.run(["budget", "check", "REQ-9"], as: "cfo").end == .exit(3))
        let unknown = ledger.run(
            ["budget", "check", Self.request, "--set", "seat=80"], as: "cfo")
        #expect(unknown.end == .exit(2))
        // The budget has no such line.
        let other = try TrialLedger.helpdesk { name, text in
            name == "budgets" ? text.replacing("id: CC-410", with: "id: CC-999") : text
        }
        try other.freeze(Self.request, submitting: false)
        let run = other.run(["budget", "check", Self.request], as: "cfo")
        #expect(run.end == .exit(3), "\(run.messages)")
    }

    @Test func `a later year that is open and has no money is not budgeted, and not short`() throws
    {
        let ledger = try TrialLedger.helpdesk()
        for year in ["2028", "2029"] {
            let open = ledger.run(
                ["year", "open", year, "--confirmed-by", "cfo"], as: "finance.review")
            #expect(open.end == .exit(0), "\(open.messages)")
        }
        try ledger.freeze(Self.request)
        let result = try ledger.result(
            "budget-check", ["budget", "check", Self.request], as: "cfo")
        #expect(result["budget"]?.text == "CC-410/FY2027")
        #expect(result["after"]?["amount"]?.text == "183580.00")
        #expect(result["unbudgeted_years"]?.items.compactMap(\.text) == ["FY2028", "FY2029"])
        #expect(result["unbudgeted"]?["amount"]?.text == "153758.36")
        let check = ledger.run(["budget", "check", Self.request], as: "cfo")
        #expect(!check.output.contains("−74 279.40"), "\(check.output)")
        let show = ledger.run(["request", "show", Self.request], as: "cfo")
        #expect(show.output.contains("FY2028, FY2029 not budgeted"), "\(show.output)")
        #expect(!show.output.contains("short"), "\(show.output)")
        let gate = ToolRun([
            "gate", Self.request, "--db", ledger.path, "--as-of", TrialLedger.day,
        ])
        #expect(
            gate.output.contains("CC-410 FY2027 183 580.00 left; FY2028, FY2029 not budgeted"),
            "\(gate.output)")
    }

    @Test func `what an order owes and was billed is not asked for a second time`() throws {
        let ledger = try Self.ledger()
        for person in ["owner.itops", "security.lead", "head.service", "finance.review", "cfo"] {
            try ledger.execute(person, [Approve(try RequestID(Self.request))])
        }
        func left() throws -> [String?] {
            let shown = try ledger.result(
                "request-show", ["request", "show", Self.request], as: "cfo", on: "2027-06-30")
            let line = try #require(shown["budget"]?["lines"]?.items.first)
            return ["committed", "actual", "request", "after"].map { line[$0]?["amount"]?.text }
        }
        #expect(try left() == ["0.00", "0.00", "126420.00", "35580.00"])
        for (person, words) in [
            ("buyer", ["order", Self.request, "--number", "PO-1"]),
            ("pm.support", ["receive", Self.request, "57000.00", "--number", "GR-1"]),
            ("payables", ["invoice", Self.request, "57000.00", "--number", "NW-1"]),
            (
                "payables",
                ["credit", Self.request, "1000.00", "--number", "NW-C", "--invoice", "NW-1"]
            ),
        ] {
            let run = ledger.run(words, as: person, on: "2027-01-11")
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        #expect(try left() == ["0.00", "0.00", "125420.00", "36580.00"])
        let show = ledger.run(["request", "show", Self.request], as: "cfo", on: "2027-06-30")
        #expect(show.output.contains("36 580.00 left after this"), "\(show.output)")
        // The quote was good when it was ordered.
        #expect(!show.output.contains("\nerror"), "\(show.output)")
    }

    @Test func `an override is the authority's own act before the submission`() throws {
        let ledger = try Self.ledger(approved: "120000.00", submitting: false)
        let override = ["override", Self.request, "-m", "the contract ends"]
        let requester = ledger.run(override, as: "pm.support")
        #expect(requester.end == .exit(4))
        #expect(requester.messages.hasPrefix("error[OL525]"), "\(requester.messages)")
        let result = try ledger.result("override", override, as: "cfo")
        let row = try #require(result["overrides"]?.items.first)
        #expect(row["line"]?.text == "CC-410")
        #expect(row["authority"]?.text == "cfo")
        #expect(ledger.run(["override", "REQ-9", "-m", "x"], as: "cfo").end == .exit(3))
    }

    @Test func `the path names rules, who is next, and outdated acts`() throws {
        let ledger = try TrialLedger.helpdesk()
        let early = ledger.run(["policy", "path", Self.request], as: "cfo")
        #expect(early.end == .exit(3), "\(early.messages)")
        try ledger.freeze(Self.request, seats: 60, on: "2026-11-10")
        try ledger.execute("owner.itops", on: "2026-11-12", [Approve(try RequestID(Self.request))])
        try ledger.freeze(Self.request, seats: 65, as: 2, on: "2026-11-16")
        let result = try ledger.result("policy-path", ["policy", "path", Self.request], as: "cfo")
        #expect(result["policy"]?.text == "PROC-4")
        #expect(result["revision"]?.integer == 2)
        #expect(
            result["steps"]?.items.compactMap { $0["step"]?.text } == [
                "budget-owner", "security", "department-head", "finance-review", "cfo",
            ])
        let act = try #require(result["acts"]?.items.first)
        #expect(act["person"]?.text == "owner.itops")
        #expect(act["outdated"]?.text == "tier" || act["outdated"]?.text == "amount")
        #expect(act["change"]?.text?.isEmpty == false)
        let run = ledger.run(["policy", "path", Self.request], as: "cfo")
        #expect(run.output.contains("OUTDATED"), "\(run.output)")
        #expect(run.output.contains("Next: owner.itops, security.lead."), "\(run.output)")
    }
}
