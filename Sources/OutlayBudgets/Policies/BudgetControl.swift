/// What a policy says about requests that the budget does not cover.
///
/// Control binds plans, so a request beyond the budget of a line under hard control is always refused;
/// what may exceed is a line's own `control: soft`, or an authority's override. A later year that has
/// no money at all is ``PolicyTerms/futureYears``.
public struct BudgetControl: Sendable, Hashable {
    /// The role that may override, besides persons with a limit of their own; nil for those alone.
    public var overrideRole: RoleID?

    /// Lets only persons with a limit of their own override.
    public static let standard = BudgetControl()

    /// Creates settings.
    public init(overrideRole: RoleID? = nil) {
        self.overrideRole = overrideRole
    }
}
