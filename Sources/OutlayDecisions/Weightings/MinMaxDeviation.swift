import OutlayProblems

/// Weights by the standard deviation of the performances between the worst and the best of the options.
public enum MinMaxDeviation: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        return try table.weights(
            table.columns.map {
                SpreadTable.deviation(of: $0.minMax, isConstant: $0.isConstant)
            })
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "standard-deviation-minmax",
        title: "Standard deviation, by minmax",
        kind: .data,
        formula:
            "w(j) ~ standard deviation, with m − 1, of (x(i,j) − min(j)) / (max(j) − min(j)); m "
            + "the count of options",
        whenToUse:
            "nobody states preferences, units differ, and one asks where options crowd at one "
            + "end or stand at both",
        whenNotTo: "anybody has preferences; a difference of cents is stretched as wide as one of "
            + "thousands",
        source: PublishedSource(
            author: "D. Diakoulaki, G. Mavrotas, L. Papayannakis",
            title:
                "Determining objective weights in multiple criteria problems: the CRITIC method, "
                + "Computers & Operations Research 22 (7)",
            year: 1995),
        example: WeightingExample(
            origin: "By hand: 0, ½, 1 deviate by 1/2 and 0, 0, 1 by 1/√3",
            criteria: ["C1", "C2"],
            input: .rows([[1, 5], [2, 5], [3, 9]], directions: [.higher, .higher]),
            weights: [0.46410161513775, 0.53589838486225], tolerance: 1e-12))
}
