import OutlayProblems

/// Weights from what the way from the worst to the best of each stated range is worth.
public enum SwingPoints: Weighting {
    /// Returns the points as shares of their total.
    ///
    /// The most valued swing has 100 points, and the others are judged against it.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .points(let stated) = evidence else { throw refusal(of: evidence) }
        let points = try StatedPoints.points(stated, of: criteria)
        let largest = points.reduce(0, max)
        guard largest == 100 else {
            throw Problem(
                .outOfRange, "the largest swing has \(largest.asStated) points",
                because: "the swing from worst to best that is valued most has 100 points",
                hint: "give it 100, and judge the others against it")
        }
        return try DerivedWeights(points, orBecause: "the most valued swing has 100 points")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "swing",
        title: "Swing",
        kind: .points,
        formula: "w(j) = p(j) / sum of p; p(j) the worth of the way from the worst to the best of "
            + "criterion j, 100 for the way that is worth most",
        whenToUse:
            "scales have stated ends: the question is which of these ways one would go first, "
            + "and what each other way is worth beside it",
        whenNotTo:
            "the ends of a scale may still change, for every weight then changes its meaning",
        source: PublishedSource(
            author: "D. von Winterfeldt, W. Edwards",
            title: "Decision Analysis and Behavioral Research, Cambridge University Press, "
                + "chapter 8",
            year: 1986),
        example: WeightingExample(
            origin: "By hand: 100, 80, 40 and 20 points total 240",
            criteria: ["price", "speed", "service", "training"],
            input: .stated(
                .points([
                    CriterionPoints("price", 100), CriterionPoints("speed", 80),
                    CriterionPoints("service", 40), CriterionPoints("training", 20),
                ])), weights: [100.0 / 240, 80.0 / 240, 40.0 / 240, 20.0 / 240],
            tolerance: 1e-12))
}
