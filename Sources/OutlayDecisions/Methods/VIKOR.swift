import OutlayProblems

/// Compromise ranking (VIšekriterijumska optimizacija i KOmpromisno Rešenje).
///
/// The ideal and its opposite are the best and the worst performances of the table, as in the paper; stated
/// scales are not used. A criterion on which no option differs adds nothing, and where all S, or all R, are
/// within 1e-12 of each other, that part of Q is 0 for all.
public struct VIKOR: ScoringMethod {
    /// The weight of the majority of criteria, `v`, 0 … 1; the rest is the single worst regret's.
    public let compromise: Double

    /// Creates the method with equal weight for both.
    public init() { compromise = 0.5 }

    /// Creates the method.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a weight outside 0 … 1.
    public init(compromise: Double) throws(Problem) {
        try self.init(settings: MethodSettings(["v": .number(compromise)]))
    }

    /// Creates the method with the setting `v`.
    public init(settings: MethodSettings) throws(Problem) {
        compromise = try settings.number(for: Self.setting)
    }

    /// What the method finds; lower is better in all three measures.
    public struct Solution: Sendable, Hashable {
        /// S: the sum of the weighted regrets of each option, 0 … 1.
        public let groupUtilities: [Double]
        /// R: the largest weighted regret of each option, 0 … 1.
        public let individualRegrets: [Double]
        /// Q: the mix of both that options are ranked by, 0 … 1.
        public let compromises: [Double]
        /// DQ: the lead in Q that the best option needs over the next, 1 / (options − 1); nil for one option.
        public let requiredAdvantage: Double?
        /// Whether the best option has that lead.
        public let hasAcceptableAdvantage: Bool
        /// Whether an option with the best Q also has the best S or the best R.
        public let hasAcceptableStability: Bool
        /// The indices of the options that the method proposes, in their order.
        ///
        /// The best alone where both conditions hold; the best and the next, with its equals, where only
        /// stability fails; and otherwise all whose Q is nearer to the best than the required lead.
        public let compromiseSet: [Int]
    }

    /// Returns the measures, the two conditions and the options they propose.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a column that cannot be told from 0.
    /// - Complexity: O(*n*) in the number of cells, and O(*m* log *m*) in the number of options.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        let lines = try Self.regrets(of: matrix)
        let weights = matrix.weights
        let sums = matrix.weightedSums(of: lines, weights: weights)
        let largest = matrix.mapRows { row in
            var largest = 0.0
            for column in weights.indices {
                largest = max(largest, weights[column] * lines[column](row[column]))
            }
            return largest
        }
        let compromises = zip(Self.shares(of: sums), Self.shares(of: largest)).map {
            compromise * $0 + (1 - compromise) * $1
        }
        return Solution(
            groupUtilities: sums, individualRegrets: largest, compromises: compromises)
    }

    /// Returns Q, with the compromise set and the conditions that fail as remarks.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let solution = try solution(of: matrix)
        return MethodResult(
            scores: solution.compromises, higherIsBetter: false, remarks: solution.remarks)
    }

    /// Returns the ends of the table, the regrets, S, R and the parts of Q.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let regrets = matrix.mapped(by: try Self.regrets(of: matrix))
        let ends = zip(matrix.columns, matrix.rowCount > 0 ? matrix.columnEnds() : [])
        let (sums, largest) = (solution.groupUtilities, solution.individualRegrets)
        return [
            MethodStep(
                "f*(j)", "the best performance", .criteria(ends.map { $1.best($0.direction) })),
            MethodStep(
                "f-(j)", "the worst performance", .criteria(ends.map { $1.worst($0.direction) })),
            MethodStep(
                "w(j) · d(i,j)", "weighted regrets",
                .cells(matrix.weighted(regrets, by: matrix.weights))),
            MethodStep("S(i)", "the sum of the regrets", .options(sums)),
            MethodStep("R(i)", "the largest regret", .options(largest)),
            MethodStep(
                "(S(i) − S*) / (S- − S*)", "the way from the best S to the worst",
                .options(Self.shares(of: sums))),
            MethodStep(
                "(R(i) − R*) / (R- − R*)", "the way from the best R to the worst",
                .options(Self.shares(of: largest))),
            MethodStep("v", "the weight of S in Q", .number(compromise)),
        ]
    }

    private static func regrets(of matrix: DecisionMatrix) throws(Problem) -> [ColumnMap] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in .constant(0) } }
        let ends = matrix.columnEnds()
        try matrix.requireMeasurable(ends)
        return zip(matrix.columns, ends).map { .loss($0.direction, $1) }
    }

    /// Returns the way of each figure from the smallest to the largest, 0 … 1; 0 where they do not differ.
    private static func shares(of figures: [Double]) -> [Double] {
        let (low, high) = (figures.min() ?? 0, figures.max() ?? 0)
        // Sums of fractions that are equal on paper differ in the last bits, and those would become 0 and 1.
        guard high - low > 1e-12 else { return figures.map { _ in 0 } }
        return figures.map { ($0 - low) / (high - low) }
    }

    private static let setting = MethodSetting(
        "v",
        "the weight of the sum of regrets (the majority of criteria) against the largest regret",
        .number(0...1, default: 0.5))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "vikor",
        title: "VIKOR",
        formula: "Q(i) = v · (S(i) − S*) / (S- − S*) + (1 − v) · (R(i) − R*) / (R- − R*), lower is "
            + "better; S(i) = sum and R(i) = maximum over j of w(j) · d(i,j), d(i,j) = (f*(j) − "
            + "x(i,j)) / (f*(j) − f-(j)); * the best and - the worst of the table",
        whenToUse:
            "the choice is a compromise between parties, and a great regret on one criterion "
            + "should count beside the sum of all; take the compromise set, not the first rank alone",
        whenNotTo: "options may be added or withdrawn: best and worst come from the table, so that "
            + "the order of two options can hang on a third; stated scales are not used",
        source: PublishedSource(
            author: "S. Opricovic, G.-H. Tzeng",
            title:
                "Compromise solution by MCDM methods: A comparative analysis of VIKOR and TOPSIS, "
                + "European Journal of Operational Research 156 (2)",
            year: 2004),
        inputs: [.weight, .direction],
        settings: [setting],
        promises: [.units, .monotonicity, .dominance, .copies],
        example: WorkedExample(
            origin: "S. Opricovic, G.-H. Tzeng (2004), the choice of a mountain: risk and altitude "
                + "in equal weight, printed Q 1, 0 and 1",
            options: ["A1", "A2", "A3"],
            columns: [("risk", .lower), ("altitude", .higher)].map { name, direction in
                DecisionMatrix.Column(name: name, direction: direction, weight: 1)
            },
            rows: [[1, 3_000], [2, 3_750], [5, 4_500]],
            scores: [1, 0, 1],
            tolerance: 1e-9))
}

extension VIKOR.Solution {
    /// Finds the conditions and the compromise set of the measures.
    fileprivate init(
        groupUtilities: [Double], individualRegrets: [Double], compromises: [Double]
    ) {
        let order = Ranking.top(compromises.count, of: compromises, higherIsBetter: false)
        let ranks = Ranking.competition(scores: compromises, higherIsBetter: false)
        let required = compromises.count > 1 ? 1 / Double(compromises.count - 1) : nil
        let leads = order.map { Ranking.rounded(compromises[$0] - compromises[order[0]]) }
        let hasAdvantage = required.map { leads[1] >= Ranking.rounded($0) } ?? true
        let firsts = order.filter { ranks[$0] == 1 }
        let isStable =
            order.isEmpty
            || [groupUtilities, individualRegrets].contains { figures in
                let best = Ranking.rounded(figures.min() ?? 0)
                return firsts.contains { Ranking.rounded(figures[$0]) == best }
            }
        self.groupUtilities = groupUtilities
        self.individualRegrets = individualRegrets
        self.compromises = compromises
        requiredAdvantage = required
        hasAcceptableAdvantage = hasAdvantage
        hasAcceptableStability = isStable
        if let required, !hasAdvantage {
            let near = leads.prefix { $0 < Ranking.rounded(required) }.count
            compromiseSet = order.prefix(near).sorted()
        } else if !isStable, order.count > 1 {
            compromiseSet = ranks.indices.filter { ranks[$0] <= ranks[order[1]] }
        } else {
            compromiseSet = firsts
        }
    }

    /// The compromise set, and the conditions that fail, in words.
    fileprivate var remarks: [MethodRemark] {
        guard let lowest = compromises.min() else { return [] }
        let firsts = compromises.indices.filter {
            Ranking.rounded(compromises[$0]) == Ranking.rounded(lowest)
        }
        var remarks = [
            MethodRemark(
                compromiseSet.count == 1 ? "the compromise solution" : "the compromise set",
                options: compromiseSet)
        ]
        if !hasAcceptableAdvantage {
            remarks.append(
                MethodRemark(
                    "the lead in Q is below 1 / (options − 1), so that it is no acceptable advantage",
                    options: firsts))
        }
        if !hasAcceptableStability {
            remarks.append(
                MethodRemark("best by Q, but neither by S nor by R: not stable", options: firsts))
        }
        return remarks
    }
}
