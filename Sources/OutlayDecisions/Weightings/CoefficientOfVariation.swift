import OutlayProblems

/// Weights by the standard deviation as a share of the mean.
public enum CoefficientOfVariation: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        try table.requireColumns(
            { $0.mean > 0 }, "has a mean of 0 or below", because: "the formula divides by the mean")
        return try table.weights(table.columns.map { $0.deviation / $0.mean })
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "coefficient-of-variation",
        title: "Coefficient of variation",
        kind: .data,
        formula:
            "w(j) ~ s(j) / mean(j); s the standard deviation with m − 1, m the count of options",
        whenToUse:
            "nobody states preferences and columns have true zeros, such as prices and counts",
        whenNotTo:
            "anybody has preferences; or zero is arbitrary, for the weights then hang on the "
            + "unit",
        source: PublishedSource(
            author: "K. Pearson",
            title: "Mathematical contributions to the theory of evolution III, Philosophical "
                + "Transactions of the Royal Society A 187",
            year: 1896),
        example: WeightingExample(
            origin: "By hand: √2 / 2 and √2 / 5",
            criteria: ["C1", "C2"],
            input: .rows([[1, 4], [3, 6]], directions: [.higher, .lower]),
            weights: [5.0 / 7, 2.0 / 7], tolerance: 1e-12))
}
