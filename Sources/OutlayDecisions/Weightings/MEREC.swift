import OutlayProblems
import OutlaySampling

/// Weights by how much the options' overall performance changes when a criterion is taken away.
public enum MEREC: Weighting {
    /// Returns the weights.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        try table.require({ $0 > 0 }, because: "the formula divides by it or takes its logarithm")
        let count = Double(criteria.count)
        let sizes = table.columns.map { column in
            column.values.map { value in
                let ratio =
                    column.direction == .higher ? column.low / value : value / column.high
                return ElementaryFunctions.logarithm(ratio).magnitude
            }
        }
        var figures = [Double](repeating: 0, count: criteria.count)
        for row in 0..<table.matrix.rowCount {
            let total = sizes.reduce(0) { $0 + $1[row] }
            let whole = ElementaryFunctions.logarithm(1 + total / count)
            for column in sizes.indices where !table.columns[column].isConstant {
                let without = ElementaryFunctions.logarithm(
                    1 + (total - sizes[column][row]) / count)
                figures[column] += (without - whole).magnitude
            }
        }
        return try table.weights(figures)
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "merec",
        title: "MEREC",
        kind: .data,
        formula: "w(j) ~ sum over i of |S(i without j) − S(i)|; S(i) = ln(1 + sum over j of "
            + "|ln n(i,j)| / n), n(i,j) = min(j) / x(i,j) where more is better, x(i,j) / max(j) where "
            + "less is",
        whenToUse: "nobody states preferences and one asks which column changes the picture most "
            + "when it is missing",
        whenNotTo: "anybody has preferences; or a performance is 0 or below, which the formula "
            + "cannot take",
        source: PublishedSource(
            author:
                "M. Keshavarz-Ghorabaee, M. Amiri, E. K. Zavadskas, Z. Turskis, J. Antucheviciene",
            title: "Determination of objective weights using a new method based on the removal "
                + "effects of criteria (MEREC), Symmetry 13 (4), 525",
            year: 2021),
        example: WeightingExample(
            origin: "The source's own example; printed 0.5752, 0.0141, 0.4016, 0.0091",
            criteria: ["C1", "C2", "C3", "C4"],
            input: .rows(
                [
                    [450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153],
                    [220, 9300, 1, 162], [5, 8400, 23, 158],
                ], directions: [.higher, .higher, .lower, .lower]),
            weights: [0.5752, 0.0141, 0.4016, 0.0091], tolerance: 1e-4))
}
