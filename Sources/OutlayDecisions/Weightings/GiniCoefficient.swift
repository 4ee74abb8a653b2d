import OutlayProblems

/// Weights by how unequally the options share each criterion, after Gini.
public enum GiniCoefficient: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n* log *n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        try table.requireColumns(
            { $0.mean > 0 }, "has a mean of 0 or below", because: "the formula divides by the mean")
        return try table.weights(
            table.columns.map { column in
                guard !column.isConstant else { return 0 }
                // Sorted, each value stands above those before it and below those behind it.
                let count = Double(column.values.count)
                let sum = column.values.sorted().enumerated().reduce(0) { sum, entry in
                    sum + (Double(2 * entry.offset + 1) - count) * entry.element
                }
                return sum / (count * count) / column.mean
            })
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "gini",
        title: "Gini coefficient",
        kind: .data,
        formula:
            "w(j) ~ sum over i and k of |x(i,j) − x(k,j)| / (2 m² mean(j)); m the count of options",
        whenToUse: "nobody states preferences and single extreme options must not count as much as "
            + "in a variance",
        whenNotTo:
            "anybody has preferences; or zero is arbitrary, for the weights then hang on the "
            + "unit",
        source: PublishedSource(
            author: "G. Li, G. Chi",
            title: "A new determining objective weights method – Gini coefficient weight, First "
                + "International Conference on Information Science and Engineering, IEEE",
            year: 2009),
        example: WeightingExample(
            origin: "By hand: 4 / 16 and 4 / 40",
            criteria: ["C1", "C2"],
            input: .rows([[1, 4], [3, 6]], directions: [.higher, .lower]),
            weights: [5.0 / 7, 2.0 / 7], tolerance: 1e-12))
}
