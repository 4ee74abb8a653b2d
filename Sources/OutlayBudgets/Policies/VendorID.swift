import OutlayProblems

/// A vendor of the register.
///
/// The rule of ``LedgerName`` holds.
public struct VendorID: LedgerName {
    /// The name.
    public let text: String

    /// Creates a name that is known to keep the rule, as one from the ledger is.
    public init(known text: String) {
        self.text = text
    }

    /// What such a name is called in messages.
    public static let noun = "vendor"
}
