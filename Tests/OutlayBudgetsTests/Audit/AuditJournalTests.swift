import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

struct AuditJournalTests {
    private func story() throws -> AuditLedger {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 90_000)
        try ledger.accept(PlaceOrder("R1"), by: "ana", on: "2026-02-12")
        try ledger.accept(
            Receive("R1", number: "D-1", amount: MinorUnits(50_000)), by: "mia", on: "2026-02-20")
        try ledger.accept(
            BookInvoice("R1", number: "I-1", amount: MinorUnits(40_000)), by: "fin",
            on: "2026-03-01")
        try ledger.accept(
            BookCredit("R1", amount: MinorUnits(1_000), number: "C-1", invoice: "I-1"),
            by: "fin", on: "2026-03-05")
        try ledger.accept(
            Transfer(MinorUnits(20_000), from: "CC-410", to: "ops & co", in: 2026, reason: "=why"),
            by: "fin", on: "2026-03-06")
        _ = try ledger.run(
            Submit("R2", "CC-410", 900_000_000), by: "ana", on: "2026-03-07", after: 60)
        return ledger
    }

    @Test func `the log says who, what, when and how much`() throws {
        let journal = try story().journal()
        let rows = journal.entries.suffix(8).map { entry in
            let amount = entry.amount?.text(in: .eur) ?? "-"
            let requests = entry.requests.map(\.text).joined()
            return "\(entry.event.body.kind.rawValue) \(entry.event.actor) \(requests) \(amount)"
        }
        #expect(
            rows == [
                "submitted ana R1 900.00", "approved mia R1 900.00", "ordered ana R1 900.00",
                "received mia R1 500.00", "invoiced fin R1 400.00", "credited fin R1 -10.00",
                "transferred fin  200.00", "refused ana R2 9000000.00",
            ])
        #expect(journal.entries.last?.refusal == .insufficientFunds)
        #expect(journal.entries.dropLast().last?.reason == "=why")
    }

    @Test func `both persons of an act are told, and how much waited`() throws {
        var pair = try PairLedger()
        let proposal = try pair.propose(
            Transfer(MinorUnits(30_000), from: "A", to: "B", in: 2026, reason: "Seats"))
        try pair.ledger.accept(ConfirmProposal(proposal), by: "cfo")
        try pair.propose(OpenYear(2028))
        let journal = try AuditJournal(pair.ledger.books.events)
        let rows = journal.entries.suffix(3).map { entry in
            let amount = entry.amount?.text(in: .eur) ?? "-"
            return
                "\(entry.event.body.kind.rawValue) \(entry.person) \(entry.confirmer?.text ?? "-") "
                + "\(amount) \(entry.reason ?? "-")"
        }
        #expect(
            rows == [
                "command_proposed fin - 300.00 -", "transferred fin cfo 300.00 Seats",
                "command_proposed fin - - -",
            ])
        var filter = AuditFilter()
        filter.person = "cfo"
        #expect(journal.entries.filter(filter.matches).map(\.event.body.kind) == [.transferred])
    }

    @Test func `a load that names its second person as who did it tells both`() throws {
        let context = CommandContext(
            actor: "cfo", moment: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        var body = EventBody(.documentLoaded)
        body.details = ["proposal": 7, "proposed_by": "fin"]
        let event = LedgerEvent(
            sequence: 1, recordedMilliseconds: 0, context: context, bodyHash: .zero, body: body)
        let journal = try AuditJournal([event.stored(after: .empty)])
        let entry = try #require(journal.entries.first)
        #expect(entry.person == "fin")
        #expect(entry.confirmer == "cfo")
        #expect(entry.involves("fin") && entry.involves("cfo"))
        let row = LedgerTables.auditLogCSV([entry], in: .eur).split(separator: "\n")
        #expect(row.last?.contains("document_loaded,fin,,cfo,") == true, "\(row)")
    }

    @Test func `filters pick by request, person and day`() throws {
        let journal = try story().journal()
        func count(_ set: (inout AuditFilter) throws -> Void) rethrows -> Int {
            var filter = AuditFilter()
            try set(&filter)
            return journal.entries.filter(filter.matches).count
        }
        #expect(count { $0.request = "R1" } == 6)
        #expect(count { $0.request = "R2" } == 1)
        #expect(count { $0.person = "fin" } == 3)
        #expect(
            try count {
                $0.from = try CalendarDate(parsing: "2026-03-01")
                $0.to = try CalendarDate(parsing: "2026-03-05")
            } == 2)
        #expect(
            try count {
                $0.person = "mia"
                $0.from = try CalendarDate(parsing: "2026-02-11")
            } == 1)
        #expect(count { _ in } == journal.entries.count)
    }

    @Test func `the log is written as CSV and JSON, formulas made harmless`() throws {
        let journal = try story().journal()
        let csv = LedgerTables.auditLogCSV(journal.entries, in: .eur)
        let table = try CSVTable(SourceText(path: "-", bytes: Array(csv.utf8)))
        #expect(table.columns.map(\.text) == LedgerTables.auditColumns)
        #expect(table.rows.count == journal.entries.count)
        let reason = try #require(table.columnIndex("reason"))
        #expect(table.rows[table.rows.count - 2][reason].text == "'=why")
        let hashes = try #require(table.columnIndex("hash"))
        #expect(table.rows.map { $0[hashes].text } == journal.entries.map { "\($0.hash)" })
        guard case .array(let rows) = LedgerTables.auditLog(journal.entries, in: .eur),
            case .object(let last) = rows.last
        else { throw NotAnArray() }
        #expect(last["result"] == "refused:insufficient_funds")
        #expect(last["requests"] == "R2")
    }

    private struct NotAnArray: Error {}

    @Test func `decisions are written with who, by what right and what outdated them`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 90_000)
        try ledger.buy("R2", 500_000)
        let csv = LedgerTables.approvalsCSV(ledger.books.requests(RequestFilter()))
        #expect(
            csv == """
                request,change_order,revision,date,person,on_behalf_of,basis,roles,decision,reason,outdated,policy
                R1,,1,2026-02-10,mia,,holder,manager,approve,,,P r1
                R2,,1,2026-02-10,mia,,holder,manager,approve,,,P r1
                R2,,1,2026-02-10,fin,,holder,finance,approve,,,P r1

                """)
        guard
            case .array(let rows) = LedgerTables.approvals(
                ledger.books.requests(RequestFilter()))
        else { throw NotAnArray() }
        #expect(rows.count == 3)
    }

    @Test func `an organisation of one person is remarked on`() throws {
        #expect(try AuditLedger().journal().remarks().map(\.code) == [.singlePerson])
    }
}
