import Foundation
import Outlay

/// A ledger in a folder of its own, in which the help desk is asked for and approved in part; budgets, people and
/// dates are made up.
struct AuditLedger {
    static let request = RequestID(known: "REQ-2026-031")

    let folder: TemporaryFolder
    let path: String

    /// Makes the ledger.
    ///
    /// - Parameters:
    ///   - duties: What the organisation says of duties.
    ///   - edit: Changes what was frozen before it is kept, as a tool that lies would.
    /// - Throws: What keeps the ledger from being made.
    init(duties: String = "", edit: (String) -> String = { $0 }) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/l.outlay"
        let store = try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
        var settings = LedgerSettings(
            ledgerID: "acme", currency: .eur, calendar: .calendarYear)
        settings.purpose = .test
        var line = Node(try NodeID("CC-410"))
        line.title = "IT operations"
        line.owner = try PersonID("owner.itops")
        try Self.run(OpenLedger(settings, years: [2026, 2027]), in: store)
        try Self.run(SetLines([line]), in: store)
        try Self.run(Allot(MinorUnits(31_000_000), to: line.id, in: 2027), in: store)
        try Self.run(
            LoadDocument(
                .policy, id: "PROC-4", revision: 1, effectiveFrom: Self.day("2026-01-01"),
                content: try Policy(json: JSONValue(parsing: Self.policy)).json), in: store)
        let people = try Organisation(
            json: JSONValue(parsing: Self.organisation.replacing("DUTIES", with: duties)))
        try Self.run(
            LoadDocument(
                .organisation, id: "ORG", revision: 1, effectiveFrom: Self.day("2026-01-01"),
                content: people.json), in: store)
        try Self.submit(edit, to: store)
        try Self.run(Approve(Self.request), by: "owner.itops", on: "2026-11-12", in: store)
        try store.close()
    }

    /// Runs the tool on the ledger.
    func tool(_ line: String, as person: String = "controller") -> ToolRun {
        ToolRun(
            line.split(separator: " ").map(String.init) + [
                "--db", path, "--as", person, "--as-of", "2026-11-20",
            ], in: folder.path)
    }

    /// Carries out a command in the ledger.
    func run(
        _ command: some LedgerCommand, by actor: String = "controller",
        on date: String = "2026-11-20"
    ) throws {
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        try Self.run(command, by: actor, on: date, in: store)
        try store.close()
    }

    struct Refused: Error { var refusal: Refusal }

    private static func run(
        _ command: some LedgerCommand, by actor: String = "controller",
        on date: String = "2026-01-05", in store: SQLiteBudgetStore
    ) throws {
        let outcome = try store.execute(
            command,
            context: CommandContext(
                actor: PersonID(actor), moment: LedgerMoment(on: day(date))))
        if case .refused(let refusal) = outcome { throw Refused(refusal: refusal) }
    }

    private static func submit(
        _ edit: (String) -> String, to store: SQLiteBudgetStore
    ) throws {
        let path = ToolRun.root + "/Examples/helpdesk/helpdesk.yaml"
        let freeze = try EvaluationFreeze(
            reading: Array(Data(contentsOf: URL(filePath: path))), path: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    throw Problem(.unreadableFile, path, because: "there is none")
                }, list: { _ in [] }))
        let date = day("2026-11-10")
        let revision = try store.read { (reader) throws(Problem) in
            let purchase = try PurchaseCase(
                freeze.evaluation.run(asOf: date), choosing: .award("northwind"),
                under: PurchaseTerms(policy: reader.policy(inForceOn: date)?.reference))
            return try FrozenRevision(
                purchase, submission: purchase.submission(request, in: reader),
                inputs: freeze.inputs)
        }
        let draft = Draft(revision.submission, content: edit(revision.content))
        var submit = revision.submission
        submit.revision = RevisionReference(
            number: 1, hash: SHA256Value.of(Array(edit(revision.content).utf8)))
        try run(draft, by: "pm.support", on: "2026-11-10", in: store)
        try run(submit, by: "pm.support", on: "2026-11-10", in: store)
    }

    static func day(_ text: String) -> CalendarDate {
        do {
            return try CalendarDate(parsing: text)
        } catch {
            preconditionFailure("\(text): \(error.summary)")
        }
    }

    private static let policy = #"""
        {"kind": "Policy", "id": "PROC-4", "revision": 1, "effective_from": "2026-01-01",
         "currency": "EUR", "tiers": [{"approvers": ["budget-owner", "cfo"]}]}
        """#

    private static let organisation = #"""
        {"kind": "Organisation", "id": "ORG", "revision": 1, "effective_from": "2026-01-01",
         "currency": "EUR", DUTIES
         "people": [
           {"id": "pm.support", "roles": ["requester"]},
           {"id": "owner.itops", "roles": [{"role": "budget-owner", "nodes": ["CC-410"]}]},
           {"id": "controller", "roles": ["finance-review"]},
           {"id": "cfo", "roles": ["cfo"]}]}
        """#
}
