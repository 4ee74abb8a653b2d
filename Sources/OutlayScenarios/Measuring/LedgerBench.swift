import COutlayFaults
import Outlay

/// The product's side of the measurements in Benchmarks/ledger.py.
enum LedgerBench {
    /// How many budget lines the ledger has.
    static let lines = 1000

    /// Makes a ledger with `events` requests at `path`.
    static func make(_ path: String, events: Int) throws(Problem) {
        let store = try RaceLedger.make(at: path, lines: lines, each: 1 << 45, together: 1 << 55)
        try setSync(store, "OFF")
        try submit(events, batch: 1000, "m", to: store)
        try store.close()
    }

    /// Raises requests and says how many a second: the path, how many, how many in one transaction, the
    /// level of synchronisation, and what their names begin with.
    static func run(_ arguments: [String]) throws(Problem) {
        let store = try RaceLedger.open(arguments[0])
        try setSync(store, arguments[3])
        let count = Int(arguments[1]) ?? 0
        let start = RaceWorker.microseconds()
        try submit(count, batch: Int(arguments[2]) ?? 1, arguments[4], to: store)
        let seconds = Double(RaceWorker.microseconds() - start) / 1e6
        Worker.say("\(Double(count) / seconds)")
    }

    /// Looks up what is available on lines in turn, and says how often a second.
    static func read(_ path: String, count: Int) throws(Problem) {
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let year = PeriodID(year: RaceLedger.year)
        let start = RaceWorker.microseconds()
        for number in 0..<count {
            _ = try store.read { (reader) throws(Problem) in
                try reader.balance(of: RaceLedger.line(number * 7919 % lines), in: year)
            }
        }
        let seconds = Double(RaceWorker.microseconds() - start) / 1e6
        Worker.say("\(Double(count) / seconds)")
    }

    /// Verifies a ledger and says how many seconds it took.
    static func verify(_ path: String) throws(Problem) {
        let start = RaceWorker.microseconds()
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let found = try store.verify()
        if let problem = found.problem(of: path) { throw problem }
        Worker.say("\(Double(RaceWorker.microseconds() - start) / 1e6)")
    }

    /// Raises requests one by one in a new ledger at `path`, and says how many syncs of the log, and of
    /// the file, one of them took.
    static func syncs(_ path: String, count: Int) throws(Problem) {
        outlay_faults_install()
        defer { outlay_faults_remove() }
        let store = try RaceLedger.plain(at: path)
        try RaceLedger.submit("first", to: store)
        outlay_faults_reset()
        for number in 0..<count { try RaceLedger.submit("s\(number)", to: store) }
        let log = Double(outlay_faults_syncs(Int32(OUTLAY_WAL.rawValue))) / Double(count)
        let main = Double(outlay_faults_syncs(Int32(OUTLAY_MAIN.rawValue))) / Double(count)
        try store.close()
        Worker.say("\(log) \(main)")
    }

    /// Prints the balances of a ledger as CSV.
    static func balances(_ path: String) throws(Problem) {
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let lines = try store.read { (reader) throws(Problem) in
            try reader.balances(in: PeriodID(year: RaceLedger.year))
        }
        Worker.say(LedgerTables.balancesCSV(lines, in: .usd))
    }

    private static func submit(
        _ count: Int, batch: Int, _ prefix: String, to store: SQLiteBudgetStore
    ) throws(Problem) {
        if batch == 1 {
            for number in 0..<count {
                let (command, context) = command(number, prefix)
                try accept(try store.execute(command, context: context))
            }
            return
        }
        for start in stride(from: 0, to: count, by: batch) {
            let commands = (start..<min(start + batch, count)).map { number in
                let (command, context) = command(number, prefix)
                return (command: command as any LedgerCommand, context: context)
            }
            for outcome in try store.executeBatch(commands) { try accept(outcome) }
        }
    }

    private static func command(
        _ number: Int, _ prefix: String
    ) -> (command: Submit, context: CommandContext) {
        let id = "\(prefix)-\(number)"
        let line = RaceLedger.line(number * 7919 % lines)
        return (
            RaceLedger.request(id, line, Int64(100 + number % 900)),
            RaceLedger.context("ana", key: id)
        )
    }

    private static func accept(_ outcome: CommandOutcome) throws(Problem) {
        guard case .refused(let refusal) = outcome else { return }
        throw Problem(.internalError, "a request is refused", because: refusal.code.rawValue)
    }

    /// Sets how far commits are synchronised, which no product does.
    static func setSync(_ store: SQLiteBudgetStore, _ level: String) throws(Problem) {
        guard level != "FULL" else { return }
        _ = try store.measuring { (handle) throws(Problem) in
            outlay_faults_run(UnsafeMutableRawPointer(handle), "PRAGMA synchronous = \(level)")
        }
    }
}
