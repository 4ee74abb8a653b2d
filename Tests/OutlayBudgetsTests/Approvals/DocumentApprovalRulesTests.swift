import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct DocumentApprovalRulesTests {
    @Test(arguments: BudgetStoreTests.scenarios.map { $0["id"].text ?? "" })
    func `a worked scenario ends as it should by the documents in the ledger`(id: String) throws {
        let scenario = try #require(BudgetStoreTests.scenarios.first { $0["id"].text == id })
        var player = try ScenarioPlayer(scenario, currency: .usd, byDocuments: true)
        for (index, operation) in scenario["when"].elements.enumerated() {
            let faults = try player.play(operation)
            #expect(
                faults == [], "\(id), operation \(index + 1): \(operation.text(indentation: nil))")
        }
    }

    private func document(
        _ kind: LedgerDocumentKind, _ id: String, _ revision: Int, _ value: JSONValue
    ) throws -> LedgerDocument {
        let text = value.canonicalText
        return LedgerDocument(
            kind: kind, id: LedgerText(known: id), revision: revision,
            effectiveFrom: try CalendarDate(parsing: "2026-01-01"), text: text,
            hash: LedgerText(known: SHA256Digest.of(text)), sequence: 1)
    }

    private func code(_ document: LedgerDocument) -> String {
        do throws(Problem) {
            try DocumentApprovalRules().check(document)
            return "fine"
        } catch {
            return error.code.rawValue
        }
    }

    @Test func `a document is loaded as what its text says`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy)).json
        #expect(code(try document(.policy, "PROC-4", 7, policy)) == "fine")
        #expect(code(try document(.policy, "PROC-5", 7, policy)) == "OL506")
        #expect(code(try document(.policy, "PROC-4", 8, policy)) == "OL506")
        var other = try document(.policy, "PROC-4", 7, policy)
        other.effectiveFrom = other.effectiveFrom.adding(days: 1)
        #expect(code(other) == "OL506")
        other = try document(.policy, "PROC-4", 7, policy)
        other.hash = LedgerText(known: SHA256Digest.of("x"))
        #expect(code(other) == "OL506")
        other = try document(.policy, "PROC-4", 7, policy)
        other.text = " " + other.text
        #expect(code(other) == "OL506")
        other.text = "{\"id\": 1, \"id\": 2}"
        #expect(code(other) == "OL011")
        other.text = "{"
        #expect(code(other) == "OL001")
        let vendors = try SampleDocuments.value(SampleDocuments.vendors)
        #expect(code(try document(.vendors, "vendors", 2, vendors)) == "fine")
        #expect(code(try document(.policy, "PROC-4", 7, vendors)) == "OL008")
        let organisation = try SampleDocuments.value(SampleDocuments.organisation)
        #expect(code(try document(.organisation, "ORG", 3, organisation)) == "fine")
    }

    @Test func `a policy that fails its own tests is not loaded`() throws {
        var policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        policy.tiers[0].below = MinorUnits(500_000)
        #expect(code(try document(.policy, "PROC-4", 7, policy.json)) == "OL505")
    }

    @Test func `a known document is judged by as an unknown one is`() throws {
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        let stored = try document(.policy, "PROC-4", 7, policy.json)
        let rules = try DocumentApprovalRules().knowing(stored)
        #expect(throws: Problem.self) {
            try DocumentApprovalRules().knowing(try document(.policy, "PROC-4", 7, [:]))
        }
        var books = Books(approvalRules: rules)
        let context = CommandContext(
            actor: "ana", moment: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        let settings = LedgerSettings(ledgerID: "t", currency: .eur, calendar: .calendarYear)
        _ = try books.execute(OpenLedger(settings, years: [2026]), context: context)
        _ = try books.execute(SetLines([Node("CC-410")]), context: context)
        let submit = Submit("R1", lines: [.init("CC-410", MinorUnits(1))])
        guard case .refused(let refusal) = try books.execute(submit, context: context) else {
            Issue.record("a policy was found")
            return
        }
        #expect(refusal.code == .noPolicy)
    }

    /// A ledger with the sample documents, the line `CC-410` and 1 000 000 on it.
    private func ledger() throws -> TestLedger {
        var ledger = try TestLedger([Node("CC-410")], currency: .eur)
        ledger.books = Books(approvalRules: DocumentApprovalRules())
        let settings = LedgerSettings(ledgerID: "t", currency: .eur, calendar: .calendarYear)
        try ledger.accept(OpenLedger(settings, years: [2026]))
        try ledger.accept(SetLines([Node("CC-410")]))
        try ledger.accept(Allot(MinorUnits(100_000_000), to: "CC-410", in: 2026))
        for (kind, id, revision, text) in [
            (
                LedgerDocumentKind.vendors, "vendors", 1,
                #"{"vendors": [{"id": "V1", "legal_name": "V", "group": "G"}, {"id": "V2", "legal_name": "W", "group": "G"}]}"#
            ),
            (.policy, "P", 1, Self.policy), (.organisation, "ORG", 1, Self.organisation),
        ] {
            try ledger.accept(
                LoadDocument(
                    kind, id: LedgerText(known: id), revision: revision,
                    effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
                    content: try SampleDocuments.value(text)))
        }
        return ledger
    }

    private static let policy = #"""
        {"id": "P", "effective_from": "2026-01-01", "currency": "EUR",
         "tiers": [{"below": "5000", "steps": [["manager"]]},
                   {"steps": [["manager"], ["finance"]]}],
         "extra": [{"id": "new", "when": {"new_vendor": true}, "approvers": ["compliance"]}],
         "split": {"days": 30, "by": ["vendor"]}, "remind": {"after": "2d"}}
        """#

    private static let organisation = #"""
        {"id": "ORG", "effective_from": "2026-01-01", "currency": "EUR",
         "people": [{"id": "ana", "roles": ["manager"]}, {"id": "mia", "roles": ["manager"]},
                    {"id": "fin", "roles": ["finance", "controller"]},
                    {"id": "com", "roles": ["compliance"]},
                    {"id": "cfo", "roles": ["controller"], "override_limit": "100"}],
         "duties": {"roles": {"transfer": ["controller"]}}}
        """#

    private func path(_ ledger: TestLedger, _ id: RequestID) -> [[String]] {
        ledger.books.request(id)?.approval.plan.path ?? []
    }

    @Test func `vendors of one group are new once and are summed up`() throws {
        var ledger = try ledger()
        try ledger.accept(Submit("R1", "CC-410", 300_000, vendor: "V1"))
        #expect(path(ledger, "R1") == [["manager", "compliance"]])
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Approve("R1"), by: "com")
        try ledger.accept(Submit("R2", "CC-410", 300_000, vendor: "V2"))
        #expect(path(ledger, "R2") == [["manager"], ["finance"]])
        try ledger.expectReplay()
    }

    @Test func `a request keeps the policy version that it was judged by`() throws {
        var ledger = try ledger()
        try ledger.accept(Submit("R1", "CC-410", 100_000))
        let next = Self.policy.replacing("\"id\": \"P\"", with: "\"id\": \"P\", \"revision\": 2")
            .replacing("\"5000\"", with: "\"500\"")
        // The organisation gives nobody the duty, so the load is refused.
        let load = LoadDocument(
            .policy, id: "P", revision: 2, effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
            content: try SampleDocuments.value(next))
        try ledger.refuse(load, .dutyNotHeld, by: "fin")
        try ledger.accept(Amend("R1", to: MinorUnits(101_000)))
        #expect(path(ledger, "R1") == [["manager"]])
        #expect(ledger.books.request("R1")?.approval.revisions.count == 2)
        #expect(ledger.books.request("R1")?.approval.policy.revision == 1)
    }

    @Test func `transfers need the role and a second person`() throws {
        var ledger = try ledger()
        let transfer = Transfer(MinorUnits(1), from: "CC-410", to: "CC-411", in: 2026)
        try ledger.refuse(transfer, .dutyNotHeld, by: "mia")
        try ledger.refuse(transfer, .secondPersonRequired, by: "fin")
    }

    @Test func `limits of overrides come from the organisation`() throws {
        let ledger = try ledger()
        let date = try CalendarDate(parsing: "2026-02-10")
        let rules = DocumentApprovalRules()
        #expect(
            try rules.overrideLimit(of: "cfo", for: "R1", on: date, in: ledger.books)
                == MinorUnits(10_000))
        #expect(try rules.overrideLimit(of: "mia", for: "R1", on: date, in: ledger.books) == nil)
    }
}
