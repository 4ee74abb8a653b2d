import OutlayProblems

/// Every weighting, in the order that lists show: those that ask people first, then those from data.
public enum AllWeightings {
    /// The weightings.
    public static let list: [any Weighting.Type] = [
        StatedPoints.self,
        SwingPoints.self,
        RankOrderCentroid.self,
        RankSum.self,
        RankReciprocal.self,
        AnalyticHierarchy.self,
        BestWorst.self,
        BestWorstNonlinear.self,
        EntropyWeights.self,
        CRITIC.self,
        MEREC.self,
        StandardDeviation.self,
        MinMaxDeviation.self,
        CoefficientOfVariation.self,
        GiniCoefficient.self,
        CriterionImpactLoss.self,
        IDOCRIW.self,
    ]

    /// What readers see of each weighting, in the list's order.
    public static var descriptors: [WeightingDescriptor] { list.map { $0.descriptor } }

    /// The weightings that take performances of the options, in the list's order.
    public static var fromData: [WeightingDescriptor] { descriptors.filter { $0.kind == .data } }

    /// Returns the weighting with this identifier.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an unknown weighting, with the nearest one as a hint.
    public static func weighting(
        named identifier: String
    ) throws(Problem) -> any Weighting.Type {
        let descriptors = descriptors
        guard let index = descriptors.firstIndex(where: { $0.identifier == identifier }) else {
            let known = descriptors.map(\.identifier)
            throw Problem(
                .unknownName, "there is no weighting \(Problem.quoted(identifier))",
                because: "the weightings are " + known.map { "`\($0)`" }.joined(separator: ", "),
                hint: Suggestion.hint(for: identifier, among: known))
        }
        return list[index]
    }
}
