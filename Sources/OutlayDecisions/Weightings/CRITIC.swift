import OutlayProblems

/// Weights by spread, and by how little a criterion moves with the others.
public enum CRITIC: Weighting {
    /// Returns the weights; a column on which all options perform alike has none and is left out of the
    /// correlations.
    ///
    /// - Complexity: O(*m* *n*²) for *m* options on *n* criteria.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        let varying = table.columns.indices.filter { !table.columns[$0].isConstant }
        let centred = varying.map { index in
            let values = table.columns[index].minMax
            let mean = values.reduce(0, +) / Double(values.count)
            return values.map { $0 - mean }
        }
        let lengths = centred.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        var figures = [Double](repeating: 0, count: table.columns.count)
        for (place, index) in varying.enumerated() {
            var conflict = 0.0
            for other in varying.indices where other != place {
                let product = zip(centred[place], centred[other]).reduce(0) { $0 + $1.0 * $1.1 }
                let gap = 1 - product / (lengths[place] * lengths[other])
                // What rounding leaves of a perfect correlation is no conflict.
                conflict += gap > 1e-12 ? gap : 0
            }
            figures[index] = lengths[place] * conflict
        }
        return try table.weights(
            figures,
            orBecause: varying.isEmpty
                ? "the options do not differ on any criterion"
                : varying.count == 1
                    ? "only one criterion tells the options apart, and it conflicts with none"
                    : "every criterion moves exactly with the others, so that none conflicts")
    }

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "critic",
        title: "CRITIC",
        kind: .data,
        formula: "w(j) ~ s(j) · sum over k of (1 − r(j,k)); s the standard deviation of the "
            + "performances by minmax in the criterion's direction, r the correlation of two of them",
        whenToUse:
            "columns repeat each other, and one asks which of them say something of their own",
        whenNotTo:
            "anybody has preferences, or there are few options: correlations over a handful of "
            + "rows are chance",
        source: PublishedSource(
            author: "D. Diakoulaki, G. Mavrotas, L. Papayannakis",
            title:
                "Determining objective weights in multiple criteria problems: the CRITIC method, "
                + "Computers & Operations Research 22 (7)",
            year: 1995),
        example: WeightingExample(
            origin: "The source's table of eight firms; printed 0.20, 0.48, 0.32",
            criteria: ["profitability", "market share", "productivity"],
            input: .rows(
                [
                    [61.0, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9.0, 3.29, 1.65],
                    [5.4, 2.77, 2.33], [4.0, 4.12, 1.21], [-6.1, 3.52, 2.10], [-34.6, 3.31, 0.98],
                ], directions: [.higher, .higher, .higher]),
            weights: [0.20222554, 0.48090173, 0.31687273], tolerance: 1e-8))
}
