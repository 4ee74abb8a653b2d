/// The period a price is stated for; its raw value is the word in a document.
///
/// Prices use a nominal year: 12 months, 4 quarters, 365 days or 8 760 hours, leap years included.
public enum PricePeriod: String, Sendable, Hashable, CaseIterable {
    /// An hour, 1/8 760 of a year.
    case hour
    /// A day, 24 hours.
    case day
    /// A month, 1/12 of a year or 730 hours.
    case month
    /// A quarter, 3 months or 2 190 hours.
    case quarter
    /// A year, 8 760 hours.
    case year

    /// The hours of the period in the nominal year.
    public var hours: Int {
        switch self {
        case .hour: 1
        case .day: 24
        case .month: 730
        case .quarter: 2190
        case .year: 8760
        }
    }

    /// Returns how many of this period `other` holds, as a fraction in lowest terms.
    ///
    ///     PricePeriod.month.count(per: .year)    // 12/1
    ///     PricePeriod.year.count(per: .month)    // 1/12
    ///     PricePeriod.day.count(per: .month)     // 365/12
    public func count(per other: PricePeriod) -> (numerator: Int, denominator: Int) {
        var (larger, smaller) = (other.hours, hours)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return (other.hours / larger, hours / larger)
    }
}
