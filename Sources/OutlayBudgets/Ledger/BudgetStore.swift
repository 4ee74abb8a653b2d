import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A ledger that lasts: ``Books`` in memory, SQLite in a file, a server one day.
///
/// A method is one transaction. Whatever is acknowledged stays; whatever is not is wholly there or
/// wholly absent.
public protocol BudgetStore {
    /// What its decisions look things up in.
    associatedtype Reader: LedgerReader

    /// Carries out one command.
    ///
    /// - Returns: Its answer, or why it is refused; a refusal by a rule is an event too.
    /// - Throws: A ``Problem`` for malformed input, a damaged or a busy store; then nothing changed.
    mutating func execute(
        _ command: some LedgerCommand, context: CommandContext
    ) throws(Problem) -> CommandOutcome

    /// Carries out commands in order in one transaction; each is accepted or refused by itself.
    mutating func executeBatch(
        _ commands: [(command: any LedgerCommand, context: CommandContext)]
    ) throws(Problem) -> [CommandOutcome]

    /// Carries out commands in order in one transaction: all of them, or none.
    ///
    /// Where a command is refused, what came before it is taken back; the refusal itself is recorded as one of a
    /// single command would be.
    ///
    /// - Parameters:
    ///   - commands: The commands.
    ///   - rehearsing: Whether nothing is kept or recorded even where all are accepted, as for a dry run.
    ///   - view: Reads the ledger as the commands leave it, or would leave it.
    /// - Returns: The outcomes, up to the first refusal; and what `view` read, nil where a command was refused.
    /// - Throws: A ``Problem`` for malformed input, a damaged or a busy store; then nothing changed.
    mutating func executeTogether<View>(
        _ commands: [(command: any LedgerCommand, context: CommandContext)], rehearsing: Bool,
        _ view: (Reader) throws(Problem) -> View
    ) throws(Problem) -> (outcomes: [CommandOutcome], view: View?)

    /// Returns what `body` reads from one state of the ledger.
    func read<Value>(_ body: (Reader) throws(Problem) -> Value) throws(Problem) -> Value

    /// Calls `body` with the events from number `first` on, in order, until it returns false.
    func journal(
        from first: Int64, _ body: (StoredEvent) throws(Problem) -> Bool
    ) throws(Problem)

    /// Returns the end of the chain, to be kept elsewhere.
    func checkpoint() throws(Problem) -> Checkpoint
}

/// What became of a command.
public enum CommandOutcome: Sendable, Hashable {
    /// Carried out, now or by an earlier command of the same key and body.
    case accepted(Answer)
    /// Refused.
    case refused(Refusal)
}

/// An event as it lies in the journal: its canonical bytes and its hash.
public struct StoredEvent: Sendable, Hashable {
    /// Its number.
    public var sequence: Int64
    /// Its canonical JSON.
    public var bytes: [UInt8]
    /// SHA-256 of the hash before and ``bytes``.
    public var hash: SHA256Value

    /// Creates a stored event.
    public init(sequence: Int64, bytes: [UInt8], hash: SHA256Value) {
        self.sequence = sequence
        self.bytes = bytes
        self.hash = hash
    }
}

/// The end of a chain on a day, to be kept outside the ledger: what a rewritten journal cannot forge.
public struct Checkpoint: Sendable, Hashable {
    /// The name of the ledger.
    public var ledgerID: LedgerText
    /// The number of the last event.
    public var sequence: Int64
    /// Its hash.
    public var hash: SHA256Value

    /// Creates a checkpoint.
    public init(ledgerID: LedgerText, sequence: Int64, hash: SHA256Value) {
        self.ledgerID = ledgerID
        self.sequence = sequence
        self.hash = hash
    }
}
