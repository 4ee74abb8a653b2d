import OutlayDecisions
import OutlayProblems
import OutlayValues

/// The rows of a table, ranked by some of its columns.
package struct TableRanking {
    /// A column that rows are ranked by.
    package struct Criterion: Sendable, Hashable {
        /// The column's name.
        package var column: String
        /// The weight, as it was given.
        package var weight: ExactDecimal
        /// Whether more or less is better.
        package var direction: Direction
        /// The stated ends of the scale, or nil to take those of the rows.
        package var scale: Scale?
        /// When a difference counts, for methods that compare rows in pairs.
        package var preference: PreferenceFunction?
        /// The disadvantage from which no other column can make up for this one.
        package var veto: Double?

        /// Creates a criterion.
        package init(
            column: String, weight: ExactDecimal, direction: Direction, scale: Scale? = nil,
            preference: PreferenceFunction? = nil, veto: Double? = nil
        ) {
            self.column = column
            self.weight = weight
            self.direction = direction
            self.scale = scale
            self.preference = preference
            self.veto = veto
        }

        fileprivate var matrixColumn: DecisionMatrix.Column {
            DecisionMatrix.Column(
                name: column, direction: direction, weight: weight.doubleValue,
                scale: scale.map {
                    DecisionMatrix.Scale(worst: $0.worst.doubleValue, best: $0.best.doubleValue)
                }, preference: preference, veto: veto)
        }
    }

    /// The ends of a scale.
    package struct Scale: Sendable, Hashable {
        /// The number of no worth.
        package var worst: ExactDecimal
        /// The number of full worth.
        package var best: ExactDecimal

        /// Creates a scale.
        package init(worst: ExactDecimal, best: ExactDecimal) {
            self.worst = worst
            self.best = best
        }
    }

    /// One row of the answer.
    package struct Row: Sendable, Hashable {
        /// The rank, 1 the best; equal scores share the smaller one.
        package var rank: Int
        /// The row's index among those ranked.
        package var index: Int
        /// The line of the file that the row begins on.
        package var line: Int
        /// The score.
        package var score: Double
        /// All cells of the row.
        package var cells: [String]
    }

    /// What the method says of some rows beside their scores.
    package struct Remark: Sendable, Hashable {
        /// What is said.
        package var text: String
        /// The lines of the rows it is said of, with all their cells.
        package var rows: [RemarkRow]
    }

    /// A row that something is said of.
    package struct RemarkRow: Sendable, Hashable {
        /// The line of the file that the row begins on.
        package var line: Int
        /// All cells of the row.
        package var cells: [String]
    }

    /// The best rows, best first.
    package let rows: [Row]
    /// The names of the file's columns.
    package let columns: [String]
    /// What became of the rows.
    package let counts: RowCounts
    /// The method.
    package let method: MethodDescriptor
    /// What the method, as it is set, takes from a column.
    package let columnInputs: Set<ColumnInput>
    /// Whether the highest score is the best, or the lowest.
    package let higherIsBetter: Bool
    /// What the method says beside the scores.
    package let remarks: [Remark]
    /// The figures on the way to the scores of all kept rows, where they were asked for.
    package let steps: [MethodStep]
    /// The least and the largest number of each criterion among the kept rows.
    package let ends: [(low: String, high: String)]

    /// The most rows that ``steps`` are made of: a table of pairs grows with their square.
    package static let mostExplainedRows = 2000

    /// Ranks the kept rows of a table.
    ///
    /// - Parameters:
    ///   - table: The numbers of the criteria, in the criteria's order.
    ///   - criteria: The criteria; their weights total 1 or 100.
    ///   - method: How rows are scored.
    ///   - count: How many rows the answer has at most.
    ///   - key: The index of the column that problems name rows by; nil names them by their lines.
    ///   - explaining: Whether to keep the figures on the way.
    /// - Throws: ``ProblemCode/noRows`` when no row was kept, ``ProblemCode/usage`` where too many are to be
    ///   explained, or what the method refuses.
    package init(
        _ table: NumberTable, by criteria: [Criterion], method: any ScoringMethod, top count: Int,
        namedBy key: Int? = nil, explaining: Bool = false
    ) throws(Problem) {
        guard table.counts.kept > 0 else {
            throw Problem(
                .noRows, "no row is left to rank",
                because: "of \(table.counts.read) rows read, none meets every condition and has a "
                    + "number in every criterion",
                hint: "check the conditions and the columns of the criteria")
        }
        guard !explaining || table.counts.kept <= Self.mostExplainedRows else {
            throw Problem(
                .usage, "\(table.counts.kept) rows are too many to explain",
                at: .argument("--explain"),
                because: "at most \(Self.mostExplainedRows) are, for a table of pairs grows with "
                    + "the square of the rows", hint: "narrow the rows by `--where`")
        }
        let result: MethodResult
        do {
            (result, steps) = try Self.score(table, by: criteria, method, explaining, names: [])
        } catch {
            // Names cost time and room, so that rows get theirs only where one is to be named.
            let names = try Self.names(of: table, by: key)
            _ = try Self.score(table, by: criteria, method, explaining, names: names)
            throw error
        }
        let top = result.top(count)
        let scores = top.map { result.scores[$0] }
        // The best rows hold all that are better than any of them, so that their ranks are those of all.
        let ranks = Ranking.competition(scores: scores, higherIsBetter: result.higherIsBetter)
        let texts = try table.rows(top)
        rows = top.indices.map { index in
            Row(
                rank: ranks[index], index: top[index], line: texts[index].line,
                score: scores[index], cells: texts[index].cells)
        }
        remarks = try Self.remarks(result.remarks, in: table)
        self.columns = table.columns
        counts = table.counts
        self.method = type(of: method).descriptor
        columnInputs = method.columnInputs
        higherIsBetter = result.higherIsBetter
        ends = Self.ends(of: table.numbers, columns: criteria.count)
    }

    private static func score(
        _ table: NumberTable, by criteria: [Criterion], _ method: any ScoringMethod,
        _ explaining: Bool, names: [String]
    ) throws(Problem) -> (MethodResult, [MethodStep]) {
        let matrix = try DecisionMatrix(
            columns: criteria.map(\.matrixColumn), cells: table.numbers, rowNames: names)
        let result = try method.scores(of: matrix)
        return (result, explaining ? try method.steps(for: matrix) : [])
    }

    private static func remarks(
        _ remarks: [MethodRemark], in table: NumberTable
    ) throws(Problem) -> [Remark] {
        var list: [Remark] = []
        for remark in remarks {
            let rows = try table.rows(remark.options)
            list.append(
                Remark(
                    text: remark.text,
                    rows: rows.map { RemarkRow(line: $0.line, cells: $0.cells) }))
        }
        return list
    }

    private static func names(
        of table: NumberTable, by key: Int?
    ) throws(Problem) -> [String] {
        try table.rows(Array(0..<table.counts.kept)).map { row in
            key.map { row.cells[$0] } ?? "line \(row.line)"
        }
    }

    private static func ends(
        of numbers: [Double], columns: Int
    ) -> [(low: String, high: String)] {
        (0..<columns).map { column in
            var (low, high) = (numbers[column], numbers[column])
            for index in stride(from: column, to: numbers.count, by: columns) {
                low = min(low, numbers[index])
                high = max(high, numbers[index])
            }
            return (text(of: low), text(of: high))
        }
    }

    /// Returns the shortest decimal that reads back as `number`.
    private static func text(of number: Double) -> String {
        (try? ExactDecimal(nearest: number, places: ExactDecimal.carriedPlaces))?.description
            ?? number.description
    }
}
