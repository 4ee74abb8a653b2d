import OutlayProblems

/// The technique for order of preference by similarity to the ideal solution.
///
/// The ideal is the best weighted figure of each column of the table, the anti-ideal the worst. A table in
/// which no option differs from another has no way between the two; every option then scores 1.
public struct TOPSIS: ScoringMethod {
    /// How performances become comparable.
    public var normalisation: Normalisation

    /// Creates the method.
    public init(normalisation: Normalisation = .vector) {
        self.normalisation = normalisation
    }

    /// Creates the method with the setting `normalisation`.
    public init(settings: MethodSettings) throws(Problem) {
        normalisation = try settings.normalisation(for: Self.normalisationSetting)
    }

    /// The stated scale, by `minmax`.
    public var columnInputs: Set<ColumnInput> { normalisation == .minMax ? [.scale] : [] }

    /// Returns the closeness of each option to the ideal, 0 … 1.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let ends = matrix.columnEnds()
        let maps = try normalisation.maps(for: matrix, ends: ends)
        let weights = matrix.weights
        let scores: [Double]
        if let lines = WeightedLine.lines(of: maps, weights: weights) {
            let poles = Self.poles(ends) { lines[$0]($1) }
            scores = matrix.mapRows { row in
                var (best, worst) = (0.0, 0.0)
                lines.withUnsafeBufferPointer { lines in
                    poles.withUnsafeBufferPointer { poles in
                        for column in 0..<lines.count {
                            let figure = lines[column](row[column])
                            let (up, down) = (
                                poles[column].ideal - figure, figure - poles[column].antiIdeal
                            )
                            best += up * up
                            worst += down * down
                        }
                    }
                }
                return Self.closeness(best.squareRoot(), worst.squareRoot())
            }
        } else {
            let poles = Self.poles(ends) { weights[$0] * maps[$0]($1) }
            scores = matrix.mapRows { row in
                var (best, worst) = (0.0, 0.0)
                for column in maps.indices {
                    let figure = weights[column] * maps[column](row[column])
                    let (up, down) = (
                        poles[column].ideal - figure, figure - poles[column].antiIdeal
                    )
                    best += up * up
                    worst += down * down
                }
                return Self.closeness(best.squareRoot(), worst.squareRoot())
            }
        }
        return MethodResult(scores: scores, higherIsBetter: true)
    }

    /// Returns the weighted figures, the ideal, the anti-ideal and the distances to both.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let (maps, weights) = (try normalisation.maps(for: matrix), matrix.weights)
        let normalised = matrix.mapped(by: maps)
        let weighted = matrix.weighted(normalised, by: weights)
        let poles = Self.poles(matrix.columnEnds()) { weights[$0] * maps[$0]($1) }
        func distances(to pole: [Double]) -> [Double] {
            (0..<matrix.rowCount).map { row in
                pole.indices.reduce(0) { sum, column in
                    let difference = weighted[row * pole.count + column] - pole[column]
                    return sum + difference * difference
                }
                .squareRoot()
            }
        }
        let (ideal, antiIdeal) = (poles.map(\.ideal), poles.map(\.antiIdeal))
        return [
            MethodStep("r(i,j)", "normalised performances", .cells(normalised)),
            MethodStep("v(i,j)", "weighted performances", .cells(weighted)),
            MethodStep("v+(j)", "the ideal", .criteria(ideal)),
            MethodStep("v-(j)", "the anti-ideal", .criteria(antiIdeal)),
            MethodStep("d+(i)", "distance to the ideal", .options(distances(to: ideal))),
            MethodStep("d-(i)", "distance to the anti-ideal", .options(distances(to: antiIdeal))),
        ]
    }

    private struct Pole {
        let ideal: Double
        let antiIdeal: Double
    }

    /// Returns the poles of each column from `figure`, which gives a performance's weighted figure.
    ///
    /// It must be computed as the options' own figures are: a last bit between an option and the pole that it
    /// is would become a distance.
    private static func poles(
        _ ends: [DecisionMatrix.Ends], _ figure: (_ column: Int, _ performance: Double) -> Double
    ) -> [Pole] {
        ends.indices.map { column in
            // Every map rises or falls over the whole column, so that its poles are at the ends.
            let figures = (figure(column, ends[column].low), figure(column, ends[column].high))
            return Pole(ideal: max(figures.0, figures.1), antiIdeal: min(figures.0, figures.1))
        }
    }

    private static func closeness(_ toIdeal: Double, _ toAntiIdeal: Double) -> Double {
        let total = toIdeal + toAntiIdeal
        return total == 0 ? 1 : toAntiIdeal / total
    }

    private static let normalisationSetting = MethodSetting.normalisation(default: .vector)

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "topsis",
        title: "TOPSIS",
        formula: "C(i) = d-(i) / (d+(i) + d-(i)); d+ and d- are the Euclidean distances of the "
            + "weighted normalised performances v(i,j) = w(j) · r(i,j) to the best and the worst "
            + "v of each column",
        whenToUse: "all performances are numbers, and being near the best on everything counts as "
            + "much as being far from the worst",
        whenNotTo: "options may be added or withdrawn: the ideal comes from the table, so that the "
            + "order of two options can hang on a third",
        source: PublishedSource(
            author: "C. L. Hwang, K. Yoon",
            title: "Multiple Attribute Decision Making: Methods and Applications, Springer, "
                + "chapter III",
            year: 1981),
        inputs: [.weight, .direction, .scale],
        settings: [normalisationSetting],
        promises: [.units, .dominance],
        example: WorkedExample(
            origin:
                "By hand: the rows normalise to (0.6, 0.8) and (0.8, 0.6), each weighted by one "
                + "half; both lie as far from the ideal as from the anti-ideal",
            options: ["A", "B"],
            columns: ["C1", "C2"].map {
                DecisionMatrix.Column(name: $0, direction: .higher, weight: 1)
            },
            rows: [[3, 4], [4, 3]],
            scores: [0.5, 0.5],
            tolerance: 1e-12))
}
