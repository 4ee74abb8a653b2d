import OutlayProblems
import OutlaySampling

/// Weights by how unevenly the options share each criterion, after Shannon's entropy.
public enum EntropyWeights: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        return try table.weights(try divergences(of: table))
    }

    /// Returns 1 − e for each column; 0 for one on which all options perform alike.
    static func divergences(of table: SpreadTable) throws(Problem) -> [Double] {
        try table.require({ $0 >= 0 }, because: "the formula takes the logarithm of its share")
        try table.requireColumns(
            { $0.high > 0 }, "is 0 throughout", because: "the formula divides by its total")
        return table.columns.map { column in
            guard !column.isConstant else { return 0 }
            let total = column.values.reduce(0, +)
            let entropy = column.values.reduce(0) { sum, value in
                let share = value / total
                return share > 0 ? sum - share * ElementaryFunctions.logarithm(share) : sum
            }
            return max(
                0, 1 - entropy / ElementaryFunctions.logarithm(Double(column.values.count)))
        }
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "entropy",
        title: "Entropy",
        kind: .data,
        formula:
            "w(j) ~ 1 − e(j); e(j) = −sum over i of p(i,j) ln p(i,j) / ln m, p(i,j) = x(i,j) / "
            + "sum of x in column j whatever its direction, m the count of options, 0 ln 0 = 0",
        whenToUse:
            "nobody states preferences and one asks only which columns tell the options apart",
        whenNotTo:
            "anybody has preferences; or zero is arbitrary, as in degrees or percentages near "
            + "100, for the weights then hang on the unit",
        source: PublishedSource(
            author: "C. L. Hwang, K. Yoon",
            title: "Multiple Attribute Decision Making: Methods and Applications, Springer, "
                + "chapter II",
            year: 1981),
        example: WeightingExample(
            origin:
                "E. K. Zavadskas, V. Podvezko, International Journal of Information Technology & "
                + "Decision Making 15 (2), 2016; printed 0.1146, 0.1981, 0.4185, 0.2689",
            criteria: CriterionImpactLoss.publishedCriteria,
            input: CriterionImpactLoss.publishedTable, weights: [0.1146, 0.1981, 0.4185, 0.2689],
            tolerance: 1e-4))
}
