import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

/// Ledgers in memory that are ruled by the documents in them.
enum DocumentLedger {
    /// The people of the tests: `ana` and `ben` ask, `mia` manages, `fin` and `flo` are finance, `cfo`
    /// is theirs, and `sam` stores what comes.
    static let people = #"""
        [{"id": "ana", "roles": ["requester"], "reports_to": "mia"},
         {"id": "ben", "roles": ["requester"], "reports_to": "mia"},
         {"id": "mia", "roles": ["manager"], "reports_to": "cfo"},
         {"id": "fin", "roles": ["finance"], "reports_to": "cfo"},
         {"id": "flo", "roles": ["finance"], "reports_to": "cfo"},
         {"id": "sam", "roles": ["stores"]},
         {"id": "cfo", "roles": ["cfo"], "override_limit": "5000"}]
        """#

    /// Returns a ledger in euros with the years 2026 and 2027, `lines` of which each has 1 000 000 in
    /// 2026, and a policy and an organisation that say what is given besides the usual.
    static func make(
        _ lines: [Node] = [Node("IT")], policy: String = "", duties: String = #""single-person""#,
        people: String = people, delegations: String = "[]", vendors: String? = nil,
        calendar: FiscalCalendar = .calendarYear, allotted: Int64 = 100_000_000,
        _ settings: (inout LedgerSettings) -> Void = { _ in }
    ) throws -> TestLedger {
        var ledger = try TestLedger([])
        ledger.books = Books(approvalRules: DocumentApprovalRules())
        var kept = LedgerSettings(ledgerID: "documents", currency: .eur, calendar: calendar)
        settings(&kept)
        try ledger.accept(OpenLedger(kept, years: [2026, 2027]))
        try ledger.accept(SetLines(lines))
        for line in lines where allotted > 0 {
            try ledger.accept(Allot(MinorUnits(allotted), to: line.id, in: 2026))
        }
        if let vendors {
            let text = #"{"vendors": \#(vendors)}"#
            try ledger.load(.vendors, "vendors", text)
        }
        let tiers =
            policy.contains(#""tiers""#)
            ? ""
            : #""tiers": [{"below": "5000", "steps": [["manager"]]}, {"steps": [["manager"], ["finance"]]}],"#
        let split = policy.contains(#""split""#) ? "" : #""split": false,"#
        try ledger.load(
            .policy, "P",
            #"{\#(tiers) \#(split) "id": "P", "effective_from": "2026-01-01", "currency": "EUR"\#(policy.isEmpty ? "" : ", " + policy)}"#
        )
        try ledger.load(
            .organisation, "ORG",
            #"{"id": "ORG", "effective_from": "2026-01-01", "currency": "EUR", "people": \#(people), "delegations": \#(delegations), "duties": \#(duties)}"#
        )
        return ledger
    }
}

extension TestLedger {
    /// Loads a document that says `text` from 1 January 2026 on.
    mutating func load(
        _ kind: LedgerDocumentKind, _ id: LedgerText, _ text: String, revision: Int = 1
    ) throws {
        try accept(
            LoadDocument(
                kind, id: id, revision: revision,
                effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
                content: try SampleDocuments.value(text)))
    }

    /// The state of a request, and its flags of approval.
    func state(_ id: RequestID) -> RequestState? { books.request(id)?.state }
}
