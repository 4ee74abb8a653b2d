import OutlayValues

/// Days from a first to a last one, both among them.
public struct DateSpan: Sendable, Hashable {
    /// The first day; nil where it has always begun.
    public var first: CalendarDate?
    /// The last day, which is among them; nil where it never ends.
    public var last: CalendarDate?

    /// Creates the days from `first` to `last`.
    public init(_ first: CalendarDate? = nil, _ last: CalendarDate? = nil) {
        self.first = first
        self.last = last
    }

    /// Returns whether `date` is one of the days.
    public func contains(_ date: CalendarDate) -> Bool {
        if let first, date < first { return false }
        if let last, date > last { return false }
        return true
    }
}
