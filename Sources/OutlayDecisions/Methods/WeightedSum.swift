import OutlayProblems

/// The weighted sum of normalised performances, 0 … 1.
///
/// A column runs from 0 at its worst end to 1 at its best: the ends of its stated scale, beyond which
/// nothing is gained or lost, or else the worst and the best of the table. A column without a stated
/// scale that is the same for every option is worth 1 to all of them: it separates nothing.
public struct WeightedSum: ScoringMethod {
    /// Creates the method.
    public init() {}

    /// Returns the weighted sums.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) -> MethodResult {
        let terms = Self.terms(of: matrix)
        let scores = [Double](unsafeUninitializedCapacity: matrix.rowCount) { scores, count in
            matrix.cells.withUnsafeBufferPointer { cells in
                terms.withUnsafeBufferPointer { terms in
                    var index = 0
                    for row in 0..<matrix.rowCount {
                        var score = 0.0
                        for term in terms {
                            let cell = min(max(cells[index], term.lowest), term.highest)
                            score += (cell - term.worst) * term.slope + term.offset
                            index += 1
                        }
                        scores.initializeElement(at: row, to: score)
                    }
                }
            }
            count = matrix.rowCount
        }
        return MethodResult(scores: scores, higherIsBetter: true)
    }

    /// What one column adds to a score: `offset` and `slope` for each unit away from `worst`.
    private struct Term {
        var lowest: Double
        var highest: Double
        var worst: Double
        var slope: Double
        var offset: Double
    }

    private static func terms(of matrix: DecisionMatrix) -> [Term] {
        let bounds = bounds(of: matrix)
        return zip(matrix.columns, bounds).map { column, bounds in
            let (low, high) = bounds
            guard low < high else {
                return Term(lowest: low, highest: low, worst: low, slope: 0, offset: column.weight)
            }
            let (worst, best) = column.direction == .higher ? (low, high) : (high, low)
            return Term(
                lowest: low, highest: high, worst: worst, slope: column.weight / (best - worst),
                offset: 0)
        }
    }

    /// Returns the ends of each column's scale, the smaller number first.
    private static func bounds(of matrix: DecisionMatrix) -> [(low: Double, high: Double)] {
        var bounds = [(low: Double, high: Double)](
            repeating: (.infinity, -.infinity), count: matrix.columns.count)
        matrix.cells.withUnsafeBufferPointer { cells in
            bounds.withUnsafeMutableBufferPointer { bounds in
                var index = 0
                for _ in 0..<matrix.rowCount {
                    for column in 0..<bounds.count {
                        bounds[column].low = min(bounds[column].low, cells[index])
                        bounds[column].high = max(bounds[column].high, cells[index])
                        index += 1
                    }
                }
            }
        }
        for (index, column) in matrix.columns.enumerated() {
            if let scale = column.scale {
                bounds[index] = (min(scale.worst, scale.best), max(scale.worst, scale.best))
            }
        }
        return bounds
    }

    /// What readers see of the method.
    public var descriptor: MethodDescriptor {
        MethodDescriptor(
            identifier: "weighted-sum",
            title: "Weighted sum",
            formula: "S(i) = sum over j of w(j) · v(i,j), v(i,j) = (x(i,j) − worst(j)) / "
                + "(best(j) − worst(j)); x performance, w weight as a fraction of their sum",
            whenToUse: "one more point on a criterion is worth the same whatever the others are, "
                + "and the weights were given for the range from worst to best",
            whenNotTo: "a weakness must not be made up for by strengths; or the ends come from the "
                + "table, so that adding an option changes the scores of the others",
            source: PublishedSource(
                author: "P. C. Fishburn",
                title: "Additive utilities with incomplete product sets: application to priorities "
                    + "and assignments, Operations Research 15 (3)",
                year: 1967),
            inputs: [
                InputDescriptor(
                    name: "weight", meaning: "what the way from worst to best is worth", unit: "",
                    presence: .required, range: "0 or more, one of them above 0"),
                InputDescriptor(
                    name: "direction", meaning: "whether more or less is better", unit: "",
                    presence: .optional(default: "higher"), range: "higher or lower"),
                InputDescriptor(
                    name: "scale", meaning: "the worst and the best performance",
                    unit: "the criterion's", presence: .optional(default: "ends of the table"),
                    range: "two different numbers in the criterion's direction"),
            ],
            example: Self.example)
    }

    private static var example: WorkedExample {
        let weights = [("C1", 0.20), ("C2", 0.15), ("C3", 0.40), ("C4", 0.25)]
        return WorkedExample(
            origin: "Wikipedia, Weighted sum model, after E. Triantaphyllou, Multi-Criteria "
                + "Decision Making Methods (2000); printed 21.50, 22.00 and 22.00, here as "
                + "fractions of 100",
            options: ["A1", "A2", "A3"],
            columns: weights.map { name, weight in
                DecisionMatrix.Column(
                    name: name, direction: .higher, weight: weight,
                    scale: DecisionMatrix.Scale(worst: 0, best: 100))
            },
            rows: [[25, 20, 15, 30], [10, 30, 20, 30], [30, 10, 30, 10]],
            scores: [0.215, 0.22, 0.22],
            tolerance: 1e-12)
    }
}
