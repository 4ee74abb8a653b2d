import OutlayProblems

/// The preference ranking organisation method with a complete ranking, by net flow.
///
/// Each criterion says by its preference function when a difference counts; without one any difference
/// counts in full.
public struct PROMETHEE2: ScoringMethod {
    /// Creates the method, which has no settings.
    public init() {}

    /// Creates the method; it has no settings.
    public init(settings: MethodSettings) throws(Problem) { self.init() }

    /// The preference function.
    public var columnInputs: Set<ColumnInput> { [.preference] }

    /// Returns the net flow of each option, -1 … 1.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than ``OutrankingFlows/largestCount``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        MethodResult(scores: try OutrankingFlows(of: matrix).net, higherIsBetter: true)
    }

    /// Returns the preference of each option over each other, 0 … 1; an option over itself 0.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than ``PairTable/largestSize``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func preferenceIndices(of matrix: DecisionMatrix) throws(Problem) -> PairTable {
        try PairTable.preferences(in: matrix)
    }

    /// Returns the preferences by criterion and together, then the flows.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more figures than ``PairTable/largestSize``.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let flows = try OutrankingFlows(of: matrix)
        return try PairTable.preferenceSteps(in: matrix) + [
            MethodStep(
                "φ+(a)", "positive flow: mean preference over others", .options(flows.positive)),
            MethodStep(
                "φ-(a)", "negative flow: mean preference of others", .options(flows.negative)),
            MethodStep("φ(a)", "net flow", .options(flows.net)),
        ]
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "promethee-2",
        title: "PROMETHEE II",
        formula:
            "φ(a) = φ+(a) − φ-(a); φ+(a) is the mean over the other options b of π(a,b), φ-(a) "
            + "that of π(b,a); π(a,b) = sum over j of w(j) · P(j; a,b); P the preference function of "
            + "the criterion at the advantage of a over b, 0 for a disadvantage",
        whenToUse: "units differ too much for one scale, small differences should not count, and a "
            + "complete ranking is wanted",
        whenNotTo:
            "options may be added or withdrawn: each option is measured against the others, so "
            + "that the order of two can hang on a third; or a weakness should rule an option out",
        source: PublishedSource(
            author: "J. P. Brans, Ph. Vincke",
            title:
                "A preference ranking organisation method, Management Science 31 (6); flows "
                + "divided by the number of other options as in J. P. Brans, B. Mareschal, PROMETHEE "
                + "methods, 2005",
            year: 1985),
        inputs: [.weight, .direction, .preference],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin: "H. Zhao, Y. Peng, W. Li, Revised PROMETHEE II for improving efficiency in "
                + "emergency response, Procedia Computer Science 17, 181-188 (2013); printed 0.1, "
                + "-0.3 and 0.2",
            options: ["A1", "A2", "A3"],
            columns: [("C1", 0.5), ("C2", 0.3), ("C3", 0.2)].map { name, weight in
                DecisionMatrix.Column(name: name, direction: .higher, weight: weight)
            },
            rows: [[4, 3, 2], [3, 2, 4], [5, 1, 3]],
            scores: [0.1, -0.3, 0.2],
            tolerance: 1e-12))
}
