import ArgumentParser
import Outlay

/// `outlay rank`: the best rows of any table by weighted criteria.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Rank the rows of a CSV or JSON table by weighted columns.",
        discussion: """
            outlay rank prices.csv --weight price=40:min --weight ssj=60 --where 'currency=USD'

            Weights total exactly 1 or exactly 100. A scale that is not stated by --scale runs from the worst \
            to the best of the rows, which is said.
            """)

    @Argument(help: "The table: CSV, or a JSON array of flat objects (.json).")
    var table: String

    @Option(
        help: ArgumentHelp(
            "A column, its weight, and whether less is better (min) or more (max, the default); repeatable.",
            valueName: "column=weight[:min]"))
    var weight: [String] = []

    @Option(
        help: ArgumentHelp(
            "The ends of a column's scale; repeatable.", valueName: "column=worst..best"))
    var scale: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Conditions that rows must meet, such as 'vcpu>=8 region!=x'.",
            valueName: "conditions"))
    var conditions = ""

    @Option(help: "The scoring method.")
    var method = "weighted-sum"

    @Option(help: "The most rows shown.")
    var top = 10

    @Option(help: ArgumentHelp("The column that names the rows shown.", valueName: "column"))
    var key: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "rank") { _ in
            let criteria = try RankCriteria(weights: weight, scales: scale).list
            let method = try AllMethods.method(named: method)
            let filter = try RowFilter(parsing: conditions, argument: "--where")
            try RowLimit.check(top)
            let numbers = try Console.showing("Reading \(table)") { () throws(Problem) in
                try NumberTable(
                    path: table,
                    bytes: try FileAccess.read(table, limit: FileAccess.tableLimit),
                    wanted: criteria.map { ($0.column, "--weight") }, filter: filter)
            }
            let keyIndex = try key.map { try index(of: $0, in: numbers.columns) }
            let ranking = try TableRanking(
                numbers, by: criteria, method: method, top: top)
            return Answer(
                schema: "rank", report: report(ranking, criteria, keyIndex),
                result: json(ranking, criteria, keyIndex),
                findings: ranking.findings(criteria),
                inputs: [numbers.digest])
        }
    }

    private func index(of name: String, in columns: [String]) throws(Problem) -> Int {
        if let index = columns.firstIndex(of: name) { return index }
        throw Problem(
            .unknownColumn, "there is no column \(Problem.quoted(name))", at: .argument("--key"),
            because: "the table's columns are \(columns.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: columns))
    }

    private func report(
        _ ranking: TableRanking, _ criteria: [TableRanking.Criterion], _ key: Int?
    ) -> Report {
        let indices = criteria.compactMap { ranking.columns.firstIndex(of: $0.column) }
        let name = key.map { Column(ranking.columns[$0], widthHint: 48) } ?? .number("Line")
        let shown = Table(
            columns: [.number("Rank"), name, .number("Score")]
                + criteria.map { .number($0.column) },
            rows: ranking.rows.map { row in
                let label: Cell = key.map { .text(row.cells[$0]) } ?? .count(row.line)
                return Row(
                    [.count(row.rank), label, .number(row.score, places: 4)]
                        + indices.map { .number(shown: row.cells[$0], data: row.cells[$0]) })
            },
            note: ranking.rows.count < ranking.counts.kept
                ? "The best \(ranking.rows.count) of \(ranking.counts.kept) rows." : nil)
        let counts = ranking.counts.sentence(columns: ranking.columns, kept: "ranked")
        return Report(
            title: "\(table) by \(ranking.method.title.lowercased())", subtitle: counts,
            summary: [.table(shown)])
    }

    private func json(
        _ ranking: TableRanking, _ criteria: [TableRanking.Criterion], _ key: Int?
    ) -> JSONValue {
        let indices = criteria.compactMap { ranking.columns.firstIndex(of: $0.column) }
        return [
            "method": .string(ranking.method.identifier),
            "criteria": .array(
                zip(criteria, ranking.ends).map { criterion, ends in
                    [
                        "column": .string(criterion.column),
                        "weight": .string(criterion.weight.description),
                        "direction": .string(criterion.direction.rawValue),
                        "scale": criterion.scale.map {
                            [
                                "worst": .string($0.worst.description),
                                "best": .string($0.best.description),
                            ]
                        } ?? .null,
                        "least": .string(ends.low),
                        "largest": .string(ends.high),
                    ]
                }),
            "counts": ranking.counts.json(columns: ranking.columns),
            "rows": .array(
                ranking.rows.map { row in
                    [
                        "rank": .integer(row.rank), "line": .integer(row.line),
                        "key": .string(orNull: key.map { row.cells[$0] }),
                        "score": .string(FigureText.data(row.score, places: 6)),
                        "values": .strings(indices.map { row.cells[$0] }),
                    ]
                }),
        ]
    }
}

/// The criteria that the options of `rank` state.
struct RankCriteria {
    /// The criteria, in the order of `--weight`.
    private(set) var list: [TableRanking.Criterion] = []

    /// Reads criteria.
    ///
    /// - Throws: ``ProblemCode/usage``, ``ProblemCode/weightTotal``, or what a number breaks.
    init(weights: [String], scales: [String]) throws(Problem) {
        guard !weights.isEmpty else {
            throw Problem(
                .usage, "no column to rank by", at: .argument("--weight"),
                because: "rows are ranked by one or more weighted columns",
                hint: "add `--weight price=60:min --weight speed=40`")
        }
        for text in weights { list.append(try Self.criterion(text)) }
        for (index, criterion) in list.enumerated()
        where list[..<index].contains(where: { $0.column == criterion.column }) {
            throw Problem(
                .duplicateIdentifier, "`\(criterion.column)` is weighted twice",
                at: .argument("--weight"), because: "each column counts once")
        }
        try list.requireWeightTotal()
        for text in scales { try apply(text) }
    }

    private static func criterion(_ text: String) throws(Problem) -> TableRanking.Criterion {
        let (column, value) = try split(text, "--weight", "write it such as `price=40:min`")
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        guard let direction = directions[parts.count > 1 ? String(parts[1]) : "max"],
            parts.count <= 2
        else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a weight", at: .argument("--weight"),
                because: "behind a weight stands nothing, :min or :max",
                hint: "write it such as `price=40:min`")
        }
        return TableRanking.Criterion(
            column: column, weight: try number(parts[0], "--weight"), direction: direction)
    }

    private static let directions: [String: Direction] = ["min": .lower, "max": .higher]

    private mutating func apply(_ text: String) throws(Problem) {
        let hint = "write it such as `price=500..100`, the worst first"
        let (column, value) = try Self.split(text, "--scale", hint)
        guard let index = list.firstIndex(where: { $0.column == column }) else {
            let names = list.map(\.column)
            throw Problem(
                .unknownColumn, "\(Problem.quoted(column)) has no weight", at: .argument("--scale"),
                because: "a scale belongs to a column that --weight names",
                hint: Suggestion.hint(for: column, among: names))
        }
        guard list[index].scale == nil else {
            throw Problem(
                .duplicateIdentifier, "`\(column)` has two scales", at: .argument("--scale"),
                because: "each column has one scale, and one of two would be lost without a word",
                hint: "keep one of them")
        }
        let ends = value.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a scale", at: .argument("--scale"),
                because: "a scale is its worst end, two points and its best end", hint: hint)
        }
        list[index].scale = TableRanking.Scale(
            worst: try Self.number(ends[0], "--scale"), best: try Self.number(ends[1], "--scale"))
    }

    private static func split(
        _ text: String, _ argument: String, _ hint: String
    ) throws(Problem) -> (column: String, value: Substring) {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) names no column and value",
                at: .argument(argument), because: "a column's name, `=` and a value belong here",
                hint: hint)
        }
        return (String(text[..<sign]), text[text.index(after: sign)...])
    }

    private static func number(
        _ text: Substring, _ argument: String
    ) throws(Problem) -> ExactDecimal {
        do {
            return try ExactDecimal(parsing: String(text))
        } catch {
            throw error.located(at: .argument(argument))
        }
    }
}

extension TableRanking {
    /// What a reader of the ranking must know: the scales that the rows themselves set.
    fileprivate func findings(_ criteria: [Criterion]) -> [Problem] {
        let open = zip(criteria, ends).filter { $0.0.scale == nil }
        guard !open.isEmpty else { return [] }
        let scales = open.map { criterion, ends in
            "`\(criterion.column)` from \(ends.low) to \(ends.high)"
        }
        return [
            Problem(
                .dataScale, "scales run between the ends of the rows themselves",
                because: scales.joined(separator: ", ") + "; another row may change every score",
                hint: "state what counts by --scale column=worst..best")
        ]
    }
}

extension RankCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "ranking", "The best rows of a table.",
        [
            Field("method", .text(), "The scoring method.", required: true),
            Field(
                "criteria", .list(of: .object(criterionShape)), "What rows are ranked by.",
                required: true),
            Field(
                "counts", .object(RowCounts.resultShape), "What became of the rows.",
                required: true),
            Field("rows", .list(of: .object(rowShape)), "The best rows first.", required: true),
        ])

    private static let criterionShape = ObjectShape(
        "ranking criterion", "A column with its weight.",
        [
            Field("column", .text(), "The column's name.", required: true),
            Field("weight", .text(), "The weight as given.", required: true),
            Field("direction", .choice(["higher", "lower"]), "What is better.", required: true),
            Field(
                "scale",
                .object(
                    ObjectShape(
                        "stated scale", "The ends of a scale.",
                        [
                            Field("worst", .text(), "Of no worth.", required: true),
                            Field("best", .text(), "Of full worth.", required: true),
                        ])),
                "The stated scale; null where the rows set it."),
            Field("least", .text(), "The least number of the ranked rows.", required: true),
            Field("largest", .text(), "The largest number of the ranked rows.", required: true),
        ])

    private static let rowShape = ObjectShape(
        "ranked row", "One row with its rank.",
        [
            Field(
                "rank", .integer(1...Int.max), "1 the best; equal scores share the smaller.",
                required: true),
            Field("line", .integer(1...Int.max), "The line of the file.", required: true),
            Field("key", .text(), "The cell of the column that --key names; null without it."),
            Field("score", .text(), "The score.", required: true),
            Field(
                "values", .list(of: .text()), "The cells of the criteria, in their order.",
                required: true),
        ])
}
