import OutlayDecisions
import OutlayProblems

extension MethodPage {
    /// Computes the example of a scoring method.
    ///
    /// - Throws: A ``Problem`` where the method cannot score its own example.
    package init(_ descriptor: MethodDescriptor) throws(Problem) {
        let method = try AllMethods.method(named: descriptor.identifier)
        let matrix = try descriptor.example.matrix()
        let (result, steps) = (try method.scores(of: matrix), try method.steps(for: matrix))
        self.init(
            kind: .scoring, identifier: descriptor.identifier, title: descriptor.title,
            formula: descriptor.formula, inputs: descriptor.inputs.map { Input($0) },
            whenToUse: descriptor.whenToUse, source: descriptor.source,
            origin: descriptor.example.origin,
            example: [Self.criteria(of: matrix), Self.scores(descriptor.example, result)])
        symbols = Self.commonSymbols
        for step in steps where !symbols.contains(where: { $0.symbol == step.symbol }) {
            symbols.append((step.symbol, step.title))
        }
        settings = descriptor.settings.map { Input($0) }
        whenNotTo = descriptor.whenNotTo
        promises = MethodPromise.allCases.map {
            Promise(promise: $0, isHeld: descriptor.promises.contains($0))
        }
        self.steps = StepTables(
            steps, criteria: matrix.columns.map(\.name),
            shown: descriptor.example.options.enumerated().map { ($0.offset, $0.element) },
            optionCount: matrix.rowCount)
    }

    private static let commonSymbols = [
        (symbol: "i, k", meaning: "options"), (symbol: "j", meaning: "a criterion"),
        (symbol: "x(i,j)", meaning: "the performance of option i on criterion j, as stated"),
        (symbol: "w(j)", meaning: "the weight of criterion j, a fraction of their sum"),
    ]

    private static func criteria(of matrix: DecisionMatrix) -> Table {
        Table(
            caption: "Criteria",
            columns: [
                Column("Criterion"), Column("Better"), .number("Weight"), Column("Scale"),
                Column("Preference"), .number("Veto"),
            ],
            rows: matrix.columns.map { column in
                Row([
                    .text(column.name), .text(column.direction.rawValue),
                    .number(column.weight, places: 4),
                    column.scale.map {
                        .text("\(FigureText.asStated($0.worst)) to \(FigureText.asStated($0.best))")
                    } ?? .empty,
                    column.preference.map { .text($0.inWords) } ?? .empty,
                    column.veto.map { .asStated($0) } ?? .empty,
                ])
            }
        ).withoutEmptyColumns
    }

    private static func scores(_ example: WorkedExample, _ result: MethodResult) -> Table {
        let ranks = result.ranks
        let places = StepTables.scorePlaces(for: result.scores)
        return Table(
            caption: "Performances, and the scores computed from them",
            columns: [Column("Option")] + example.columns.map { .number($0.name) }
                + [.number("Score"), .number("Stated"), .number("Rank")],
            rows: example.options.indices.map { index in
                let (score, stated) = (result.scores[index], example.scores[index])
                let rank = "\(ranks[index])"
                return Row(
                    [.text(example.options[index])]
                        + example.rows[index].map { .asStated($0) }
                        + [
                            .number(score, places: places, dataPlaces: max(6, places)),
                            .number(stated, places: places, dataPlaces: max(6, places)),
                            .number(shown: rank, data: rank),
                        ])
            },
            note: result.higherIsBetter ? nil : "Lower scores are better.")
    }
}

extension MethodPage.Input {
    /// Takes what is said of an input of a scoring method.
    fileprivate init(_ input: InputDescriptor) {
        let standard: String? =
            if case .optional(default: let text) = input.presence { text } else { nil }
        self.init(
            name: input.name, meaning: input.meaning, unit: input.unit, standard: standard,
            range: input.range)
    }

    /// Takes what is said of a setting of a scoring method.
    fileprivate init(_ setting: MethodSetting) {
        self.init(
            name: setting.name, meaning: setting.meaning, unit: "",
            standard: setting.defaultInWords,
            range: setting.domainInWords)
    }
}

extension PreferenceFunction {
    /// The function with its thresholds as an option of a command writes them, such as `linear:2..5`.
    package var inWords: String {
        func text(_ number: Double) -> String { FigureText.plain(number) }
        return switch shape {
        case .usual: shape.rawValue
        case .uShape: "\(shape.rawValue):\(text(indifference))"
        case .vShape: "\(shape.rawValue):\(text(strict))"
        case .level, .linear: "\(shape.rawValue):\(text(indifference))..\(text(strict))"
        case .gaussian: "\(shape.rawValue):\(text(spread))"
        }
    }
}
