import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct PolicyTests {
    @Test func `a policy is read with every setting`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        #expect(policy.id.text == "PROC-4" && policy.revision == 7)
        #expect(policy.tiers.map(\.quotes) == [0, 2, 3, 3])
        #expect(policy.tiers.map(\.requiresEvaluation) == [false, false, true, true])
        #expect(policy.tiers.map { $0.below?.count } == [1_000_000, 10_000_000, 25_000_000, nil])
        #expect(policy.split == SplitWindow(days: 90, by: [.vendor]))
        #expect(policy.retention.increaseAtMost == ExactDecimal(5, places: 2))
        #expect(policy.retention.increaseFloor == .zero)
        #expect(policy.terms.expiresAfterDays == 60 && policy.terms.orderWithinDays == 90)
        #expect(policy.reminders == Reminders(afterDays: 2, escalateAfterDays: 5))
        #expect(policy.budget.overrideRole?.text == "cfo" && policy.terms.futureYears == .track)
        #expect(policy.barsLastEditor)
        #expect(
            policy.deciders.map(\.text)
                == ["budget-owner", "department-head", "finance-review", "cfo", "security"])
    }

    @Test func `what is left out takes its default, which the canonical text writes out`() throws {
        let text = #"""
            {"id": "P", "effective_from": "2026-01-01", "currency": "EUR",
             "tiers": [{"approvers": ["manager"]}]}
            """#
        let policy = try Policy(json: SampleDocuments.value(text))
        #expect(policy.split == .standard)
        #expect(policy.retention == .standard(in: .eur))
        #expect(policy.terms == .standard)
        #expect(policy.openEndMonths == 48 && policy.duplicateDays == 0)
        #expect(
            policy.json.canonicalText.contains(#""split":{"by":["requester","vendor","category"]"#))
        let again = try Policy(json: SampleDocuments.value(policy.json.canonicalText))
        #expect(again == policy && again.hash == policy.hash)
    }

    @Test func `reading undoes writing, and the hash is of the canonical bytes`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        let text = policy.json.canonicalText
        #expect(try Policy(json: SampleDocuments.value(text)) == policy)
        #expect(policy.canonicalBytes == Array(text.utf8))
        #expect(policy.hash == SHA256Digest.of(text))
        #expect(policy.reference.hash.text == policy.hash)
        var other = policy
        other.tiers[0].below = MinorUnits(1_000_001)
        #expect(other.hash != policy.hash)
    }

    @Test func `equal documents have one hash, however they are written`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        let other = try SampleDocuments.value(
            SampleDocuments.policy.replacing(
                "\"10000\", \"approvers\"", with: "10000.00, \"approvers\""))
        #expect(try Policy(json: other).hash == policy.hash)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var key: String
        var value: JSONValue?
        var faults: [String]
        var testDescription: String { key + " " + (value?.text() ?? "left out") }
    }

    @Test(arguments: [
        Broken(key: "id", value: nil, faults: ["OL013 document"]),
        Broken(key: "id", value: "", faults: ["OL030 /id"]),
        Broken(key: "id", value: 4, faults: ["OL021 /id"]),
        Broken(key: "kind", value: "Budget", faults: ["OL008 /kind"]),
        Broken(key: "currency", value: "XXQ", faults: ["OL027 /currency"]),
        Broken(key: "effective_from", value: "2026-02-30", faults: ["OL023 /effective_from"]),
        Broken(key: "revision", value: 0, faults: ["OL025 /revision"]),
        Broken(key: "tires", value: [], faults: ["OL012 /tires"]),
        Broken(key: "tiers", value: [], faults: ["OL030 /tiers"]),
        Broken(
            key: "tiers", value: [["below": "1.005", "approvers": ["cfo"]]],
            faults: [
                "OL028 /tiers/0/below"
            ]),
        Broken(
            key: "tiers", value: [["below": "-1", "approvers": ["cfo"]]],
            faults: [
                "OL025 /tiers/0/below"
            ]),
        Broken(
            key: "tiers", value: [["below": "NaN", "approvers": ["cfo"]]],
            faults: [
                "OL022 /tiers/0/below"
            ]),
        Broken(
            key: "tiers", value: [["below": "92233720368547758.08", "approvers": ["cfo"]]],
            faults: [
                "OL405 /tiers/0/below"
            ]),
        Broken(
            key: "tiers", value: [["below": "5", "approvers": ["cfo"]]],
            faults: [
                "OL501 /tiers/0/below"
            ]),
        Broken(
            key: "tiers",
            value: [
                ["below": "5", "approvers": ["cfo"]], ["below": "5", "approvers": ["cfo"]],
                ["approvers": ["cfo"]], ["approvers": ["cfo"]],
            ], faults: ["OL501 /tiers/1/below", "OL501 /tiers/2"]),
        Broken(
            key: "tiers", value: [["approvers": ["ceo"]]],
            faults: [
                "OL502 /tiers/0/approvers"
            ]),
        Broken(
            key: "tiers", value: [["approvers": ["cfo"], "steps": [["cfo"]]]],
            faults: [
                "OL014 /tiers/0"
            ]),
        Broken(
            key: "tiers", value: [["steps": [[["role": "cfo", "quorum": 0]]]]],
            faults: [
                "OL025 /tiers/0/steps/0/0/quorum"
            ]),
        Broken(
            key: "order", value: [["cfo"], ["cfo"]],
            faults: [
                "OL502 /tiers/0/approvers", "OL502 /tiers/1/approvers", "OL502 /tiers/1/approvers",
                "OL502 /tiers/2/approvers", "OL502 /tiers/2/approvers", "OL502 /tiers/2/approvers",
                "OL502 /tiers/3/approvers", "OL502 /tiers/3/approvers", "OL502 /tiers/3/approvers",
                "OL502 /extra/0/approvers", "OL033 /order/1",
            ]),
        Broken(
            key: "split", value: ["days": "soon", "by": ["colour"]],
            faults: [
                "OL021 /split/days", "OL024 /split/by/0",
            ]),
        Broken(
            key: "separation_of_duties", value: ["last-editor-not-approver"],
            faults: [
                "OL013 /separation_of_duties", "OL013 /separation_of_duties",
            ]),
        Broken(key: "extra", value: [["when": ["category": "x"]]], faults: ["OL013 /extra/0"]),
        Broken(
            key: "keep_approval_if", value: ["amount_increase_at_most": "5 %"],
            faults: [
                "OL022 /keep_approval_if/amount_increase_at_most"
            ]),
        Broken(
            key: "keep_approval_if", value: ["amount_increase_at_most": "0.0500000001"],
            faults: ["OL028 /keep_approval_if"]),
        Broken(
            key: "invoice", value: ["tolerance": "0.00001"],
            faults: [
                "OL028 /invoice/tolerance"
            ]),
        Broken(
            key: "routes", value: ["emergency": ["ceiling": "5"]],
            faults: [
                "OL013 /routes/emergency", "OL013 /routes/emergency",
            ]),
        Broken(
            key: "budget", value: ["on_exceed": "warn", "override": ["reason": "optional"]],
            faults: ["OL024 /budget/on_exceed", "OL024 /budget/override/reason"]),
        Broken(
            key: "budget", value: ["out_years": "track"], faults: ["OL024 /budget/out_years"]),
        Broken(
            key: "tests", value: [["name": "x", "request": ["total": "1"], "expect": [:]]],
            faults: [
                "OL013 /tests/0/expect"
            ]),
    ])
    func `every problem is found with its path`(broken: Broken) throws {
        let value = try SampleDocuments.value(SampleDocuments.policy, broken.key, broken.value)
        #expect(SampleDocuments.faults(Policy.self, value) == broken.faults)
    }

    @Test func `problems come in the order of the document`() throws {
        let text = #"""
            {"id": 1, "tiers": [{"approvers": ["a", 2], "below": true}], "bogus": 1,
             "currency": "EUR", "effective_from": 3}
            """#
        #expect(
            SampleDocuments.faults(Policy.self, try SampleDocuments.value(text)) == [
                "OL021 /id", "OL021 /tiers/0/approvers/1", "OL021 /tiers/0/below", "OL012 /bogus",
                "OL021 /effective_from",
            ])
    }

    @Test func `no value of JSON breaks the reader`() throws {
        let values: [JSONValue] = [
            .null, true, 3, "text", [], [:], [[[]]], ["": .null], .number(text: "1e400"),
            .string(String(repeating: "x", count: 1_000_000)), "\u{1}", "NO", "-",
        ]
        let keys = [
            "id", "revision", "effective_from", "currency", "amount_basis", "open_end_months",
            "tiers", "order", "per_line", "extra", "routes", "split", "duplicates",
            "keep_approval_if", "separation_of_duties", "reserve", "expire", "invoice", "remind",
            "budget", "tests",
        ]
        for value in values {
            #expect(!SampleDocuments.faults(Policy.self, value).isEmpty)
            for key in keys {
                let document = try SampleDocuments.value(SampleDocuments.policy, key, value)
                if let policy = try? Policy(json: document) {
                    #expect(try Policy(json: policy.json) == policy, "\(key)")
                }
            }
        }
    }

    @Test func `a policy made in code keeps the same rules`() throws {
        #expect(throws: Problem.self) {
            try Policy(
                id: LedgerText(known: "P"), effectiveFrom: RuleCase.today, currency: .eur, tiers: []
            )
        }
        #expect(throws: Problem.self) {
            try Policy(
                id: LedgerText(known: "P"), effectiveFrom: RuleCase.today, currency: .eur,
                tiers: [ApprovalTier(.approvers([Approver(RoleID(known: "a"))]))],
                order: [[RoleID(known: "b")]])
        }
    }
}
