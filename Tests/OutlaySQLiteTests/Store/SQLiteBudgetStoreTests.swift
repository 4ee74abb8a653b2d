import Foundation
import GRDB
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Synchronization
import Testing

@testable import OutlaySQLite

/// A folder that goes when the test is over.
final class TestFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "outlay-sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }
}

/// A ledger file with the year 2026 and the lines of the suite.
func makeSampleLedger(at path: String) throws -> SQLiteBudgetStore {
    let suite = BudgetStoreSuite<SQLiteBudgetStore>(
        make: { try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules()) },
        reopen: { store, _ in store })
    return try suite.setUp()
}

extension SQLiteBudgetStore {
    /// Every row of every table but the journal's own, as SQLite shows them.
    func dump() throws -> String {
        try connection.database { database in
            try (LedgerTable.allCases.map(\.rawValue) + ["posting"]).map { table in
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
                return "\(table)\n" + rows.map { "\($0.description)\n" }.joined()
            }.joined()
        }
    }
}

@Suite struct SQLiteBudgetStoreTests {
    private func run(
        _ check: (BudgetStoreSuite<SQLiteBudgetStore>) throws -> Void
    ) throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        // A store that crashes is kept, as a killed process keeps its file open until it is gone.
        var crashed: [SQLiteBudgetStore] = []
        try check(
            BudgetStoreSuite(
                make: {
                    try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
                },
                reopen: { store, crashes in
                    if crashes { crashed.append(store) } else { try store.close() }
                    return try SQLiteBudgetStore.open(
                        path, approvalRules: DocumentApprovalRules())
                }))
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        #expect(try store.verify().chain == .intactNotAnchored)
        #expect(try store.verify(anchor: try store.checkpoint()).chain == .intact)
        #expect(try store.verify().holds)
        withExtendedLifetime(crashed) {}
    }

    @Test func `money is held once and every ancestor binds`() throws {
        try run { try $0.holdsMoney() }
    }

    @Test func `a key answers once`() throws { try run { try $0.answersOnce() } }

    @Test func `what was acknowledged survives a crash between any two commands`() throws {
        try run { try $0.survivesCrashes() }
    }

    @Test func `a batch is whole or absent`() throws { try run { try $0.batchesAreWhole() } }

    @Test func `a budget comes in one event, by two persons`() throws {
        try run { try $0.loadsBudgets() }
    }

    @Test func `an act of two persons waits, and is done once`() throws {
        try run { try $0.sharesActs() }
    }

    @Test func `of two who confirm at once one wins, and the other is told`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let suite = try makeSampleLedger(at: path)
        let organisation: JSONValue = [
            "id": "ORG", "effective_from": "2026-01-01", "currency": "USD",
            "people": [["id": "ana", "roles": ["controller"]], ["id": "cfo"], ["id": "coo"]],
            "duties": ["roles": ["transfer": ["controller"]]],
        ]
        let context = BudgetStoreSuite<SQLiteBudgetStore>.context()
        _ = try suite.execute(
            LoadDocument(
                .organisation, id: LedgerText(known: "ORG"), revision: 1,
                effectiveFrom: CalendarDate(dayNumber: 20_454), content: organisation),
            context: context)
        let (a, b) = (NodeID(known: "A"), NodeID(known: "B"))
        for round in 1...20 {
            _ = try suite.execute(
                Propose(Transfer(MinorUnits(10), from: a, to: b, in: 2026)), context: context)
            let seen = try suite.read { (reader) throws(Problem) in try reader.proposals() }
            let confirm = ConfirmProposal(try #require(seen.first))
            let codes = Mutex<[RefusalCode?]>([])
            DispatchQueue.concurrentPerform(iterations: 2) { index in
                var own = context
                own.actor = PersonID(known: index == 0 ? "cfo" : "coo")
                do {
                    let store = try SQLiteBudgetStore.open(
                        path, approvalRules: DocumentApprovalRules())
                    let outcome = try store.execute(confirm, context: own)
                    codes.withLock {
                        $0.append(BudgetStoreSuite<SQLiteBudgetStore>.code(outcome))
                    }
                    try store.close()
                } catch {
                    Issue.record(error)
                }
            }
            let found = codes.withLock { $0 }
            #expect(found.count == 2)
            #expect(found.contains(nil) && found.contains(.notPending), "round \(round)")
            let moved = try suite.read { (reader) throws(Problem) in
                try reader.balance(of: a, in: PeriodID(year: 2026)).allotted.count
            }
            #expect(moved == Int64(10_000 - 10 * round))
        }
        #expect(try suite.verify().holds)
    }

    @Test func `recorded times never decrease`() throws { try run { try $0.timeNeverGoesBack() } }

    @Test func `requests keep the version of the policy that they were judged by`() throws {
        try run { try $0.keepsPolicyVersions() }
    }

    @Test func `days count as they are written, whatever the clock does`() throws {
        try run { try $0.countsDays() }
    }

    @Test func `a command that comes again after a lost reply is answered once`() throws {
        try run { try $0.answersOnceAfterCrash() }
    }

    @Test(arguments: UInt64(101)...108)
    func `any stream of commands ends as in a ledger that adds up documents`(seed: UInt64) throws {
        let folder = try TestFolder()
        var made = 0
        let trial = StreamTrial<SQLiteBudgetStore>(
            make: { () throws(Problem) in
                made += 1
                return try SQLiteBudgetStore.make(
                    at: folder.path("\(made).db"), approvalRules: try StreamRules.rules())
            },
            reopen: { store throws(Problem) in
                try store.close()
                return try SQLiteBudgetStore.open(
                    store.path, approvalRules: try StreamRules.rules())
            },
            verify: { store throws(Problem) in try store.verify(anchor: try store.checkpoint()) })
        let fault = trial.fault(seed: seed, count: 400)
        #expect(fault == nil)
    }

    @Test func `a reader keeps its state while others write and the log is moved`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let writer = try makeSampleLedger(at: path)
        let reading = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let before = try writer.checkpoint()
        let seen = try reading.snapshot { () throws(Problem) in
            let first = try reading.reader.head()
            for number in 0..<30 {
                _ = try writer.execute(
                    BudgetStoreSuite<Books>.submit("R\(number)", 10),
                    context: BudgetStoreSuite<Books>.context())
            }
            try writer.connection.use { (handle) throws(Problem) in
                try writer.connection.execute("PRAGMA wal_checkpoint(PASSIVE)", handle)
            }
            var events: Int64 = 0
            try reading.followJournal(from: 1) { _ throws(Problem) in
                events += 1
                return true
            }
            return [first.sequence, events]
        }
        #expect(seen == [before.sequence, before.sequence])
        #expect(try reading.checkpoint().sequence == before.sequence + 30)
        #expect(try reading.verify(anchors: [before]).chain == .intact)
    }

    @Test func `what is read without locks is not trusted once somebody wrote`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        let frozen = try Connection(
            path: path, mode: .reading, busyMilliseconds: 0, freezes: true)
        try frozen.requireUnchanged()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
        let writer = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        for isClosed in [false, true] {
            if isClosed { try writer.close() }
            let problem = #expect(throws: Problem.self) { try frozen.requireUnchanged() }
            #expect(problem?.code == .ledgerBusy)
        }
        try frozen.close()
    }

    @Test func `books in memory keep the same rules`() throws {
        let suite = BudgetStoreSuite<Books>(
            make: { Books(approvalRules: DocumentApprovalRules()) }, reopen: { store, _ in store })
        try suite.holdsMoney()
        try suite.answersOnce()
        try suite.survivesCrashes()
        try suite.batchesAreWhole()
        try suite.timeNeverGoesBack()
        try suite.keepsPolicyVersions()
        try suite.countsDays()
        try suite.answersOnceAfterCrash()
        try suite.loadsBudgets()
        try suite.sharesActs()
    }

    @Test func `the write-ahead log is synced in full and foreign keys hold`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        let settings = try ["journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint"].map
        {
            name in
            try store.connection.use { (handle) throws(Problem) in
                try store.connection.value("PRAGMA \(name)", handle)
            }
        }
        #expect(settings == ["wal", "2", "1", "0"])
    }

    @Test func `the rows are those that books make of the same journal, byte for byte`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        for number in 0..<20 {
            _ = try store.execute(
                BudgetStoreSuite<Books>.submit("R\(number)", 777, number % 2 == 0 ? "A" : "B"),
                context: BudgetStoreSuite<Books>.context())
        }
        var events: [StoredEvent] = []
        try store.journal(from: 1) { (event) throws(Problem) in
            events.append(event)
            return true
        }
        let books = try Books(replaying: events, approvalRules: DocumentApprovalRules())
        let rows = try store.snapshot { () throws(Problem) in try store.rowText() }
        #expect(books.rowText() == rows)
        #expect(rows.split(separator: "\n").count > 20)
    }

    @Test func `the tables have the columns of their rows`() throws {
        let folder = try TestFolder()
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        for table in LedgerTable.allCases {
            let columns = try store.connection.database { database in
                try database.columns(in: table.rawValue).map { "\($0.name) \($0.type)" }
            }
            let shape = table.shape.columns.map {
                "\($0.name) \($0.type == .integer ? "INTEGER" : "TEXT")"
            }
            #expect(columns == shape, "\(table)")
        }
    }

    @Test func `a file that was replaced takes no more commands`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let store = try makeSampleLedger(at: path)
        try store.backUp(to: folder.path("copy.db"))
        #expect(rename(folder.path("copy.db"), path) == 0)
        let problem = #expect(throws: Problem.self) {
            try store.execute(
                BudgetStoreSuite<Books>.submit("R1", 100),
                context: BudgetStoreSuite<Books>.context())
        }
        #expect(problem?.code == .ledgerReplaced)
    }
}
