import OutlaySampling

/// How well comparisons in pairs agree with each other.
public struct PairwiseConsistency: Sendable, Hashable {
    /// The principal eigenvalue λmax, the count of items where all agree; nil where pairs are missing.
    public let principalEigenvalue: Double?
    /// CI = (λmax − n) / (n − 1); nil where pairs are missing.
    public let index: Double?
    /// CR = CI / RI; nil where pairs are missing or ``randomIndex(_:)`` is unknown.
    public let ratio: Double?
    /// The comparisons that lie furthest from what the weights say, the furthest first; at most three.
    public let worst: [Deviation]

    /// A comparison that differs from the ratio of the weights.
    public struct Deviation: Sendable, Hashable {
        /// The comparison as stated, or as the judges' mean.
        public let stated: Comparison
        /// The ratio of the two weights.
        public let implied: Double
    }

    /// A ratio above this is worth a second look at the comparisons.
    ///
    /// - Source: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980, chapter 1.
    public static let largestAcceptableRatio = 0.10

    /// The name of the table of random indices.
    public static let randomIndexTable = "Saaty 1980"

    /// Returns the mean consistency index of random matrices over `count` items, or nil beyond 15.
    ///
    /// - Source: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980, chapter 1: 500 random
    ///   matrices each for n up to 11, 100 beyond.
    public static func randomIndex(_ count: Int) -> Double? {
        let table = [
            0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
        ]
        return table.indices.contains(count - 1) ? table[count - 1] : nil
    }

    /// Whether the ratio is known and above ``largestAcceptableRatio``.
    public var isDoubtful: Bool { (ratio ?? 0) > Self.largestAcceptableRatio }

    init(of matrix: PairwiseMatrix, shares: [Double]) {
        let count = matrix.items.count
        worst = Self.deviations(of: matrix, shares)
        guard let rows = matrix.completeRows else {
            (principalEigenvalue, index, ratio) = (nil, nil, nil)
            return
        }
        let value = PriorityRule.principal(of: rows).value
        // λmax is n or more; less is rounding. Two items or one cannot disagree.
        let excess = count < 3 ? 0 : max(0, value - Double(count))
        principalEigenvalue = Double(count) + excess
        let consistencyIndex = count < 3 ? 0 : excess / Double(count - 1)
        index = consistencyIndex
        ratio = Self.randomIndex(count).map { $0 > 0 ? consistencyIndex / $0 : 0 }
    }

    private static func deviations(
        of matrix: PairwiseMatrix, _ shares: [Double]
    ) -> [Deviation] {
        let items = matrix.items
        var found: [(size: Double, deviation: Deviation)] = []
        for row in items.indices {
            for column in items.indices.dropFirst(row + 1) {
                guard let ratio = matrix.entries[row][column] else { continue }
                let implied = shares[row] / shares[column]
                let size = ElementaryFunctions.logarithm(ratio / implied).magnitude
                guard size > 1e-9 else { continue }
                // A reader finds a ratio of 1 or more easier to judge.
                let deviation =
                    ratio >= 1
                    ? Deviation(
                        stated: Comparison(of: items[row], over: items[column], ratio),
                        implied: implied)
                    : Deviation(
                        stated: Comparison(of: items[column], over: items[row], 1 / ratio),
                        implied: 1 / implied)
                found.append((size, deviation))
            }
        }
        let order = found.indices.sorted {
            found[$0].size != found[$1].size ? found[$0].size > found[$1].size : $0 < $1
        }
        return order.prefix(3).map { found[$0].deviation }
    }
}
