import OutlayProblems

/// Weights by entropy and criterion impact loss together.
public enum IDOCRIW: Weighting {
    /// Returns the products of both weights, as shares of their total.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        let divergences = try EntropyWeights.divergences(of: table)
        let losses = try CriterionImpactLoss.shares(of: table)
        return try table.weights(
            zip(divergences, losses).map { $0 * $1 },
            orBecause: "every criterion has no weight by entropy or none by impact loss")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "idocriw",
        title: "IDOCRIW",
        kind: .data,
        formula:
            "w(j) ~ (1 − e(j)) · q(j); e the entropy and q the impact loss weight of criterion j",
        whenToUse: "entropy's liking for extreme columns is to be held in check by impact loss",
        whenNotTo:
            "anybody has preferences; or all options perform alike on a criterion, for the two "
            + "parts then contradict each other",
        source: PublishedSource(
            author: "E. K. Zavadskas, V. Podvezko",
            title: "Integrated determination of objective criteria weights in MCDM, International "
                + "Journal of Information Technology & Decision Making 15 (2)",
            year: 2016),
        example: WeightingExample(
            origin: "By hand from the source's entropy and CILOS weights, multiplied",
            criteria: CriterionImpactLoss.publishedCriteria,
            input: CriterionImpactLoss.publishedTable, weights: [0.1658, 0.1886, 0.3545, 0.2911],
            tolerance: 3e-4))
}
