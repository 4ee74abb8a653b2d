import OutlayProblems

/// The preference ranking organisation method with a partial ranking, by both flows.
///
/// An option is ahead of another only where its positive flow is no lower and its negative flow no higher.
/// Two options of which each is ahead in one flow are not comparable; a remark names every such pair. The
/// scores are the net flows, which never contradict the partial ranking but hide what it leaves open.
public struct PROMETHEE1: ScoringMethod {
    /// The most options that are put in a partial order.
    public static let largestCount = 1_000

    /// Creates the method, which has no settings.
    public init() {}

    /// Creates the method; it has no settings.
    public init(settings: MethodSettings) throws(Problem) { self.init() }

    /// The preference function.
    public var columnInputs: Set<ColumnInput> { [.preference] }

    /// Returns the net flow of each option, with remarks on the unbeaten options and on each pair that
    /// is not comparable.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than ``largestCount``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        guard matrix.rowCount <= Self.largestCount else {
            throw Problem(
                .tooLarge, "\(matrix.rowCount) options are too many for PROMETHEE I",
                because: "it names every pair that is not comparable, of at most "
                    + "\(Self.largestCount) options",
                hint: "rank by PROMETHEE II, or drop options by knock-outs or by dominance first")
        }
        let flows = try OutrankingFlows(of: matrix)
        return MethodResult(
            scores: flows.net, higherIsBetter: true, remarks: flows.preorder.remarks)
    }

    /// Returns how the options stand to each other.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than ``OutrankingFlows/largestCount``.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func preorder(of matrix: DecisionMatrix) throws(Problem) -> PartialPreorder {
        try OutrankingFlows(of: matrix).preorder
    }

    /// Returns the preferences by criterion and together, the flows, and the two rankings by them.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more figures than ``PairTable/largestSize``.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let flows = try OutrankingFlows(of: matrix)
        let preorder = flows.preorder
        return try PairTable.preferenceSteps(in: matrix) + [
            MethodStep(
                "φ+(a)", "positive flow: mean preference over others", .options(flows.positive)),
            MethodStep(
                "φ-(a)", "negative flow: mean preference of others", .options(flows.negative)),
            MethodStep(
                "r+(a)", "rank by positive flow", .options(preorder.firstRanks.map(Double.init))),
            MethodStep(
                "r-(a)", "rank by negative flow", .options(preorder.secondRanks.map(Double.init))),
        ]
    }

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "promethee-1",
        title: "PROMETHEE I",
        formula:
            "a is preferred to b where φ+(a) >= φ+(b) and φ-(a) <= φ-(b), one of them strictly; "
            + "level where both are equal; otherwise not comparable. φ+(a) is the mean over the other "
            + "options b of π(a,b), φ-(a) that of π(b,a); π(a,b) = sum over j of w(j) · P(j; a,b). "
            + "Options are listed by φ(a) = φ+(a) − φ-(a)",
        whenToUse: "it matters which options are too different to be put in order, before someone "
            + "decides",
        whenNotTo:
            "a complete ranking is wanted, which PROMETHEE II gives; or options may be added "
            + "or withdrawn, which can change the order of two others",
        source: PublishedSource(
            author: "J. P. Brans, Ph. Vincke",
            title: "A preference ranking organisation method, Management Science 31 (6)",
            year: 1985),
        inputs: [.weight, .direction, .preference],
        promises: [.units, .monotonicity, .dominance],
        example: WorkedExample(
            origin:
                "By hand: A beats B and C on the first criterion of weight 0.5, both beat it on "
                + "the rest; B and C are equal. φ+ is 0.5, 0.25, 0.25 and φ- the same, so that all "
                + "net flows are 0",
            options: ["A", "B", "C"],
            columns: ["C1", "C2"].map {
                DecisionMatrix.Column(name: $0, direction: .higher, weight: 0.5)
            },
            rows: [[2, 1], [1, 2], [1, 2]],
            scores: [0, 0, 0],
            tolerance: 1e-12))
}
