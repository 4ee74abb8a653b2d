import OutlayProblems

/// Weights from an order alone: the centre of all weights that agree with it.
public enum RankOrderCentroid: Weighting {
    /// Returns the centroid; tied criteria share the mean of the places they take.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .order(let order) = evidence else { throw refusal(of: evidence) }
        let count = criteria.count
        var (places, sum) = ([Double](repeating: 0, count: count), 0.0)
        for place in places.indices.reversed() {
            sum += 1 / Double(place + 1)
            places[place] = sum / Double(count)
        }
        return try DerivedWeights(
            CriteriaOrder.figures(of: criteria, in: order, places: places),
            orBecause: "an order names one criterion or more")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "rank-order-centroid",
        title: "Rank-order centroid",
        kind: .order,
        formula:
            "w(i) = (1 / n) · sum over k from i to n of 1 / k; i the place in the order, n the "
            + "count of criteria; tied criteria share the mean of their places",
        whenToUse:
            "a panel agrees on the order of the swings and on nothing more: of all weights that "
            + "keep the order this is the mean",
        whenNotTo:
            "there are many criteria, for the first takes most, or numbers can be had by asking",
        source: PublishedSource(
            author: "F. H. Barron, B. E. Barrett",
            title: "Decision quality using ranked attribute weights, Management Science 42 (11)",
            year: 1996),
        example: WeightingExample(
            origin: "By hand: 11/18, 5/18 and 2/18",
            criteria: CriteriaOrder.example.criteria,
            input: .stated(CriteriaOrder.example.evidence),
            weights: [11.0 / 18, 5.0 / 18, 2.0 / 18], tolerance: 1e-12))
}
