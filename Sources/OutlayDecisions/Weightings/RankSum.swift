import OutlayProblems

/// Weights from an order alone, which fall by equal steps.
public enum RankSum: Weighting {
    /// Returns weights by place; tied criteria share the mean of the places they take.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .order(let order) = evidence else { throw refusal(of: evidence) }
        let places = criteria.indices.map { Double(criteria.count - $0) }
        return try DerivedWeights(
            CriteriaOrder.figures(of: criteria, in: order, places: places),
            orBecause: "an order names one criterion or more")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "rank-sum",
        title: "Rank sum",
        kind: .order,
        formula: "w(i) = 2 (n + 1 − i) / (n (n + 1)); i the place in the order, n the count of "
            + "criteria; tied criteria share the mean of their places",
        whenToUse: "only an order is known, and neighbours in it seem about equally far apart",
        whenNotTo: "the first criterion matters far more than the others, or numbers can be had by "
            + "asking",
        source: PublishedSource(
            author: "W. G. Stillwell, D. A. Seaver, W. Edwards",
            title: "A comparison of weight approximation techniques in multiattribute utility "
                + "decision making, Organizational Behavior and Human Performance 28",
            year: 1981),
        example: WeightingExample(
            origin: "By hand: 3, 2 and 1 of 6",
            criteria: CriteriaOrder.example.criteria,
            input: .stated(CriteriaOrder.example.evidence),
            weights: [0.5, 1.0 / 3, 1.0 / 6], tolerance: 1e-12))
}
