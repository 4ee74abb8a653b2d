import OutlayDecisions
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What a reader is told of one method, its worked example computed.
package struct MethodPage: Sendable {
    /// The stable identifier.
    package let identifier: String
    /// The name as prose uses it.
    package let title: String
    /// The formula in plain text.
    package let formula: String
    /// The symbols of the formula and of the figures on the way, with what they are.
    package let symbols: [(symbol: String, meaning: String)]
    /// What the method takes from each criterion.
    package let inputs: [InputDescriptor]
    /// What it may be told beside the table.
    package let settings: [MethodSetting]
    /// When it answers the question.
    package let whenToUse: String
    /// When it misleads.
    package let whenNotTo: String
    /// Where it is defined.
    package let source: PublishedSource
    /// Where the worked example comes from.
    package let origin: String
    /// The tables of the worked example: what goes in, then what comes out.
    package let example: [Table]
    /// The figures on the way to the example's scores.
    package let steps: StepTables

    /// Computes the example of a scoring method.
    ///
    /// - Throws: A ``Problem`` where the method cannot score its own example.
    package init(_ descriptor: MethodDescriptor) throws(Problem) {
        let method = try AllMethods.method(named: descriptor.identifier)
        let matrix = try descriptor.example.matrix()
        let (result, steps) = (try method.scores(of: matrix), try method.steps(for: matrix))
        identifier = descriptor.identifier
        title = descriptor.title
        formula = descriptor.formula
        var symbols = Self.commonSymbols
        for step in steps where !symbols.contains(where: { $0.symbol == step.symbol }) {
            symbols.append((step.symbol, step.title))
        }
        self.symbols = symbols
        inputs = descriptor.inputs
        settings = descriptor.settings
        whenToUse = descriptor.whenToUse
        whenNotTo = descriptor.whenNotTo
        source = descriptor.source
        origin = descriptor.example.origin
        example = [
            Self.criteria(of: matrix), Self.scores(descriptor.example, result),
        ]
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

    // MARK: - For people

    /// The page; with `steps`, every figure on the way to the example's scores too.
    package func report(explaining: Bool) -> Report {
        var sections = [
            ReportSection(id: "symbols", title: "Symbols", blocks: [.table(symbolTable)]),
            ReportSection(
                id: "inputs", title: "What it takes from each criterion",
                blocks: [.table(inputTable)]),
        ]
        if !settings.isEmpty {
            sections.append(
                ReportSection(
                    id: "settings", title: "Settings", blocks: [.table(settingTable)]))
        }
        sections.append(
            ReportSection(
                id: "example", title: "Worked example", question: origin,
                blocks: example.map { .table($0) } + (explaining ? steps.blocks : [])))
        return Report(
            title: title, subtitle: identifier,
            summary: [
                .facts([
                    Fact("Formula", RichText(formula)), Fact("When to use", RichText(whenToUse)),
                    Fact("When not", RichText(whenNotTo)), Fact("Source", RichText(sourceText)),
                ])
            ], sections: sections)
    }

    private var sourceText: String { "\(source.author), \(source.title), \(source.year)" }

    private var symbolTable: Table {
        Table(
            columns: [Column("Symbol"), Column("Meaning", widthHint: 80)],
            rows: symbols.map { Row([.text($0.symbol), .text($0.meaning)]) })
    }

    private var inputTable: Table {
        Table(
            columns: [
                Column("Input"), Column("Meaning", widthHint: 44), Column("Unit"),
                Column("Without it", widthHint: 24), Column("Values", widthHint: 32),
            ],
            rows: inputs.map { input in
                Row([
                    .text(input.name), .text(input.meaning),
                    input.unit.isEmpty ? .empty : .text(input.unit),
                    .text(input.standard ?? "required"), .text(input.range),
                ])
            })
    }

    private var settingTable: Table {
        Table(
            columns: [
                Column("Setting"), Column("Meaning", widthHint: 44), Column("Default"),
                Column("Values", widthHint: 40),
            ],
            rows: settings.map { setting in
                Row([
                    .text(setting.name), .text(setting.meaning), .text(setting.defaultInWords),
                    .text(setting.domainInWords),
                ])
            })
    }

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

    // MARK: - For programs

    /// The page for programs.
    package var json: JSONValue {
        [
            "name": .string(identifier), "title": .string(title), "formula": .string(formula),
            "symbols": .array(
                symbols.map { ["symbol": .string($0.symbol), "meaning": .string($0.meaning)] }),
            "inputs": .array(
                inputs.map {
                    [
                        "name": .string($0.name), "meaning": .string($0.meaning),
                        "unit": .string($0.unit), "default": .string(orNull: $0.standard),
                        "values": .string($0.range),
                    ]
                }),
            "settings": .array(
                settings.map {
                    [
                        "name": .string($0.name), "meaning": .string($0.meaning),
                        "default": .string($0.defaultInWords),
                        "values": .string($0.domainInWords),
                    ]
                }),
            "when_to_use": .string(whenToUse), "when_not_to_use": .string(whenNotTo),
            "source": [
                "author": .string(source.author), "title": .string(source.title),
                "year": .integer(source.year),
            ],
            "example": [
                "origin": .string(origin),
                "tables": .array(
                    example.map { table in
                        [
                            "caption": .string(table.caption),
                            "columns": .strings(table.columns.map(\.title)),
                            "rows": .array(
                                table.rows.map { .strings($0.cells.map(\.data)) }),
                        ]
                    }),
                "options": .strings(steps.rowNames), "steps": steps.json,
            ],
        ]
    }
}

extension InputDescriptor {
    /// What holds without the input, nil where it must be given.
    fileprivate var standard: String? {
        if case .optional(default: let text) = presence { text } else { nil }
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

extension FigureText {
    /// Returns the shortest decimal that reads back as `number`, with digits grouped.
    package static func asStated(_ number: Double) -> String {
        decimal(number).map { asStated.text(of: $0) } ?? number.description
    }

    /// Returns the shortest decimal that reads back as `number`, for programs.
    package static func plain(_ number: Double) -> String {
        decimal(number)?.description ?? number.description
    }

    private static func decimal(_ number: Double) -> ExactDecimal? {
        try? ExactDecimal(nearest: number, places: ExactDecimal.carriedPlaces)
    }
}

extension Cell {
    /// Returns a number with the decimals it has.
    package static func asStated(_ number: Double) -> Cell {
        .number(shown: FigureText.asStated(number), data: FigureText.plain(number))
    }
}
