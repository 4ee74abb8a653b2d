import OutlayProblems

/// How far two rankings of the same options agree, by four measures.
///
/// | measure | formula | range |
/// |---|---|---|
/// | Spearman | correlation of the ranks, tied options at the middle of their places | -1 … 1 |
/// | Kendall τ-a | (pairs in the same order − pairs in opposite order) / all pairs | -1 … 1 |
/// | weighted Spearman | 1 − 6 Σ (x − y)² ((n − x + 1) + (n − y + 1)) / (n⁴ + n³ − n² − n) | -1 … 1 |
/// | WS | 1 − Σ 2^−x · abs(x − y) / max(x − 1, n − x) | 0 … 1, for rankings without ties |
///
/// with x the rank in the one ranking, y that in the other and n options. The last two give the top more say
/// and take ranks as they are, tied options with the smaller rank; WS measures against the first ranking.
///
/// - Source: C. Spearman, The proof and measurement of association between two things, 1904; M. G. Kendall,
///   A new measure of rank correlation, 1938; J. Pinto da Costa, C. Soares, A weighted rank measure of
///   correlation, 2005; W. Sałabun, K. Urbaniak, A new coefficient of rankings similarity in decision-making
///   problems, 2020.
public struct RankCorrelation: Sendable, Hashable {
    /// Spearman's coefficient; nil where one of the rankings puts all options level.
    public let spearman: Double?
    /// Kendall's coefficient τ-a, in which a tied pair counts for neither side.
    public let kendall: Double
    /// The weighted coefficient of Pinto da Costa and Soares.
    public let weightedSpearman: Double
    /// The coefficient WS of Sałabun and Urbaniak, measured against the first ranking.
    public let ws: Double

    /// Compares two rankings.
    ///
    /// - Parameters:
    ///   - first: The rank of each option, 1 the best, no rank above the number of options; the reference.
    ///   - second: The ranks of the same options in the same order.
    /// - Throws: ``ProblemCode/wrongLength`` for rankings of different lengths or of fewer than two options,
    ///   ``ProblemCode/outOfRange`` for a rank that does not occur.
    /// - Complexity: O(*n* log *n*).
    public init(of first: [Int], and second: [Int]) throws(Problem) {
        try Self.check(first, second)
        spearman = Self.spearman(first, second)
        kendall = Self.kendall(first, second)
        let count = Double(first.count)
        var (weighted, shifted) = (0.0, 0.0)
        for (one, other) in zip(first, second) {
            let (x, y) = (Double(one), Double(other))
            weighted += (x - y) * (x - y) * ((count - x + 1) + (count - y + 1))
            shifted +=
                Double(sign: .plus, exponent: -one, significand: 1) * (x - y).magnitude
                / max(x - 1, count - x)
        }
        let (square, fourth) = (count * count, count * count * count * count)
        weightedSpearman = 1 - 6 * weighted / (fourth + square * count - square - count)
        ws = 1 - shifted
    }

    private static func check(_ first: [Int], _ second: [Int]) throws(Problem) {
        guard first.count == second.count else {
            throw Problem(
                .wrongLength, "a ranking of \(first.count) meets one of \(second.count)",
                because: "both rank the same options")
        }
        guard first.count > 1 else {
            throw Problem(
                .wrongLength, "the rankings have \(first.count) options",
                because: "rankings are compared over two options or more")
        }
        for rank in first + second where !(1...first.count).contains(rank) {
            throw Problem(
                .outOfRange, "a rank is \(rank)",
                because: "ranks of \(first.count) options run from 1 to \(first.count)")
        }
    }

    private static func spearman(_ first: [Int], _ second: [Int]) -> Double? {
        let mean = Double(first.count + 1) / 2
        let (one, other) = (middles(of: first), middles(of: second))
        var (product, square, otherSquare) = (0.0, 0.0, 0.0)
        for (x, y) in zip(one, other) {
            product += (x - mean) * (y - mean)
            square += (x - mean) * (x - mean)
            otherSquare += (y - mean) * (y - mean)
        }
        guard square > 0, otherSquare > 0 else { return nil }
        return product / (square.squareRoot() * otherSquare.squareRoot())
    }

    /// Returns the middle of the places that each rank's options share.
    private static func middles(of ranks: [Int]) -> [Double] {
        var counts = [Int](repeating: 0, count: ranks.count + 1)
        for rank in ranks { counts[rank] += 1 }
        var middles: [Double] = []
        var before = 0
        for count in counts {
            middles.append(Double(before) + Double(count + 1) / 2)
            before += count
        }
        return ranks.map { middles[$0] }
    }

    private static func kendall(_ first: [Int], _ second: [Int]) -> Double {
        let count = first.count
        var groups = [[Int]](repeating: [], count: count + 1)
        for (rank, other) in zip(first, second) { groups[rank].append(other) }
        var seen = RunningCounts(upTo: count)
        var (balance, before) = (0, 0)
        for group in groups {
            for rank in group {
                let ahead = seen.count(through: rank - 1)
                let behind = before - seen.count(through: rank)
                balance += ahead - behind
            }
            for rank in group { seen.add(rank) }
            before += group.count
        }
        return Double(balance) / (Double(count) * Double(count - 1) / 2)
    }
}

/// How many of the numbers 1 … n were added up to each of them (a Fenwick tree).
private struct RunningCounts {
    private var sums: [Int]

    init(upTo largest: Int) { sums = [Int](repeating: 0, count: largest + 1) }

    mutating func add(_ number: Int) {
        var index = number
        while index < sums.count {
            sums[index] += 1
            index += index & -index
        }
    }

    func count(through number: Int) -> Int {
        var (index, count) = (number, 0)
        while index > 0 {
            count += sums[index]
            index -= index & -index
        }
        return count
    }
}
