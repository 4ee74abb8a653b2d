import OutlayProblems

/// Weights as a person divides points among the criteria.
public enum StatedPoints: Weighting {
    /// Returns the points as shares of their total.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        guard case .points(let stated) = evidence else { throw refusal(of: evidence) }
        let points = try points(stated, of: criteria)
        return try DerivedWeights(points, orBecause: "at least one criterion has points above 0")
    }

    /// Returns the points in the order of `criteria`.
    ///
    /// - Throws: ``ProblemCode/duplicateIdentifier``, ``ProblemCode/unknownReference``,
    ///   ``ProblemCode/missingField``, or ``ProblemCode/outOfRange`` for points below 0 or not finite.
    static func points(
        _ stated: [CriterionPoints], of criteria: [String]
    ) throws(Problem) -> [Double] {
        try criteria.requireEach(in: stated.map(\.criterion), have: "points")
        for statement in stated where !(0...1e100).contains(statement.points) {
            throw Problem(
                .outOfRange,
                "\(Problem.quoted(statement.criterion)) has \(statement.points.asStated) points",
                because: "points are 0 or more")
        }
        return criteria.compactMap { name in stated.first { $0.criterion == name }?.points }
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "points",
        title: "Points",
        kind: .points,
        formula: "w(j) = p(j) / sum of p; p the points of criterion j",
        whenToUse: "a panel is used to dividing points and knows the range of each criterion",
        whenNotTo: "the ranges are not in view: points given to a name alone say what matters in "
            + "general, not what these differences are worth",
        source: PublishedSource(
            author: "W. Edwards",
            title: "How to use multiattribute utility measurement for social decisionmaking, IEEE "
                + "Transactions on Systems, Man, and Cybernetics 7 (5)",
            year: 1977),
        example: WeightingExample(
            origin: "By hand: 30, 50 and 20 of 100 points",
            criteria: ["price", "service", "training"],
            input: .stated(
                .points([
                    CriterionPoints("price", 30), CriterionPoints("service", 50),
                    CriterionPoints("training", 20),
                ])), weights: [0.3, 0.5, 0.2], tolerance: 1e-12))
}
