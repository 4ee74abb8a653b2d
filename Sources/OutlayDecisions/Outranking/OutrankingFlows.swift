import OutlayProblems
import OutlaySampling

/// How far each option is preferred to the others, and they to it.
///
/// Criteria without a preference function take ``PreferenceFunction/usual``. A single option has no other
/// to compare with; its flows are 0.
public struct OutrankingFlows: Sendable, Hashable {
    /// The mean preference of each option over the others, 0 … 1.
    public let positive: [Double]
    /// The mean preference of the others over each option, 0 … 1.
    public let negative: [Double]

    /// The positive flows less the negative ones, -1 … 1.
    public var net: [Double] { zip(positive, negative).map { $0 - $1 } }

    /// The options placed by positive flow and by negative flow, as far as the two agree.
    ///
    /// Flows are compared after rounding to 1e-9.
    public var preorder: PartialPreorder {
        PartialPreorder(
            Ranking.competition(scores: positive),
            Ranking.competition(scores: negative, higherIsBetter: false))
    }

    /// Computes the flows of the options of `matrix`.
    ///
    /// - Complexity: O(*n*² *m*) in the number of options and criteria, over all cores.
    public init(of matrix: DecisionMatrix) {
        let preferences = PairPreferences(in: matrix)
        let count = matrix.rowCount
        let others = Double(max(count - 1, 1))
        let blocks = Blocks.map(of: count, size: 64) { _, options in
            options.map { one in
                var (leaving, entering) = (0.0, 0.0)
                for other in 0..<count where other != one {
                    let (over, under) = preferences(one, other)
                    leaving += over
                    entering += under
                }
                return (leaving / others, entering / others)
            }
        }
        positive = blocks.flatMap { $0.map(\.0) }
        negative = blocks.flatMap { $0.map(\.1) }
    }
}

/// How far one option is preferred to another over all criteria.
struct PairPreferences: Sendable {
    private let advantages: Advantages
    private let weights: [Double]
    private let functions: [PreferenceFunction]

    init(in matrix: DecisionMatrix) {
        advantages = Advantages(in: matrix)
        weights = matrix.columns.map(\.weight)
        functions = matrix.columns.map { $0.preference ?? .usual }
    }

    /// Returns the weighted preference of `one` over `other`, and that of `other` over `one`.
    func callAsFunction(_ one: Int, _ other: Int) -> (Double, Double) {
        var (over, under) = (0.0, 0.0)
        for column in weights.indices {
            let advantage = advantages(one, over: other, on: column)
            if advantage > 0 {
                over += weights[column] * functions[column](advantage)
            } else if advantage < 0 {
                under += weights[column] * functions[column](-advantage)
            }
        }
        return (over, under)
    }

    /// Returns the preference of `one` over `other` on the criterion `column` alone.
    func callAsFunction(_ one: Int, _ other: Int, on column: Int) -> Double {
        functions[column](advantages(one, over: other, on: column))
    }
}

extension PairTable {
    /// Creates the table of the weighted preferences between the options of `matrix`.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more than ``largestSize`` pairs.
    static func preferences(in matrix: DecisionMatrix) throws(Problem) -> PairTable {
        try requireRoom(for: matrix)
        let preferences = PairPreferences(in: matrix)
        return PairTable(count: matrix.rowCount) { preferences($0, $1).0 }
    }

    /// Returns a step for the preferences on each criterion of `matrix`, then one for all together.
    static func preferenceSteps(in matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        try requireRoom(for: matrix, tables: matrix.columns.count + 1)
        let preferences = PairPreferences(in: matrix)
        let single = matrix.columns.indices.map { column in
            MethodStep(
                "P(\(column + 1); a,b)",
                "preference of a over b on `\(matrix.columns[column].name)`",
                .pairs(
                    PairTable(count: matrix.rowCount) { preferences($0, $1, on: column) }.values))
        }
        let together = PairTable(count: matrix.rowCount) { preferences($0, $1).0 }
        return single + [
            MethodStep(
                "π(a,b)", "preference of a over b, weighted over all criteria",
                .pairs(together.values))
        ]
    }
}
