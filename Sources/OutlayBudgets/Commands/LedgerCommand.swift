import OutlayProblems

/// Something that is asked of the ledger.
///
/// A command is decided on what a reader shows and changes nothing itself: one decision, one event.
public protocol LedgerCommand: Sendable {
    /// What it is called in events and refusals, such as `submit`.
    static var name: String { get }

    /// Writes what is asked for, as the members of a canonical JSON object in the order of their keys:
    /// two commands with the same key are the same when these bytes are.
    func writeBody(to writer: inout CanonicalWriter)

    /// Returns what the command changes, or why it is refused.
    ///
    /// - Throws: A ``Problem`` where what is asked for is malformed or the ledger is damaged.
    func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision
}
