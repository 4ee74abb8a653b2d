import Foundation
import Outlay
import OutlayDocuments

/// A ledger in which the help desk is asked for, revised and partly approved; dates and budgets are made up.
struct HelpdeskLedger {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let request = RequestID(known: "REQ-2026-031")

    var books = Books(approvalRules: DocumentApprovalRules())

    /// Creates the ledger: 310 000.00 for the year, seven orders of 148 600.00 in all, and one request of
    /// 22 000.00 that waits.
    init(years: [Int] = [2026, 2027]) throws {
        let settings = LedgerSettings(
            ledgerID: "helpdesk", currency: .eur, calendar: .calendarYear)
        try run(OpenLedger(settings, years: years))
        var line = Node(try NodeID("CC-410"))
        line.title = "IT operations"
        line.warnLevel = try BasisPoints(9_000)
        line.owner = try PersonID("owner.itops")
        try run(SetLines([line]))
        try run(Allot(MinorUnits(31_000_000), to: line.id, in: 2027))
        try load(.policy, "PROC-4", 1, Self.firstPolicy, from: "2026-01-01")
        try load(.policy, "PROC-4", 2, Self.policy, from: "2026-06-01")
        try load(.organisation, "ORG", 1, Self.organisation, from: "2026-01-01")
        let month = try PeriodID(parsing: "FY2027-M02")
        for number in 1...7 {
            let id = try RequestID("REQ-2026-00\(number)")
            let amount: Int64 = number == 7 ? 2_060_000 : 2_133_333 + (number <= 2 ? 1 : 0)
            try run(
                Submit(id, lines: [Submit.Line(line.id, MinorUnits(amount), in: month)]),
                by: "pm.support", on: "2026-03-0\(number)")
            try run(Approve(id), by: "owner.itops", on: "2026-03-10")
        }
        var waiting = Submit(
            try RequestID("REQ-2026-030"),
            lines: [Submit.Line(line.id, MinorUnits(2_200_000), in: month)])
        for vendor in ["a", "b"] {
            waiting.details.quotes.append(
                QuoteOnFile(vendor: try VendorID(vendor), validUntil: Self.day("2027-06-30")))
        }
        try run(waiting, by: "pm.support", on: "2026-11-05")
    }

    static func day(_ text: String) -> CalendarDate {
        do {
            return try CalendarDate(parsing: text)
        } catch {
            preconditionFailure("\(text): \(error.summary)")
        }
    }

    struct Refused: Error { var refusal: Refusal }

    mutating func run(
        _ command: some LedgerCommand, by actor: String = "controller",
        on date: String = "2026-01-05"
    ) throws {
        let outcome = try books.execute(
            command,
            context: CommandContext(
                actor: PersonID(actor), moment: LedgerMoment(on: Self.day(date))))
        if case .refused(let refusal) = outcome { throw Refused(refusal: refusal) }
    }

    private mutating func load(
        _ kind: LedgerDocumentKind, _ id: String, _ revision: Int, _ text: String, from date: String
    ) throws {
        let value = try JSONValue(parsing: text)
        let content =
            kind == .policy
            ? try Policy(json: value).json : try Organisation(json: value).json
        try run(
            LoadDocument(
                kind, id: LedgerText(id), revision: revision, effectiveFrom: Self.day(date),
                content: content))
    }

    /// Freezes the help desk, changed as a text by `edit`.
    static func freeze(edit: (String) -> String = { $0 }) throws -> EvaluationFreeze {
        let path = root.appending(path: "Examples/helpdesk/helpdesk.yaml").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try EvaluationFreeze(
            reading: Array(edit(text).utf8), path: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    throw Problem(.unreadableFile, path, because: "there is none")
                }, list: { _ in [] }))
    }

    /// The purchase of an option of the help desk.
    static func purchase(
        _ choice: PurchaseChoice = .award("northwind"), edit: (String) -> String = { $0 }
    ) throws -> PurchaseCase {
        try PurchaseCase(
            freeze(edit: edit).evaluation.run(asOf: day("2026-11-20")), choosing: choice)
    }

    /// Freezes and submits the help desk as the next revision, with so many seats.
    mutating func submit(
        seats: Int, as number: Int, on date: String, by actor: String = "pm.support",
        choice: PurchaseChoice = .award("northwind"), edit: (String) -> String = { $0 }
    ) throws {
        let freeze = try Self.freeze { text in
            edit(text).replacing(
                "seats: {value: 65, unit: seat, range: {low: 60, high: 80}",
                with: "seats: {value: \(seats), unit: seat, range: {low: 60, high: 80}")
        }
        let policy = try books.policy(inForceOn: Self.day(date))
        let purchase = try PurchaseCase(
            freeze.evaluation.run(asOf: Self.day(date)), choosing: choice,
            under: PurchaseTerms(policy: policy?.reference))
        let revision = try FrozenRevision(
            purchase, submission: purchase.submission(Self.request, in: books),
            inputs: freeze.inputs)
        try run(revision.draft, by: actor, on: date)
        try run(revision.submit(as: number), by: actor, on: date)
    }

    /// The story up to 2026-11-20: 60 seats approved by the owner, then 65, approved by security.
    static func story() throws -> HelpdeskLedger {
        var ledger = try HelpdeskLedger()
        try ledger.submit(seats: 60, as: 1, on: "2026-11-10")
        try ledger.run(Approve(request), by: "owner.itops", on: "2026-11-12")
        try ledger.submit(seats: 65, as: 2, on: "2026-11-16")
        try ledger.run(Approve(request), by: "security.lead", on: "2026-11-18")
        return ledger
    }

    private static let firstPolicy = #"""
        {"kind": "Policy", "id": "PROC-4", "revision": 1, "effective_from": "2026-01-01",
         "currency": "EUR", "tiers": [{"approvers": ["budget-owner"]}]}
        """#

    private static let policy = #"""
        {"kind": "Policy", "id": "PROC-4", "revision": 2, "effective_from": "2026-06-01",
         "currency": "EUR", "amount_basis": "contract_value",
         "split": {"days": 90, "by": ["vendor"]},
         "tiers": [
           {"below": "10000", "approvers": ["budget-owner"]},
           {"below": "100000", "approvers": ["budget-owner", "department-head"], "quotes": 2},
           {"below": "250000", "approvers": ["budget-owner", "department-head", "finance-review"],
            "quotes": 3, "evaluation": "required"},
           {"approvers": ["budget-owner", "department-head", "finance-review", "cfo"],
            "quotes": 3, "evaluation": "required"}],
         "extra": [{"when": {"category": "software", "personal_data": true},
                    "approvers": ["security"]}],
         "order": [["budget-owner", "security"], ["department-head"], ["finance-review"], ["cfo"]],
         "keep_approval_if": {"amount_increase_at_most": "0.05", "option": "same", "term": "same"},
         "budget": {"on_exceed": "block", "override": {"role": "cfo", "reason": "required"},
                    "out_years": "warn"},
         "expire": {"request": "60d", "approval": "90d"}}
        """#

    private static let organisation = #"""
        {"kind": "Organisation", "id": "ORG", "revision": 1, "effective_from": "2026-01-01",
         "currency": "EUR",
         "people": [
           {"id": "pm.support", "roles": ["requester"], "reports_to": "head.service"},
           {"id": "owner.itops", "roles": [{"role": "budget-owner", "nodes": ["CC-410"]}]},
           {"id": "security.lead", "roles": ["security"]},
           {"id": "head.service", "roles": ["department-head"]},
           {"id": "controller", "roles": ["finance-review"]},
           {"id": "cfo", "roles": ["cfo"], "override_limit": "5000.00"}]}
        """#
}
