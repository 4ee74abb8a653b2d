/// Why a command was not carried out, with the facts of the matter.
public struct Refusal: Sendable, Hashable {
    /// The reason.
    public var code: RefusalCode
    /// What the command was about: a request, an invoice's number; empty where it names nothing.
    public var subject: LedgerText
    /// The line and period that block it, or nil.
    public var row: BalanceKey?
    /// What was available there, or of what the rule measures.
    public var available: MinorUnits?
    /// What was asked for.
    public var requested: MinorUnits?
    /// By how much that is too much.
    public var shortBy: MinorUnits?
    /// The requests that use most of the row, the largest first.
    public var consumers: [Consumer]
    /// Whom the refusal is about, where it is about a person.
    public var person: PersonID?
    /// The rule that refused, or another short fact; empty where the code says all.
    public var note: LedgerText
    /// How to go on, where the code alone cannot say it; nil for what the code says.
    public var hint: String?
    /// Rows that are kept although nothing was posted, such as a disputed invoice.
    public var rows: [RowChange]

    /// Creates a refusal.
    public init(
        _ code: RefusalCode, subject: LedgerText = .empty, note: LedgerText = .empty,
        hint: String? = nil
    ) {
        self.code = code
        self.subject = subject
        self.note = note
        self.hint = hint
        consumers = []
        rows = []
    }
}

/// A request that uses money of a row.
public struct Consumer: Sendable, Hashable {
    /// The request.
    public var request: RequestID
    /// What it has reserved, committed and spent there.
    public var amount: MinorUnits

    /// Creates a consumer.
    public init(_ request: RequestID, _ amount: MinorUnits) {
        self.request = request
        self.amount = amount
    }
}

/// What a command comes to.
public enum Decision: Sendable {
    /// It is carried out by this.
    case accepted(EventBody)
    /// It is not.
    case refused(Refusal)
}

/// What a rule comes to.
public enum Ruling<Value: Sendable>: Sendable {
    /// The rule is kept, with what it says.
    case granted(Value)
    /// It is not.
    case refused(Refusal)
}
