import OutlayDecisions
import OutlayProblems

extension MethodPage {
    /// Computes the example of a weighting.
    ///
    /// - Throws: A ``Problem`` where the weighting cannot take its own example.
    package init(_ descriptor: WeightingDescriptor) throws(Problem) {
        let example = descriptor.example
        let evidence = try example.evidence()
        let weights = try AllWeightings.weighting(named: descriptor.identifier)
            .weights(of: example.criteria, from: evidence)
        self.init(
            kind: .weighting, identifier: descriptor.identifier, title: descriptor.title,
            formula: descriptor.formula, inputs: Self.inputs(of: descriptor.kind),
            whenToUse: descriptor.whenToUse, source: descriptor.source, origin: example.origin,
            example: Self.tables(of: evidence, over: example.criteria)
                + [Self.weights(weights, of: example)])
        whenNotTo = descriptor.whenNotTo
        warning = descriptor.warning.map { "weights from data: \($0)" }
        remarks = (weights.consistency?.texts ?? []) + weights.remarks.map(\.capitalizedFirst)
        guard descriptor.kind == .comparisons else { return }
        settings = [
            Input(
                "priorities", "how weights come from the comparisons",
                standard: PriorityRule.eigenvector.rawValue,
                "one of " + PriorityRule.allCases.map(\.rawValue).joined(separator: ", "))
        ]
    }

    private static func inputs(of kind: WeightingKind) -> [Input] {
        switch kind {
        case .points:
            return [
                Input("points", "a number for each criterion", "0 or more, one of them above 0")
            ]
        case .order:
            return [
                Input(
                    "order", "the criteria, the most valued first; tied ones stand together",
                    "each criterion once")
            ]
        case .comparisons:
            return [
                Input(
                    "comparisons", "how many times as much one criterion counts as another",
                    "ratios from 0.000001 to 1000000")
            ]
        case .bestWorst:
            let ratios = "ratios from 1 to 1000000"
            return [
                Input("best", "the criterion that counts most", "a criterion"),
                Input("worst", "the criterion that counts least", "another criterion"),
                Input(
                    "best_to_others", "how many times as much the best counts as each criterion",
                    ratios),
                Input(
                    "others_to_worst", "how many times as much each criterion counts as the worst",
                    ratios),
            ]
        case .data:
            return [
                Input(
                    "performance", "what each option achieves on each criterion",
                    "numbers; some formulas take none below 0"),
                Input(
                    "direction", "whether more or less is better", standard: "higher",
                    "higher or lower"),
            ]
        }
    }

    /// Returns what goes into an example.
    private static func tables(of evidence: WeightingEvidence, over criteria: [String]) -> [Table] {
        switch evidence {
        case .points(let points):
            return [
                Table(
                    caption: "Points as stated", columns: [Column("Criterion"), .number("Points")],
                    rows: points.map { Row([.text($0.criterion), .asStated($0.points)]) })
            ]
        case .order(let order):
            return [
                Table(
                    caption: "Order as stated, the most valued first",
                    columns: [.number("Place"), Column("Criteria")],
                    rows: order.enumerated().map { place, tied in
                        Row([.asStated(Double(place + 1)), .text(tied.joined(separator: ", "))])
                    })
            ]
        case .comparisons(let statement):
            return statement.judges.enumerated().map { index, comparisons in
                let judge = statement.judges.count > 1 ? " by judge \(index + 1)" : ""
                return Table(
                    caption: "Comparisons as stated" + judge,
                    columns: [Column("Criterion"), Column("Over"), .number("Times as much")],
                    rows: comparisons.map {
                        Row([.text($0.of), .text($0.over), .asStated($0.ratio)])
                    })
            }
        case .bestWorst(let statement): return [table(of: statement, over: criteria)]
        case .table(let matrix): return [table(of: matrix)]
        }
    }

    private static func table(
        of statement: BestWorstStatement, over criteria: [String]
    ) -> Table {
        func cell(_ ratio: Double?) -> Cell { ratio.map { .asStated($0) } ?? .empty }
        return Table(
            caption:
                "Comparisons as stated: \(statement.best) counts most, \(statement.worst) least",
            columns: [
                Column("Criterion"), .number("\(statement.best) over it"),
                .number("It over \(statement.worst)"),
            ],
            rows: criteria.map { name in
                Row([
                    .text(name), cell(statement.bestToOthers[name]),
                    cell(statement.othersToWorst[name]),
                ])
            })
    }

    private static func table(of matrix: DecisionMatrix) -> Table {
        Table(
            caption: "Performances",
            columns: [Column("Option")] + matrix.columns.map { .number($0.name) },
            rows: [Row([.text("better")] + matrix.columns.map { .text($0.direction.rawValue) })]
                + (0..<matrix.rowCount).map { row in
                    Row(
                        [.text(matrix.name(ofRow: row))]
                            + matrix.columns.indices.map {
                                .asStated(matrix.cells[row * matrix.columns.count + $0])
                            })
                })
    }

    private static func weights(
        _ weights: DerivedWeights, of example: WeightingExample
    ) -> Table {
        Table(
            caption: "Weights computed from them",
            columns: [Column("Criterion"), .number("Weight"), .number("Stated")],
            rows: example.criteria.indices.map { index in
                Row([
                    .text(example.criteria[index]), .number(weights.shares[index], places: 4),
                    .number(example.weights[index], places: 4),
                ])
            })
    }
}

extension MethodPage.Input {
    /// Creates the description of something without a unit.
    init(_ name: String, _ meaning: String, standard: String? = nil, _ range: String) {
        self.init(name: name, meaning: meaning, unit: "", standard: standard, range: range)
    }
}
