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
    let log = LogLength()
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
