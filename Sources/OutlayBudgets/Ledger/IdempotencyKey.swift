import OutlayProblems

/// The caller's own name of one command, by which a repeated one is recognised.
///
/// The rule of ``LedgerName`` holds.
public struct IdempotencyKey: LedgerName {
    /// The name.
    public let text: String

    /// Creates a name that is known to keep the rule, as one from the ledger is.
    public init(known text: String) {
        self.text = text
    }

    /// What such a name is called in messages.
    public static let noun = "idempotency key"
}
