import OutlayValues

/// A product that an option needs, and how long its maker supports it.
public struct ProductSupport: Sendable, Hashable {
    /// The catalogue row it comes from, as `catalogue/row`.
    public var reference: String
    /// What readers see, such as `PostgreSQL 17`.
    public var title: String
    /// How long it is supported.
    public var support: Support
    /// The last day of support that is paid for apart, where the catalogue has one.
    public var extendedUntil: CalendarDate?

    /// How long a product is supported.
    public enum Support: Sendable, Hashable {
        /// No end is known.
        case open
        /// Up to this day.
        case until(CalendarDate)
        /// It has ended, on a day that is not known.
        case ended
    }

    /// Creates a product.
    public init(
        reference: String, title: String, support: Support, extendedUntil: CalendarDate? = nil
    ) {
        self.reference = reference
        self.title = title
        self.support = support
        self.extendedUntil = extendedUntil
    }
}
