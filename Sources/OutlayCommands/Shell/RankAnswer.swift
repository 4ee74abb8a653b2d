import Outlay

/// What `rank` has to say of a ranking.
struct RankAnswer {
    /// The table's path.
    let table: String
    /// The ranked rows.
    let ranking: TableRanking
    /// What they are ranked by.
    let criteria: [TableRanking.Criterion]
    /// The method with its settings.
    let choice: MethodChoice
    /// The index of the column that names the rows, nil where lines do.
    let key: Int?

    /// The most rows that a remark names for people.
    private static let mostNames = 12

    // MARK: - For people

    /// The best rows, what the method says of some, and the figures on the way where they were asked for.
    var report: Report {
        let name = key.map { Column(ranking.columns[$0], widthHint: 48) } ?? .number("Line")
        let places = StepTables.scorePlaces(for: ranking.rows.map(\.score))
        let shown = Table(
            columns: [.number("Rank"), name, .number("Score")]
                + criteria.map { .number($0.column) },
            rows: ranking.rows.map { row in
                let label: Cell = key.map { .text(row.cells[$0]) } ?? .count(row.line)
                return Row(
                    [
                        .count(row.rank), label,
                        .number(row.score, places: places, dataPlaces: max(6, places)),
                    ] + indices.map { .number(shown: row.cells[$0], data: row.cells[$0]) })
            },
            note: notes.isEmpty ? nil : notes.joined(separator: " "))
        let remarks = ranking.remarks.map { RichText(sentence($0)) }
        return Report(
            title: "\(table) by \(choice.titleInSentence)",
            subtitle: ranking.counts.sentence(columns: ranking.columns, kept: "ranked"),
            summary: [.table(shown)] + (remarks.isEmpty ? [] : [.list(remarks)]),
            sections: ranking.steps.isEmpty
                ? []
                : [
                    ReportSection(
                        id: "steps", title: "How the scores come about", blocks: steps.blocks)
                ])
    }

    private var notes: [String] {
        [
            ranking.higherIsBetter ? nil : "Lower scores are better.",
            ranking.rows.count < ranking.counts.kept
                ? "The best \(ranking.rows.count) of \(ranking.counts.kept) rows." : nil,
        ].compactMap(\.self)
    }

    private var indices: [Int] {
        criteria.compactMap { ranking.columns.firstIndex(of: $0.column) }
    }

    private var steps: StepTables {
        StepTables(
            ranking.steps, criteria: criteria.map(\.column),
            shown: ranking.rows.map { ($0.index, name(line: $0.line, $0.cells)) },
            optionCount: ranking.counts.kept)
    }

    private func name(line: Int, _ cells: [String]) -> String {
        key.map { cells[$0] } ?? "line \(line)"
    }

    private func sentence(_ remark: TableRanking.Remark) -> String {
        guard !remark.rows.isEmpty else { return remark.text }
        let names = remark.rows.prefix(Self.mostNames).map { name(line: $0.line, $0.cells) }
        let rest = remark.rows.count - names.count
        return "\(remark.text): \(names.joined(separator: ", "))"
            + (rest > 0 ? " and \(rest) more" : "")
    }

    // MARK: - What else to know

    /// The scales that the rows themselves set.
    var findings: [Problem] {
        let open = zip(criteria, ranking.ends).filter { $0.0.scale == nil }
        guard ranking.columnInputs.contains(.scale), !open.isEmpty else { return [] }
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

    // MARK: - For programs

    /// The result; with the figures on the way where they were asked for.
    func json(explaining: Bool) -> JSONValue {
        [
            "method": .string(ranking.method.identifier),
            "settings": MethodJSON.settings(of: choice),
            "higher_is_better": .bool(ranking.higherIsBetter),
            "criteria": .array(zip(criteria, ranking.ends).map { Self.json($0, ends: $1) }),
            "counts": ranking.counts.json(columns: ranking.columns),
            "rows": .array(
                ranking.rows.map { row in
                    [
                        "rank": .integer(row.rank), "line": .integer(row.line),
                        "key": .string(orNull: key.map { row.cells[$0] }),
                        "score": .string(MethodJSON.score(row.score)),
                        "values": .strings(indices.map { row.cells[$0] }),
                    ]
                }),
            "remarks": .array(
                ranking.remarks.map { remark in
                    [
                        "text": .string(remark.text),
                        "rows": .array(
                            remark.rows.map { row in
                                [
                                    "line": .integer(row.line),
                                    "key": .string(orNull: key.map { row.cells[$0] }),
                                ]
                            }),
                    ]
                }),
            "steps": explaining ? steps.json : .null,
        ]
    }

    private static func json(
        _ criterion: TableRanking.Criterion, ends: (low: String, high: String)
    ) -> JSONValue {
        [
            "column": .string(criterion.column),
            "weight": .string(criterion.weight.description),
            "direction": .string(criterion.direction.rawValue),
            "scale": criterion.scale.map {
                [
                    "worst": .string($0.worst.description), "best": .string($0.best.description),
                ]
            } ?? .null,
            "preference": .string(orNull: criterion.preference?.inWords),
            "veto": .string(orNull: criterion.veto.map { FigureText.plain($0) }),
            "least": .string(ends.low),
            "largest": .string(ends.high),
        ]
    }
}
