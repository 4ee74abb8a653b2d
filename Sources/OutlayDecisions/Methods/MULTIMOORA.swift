import OutlayProblems

/// MOORA with the full multiplicative form: three rankings, brought together by dominance.
///
/// One option dominates another when it stands better in more of the three rankings than worse. The score
/// counts the options that it dominates, and those as good as itself by half. Where dominance runs in a
/// circle the options on it come out equal, as the paper asks.
public struct MULTIMOORA: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Creates the method, which has no settings.
    public init(settings: MethodSettings) throws(Problem) {}

    /// The three measures and rankings, and what they come to.
    public struct Solution: Sendable, Hashable {
        /// y: the ratio system; higher is better.
        public let ratioSystem: [Double]
        /// z: the largest weighted distance to the reference point; lower is better.
        public let referencePoint: [Double]
        /// U: the full multiplicative form as a fraction of that of the best of every column, 0 … 1.
        public let multiplicativeForm: [Double]
        /// The ranks by ratio system, reference point and multiplicative form, 1 the best.
        public let ranks: [[Int]]
        /// How many options each one dominates, equals counting one half.
        public let dominances: [Double]
    }

    /// Returns the three measures, their ranks and the dominances.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance of 0 or below, by which the multiplicative form
    ///   would divide or all be lost.
    /// - Complexity: O(*n*) in the number of cells, and O(*m*²) in the number of options.
    public func solution(of matrix: DecisionMatrix) throws(Problem) -> Solution {
        try matrix.requireCells(matrix.columns.map { _ in .positive }, of: "MULTIMOORA")
        let ratios = try MOORA.ratios(of: matrix)
        let ends = matrix.columnEnds()
        let ratioSystem = matrix.weightedSums(
            of: ratios, weights: MOORA.signedWeights(of: matrix))
        let weights = matrix.weights
        let reference = Self.reference(of: matrix, ratios, ends)
        let referencePoint = matrix.mapRows { row in
            var largest = 0.0
            for column in weights.indices {
                let gap = (reference[column] - ratios[column](row[column])).magnitude
                largest = max(largest, weights[column] * gap)
            }
            return largest
        }
        let multiplicative = matrix.weightedProducts(
            of: try Normalisation.linear.maps(for: matrix, ends: ends), weights: weights)
        let ranks = [
            Ranking.competition(scores: ratioSystem),
            Ranking.competition(scores: referencePoint, higherIsBetter: false),
            Ranking.competition(scores: multiplicative),
        ]
        return Solution(
            ratioSystem: ratioSystem, referencePoint: referencePoint,
            multiplicativeForm: multiplicative, ranks: ranks,
            dominances: Self.dominances(of: ranks))
    }

    /// Returns the dominances, and a remark on each ranking's best options where they are not the same.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let solution = try solution(of: matrix)
        let bests = solution.ranks.map { ranks in ranks.indices.filter { ranks[$0] == 1 } }
        let names = ["ratio system", "reference point", "full multiplicative form"]
        let differ = bests.contains { $0 != bests[0] }
        return MethodResult(
            scores: solution.dominances, higherIsBetter: true,
            remarks: differ
                ? zip(names, bests).map { MethodRemark("first by the \($0)", options: $1) } : [])
    }

    /// Returns the ratios, the reference, the three measures and their ranks.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let solution = try solution(of: matrix)
        let maps = try MOORA.ratios(of: matrix)
        let ratios = matrix.mapped(by: maps)
        let reference = Self.reference(of: matrix, maps, matrix.columnEnds())
        let gaps = ratios.indices.map { (reference[$0 % reference.count] - ratios[$0]).magnitude }
        func ranks(_ index: Int) -> MethodStep.Content {
            .options(solution.ranks[index].map(Double.init))
        }
        return [
            MethodStep("x*(i,j)", "ratio to the length of the column", .cells(ratios)),
            MethodStep(
                "± w(j) · x*(i,j)", "what each criterion adds or takes",
                .cells(matrix.weighted(ratios, by: MOORA.signedWeights(of: matrix)))),
            MethodStep("y(i)", "ratio system", .options(solution.ratioSystem)),
            MethodStep("r(j)", "the reference point", .criteria(reference)),
            MethodStep(
                "w(j) · |r(j) − x*(i,j)|", "weighted distance to the reference point",
                .cells(matrix.weighted(gaps, by: matrix.weights))),
            MethodStep("z(i)", "the largest of them", .options(solution.referencePoint)),
            MethodStep(
                "U(i)",
                "full multiplicative form, as a fraction of that of the best of each column",
                .options(solution.multiplicativeForm)),
            MethodStep("rank by y", "rank by ratio system", ranks(0)),
            MethodStep("rank by z", "rank by reference point", ranks(1)),
            MethodStep("rank by U", "rank by full multiplicative form", ranks(2)),
        ]
    }

    private static func reference(
        of matrix: DecisionMatrix, _ ratios: [ColumnMap], _ ends: [DecisionMatrix.Ends]
    ) -> [Double] {
        guard matrix.rowCount > 0 else { return matrix.columns.map { _ in 0 } }
        return matrix.columns.indices.map {
            ratios[$0](ends[$0].best(matrix.columns[$0].direction))
        }
    }

    private static func dominances(of ranks: [[Int]]) -> [Double] {
        let count = ranks[0].count
        return (0..<count).map { own in
            var halves = -1
            for other in 0..<count {
                var lead = 0
                for ranks in ranks { lead += (ranks[other] - ranks[own]).signum() }
                halves += 1 + lead.signum()
            }
            return Double(halves) / 2
        }
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "multimoora",
        title: "MULTIMOORA",
        formula:
            "three ranks: by y(i) of MOORA; by z(i) = maximum over j of w(j) · |r(j) − x*(i,j)|, r "
            + "the best x* of the column; by U(i) = product of x(i,j)^w(j) where more is better over "
            + "the same where less is; the score counts the options that stand worse in more of the "
            + "three than better, and equals by half",
        whenToUse: "an order is wanted that does not rest on one way of adding up: three of "
            + "different compensation have a vote each",
        whenNotTo:
            "scores should say by how much: only ranks count, so that a hair's breadth weighs "
            + "as much as a mile; performances are 0 or below; options may be added or withdrawn, "
            + "since ranks and columns hang on all of them",
        source: PublishedSource(
            author: "W. K. M. Brauers, E. K. Zavadskas",
            title: "Project management by MULTIMOORA as an instrument for transition economies, "
                + "Technological and Economic Development of Economy 16 (1); dominance: MULTIMOORA "
                + "optimization used to decide on a bank loan to buy property, the same, 17 (1), 2011",
            year: 2010),
        inputs: [.weight, .direction],
        promises: [.units, .dominance],
        example: WorkedExample(
            origin:
                "M. Kracka, W. K. M. Brauers, E. K. Zavadskas, Ranking heating losses in a building "
                + "by applying the MULTIMOORA, Inzinerine Ekonomika 21 (4), 2010, ranks 5, 1, 3, 6, 4 "
                + "and 2",
            options: (1...6).map { "A\($0)" },
            columns: [
                ("x1", .lower), ("x2", .lower), ("x3", .lower), ("x4", .lower), ("x5", .higher),
                ("x6", .lower), ("x7", .higher),
            ].map { DecisionMatrix.Column(name: $0, direction: $1, weight: 1) },
            rows: [
                [33.95, 23.78, 11.45, 39.97, 29.44, 167.10, 3.852],
                [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
                [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
                [30.44, 37.59, 13.91, 74.08, 45.10, 198.34, 2.186],
                [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.610],
                [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
            ],
            scores: [1, 5, 3, 0, 2, 4],
            tolerance: 0))
}
