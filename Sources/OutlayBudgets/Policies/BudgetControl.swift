/// What a policy says about requests that the budget does not cover.
public struct BudgetControl: Sendable, Hashable {
    /// What happens to a request that exceeds its budget.
    public enum Excess: String, Sendable, Hashable, CaseIterable {
        /// It is refused.
        case block
        /// It passes with a warning.
        case warn
    }

    /// What happens to a request that exceeds the budget of its year.
    public var onExceed: Excess
    /// What happens to one that exceeds the budget of a later year.
    public var outYears: Excess
    /// The role that may override, besides persons with a limit of their own; nil for those alone.
    public var overrideRole: RoleID?
    /// Whether an override needs a reason.
    public var overrideNeedsReason: Bool

    /// Refuses in every year; an override needs a reason.
    public static let standard = BudgetControl()

    /// Creates settings.
    public init(
        onExceed: Excess = .block, outYears: Excess = .block, overrideRole: RoleID? = nil,
        overrideNeedsReason: Bool = true
    ) {
        self.onExceed = onExceed
        self.outYears = outYears
        self.overrideRole = overrideRole
        self.overrideNeedsReason = overrideNeedsReason
    }
}
