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

    /// The most options whose flows are computed; more would take minutes.
    public static let largestCount = 20_000

    /// Computes the flows of the options of `matrix`.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than ``largestCount``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria, over all cores.
    public init(of matrix: DecisionMatrix) throws(Problem) {
        let count = matrix.rowCount
        guard count <= Self.largestCount else {
            throw Problem(
                .tooLarge, "\(count) options are too many to compare in pairs",
                because: "flows are computed for at most \(Self.largestCount) options",
                hint: "drop options by knock-outs or by dominance first")
        }
        let preferences = PairPreferences(in: matrix)
        let others = Double(max(count - 1, 1))
        let blocks = Blocks.map(of: count, size: 64) { _, options in
            preferences.sums(of: options).map { ($0.leaving / others, $0.entering / others) }
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

    /// Returns the weighted preference of `one` over `other`.
    func callAsFunction(_ one: Int, _ other: Int) -> Double {
        weights.indices.reduce(0) { sum, column in
            sum + weights[column] * self(one, other, on: column)
        }
    }

    /// Returns the preferences of each of `options` over all options, and of those over it, added up.
    func sums(of options: Range<Int>) -> [(leaving: Double, entering: Double)] {
        var sums = [(leaving: Double, entering: Double)](
            repeating: (0, 0), count: options.count)
        for column in weights.indices where weights[column] > 0 {
            let (function, weight) = (functions[column], weights[column])
            advantages.withColumn(column) { values, rounded in
                for option in options {
                    let own = values[option]
                    var (leaving, entering) = (0.0, 0.0)
                    for value in values {
                        let advantage = rounded(own - value)
                        if advantage > 0 {
                            leaving += function(advantage)
                        } else if advantage < 0 {
                            entering += function(-advantage)
                        }
                    }
                    sums[option - options.lowerBound].leaving += weight * leaving
                    sums[option - options.lowerBound].entering += weight * entering
                }
            }
        }
        return sums
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
        return PairTable(count: matrix.rowCount) { preferences($0, $1) }
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
        let together = PairTable(count: matrix.rowCount) { preferences($0, $1) }
        return single + [
            MethodStep(
                "π(a,b)", "preference of a over b, weighted over all criteria",
                .pairs(together.values))
        ]
    }
}
