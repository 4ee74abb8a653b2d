import GRDBSQLite
import OutlayBudgets
import OutlayEncoding
import OutlayProblems

/// A ledger in an SQLite file.
///
/// One command is one immediate transaction with one sync of the write-ahead log: the key is looked up,
/// the command is decided on the rows as they stand, the rows are changed each under its own condition,
/// the event is appended, the head of the chain moves, and only then is the answer told. Any number of
/// processes may hold the same file; a store belongs to one thread.
public final class SQLiteBudgetStore: BudgetStore {
    /// How long a command waits for another process to finish writing, unless it is said otherwise.
    public static let defaultBusyMilliseconds = 5000
    /// How many pages the log may grow to before they are moved into the file.
    static let pagesBeforeCheckpoint = 2000

    let connection: Connection
    let reader: SQLiteReader
    private let log = LogLength()
    private var isOpen = true

    private init(_ connection: Connection, approvalRules: any ApprovalRules) throws(Problem) {
        self.connection = connection
        reader = SQLiteReader(
            statements: try connection.use { (handle) throws(Problem) in
                StatementCache(connection: handle, path: connection.path)
            }, approvalRules: approvalRules)
        guard connection.mode == .writing else { return }
        try connection.use { (handle) throws(Problem) in log.install(on: handle) }
        try markOpen()
    }

    deinit {
        try? close()
    }

    /// Makes a ledger without events at `path` and opens it for writing.
    ///
    /// - Throws: ``ProblemCode/fileExists``, ``ProblemCode/networkFileSystem`` or a problem of the disk.
    public static func make(
        at path: String, approvalRules: any ApprovalRules,
        busyMilliseconds: Int = defaultBusyMilliseconds
    ) throws(Problem) -> SQLiteBudgetStore {
        try LedgerFile.make(at: path)
        return try open(path, approvalRules: approvalRules, busyMilliseconds: busyMilliseconds)
    }

    /// Opens the ledger at `path` for writing.
    ///
    /// A file with older tables is brought up to date on a copy, which then takes its place.
    ///
    /// - Throws: What makes the file unfit to be written: damage, a foreign or newer file, a network file
    ///   system, or durability that cannot be had.
    public static func open(
        _ path: String, approvalRules: any ApprovalRules,
        busyMilliseconds: Int = defaultBusyMilliseconds
    ) throws(Problem) -> SQLiteBudgetStore {
        try SQLiteBudgetStore(
            LedgerFile.open(path, .writing, busyMilliseconds: busyMilliseconds),
            approvalRules: approvalRules)
    }

    /// Opens the ledger at `path` for reading; its file is not written to.
    ///
    /// In a folder that may not be written, nothing is made beside it either. Elsewhere SQLite keeps its
    /// `-wal` and `-shm` there, by which the reader sees what others write meanwhile.
    public static func openForReading(
        _ path: String, approvalRules: any ApprovalRules,
        busyMilliseconds: Int = defaultBusyMilliseconds
    ) throws(Problem) -> SQLiteBudgetStore {
        try SQLiteBudgetStore(
            LedgerFile.open(path, .reading, busyMilliseconds: busyMilliseconds),
            approvalRules: approvalRules)
    }

    /// The path of the file, without links and relative parts.
    public var path: String { connection.path }
    /// The longest wait for other processes so far, in microseconds.
    public var longestWaitMicroseconds: Int64 { connection.wait.longestMicroseconds }

    // MARK: Commands

    /// Carries out one command.
    ///
    /// - Throws: A ``Problem`` for malformed input, a damaged, a full or a busy file; then nothing
    ///   changed.
    public func execute(
        _ command: some LedgerCommand, context: CommandContext
    ) throws(Problem) -> CommandOutcome {
        try transaction { () throws(Problem) in try carryOut(command, context) }
    }

    /// Carries out commands in order in one transaction; each is accepted or refused by itself.
    ///
    /// - Throws: A ``Problem``; then nothing of all changed.
    public func executeBatch(
        _ commands: [(command: any LedgerCommand, context: CommandContext)]
    ) throws(Problem) -> [CommandOutcome] {
        try transaction { () throws(Problem) in
            var outcomes: [CommandOutcome] = []
            for (command, context) in commands { outcomes.append(try carryOut(command, context)) }
            return outcomes
        }
    }

    /// Carries out commands in order in one transaction: all of them, or none.
    ///
    /// - Throws: A ``Problem``; then nothing of all changed.
    public func executeTogether<View>(
        _ commands: [(command: any LedgerCommand, context: CommandContext)], rehearsing: Bool,
        _ view: (SQLiteReader) throws(Problem) -> View
    ) throws(Problem) -> (outcomes: [CommandOutcome], view: View?) {
        try transaction { () throws(Problem) in
            let before = reader.currentHead
            try reader.statements.statement("SAVEPOINT together").run()
            var outcomes: [CommandOutcome] = []
            for (command, context) in commands {
                let outcome = try carryOut(command, context)
                outcomes.append(outcome)
                guard case .refused(let refusal) = outcome else { continue }
                try takeBack(to: before)
                if !rehearsing,
                    let event = try reader.event(
                        recording: refusal, of: command, context: context)
                {
                    try append(event)
                }
                return (outcomes, nil)
            }
            let seen = try view(reader)
            if rehearsing {
                try takeBack(to: before)
            } else {
                try reader.statements.statement("RELEASE together").run()
            }
            return (outcomes, seen)
        }
    }

    /// Takes back what was done together, as if it had never been.
    private func takeBack(to head: ChainHead) throws(Problem) {
        try reader.statements.statement("ROLLBACK TO together").run()
        try reader.statements.statement("RELEASE together").run()
        reader.forgetAll()
        reader.begin(at: head)
    }

    private func carryOut(
        _ command: some LedgerCommand, _ context: CommandContext
    ) throws(Problem) -> CommandOutcome {
        switch try reader.prepare(command, context: context) {
        case .settled(let outcome): return outcome
        case .event(let event, let outcome):
            try append(event)
            return outcome
        }
    }

    // MARK: Reading

    /// Returns what `body` reads from one state of the ledger.
    public func read<Value>(
        _ body: (SQLiteReader) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try snapshot { () throws(Problem) in try body(reader) }
    }

    /// Calls `body` with the events from number `first` on, in order, until it returns false.
    public func journal(
        from first: Int64, _ body: (StoredEvent) throws(Problem) -> Bool
    ) throws(Problem) {
        try snapshot { () throws(Problem) in try followJournal(from: first, body) }
    }

    /// Returns what `body` reads from one state of the ledger and its whole journal.
    public func readWithJournal<Value>(
        _ body: (SQLiteReader, [StoredEvent]) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try snapshot { () throws(Problem) in
            var events: [StoredEvent] = []
            try followJournal(from: 1) { (event) throws(Problem) in
                events.append(event)
                return true
            }
            return try body(reader, events)
        }
    }

    /// Calls `body` with the events of the present transaction.
    func followJournal(
        from first: Int64, _ body: (StoredEvent) throws(Problem) -> Bool
    ) throws(Problem) {
        let statement = try reader.statements.statement(
            "SELECT sequence, body, hash FROM event WHERE sequence >= ?1 ORDER BY sequence")
        statement.bind(1, first)
        defer { statement.reset() }
        while try statement.step() {
            let event = StoredEvent(
                sequence: statement.integer(0), bytes: statement.bytes(1),
                hash: statement.digest(2) ?? .zero)
            guard try body(event) else { return }
        }
    }

    /// Returns the end of the chain, to be kept elsewhere.
    ///
    /// - Throws: ``ProblemCode/notOpened``.
    public func checkpoint() throws(Problem) -> Checkpoint {
        try read { (reader) throws(Problem) in
            let head = try reader.head()
            return Checkpoint(
                ledgerID: try reader.requireSettings().ledgerID, sequence: head.sequence,
                hash: head.hash)
        }
    }

    /// Writes a whole copy of the ledger to `path`, whoever writes meanwhile, and verifies it.
    ///
    /// - Returns: What was verified of the copy.
    /// - Throws: ``ProblemCode/fileExists`` or a problem; then nothing is left at `path`.
    @discardableResult
    public func backUp(to path: String) throws(Problem) -> Verification {
        try Backup.make(of: self, at: path)
    }

    /// Hands SQLite's handle to `body`, for what measures a store and does not use it.
    package func measuring<Value>(
        _ body: (OpaquePointer) throws(Problem) -> Value
    ) throws(Problem) -> Value {
        try connection.use(body)
    }

    // MARK: Closing

    /// Closes the file: what stands in the log is moved into it, so that it is whole by itself where
    /// nobody else has it open.
    public func close() throws(Problem) {
        guard isOpen else { return }
        isOpen = false
        defer { reader.statements.removeAll() }
        if connection.mode == .writing {
            do {
                try markClosed()
            } catch {
                // The log stays, and with it everything that was acknowledged.
                reader.statements.removeAll()
                try connection.close()
                return
            }
        }
        reader.statements.removeAll()
        try connection.close()
    }
}

// MARK: - Transactions

extension SQLiteBudgetStore {
    /// Runs `body` in one immediate transaction and commits it; nothing is kept where it throws, or
    /// where it appended no event although `keepsHead` does not say that it needs none.
    func transaction<Value>(
        keepsHead: Bool = false, _ body: () throws(Problem) -> Value
    ) throws(Problem) -> Value {
        guard connection.mode == .writing else { throw readOnly() }
        let value = try connection.use { (_) throws(Problem) in
            try reader.statements.statement("BEGIN IMMEDIATE").run()
            do throws(Problem) {
                // Behind the lock nobody can move the file away and put a migrated one in its place.
                try connection.requireSameFile()
                reader.begin(at: try loadHead())
                let before = reader.currentHead.sequence
                let value = try body()
                let isChanged = keepsHead || reader.currentHead.sequence != before
                try reader.statements.statement(isChanged ? "COMMIT" : "ROLLBACK").run()
                return value
            } catch {
                reader.forgetAll()
                _ = try? reader.statements.statement("ROLLBACK").run()
                throw error
            }
        }
        if log.pages >= Self.pagesBeforeCheckpoint { moveLog() }
        return value
    }

    /// Returns the problem that the ledger was opened for reading.
    func readOnly() -> Problem {
        Problem(
            .ledgerNotWritable, "\(Problem.quoted(path, limit: 200)) was opened for reading",
            at: .file(path), because: "reading changes nothing", hint: "open it for writing")
    }

    /// Runs `body` on one state of the ledger.
    func snapshot<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
        try connection.use { (_) throws(Problem) in
            try connection.requireUnchanged()
            try reader.statements.statement("BEGIN").run()
            defer { _ = try? reader.statements.statement("COMMIT").run() }
            do throws(Problem) {
                reader.begin(at: try loadHead())
                let value = try body()
                try connection.requireUnchanged()
                return value
            } catch {
                // What looks like damage may be another one's writing.
                try connection.requireUnchanged()
                throw error
            }
        }
    }

    private func loadHead() throws(Problem) -> ChainHead {
        let statement = try reader.statements.statement(
            "SELECT head_sequence, head_hash, recorded_milliseconds FROM chain")
        defer { statement.reset() }
        guard try statement.step(), let hash = statement.digest(1) else {
            throw Problem(
                .brokenChain, "the chain of \(Problem.quoted(path, limit: 200)) has no head",
                at: .file(path), because: "the head names the last event",
                hint: "restore a backup")
        }
        return ChainHead(
            sequence: statement.integer(0), hash: hash,
            recordedMilliseconds: statement.integer(2))
    }

    /// Appends an event: its rows, its postings, itself, and the head of the chain.
    private func append(_ event: LedgerEvent) throws(Problem) {
        let changed = try reader.balances(after: event.body)
        for row in changed { try put(row, instead: try reader.balance(row.key)) }
        for change in event.body.rows { try put(change) }
        let stored = event.stored(after: reader.currentHead)
        try put(event, stored)
        for (index, posting) in event.body.postings.enumerated() {
            let statement = try reader.statements.statement(
                """
                INSERT INTO posting (sequence, number, node, period, bucket, amount)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """)
            statement.bind(1, event.sequence)
            statement.bind(2, Int64(index + 1))
            statement.bind(3, posting.row.node.text)
            statement.bind(4, posting.row.period.description)
            statement.bind(5, posting.bucket.rawValue)
            statement.bind(6, posting.amount.count)
            try statement.run()
        }
        let head = ChainHead(
            sequence: event.sequence, hash: stored.hash,
            recordedMilliseconds: event.recordedMilliseconds)
        try moveHead(to: head)
        reader.currentHead = head
        reader.forget(event, rows: changed)
    }

    /// Changes a balance row by what was added to it, under the condition that it still is what the
    /// decision saw and stays within its cap.
    private func put(_ row: Balance, instead old: Balance?) throws(Problem) {
        let place = row.key
        guard let old else {
            let statement = try reader.statements.statement(TableText.balance.put)
            var sink = StatementSink(statement)
            row.write(to: &sink)
            try statement.run()
            return
        }
        let statement = try reader.statements.statement(
            """
            UPDATE balance SET allotted = allotted + ?3, reserved = reserved + ?4,
                committed = committed + ?5, actual = actual + ?6, excused = excused + ?7, cap = ?8
            WHERE node = ?1 AND period = ?2
                AND (?8 IS NULL OR reserved + committed + actual + ?4 + ?5 + ?6 <= ?8)
                AND allotted = ?9 AND reserved = ?10 AND committed = ?11 AND actual = ?12
            """)
        statement.bind(1, place.node.text)
        statement.bind(2, place.period.description)
        for (index, bucket) in Bucket.allCases.enumerated() {
            statement.bind(Int32(3 + index), try (row[bucket] - old[bucket]).count)
        }
        statement.bind(8, row.cap?.count)
        for (index, bucket) in Bucket.allCases.prefix(4).enumerated() {
            statement.bind(Int32(9 + index), old[bucket].count)
        }
        guard try statement.run() == 1 else {
            throw Problem(
                .damagedLedger,
                "the balance of `\(place.node)` in \(place.period) did not take what was decided",
                at: .file(path),
                because: "its row changed under the decision, or would go over its cap",
                hint: "verify the ledger")
        }
    }

    private func put(_ change: RowChange) throws(Problem) {
        let statement = try reader.statements.statement(TableText.of(change.table).put)
        func bind(_ row: some LedgerRow) {
            var sink = StatementSink(statement)
            row.write(to: &sink)
        }
        bind(change.row)
        try statement.run()
    }

    private func put(_ event: LedgerEvent, _ stored: StoredEvent) throws(Problem) {
        let statement = try reader.statements.statement(
            """
            INSERT INTO event
                (sequence, idempotency_key, kind, effective, recorded_milliseconds, actor, body, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        statement.bind(1, event.sequence)
        statement.bind(2, event.idempotencyKey?.text)
        statement.bind(3, event.body.kind.rawValue)
        statement.bind(4, event.effective.description)
        statement.bind(5, event.recordedMilliseconds)
        statement.bind(6, event.actor.text)
        statement.bindText(7, stored.bytes)
        statement.bind(8, stored.hash.bytes)
        try statement.run()
    }

    private func moveHead(to head: ChainHead) throws(Problem) {
        let statement = try reader.statements.statement(
            """
            UPDATE chain SET head_sequence = ?1, head_hash = ?2, recorded_milliseconds = ?3,
                is_closed = 0
            WHERE head_sequence = ?4
            """)
        statement.bind(1, head.sequence)
        statement.bind(2, head.hash.bytes)
        statement.bind(3, head.recordedMilliseconds)
        statement.bind(4, head.sequence - 1)
        guard try statement.run() == 1 else {
            throw Problem(
                .brokenChain, "the head of the chain did not move", at: .file(path),
                because: "it is not where the transaction saw it", hint: "verify the ledger")
        }
    }
}

// MARK: - Opening and closing marks

extension SQLiteBudgetStore {
    /// Says in the main file that it is in use, before anything is written: a copy of that file alone
    /// is known from then on to lack what stands in the log.
    private func markOpen() throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            var keepsLog: Int32 = 1
            sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
            guard try connection.value("SELECT is_closed FROM chain", handle) == "1" else { return }
            try connection.execute("BEGIN IMMEDIATE", handle)
            do throws(Problem) {
                try connection.requireSameFile()
                try connection.execute("UPDATE chain SET is_closed = 0 WHERE is_closed = 1", handle)
                try connection.execute("COMMIT", handle)
            } catch {
                try? connection.execute("ROLLBACK", handle)
                throw error
            }
            try connection.execute("PRAGMA wal_checkpoint(FULL)", handle)
        }
    }

    private func markClosed() throws(Problem) {
        try connection.use { (handle) throws(Problem) in
            try connection.requireSameFile()
            try connection.execute("BEGIN IMMEDIATE", handle)
            do throws(Problem) {
                try connection.execute("UPDATE chain SET is_closed = 1", handle)
                try connection.execute("COMMIT", handle)
            } catch {
                try? connection.execute("ROLLBACK", handle)
                throw error
            }
            // The last one out may take the log along: the file says that it is whole.
            var keepsLog: Int32 = 0
            sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
        }
    }

    /// Moves the log into the file as far as no reader needs it; what is left is moved another time.
    private func moveLog() {
        _ = try? connection.use { (handle) throws(Problem) in
            sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        }
    }
}

/// How many pages stand in the write-ahead log since the last commit of a connection.
private final class LogLength {
    private(set) var pages = 0

    /// Lets SQLite tell this object, which must live as long as `connection`.
    func install(on connection: OpaquePointer) {
        sqlite3_wal_hook(
            connection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue().pages = Int(pages)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}
