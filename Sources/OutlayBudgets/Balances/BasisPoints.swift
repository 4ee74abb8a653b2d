import OutlayProblems

/// A share in hundredths of a percent: 200 is 2 %.
public struct BasisPoints: Sendable, Hashable, Comparable {
    /// The count, 0 … 1,000,000.
    public let count: Int64

    /// No share.
    public static let zero = BasisPoints(checked: 0)
    /// One twentieth.
    public static let fivePercent = BasisPoints(checked: 500)

    private init(checked count: Int64) {
        self.count = count
    }

    /// Creates a share.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for less than 0 or more than 1,000,000.
    public init(_ count: Int64) throws(Problem) {
        guard (0...1_000_000).contains(count) else {
            throw Problem(
                .outOfRange, "a share of \(count) basis points",
                because: "a share is 0 to 1000000 basis points; 10000 are the whole",
                hint: "write 200 for 2 %")
        }
        self.init(checked: count)
    }

    /// Returns this share of `amount`, cut to the minor unit; 0 of an amount below 0.
    public func share(of amount: MinorUnits) -> MinorUnits {
        guard amount.isPositive, count > 0 else { return .zero }
        let wide = Int128(amount.count) * Int128(count) / 10_000
        return MinorUnits(Int64(clamping: wide))
    }

    /// Returns whether `left` is the smaller share.
    public static func < (left: BasisPoints, right: BasisPoints) -> Bool {
        left.count < right.count
    }
}
