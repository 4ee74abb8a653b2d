import OutlayProblems

/// The performances that weights are taken from, column by column.
struct SpreadTable {
    /// One criterion.
    struct Column {
        /// Its name.
        let name: String
        /// Whether more or less is better.
        let direction: Direction
        /// The performances, in the order of the options.
        let values: [Double]
        /// The least of them.
        let low: Double
        /// The largest of them.
        let high: Double

        /// Whether all options perform alike.
        var isConstant: Bool { low == high }
        /// The mean.
        var mean: Double { values.reduce(0, +) / Double(values.count) }
        /// The sample standard deviation, with n − 1; 0 where all options perform alike.
        var deviation: Double { SpreadTable.deviation(of: values, isConstant: isConstant) }

        /// The performances from 0 for the worst to 1 for the best of the options.
        var minMax: [Double] {
            let width = high - low
            return values.map {
                guard width > 0 else { return 0 }
                return (direction == .higher ? $0 - low : high - $0) / width
            }
        }
    }

    let matrix: DecisionMatrix
    let columns: [Column]

    /// Takes the table of `evidence` apart.
    ///
    /// - Throws: The refusal of evidence that is no table, ``ProblemCode/wrongLength`` for fewer than two
    ///   options, and ``ProblemCode/unknownReference`` where its criteria are not `criteria`.
    init<Method: Weighting>(
        _ evidence: WeightingEvidence, of criteria: [String], for method: Method.Type
    ) throws(Problem) {
        guard case .table(let matrix) = evidence else { throw method.refusal(of: evidence) }
        try criteria.requireEach(in: matrix.columns.map(\.name), have: "performances")
        guard criteria == matrix.columns.map(\.name) else {
            throw Problem(
                .wrongLength, "the criteria and the columns of the table stand in another order",
                because: "weights are in the order of the table's columns")
        }
        guard matrix.rowCount > 1 else {
            throw Problem(
                .wrongLength,
                "\(matrix.rowCount == 1 ? "one option says" : "no options say") "
                    + "nothing of how far options lie apart",
                because: "weights from data compare two options or more")
        }
        self.matrix = matrix
        columns = zip(matrix.columns.indices, matrix.columnEnds()).map { index, ends in
            Column(
                name: matrix.columns[index].name, direction: matrix.columns[index].direction,
                values: stride(from: index, to: matrix.cells.count, by: matrix.columns.count)
                    .map { matrix.cells[$0] },
                low: ends.low, high: ends.high)
        }
    }

    /// Throws ``ProblemCode/outOfRange`` at the row and column of the first performance that `isUsable` refuses.
    func require(_ isUsable: (Double) -> Bool, because reason: String) throws(Problem) {
        if let index = matrix.cells.firstIndex(where: { !isUsable($0) }) {
            throw matrix.refusal(
                ofCell: index, because: reason,
                hint: "use a weighting that takes such numbers, such as `critic`")
        }
    }

    /// Throws ``ProblemCode/outOfRange`` for the first column that `isUsable` refuses.
    func requireColumns(
        _ isUsable: (Column) -> Bool, _ what: String, because reason: String
    ) throws(Problem) {
        for (column, stated) in zip(columns, matrix.columns) where !isUsable(column) {
            throw Problem(
                .outOfRange, "`\(column.name)` \(what)", at: stated.place, because: reason,
                hint: "use a weighting that takes such numbers, such as `critic`")
        }
    }

    /// Returns the weights in proportion to `figures`, with a remark on columns that do not differ.
    ///
    /// A criterion on its own has all the weight.
    ///
    /// - Throws: ``ProblemCode/weightTotal`` where every figure is 0.
    func weights(
        _ figures: [Double], remarks: [String] = [],
        orBecause reason: String = "the options do not differ on any criterion"
    ) throws(Problem) -> DerivedWeights {
        let constant = columns.filter(\.isConstant).map { "`\($0.name)`" }
        let remark =
            constant.isEmpty
            ? [] : ["all options perform alike on \(constant.list("and")), which has no weight"]
        return try DerivedWeights(
            columns.count == 1 ? [1] : figures,
            remarks: (columns.count == 1 ? [] : remark) + remarks, orBecause: reason)
    }

    static func deviation(of values: [Double], isConstant: Bool) -> Double {
        guard !isConstant, values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
