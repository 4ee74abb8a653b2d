import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

@Suite struct StatementCacheTests {
    /// Tables that do not grow with the events of a ledger: one row, or what people set up.
    private static let small = ["chain", "setting", "node", "period", "document", "framework"]
    /// Indexes of what is open or rare, which do not grow with what is over.
    private static let partial = [
        "request_open", "request_amended", "request_line_further", "invoice_disputed",
    ]

    /// Returns the steps of a statement that walk over a table or index as a whole, those of small
    /// tables and of indexes of what is open aside.
    private func scans(_ store: SQLiteBudgetStore, _ sql: String) throws -> [String] {
        try store.connection.use { (handle) throws(Problem) in
            let plan = try PreparedStatement(
                "EXPLAIN QUERY PLAN \(sql)", on: handle, path: store.path)
            var found: [String] = []
            while try plan.step() {
                let step = plan.text(3)
                let words = step.split(separator: " ").map(String.init)
                guard words.first == "SCAN" else { continue }
                let isKnown =
                    Self.small.contains(words[1])
                    || Self.partial.contains { words.contains($0) } || step == "SCAN CONSTANT ROW"
                if !isKnown { found.append("\(step) in \(sql)") }
            }
            return found
        }
    }

    /// Asks everything that a decision may look up.
    private func askEverything(_ reader: SQLiteReader) throws(Problem) {
        let (line, request) = (NodeID(known: "A"), RequestID(known: "R1"))
        let (year, date) = (PeriodID(year: 2026), BudgetStoreSuite<Books>.date)
        let text = LedgerText(known: "x")
        _ = try reader.settings()
        _ = try reader.head()
        _ = try reader.node(line)
        _ = try reader.ancestors(of: line)
        _ = try reader.children(of: line)
        _ = try reader.period(year)
        _ = try reader.balance(BalanceKey(line, year))
        _ = try reader.balance(of: NodeID(known: "TOP"), in: year)
        _ = try reader.balances(of: line)
        _ = try reader.request(request)
        _ = try reader.lines(of: request)
        _ = try reader.lines(charging: line)
        _ = try reader.holdings(of: line, in: year)
        _ = try reader.consumers(of: NodeID(known: "TOP"), in: year, limit: 3)
        _ = try reader.invoice(issuer: text, number: text)
        _ = try reader.invoices(of: request)
        _ = try reader.invoices(issuer: text, on: date)
        _ = try reader.disputes()
        _ = try reader.receipts(of: request)
        _ = try reader.framework(FrameworkID(known: "F"))
        _ = try reader.overrides(for: request)
        _ = try reader.overrides(by: PersonID(known: "ana"), on: line)
        _ = try reader.document(.policy, inForceOn: date)
        _ = try reader.document(.policy, id: text, revision: 1)
        _ = try reader.answer(to: IdempotencyKey(known: "key"))
        _ = try reader.postings(to: line, upTo: 5, effectiveBy: date)
        for filter in Self.filters() { _ = try reader.requests(filter) }
        _ = try reader.highestRequestNumber(in: 2026)
        _ = try reader.hasBought(from: VendorID(known: "acme"), besides: request)
    }

    /// The filters of the rules, of commands and of notices.
    private static func filters() -> [RequestFilter] {
        let date = BudgetStoreSuite<Books>.date
        var window = RequestFilter()
        window.states = [.submitted, .approved, .ordered, .closed]
        window.submittedFrom = date
        window.submittedTo = date
        var byVendor = window
        byVendor.vendor = VendorID(known: "V")
        var byRequester = window
        byRequester.requester = PersonID(known: "ana")
        var bought = RequestFilter()
        bought.states = [.approved, .ordered, .closed]
        bought.vendor = VendorID(known: "V")
        var late = RequestFilter()
        late.expiredOn = date
        var approved = RequestFilter()
        approved.states = [.approved]
        var open = RequestFilter()
        open.states = [.submitted, .approved, .ordered]
        return [window, byVendor, byRequester, bought, late, approved, open]
    }

    @Test func `no statement of a command walks over a table that grows`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        for (id, amount) in [("R1", 100), ("R2", 1_000_000)] as [(String, Int64)] {
            _ = try store.execute(
                BudgetStoreSuite<Books>.submit(id, amount),
                context: BudgetStoreSuite<Books>.context(id))
        }
        try store.read { (reader) throws(Problem) in try askEverything(reader) }
        let statements = store.reader.statements.texts
        #expect(statements.count > 40)
        let found = try statements.flatMap { try scans(store, $0) }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test func `what requests hold of a line is read from an index alone`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        _ = try store.read { (reader) throws(Problem) in
            try reader.holdings(of: NodeID(known: "A"), in: PeriodID(year: 2026))
        }
        let asked = try #require(
            store.reader.statements.texts.first { $0.contains("SELECT request, reserved") })
        let plan = try store.connection.use { (handle) throws(Problem) in
            let statement = try PreparedStatement(
                "EXPLAIN QUERY PLAN \(asked)", on: handle, path: store.path)
            return try statement.step() ? statement.text(3) : ""
        }
        #expect(plan.contains("USING COVERING INDEX request_line_holding"), "\(plan)")
    }

    @Test func `the highest number of a year's requests is the last entry of an index`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        _ = try store.read { (reader) throws(Problem) in
            try reader.highestRequestNumber(in: 2026)
        }
        let asked = try #require(
            store.reader.statements.texts.first { $0.contains("SELECT id FROM request") })
        let plan = try store.connection.use { (handle) throws(Problem) in
            let statement = try PreparedStatement(
                "EXPLAIN QUERY PLAN \(asked)", on: handle, path: store.path)
            var steps: [String] = []
            while try statement.step() { steps.append(statement.text(3)) }
            return steps
        }
        #expect(
            plan == ["SEARCH request USING INDEX request_number (<expr>=?)"]
                || plan == ["SEARCH request USING COVERING INDEX request_number (<expr>=?)"],
            "\(plan)")
    }

    @Test func `a walk over a table is seen`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        #expect(try scans(store, "SELECT actor FROM event WHERE actor = 'ana'").count == 1)
        #expect(try scans(store, "SELECT node FROM posting WHERE amount = 1").count == 1)
        #expect(try scans(store, "SELECT * FROM node").isEmpty)
    }
}
