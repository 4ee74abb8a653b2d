/// The weights that are allowed: shares of 1, each within its bounds, some of them in a stated order.
public struct SimplexRegion: Sendable, Hashable {
    /// The least each share may be, 0 … 1.
    public let lower: [Double]
    /// The most each share may be, 0 … 1.
    public let upper: [Double]
    /// Indices of shares that do not rise along this list.
    public let descending: [Int]

    /// How many shares there are.
    public var count: Int { lower.count }
    /// Whether some share is bounded by more than 0 and 1.
    public var isBounded: Bool { lower.contains { $0 > 0 } || upper.contains { $0 < 1 } }

    /// Why no shares can be drawn.
    public enum Fault: Error, Sendable, Hashable {
        /// There is no share, or there are other counts of lower and upper bounds.
        case counts
        /// The bounds of the share at this index are not within 0 … 1 and in order.
        case bounds(Int)
        /// The lower bounds total this, more than 1.
        case lowerTotal(Double)
        /// The upper bounds total this, less than 1.
        case upperTotal(Double)
        /// The share at the first index is to be no less than the second's, but its bounds make it less.
        case order(Int, Int)
        /// The list names an index twice, or one that is no share's.
        case unknownInOrder(Int)
        /// Shares that meet every condition are too rare to be found by drawing.
        case tooNarrow
    }

    /// How far a total of bounds may miss 1 through rounding.
    static let slack = 1e-12

    /// Creates a region of `count` shares of 1 without further conditions; `count` is 1 or more.
    public init(free count: Int) {
        precondition(count > 0, "there is at least one share")
        lower = [Double](repeating: 0, count: count)
        upper = [Double](repeating: 1, count: count)
        descending = []
    }

    /// Creates a region.
    ///
    /// - Parameters:
    ///   - lower: The least each share may be.
    ///   - upper: The most each share may be.
    ///   - descending: Indices of shares that do not rise along this list; it may leave some out.
    /// - Throws: A ``Fault`` where no shares meet the conditions.
    public init(lower: [Double], upper: [Double], descending: [Int] = []) throws(Fault) {
        guard !lower.isEmpty, lower.count == upper.count else { throw .counts }
        for index in lower.indices {
            guard 0 <= lower[index], lower[index] <= upper[index], upper[index] <= 1 else {
                throw .bounds(index)
            }
        }
        var known: Set<Int> = []
        for index in descending {
            guard lower.indices.contains(index), known.insert(index).inserted else {
                throw .unknownInOrder(index)
            }
        }
        let (least, most) = (lower.reduce(0, +), upper.reduce(0, +))
        guard least <= 1 + Self.slack else { throw .lowerTotal(least) }
        guard most >= 1 - Self.slack else { throw .upperTotal(most) }
        for (place, first) in descending.enumerated() {
            for second in descending.dropFirst(place + 1) where upper[first] < lower[second] {
                throw .order(first, second)
            }
        }
        self.lower = lower
        self.upper = upper
        self.descending = descending
    }

    /// Returns whether `shares` meets every condition.
    func contains(_ shares: UnsafeBufferPointer<Double>) -> Bool {
        for index in 0..<shares.count {
            guard shares[index] >= lower[index], shares[index] <= upper[index] else { return false }
        }
        return isDescending(shares)
    }

    /// Returns whether the shares that are to be in order are.
    func isDescending(_ shares: UnsafeBufferPointer<Double>) -> Bool {
        for place in descending.indices.dropFirst()
        where shares[descending[place - 1]] < shares[descending[place]] {
            return false
        }
        return true
    }
}
