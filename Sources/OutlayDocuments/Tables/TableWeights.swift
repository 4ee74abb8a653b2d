import OutlayDecisions
import OutlayProblems
import OutlayValues

/// The weights of some columns of a table.
package struct TableWeights: Sendable {
    /// A column with its direction.
    package struct Column: Sendable, Hashable {
        /// The column's name.
        package var name: String
        /// Whether more or less is better.
        package var direction: Direction

        /// Creates a column.
        package init(name: String, direction: Direction) {
            self.name = name
            self.direction = direction
        }
    }

    /// The columns.
    package let columns: [Column]
    /// How they were weighed.
    package let weighting: LevelWeighting
    /// The least and the largest number of each column among the kept rows.
    package let ends: [(low: ExactDecimal, high: ExactDecimal)]

    /// Weighs the columns of the kept rows of `table`.
    ///
    /// - Parameters:
    ///   - table: The numbers of the columns, in their order.
    ///   - columns: The columns.
    ///   - method: The weighting.
    ///   - stated: What people stated; nil for a weighting that takes the numbers themselves.
    /// - Throws: ``ProblemCode/noRows`` when no row was kept, or what the weighting refuses.
    package init(
        _ table: NumberTable, columns: [Column], by method: any Weighting.Type,
        from stated: WeightingEvidence? = nil
    ) throws(Problem) {
        guard table.counts.kept > 0 else {
            throw Problem(
                .noRows, "no row is left to weigh by",
                because: "of \(table.counts.read) rows read, none meets every condition and has a "
                    + "number in every column",
                hint: "check the conditions and the columns")
        }
        let matrix = try DecisionMatrix(
            columns: columns.map {
                DecisionMatrix.Column(name: $0.name, direction: $0.direction, weight: 1)
            }, cells: table.numbers)
        let names = columns.map(\.name)
        self.columns = columns
        weighting = LevelWeighting(
            group: nil, method: method.descriptor, criteria: names,
            weights: try method.weights(of: names, from: stated ?? .table(matrix)))
        var ends: [(low: ExactDecimal, high: ExactDecimal)] = []
        for column in columns.indices {
            var (low, high) = (table.numbers[column], table.numbers[column])
            for index in stride(from: column, to: table.numbers.count, by: columns.count) {
                low = min(low, table.numbers[index])
                high = max(high, table.numbers[index])
            }
            ends.append(
                (
                    try ExactDecimal(nearest: low, places: ExactDecimal.carriedPlaces),
                    try ExactDecimal(nearest: high, places: ExactDecimal.carriedPlaces)
                ))
        }
        self.ends = ends
    }
}
