import OutlayProblems

/// Weights by the standard deviation of the performances as they are.
public enum StandardDeviation: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        return try table.weights(
            table.columns.map(\.deviation),
            remarks: ["another unit, such as grams for kilograms, changes these weights"])
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "standard-deviation",
        title: "Standard deviation, raw",
        kind: .data,
        formula:
            "w(j) ~ s(j) = √(sum over i of (x(i,j) − mean(j))² / (m − 1)); m the count of options",
        whenToUse: "all columns have one unit, such as points of one scale",
        whenNotTo: "units differ: the column with the largest numbers then takes all the weight",
        source: PublishedSource(
            author: "D. Diakoulaki, G. Mavrotas, L. Papayannakis",
            title:
                "Determining objective weights in multiple criteria problems: the CRITIC method, "
                + "Computers & Operations Research 22 (7)",
            year: 1995),
        example: WeightingExample(
            origin: "By hand: 1, 2, 3 deviate by 1 and 2, 4, 6 by 2",
            criteria: ["C1", "C2"],
            input: .rows([[1, 2], [2, 4], [3, 6]], directions: [.higher, .lower]),
            weights: [1.0 / 3, 2.0 / 3], tolerance: 1e-12))
}
