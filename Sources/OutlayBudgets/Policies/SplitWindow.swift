/// How purchases that belong together are summed up, so that splitting one lowers nothing.
public struct SplitWindow: Sendable, Hashable {
    /// What two purchases have in common to belong together.
    public enum Key: String, Sendable, Hashable, CaseIterable {
        /// Who asks.
        case requester
        /// The vendor, or one of the same party.
        case vendor
        /// The category.
        case category
    }

    /// The days between two purchases, 30 meaning that one 30 days earlier still counts.
    public var days: Int
    /// What they have in common: all of these.
    public var keys: [Key]
    /// The sum from which a split is suspected; nil where the sum reaches another tier.
    public var threshold: MinorUnits?

    /// Thirty days, by requester, vendor and category.
    public static let standard = SplitWindow(days: 30, by: [.requester, .vendor, .category])

    /// Creates a window.
    public init(days: Int, by keys: [Key], threshold: MinorUnits? = nil) {
        self.days = days
        self.keys = keys
        self.threshold = threshold
    }
}
