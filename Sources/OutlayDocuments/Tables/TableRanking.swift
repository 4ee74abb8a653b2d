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

        /// Creates a criterion.
        package init(
            column: String, weight: ExactDecimal, direction: Direction, scale: Scale? = nil
        ) {
            self.column = column
            self.weight = weight
            self.direction = direction
            self.scale = scale
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
        /// The line of the file that the row begins on.
        package var line: Int
        /// The score.
        package var score: Double
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
    /// The least and the largest number of each criterion among the kept rows.
    package let ends: [(low: String, high: String)]

    /// Ranks the kept rows of a table.
    ///
    /// - Parameters:
    ///   - table: The numbers of the criteria, in the criteria's order.
    ///   - criteria: The criteria; their weights total 1 or 100.
    ///   - method: How rows are scored.
    ///   - count: How many rows the answer has at most.
    /// - Throws: ``ProblemCode/noRows`` when no row was kept, or what the method refuses.
    package init(
        _ table: NumberTable, by criteria: [Criterion], method: any ScoringMethod, top count: Int
    ) throws(Problem) {
        guard table.counts.kept > 0 else {
            throw Problem(
                .noRows, "no row is left to rank",
                because: "of \(table.counts.read) rows read, none meets every condition and has a "
                    + "number in every criterion",
                hint: "check the conditions and the columns of the criteria")
        }
        let matrix = try DecisionMatrix(
            columns: criteria.map { criterion in
                DecisionMatrix.Column(
                    name: criterion.column, direction: criterion.direction,
                    weight: criterion.weight.doubleValue,
                    scale: criterion.scale.map {
                        DecisionMatrix.Scale(
                            worst: $0.worst.doubleValue, best: $0.best.doubleValue)
                    })
            },
            cells: table.numbers)
        let result = try method.scores(of: matrix)
        let top = result.top(count)
        let scores = top.map { result.scores[$0] }
        // The best rows hold all that are better than any of them, so that their ranks are those of all.
        let ranks = Ranking.competition(scores: scores, higherIsBetter: result.higherIsBetter)
        let texts = try table.rows(top)
        rows = top.indices.map { index in
            Row(
                rank: ranks[index], line: texts[index].line, score: scores[index],
                cells: texts[index].cells)
        }
        columns = table.columns
        counts = table.counts
        self.method = type(of: method).descriptor
        ends = Self.ends(of: table.numbers, columns: criteria.count)
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
