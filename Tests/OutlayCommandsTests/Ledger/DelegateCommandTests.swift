import Outlay
import OutlayDocuments
import Testing

/// Authority that a person lends, and what is due.
@Suite struct DelegateCommandTests {
    private static let request = TrialLedger.request
    private static let lend = [
        "delegate", "head.service", "--from", "2026-11-20", "--to", "2026-11-30",
    ]

    @Test func `what is lent lets the delegate approve, until it ends`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.freeze(Self.request)
        let approve = [
            "approve", Self.request, "--revision", "1", "--for", "owner.itops", "--dry-run",
        ]
        let before = ledger.run(approve, as: "finance.second")
        #expect(before.end == .exit(4))
        let lent = try ledger.result(
            "delegate",
            [
                "delegate", "finance.second", "--from", "2026-11-20", "--to", "2026-11-30",
                "--limit", "300000.00", "--category", "software",
            ], as: "owner.itops")
        let row = try #require(lent["delegations"]?.items.first)
        #expect(row["to"]?.text == "finance.second")
        #expect(row["limit"]?["amount"]?.text == "300000.00")
        #expect(row["categories"]?.items.compactMap(\.text) == ["software"])
        let after = ledger.run(approve, as: "finance.second")
        #expect(after.end == .exit(0), "\(after.messages)")
        let ended = try ledger.result(
            "delegate", ["delegate", "finance.second", "--end"], as: "owner.itops")
        #expect(ended["delegations"]?.items.first?["end"]?.text == "2026-11-19")
        let late = ledger.run(approve, as: "finance.second")
        #expect(late.end == .exit(4))
        #expect(late.messages.hasPrefix("error[OL524]"), "\(late.messages)")
    }

    @Test func `who reports to the requester cannot use it`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "organisation"
                ? text.replacing(
                    "id: deputy.itops, name: Deputy of IT operations, reports_to: owner.itops",
                    with: "id: deputy.itops, name: Deputy of IT operations, reports_to: pm.support")
                : text
        }
        try ledger.freeze(Self.request)
        _ = try ledger.result(
            "delegate",
            ["delegate", "deputy.itops", "--from", "2026-11-20", "--to", "2026-11-30"],
            as: "owner.itops")
        let run = ledger.run(
            ["approve", Self.request, "--revision", "1", "--for", "owner.itops"],
            as: "deputy.itops")
        #expect(run.end == .exit(4), "\(run.messages)")
    }

    @Test(
        arguments: [
            (["delegate", "owner.itops", "--from", "2026-11-20", "--to", "2026-11-30"], 2),
            (["delegate", "head.service"], 2),
            (["delegate", "head.service", "--end", "--to", "2026-11-30"], 2),
            (["delegate", "nobody", "--from", "2026-11-20", "--to", "2026-11-30"], 4),
            (["delegate", "head.service", "--end"], 4),
            (["delegate", "head.service", "--from", "2026-11-30", "--to", "2026-11-20"], 2),
        ] as [([String], Int32)])
    func `what makes no sense is refused`(arguments: [String], code: Int32) throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(arguments, as: "owner.itops")
        #expect(run.end == .exit(code), "\(run.messages)")
    }

    @Test func `a dry run lends nothing`() throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(Self.lend + ["--dry-run"], as: "owner.itops")
        #expect(run.end == .exit(0), "\(run.messages)")
        let made = try ledger.result("delegate", Self.lend + ["--dry-run"], as: "owner.itops")
        #expect(made["written"]?.text == "false")
        #expect(
            ledger.run(["delegate", "head.service", "--end"], as: "owner.itops").end == .exit(4))
    }

    @Test func `what is due is told with whose it is`() throws {
        let ledger = try TrialLedger.helpdesk()
        #expect(ledger.run(["notices"], as: "cfo").output.contains("Nothing is due"))
        try ledger.freeze(Self.request)
        let result = try ledger.result(
            "notices", ["notices", "--within", "90d"], as: "cfo", on: "2026-11-25")
        let kinds = result["notices"]?.items.compactMap { $0["kind"]?.text } ?? []
        #expect(kinds.contains("escalation"))
        #expect(kinds.contains("expires_soon"))
        let own = try ledger.result(
            "notices", ["notices", "--person", "owner.itops"], as: "cfo", on: "2026-11-25")
        #expect(
            own["notices"]?.items.allSatisfy {
                $0["person"]?.text == "owner.itops" || $0["person"]?.text == nil
            } == true)
        #expect(ledger.run(["notices", "--within", "soon"], as: "cfo").end == .exit(2))
    }
}
