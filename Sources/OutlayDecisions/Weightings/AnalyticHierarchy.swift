import OutlayProblems

/// Weights from comparisons in pairs, by the analytic hierarchy process.
public enum AnalyticHierarchy: Weighting {
    /// Returns the priorities of the comparisons, those of several judges put together first.
    ///
    /// - Complexity: O(*n*³) in the number of criteria.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .comparisons(let statement) = evidence else { throw refusal(of: evidence) }
        return try PairwiseMatrix(items: criteria, judges: statement.judges)
            .priorities(by: statement.priorities)
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "ahp",
        title: "Pairwise comparisons (AHP)",
        kind: .comparisons,
        formula:
            "A · w = λmax · w, w totalling 1; a(i,j) how many times as much criterion i counts as "
            + "j; or w(i) ~ geometric mean of row i; CI = (λmax − n) / (n − 1), CR = CI / RI "
            + "(\(PairwiseConsistency.randomIndexTable)); pairs left out: logarithmic least squares; "
            + "several judges: geometric mean of each entry",
        whenToUse:
            "people find it easier to compare two criteria than to number all, and a check of "
            + "how far they contradict themselves is wanted",
        whenNotTo:
            "CR is above 0.10 and nobody can revise the comparisons; or importance is compared "
            + "without the ranges of the criteria in view",
        source: PublishedSource(
            author: "T. L. Saaty", title: "The Analytic Hierarchy Process, McGraw-Hill", year: 1980),
        example: WeightingExample(
            origin: "T. L. Saaty, Decision making – the analytic hierarchy and network processes, "
                + "2004, table 3: the best city to live in; printed 0.152, 0.433, 0.072, 0.305, 0.038",
            criteria: ["culture", "family", "housing", "jobs", "transport"],
            input: .stated(
                .comparisons(
                    PairwiseStatement([
                        Comparison(of: "family", over: "culture", 5),
                        Comparison(of: "culture", over: "housing", 3),
                        Comparison(of: "jobs", over: "culture", 2),
                        Comparison(of: "culture", over: "transport", 5),
                        Comparison(of: "family", over: "housing", 7),
                        Comparison(of: "family", over: "jobs", 1),
                        Comparison(of: "family", over: "transport", 7),
                        Comparison(of: "jobs", over: "housing", 4),
                        Comparison(of: "housing", over: "transport", 3),
                        Comparison(of: "jobs", over: "transport", 7),
                    ]))), weights: [0.152, 0.433, 0.072, 0.305, 0.038], tolerance: 0.0006))
}
