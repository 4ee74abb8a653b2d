import OutlayValues

/// One person's authority to approve, lent to another for some days.
///
/// It lends what the principal holds, never what was lent to the principal: there are no chains.
public struct Delegation: Sendable, Hashable {
    /// Whose authority it is.
    public var principal: PersonID
    /// Who may use it.
    public var delegate: PersonID
    /// The first day.
    public var start: CalendarDate
    /// The last day, on which it still holds.
    public var end: CalendarDate
    /// The largest amount it holds for, in the organisation's currency; nil for any.
    public var limit: MinorUnits?
    /// The categories it holds for; none for all.
    public var categories: [NodeID]

    /// Creates a delegation.
    public init(
        from principal: PersonID, to delegate: PersonID, start: CalendarDate, end: CalendarDate,
        limit: MinorUnits? = nil, categories: [NodeID] = []
    ) {
        self.principal = principal
        self.delegate = delegate
        self.start = start
        self.end = end
        self.limit = limit
        self.categories = categories
    }

    /// Returns whether it holds on `date` for a purchase of `category`.
    func holds(on date: CalendarDate, for category: NodeID?) -> Bool {
        start <= date && date <= end
            && (categories.isEmpty || category.map(categories.contains) ?? false)
    }
}
