import OutlayProblems

/// Weights from an order alone, in the ratio of one over the place.
public enum RankReciprocal: Weighting {
    /// Returns weights by place; tied criteria share the mean of the places they take.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .order(let order) = evidence else { throw refusal(of: evidence) }
        let places = criteria.indices.map { 1 / Double($0 + 1) }
        return try DerivedWeights(
            CriteriaOrder.figures(of: criteria, in: order, places: places),
            orBecause: "an order names one criterion or more")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "rank-reciprocal",
        title: "Rank reciprocal",
        kind: .order,
        formula:
            "w(i) = (1 / i) / sum over k of 1 / k; i the place in the order; tied criteria share "
            + "the mean of their places",
        whenToUse: "only an order is known, and the first few criteria decide",
        whenNotTo: "the last criteria still matter, or numbers can be had by asking",
        source: PublishedSource(
            author: "W. G. Stillwell, D. A. Seaver, W. Edwards",
            title: "A comparison of weight approximation techniques in multiattribute utility "
                + "decision making, Organizational Behavior and Human Performance 28",
            year: 1981),
        example: WeightingExample(
            origin: "By hand: 1, 1/2 and 1/3 total 11/6",
            criteria: CriteriaOrder.example.criteria,
            input: .stated(CriteriaOrder.example.evidence),
            weights: [6.0 / 11, 3.0 / 11, 2.0 / 11], tolerance: 1e-12))
}
