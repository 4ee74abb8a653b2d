import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

/// A ledger kept by documents, for audits: tiers at 1 000.00 and 10 000.00, one person may do all.
struct AuditLedger {
    var books = Books(approvalRules: DocumentApprovalRules())
    private var milliseconds: Int64 = 1_767_225_600_000

    init(duties: String = "single-person") throws {
        let settings = LedgerSettings(
            ledgerID: "audit", currency: .eur, calendar: .calendarYear)
        try accept(OpenLedger(settings, years: [2026, 2027]), by: "system")
        var top = Node("DEPT")
        top.title = "Department"
        try accept(
            SetLines([top, Node("CC-410", parent: "DEPT"), Node("ops & co", parent: "DEPT")]),
            by: "system")
        try load(
            .policy, "P",
            """
            {"id": "P", "effective_from": "2026-01-01", "currency": "EUR",
             "tiers": [{"below": "1000", "approvers": ["manager"]},
                       {"below": "10000", "approvers": ["manager", "finance"]},
                       {"approvers": ["manager", "finance", "cfo"]}],
             "routes": {"ratification": ["cfo"]}}
            """)
        try load(
            .organisation, "O",
            """
            {"id": "O", "effective_from": "2026-01-01", "currency": "EUR", "duties": "\(duties)",
             "people": [{"id": "ana", "roles": ["buyer"]}, {"id": "mia", "roles": ["manager"]},
               {"id": "fin", "roles": ["finance"]},
               {"id": "cfo", "roles": ["cfo"], "override_limit": "50000"}]}
            """)
        try load(
            .vendors, "V",
            """
            {"vendors": [{"id": "V1", "legal_name": "One, Inc.", "group": "G"},
              {"id": "V2", "legal_name": "Two \\"GmbH\\"", "group": "G"},
              {"id": "V3", "legal_name": "Three"}]}
            """)
        try accept(Allot(MinorUnits(5_000_000), to: "DEPT", in: 2026), by: "system")
        try accept(Allot(MinorUnits(3_000_000), to: "CC-410", in: 2026), by: "system")
        try accept(Allot(MinorUnits(1_000_000), to: "ops & co", in: 2026), by: "system")
    }

    private mutating func load(
        _ kind: LedgerDocumentKind, _ id: LedgerText, _ text: String
    ) throws {
        try accept(
            LoadDocument(
                kind, id: id, revision: 1,
                effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
                content: try JSONValue(parsing: text)),
            by: "system")
    }

    mutating func run(
        _ command: some LedgerCommand, by actor: PersonID, on date: String, after seconds: Int
    ) throws -> CommandOutcome {
        milliseconds += Int64(seconds) * 1000
        return try books.execute(
            command,
            context: CommandContext(
                actor: actor,
                moment: LedgerMoment(
                    effective: try CalendarDate(parsing: date),
                    recordedMilliseconds: milliseconds)))
    }

    @discardableResult
    mutating func accept(
        _ command: some LedgerCommand, by actor: PersonID, on date: String = "2026-02-10",
        after seconds: Int = 3600, _ location: SourceLocation = #_sourceLocation
    ) throws -> Int64 {
        let outcome = try run(command, by: actor, on: date, after: seconds)
        guard case .accepted(let answer) = outcome else {
            Issue.record("\(outcome)", sourceLocation: location)
            return 0
        }
        return answer.sequence
    }

    /// Raises a request and has it approved by all who have to; amounts are in cents.
    mutating func buy(
        _ id: RequestID, _ amount: Int64, from vendor: VendorID = "V1",
        on date: String = "2026-02-10",
        line: NodeID = "CC-410"
    ) throws {
        try accept(Submit(id, line, amount, vendor: vendor), by: "ana", on: date)
        for person in ["mia", "fin", "cfo"] as [PersonID] {
            guard books.request(id)?.state == .submitted else { break }
            try accept(Approve(id), by: person, on: date)
        }
    }

    func journal() throws -> AuditJournal { try AuditJournal(books.events) }

    func findings(
        _ exception: any AuditException.Type, _ settings: AuditSettings = .standard
    ) throws -> [String] {
        try exception.findings(in: try journal(), settings).map { finding in
            let figures = finding.figures.map { "\($0.name)=\($0.value.text(in: .eur))" }
            return "\(finding.subject): \(finding.summary): " + figures.joined(separator: " ")
        }
    }
}
