/// A fact that went beyond a budget: recorded, flagged, and a bar to new plans until it is covered.
public struct Overrun: Sendable, Hashable {
    /// The event that posted it.
    public var sequence: Int64
    /// The row.
    public var row: BalanceKey
    /// Why.
    public var cause: OverrunCause
    /// How far the row went beyond its limit by this.
    public var amount: MinorUnits

    /// Creates an overrun.
    public init(sequence: Int64, row: BalanceKey, cause: OverrunCause, amount: MinorUnits) {
        self.sequence = sequence
        self.row = row
        self.cause = cause
        self.amount = amount
    }
}

/// Why a fact went beyond a budget.
public enum OverrunCause: String, Sendable, Hashable, CaseIterable {
    /// An invoice within its tolerance, or at another exchange rate than the order.
    case invoice
    /// Actuals from another system.
    case importedActuals = "imported_actuals"
    /// An allotment was cut, or first set below what is used.
    case allotment
    /// A purchase made before it was approved.
    case ratification
    /// A commitment carried over without its money.
    case carryForward = "carry_forward"
    /// A call-off came to less, so that more of what an agreement guarantees is owed again.
    case guaranteedMinimum = "guaranteed_minimum"
}
