/// Inputs that move together: their uniform numbers are made of normal numbers with stated correlations.
///
/// - Source: R. T. Clemen and T. Reilly, "Correlations and copulas for decision and risk analysis", Management
///   Science 45 (1999).
public struct GaussianCopula: Sendable, Hashable {
    /// The correlations of the normal numbers, one row per input.
    public let normalCorrelations: [[Double]]
    /// How far the correlation of some pair differs from the stated one, because bell curves could not be tied so.
    public let largestShift: Double
    /// The lower triangle that makes correlated normal numbers of independent ones.
    let factor: [[Double]]
    /// The inputs that are tied to another.
    let tied: [Int]

    /// How far a correlation may be shifted before the table is refused.
    public static let mostShift = 0.02

    /// How many inputs there are.
    public var count: Int { factor.count }

    /// Ties inputs by rank correlations (Spearman's).
    ///
    /// A rank correlation ρ is reached by normal numbers with the correlation 2 sin(πρ/6), whatever the
    /// distributions without jumps. A table of those may fail to be possible where the stated one only just is; then
    /// the nearest possible table is taken, and ``largestShift`` says how far it is from the stated one.
    ///
    /// - Parameter rankCorrelations: One row and one column per input: symmetric, ones on the diagonal, each -1 … 1.
    /// - Throws: A ``CorrelationFault`` for a table that no inputs can have.
    /// - Complexity: O(*n*³).
    /// - Source: W. H. Kruskal, "Ordinal measures of association", Journal of the American Statistical
    ///   Association 53 (1958), for the sine.
    public init(rankCorrelations: [[Double]]) throws(CorrelationFault) {
        let stated = try CorrelationMatrix(checking: rankCorrelations)
        let normal = stated.rows.map { row in
            row.map { $0.magnitude == 1 ? $0 : 2 * ElementaryFunctions.sine(.pi * $0 / 6) }
        }
        try self.init(normal: normal, stated: stated) { _, _, correlation in
            6 / .pi * ElementaryFunctions.inverseSine(correlation / 2)
        }
    }

    /// Ties inputs so that their draws have these correlations (Pearson's).
    ///
    /// - Parameters:
    ///   - correlations: One row and one column per input: symmetric, ones on the diagonal, each -1 … 1.
    ///   - distributions: What the inputs are drawn from.
    /// - Throws: A ``CorrelationFault`` for a table that no inputs can have, or these cannot.
    /// - Complexity: O(*n*³), and about 3,000 quantiles per input.
    public init(
        correlations: [[Double]], of distributions: [any Distribution]
    ) throws(CorrelationFault) {
        let stated = try CorrelationMatrix(checking: correlations)
        guard stated.rows.count == distributions.count else { throw .counts }
        let series = distributions.map { HermiteSeries($0) }
        var normal = stated.rows
        for row in normal.indices {
            for column in 0..<row where normal[row][column] != 0 {
                let (wanted, first, second) = (normal[row][column], series[column], series[row])
                // An input moves with itself entirely; so do two that have the same shape.
                let found = HermiteSeries.normalCorrelation(of: first, second, wanted: wanted)
                guard let found else {
                    let ends = [-1.0, 1].map {
                        HermiteSeries.correlation(of: first, second, normal: $0)
                    }
                    throw .outOfReach(
                        column, row, value: wanted, reachable: min(ends[0], ends[1])...ends[1])
                }
                normal[row][column] = found
                normal[column][row] = found
            }
        }
        try self.init(normal: normal, stated: stated) { row, column, correlation in
            HermiteSeries.correlation(of: series[row], series[column], normal: correlation)
        }
    }

    private init(
        normal: [[Double]], stated: CorrelationMatrix,
        reached: (Int, Int, Double) -> Double
    ) throws(CorrelationFault) {
        let nearest = CorrelationMatrix.nearest(to: normal)
        var worst = (row: 0, column: 0, shift: 0.0)
        for row in normal.indices {
            for column in 0..<row where nearest.rows[row][column] != normal[row][column] {
                let shift =
                    (reached(row, column, nearest.rows[row][column])
                    - stated.rows[row][column]).magnitude
                if shift > worst.shift { worst = (column, row, shift) }
            }
        }
        guard worst.shift <= Self.mostShift else {
            throw .notJointlyReachable(worst.row, worst.column, shift: worst.shift)
        }
        normalCorrelations = nearest.rows
        largestShift = worst.shift
        factor = nearest.factor
        tied = stated.rows.indices.filter { row in
            stated.rows[row].indices.contains { $0 != row && nearest.rows[row][$0] != 0 }
        }
    }
}
