import OutlayProblems

/// A checked table of options and criteria, as the scoring methods take it.
public struct DecisionMatrix: Sendable, Hashable {
    /// The criteria, at least one, with weights that total 1.
    public let columns: [Column]
    /// The count of options.
    public let rowCount: Int
    /// The performances row by row, `rowCount` × `columns.count`, within ``largestMagnitude``.
    public let cells: [Double]

    /// The largest cell, weight and end of a scale, so that no square and no sum is infinite.
    public static let largestMagnitude = 1e150

    /// One criterion of a table.
    public struct Column: Sendable, Hashable {
        /// The criterion's name as problems quote it.
        public var name: String
        /// Whether more or less is better.
        public var direction: Direction
        /// The weight, 0 or more; a matrix keeps it as a fraction of the sum.
        public var weight: Double
        /// The stated ends of the scale, or nil to leave them to the method.
        public var scale: Scale?

        /// Creates a criterion.
        public init(name: String, direction: Direction, weight: Double, scale: Scale? = nil) {
            self.name = name
            self.direction = direction
            self.weight = weight
            self.scale = scale
        }
    }

    /// The ends of a criterion's scale, in the criterion's unit.
    public struct Scale: Sendable, Hashable {
        /// The performance of no worth.
        public var worst: Double
        /// The performance of full worth.
        public var best: Double

        /// Creates a scale.
        public init(worst: Double, best: Double) {
            self.worst = worst
            self.best = best
        }
    }

    /// Checks a table and rescales its weights to total 1.
    ///
    /// - Parameters:
    ///   - columns: The criteria, at least one.
    ///   - cells: The performances row by row; a whole number of rows.
    ///   - rowName: What a problem calls the row of an index, such as "row 17".
    /// - Throws: A ``Problem`` that names row and column: ``ProblemCode/wrongLength`` without a
    ///   column or ``ProblemCode/raggedRow`` with an incomplete row, ``ProblemCode/outOfRange`` for a cell,
    ///   weight or scale that is not finite or beyond ``largestMagnitude`` and for a negative weight,
    ///   ``ProblemCode/weightTotal`` where all weights are 0, ``ProblemCode/badScale``, or
    ///   ``ProblemCode/duplicateIdentifier``.
    /// - Complexity: O(*n*) in the number of cells; `cells` is not copied.
    public init(
        columns: [Column], cells: [Double],
        rowName: (_ index: Int) -> String = { "row \($0 + 1)" }
    ) throws(Problem) {
        guard !columns.isEmpty else {
            throw Problem(
                .wrongLength, "the table has no criterion",
                because: "options are scored on one or more criteria")
        }
        try Self.check(columns)
        let total = columns.reduce(0) { $0 + $1.weight }
        guard total > 0 else {
            throw Problem(
                .weightTotal, "weights total \(total)",
                because: "at least one weight is above 0")
        }
        guard cells.count.isMultiple(of: columns.count) else {
            let row = rowName(cells.count / columns.count)
            throw Problem(
                .raggedRow, "\(row) ends after \(cells.count % columns.count) cells",
                at: .part(row), because: "each row has \(columns.count) cells, one per criterion")
        }
        if let index = Self.firstUnusable(in: cells) {
            let row = rowName(index / columns.count)
            let column = columns[index % columns.count].name
            throw Problem(
                .outOfRange, "`\(column)` of \(row) is \(cells[index])",
                at: .part("\(row), column `\(column)`"),
                because: "every cell is a number of at most 1e150 in magnitude",
                hint: "leave the row out, or give the performance")
        }
        self.columns = columns.map { column in
            var copy = column
            copy.weight /= total
            return copy
        }
        self.cells = cells
        rowCount = cells.count / columns.count
    }

    private static func check(_ columns: [Column]) throws(Problem) {
        var names: Set<String> = []
        for column in columns {
            let (name, weight) = (column.name, column.weight)
            let place = Location.part("column `\(name)`")
            guard names.insert(name).inserted else {
                throw Problem(
                    .duplicateIdentifier, "two criteria are called `\(name)`", at: place,
                    because: "a name is unique within its table")
            }
            guard weight >= 0, weight <= largestMagnitude else {
                throw Problem(
                    .outOfRange, "the weight of `\(name)` is \(weight)", at: place,
                    because: "a weight is a number from 0 to 1e150")
            }
            guard let scale = column.scale else { continue }
            guard [scale.worst, scale.best].allSatisfy({ $0.magnitude <= largestMagnitude }) else {
                throw Problem(
                    .outOfRange, "the scale of `\(name)` runs from \(scale.worst) to \(scale.best)",
                    at: place, because: "the ends of a scale are at most 1e150 in magnitude")
            }
            guard scale.best != scale.worst else {
                throw Problem(
                    .badScale, "the scale of `\(name)` cannot be used", at: place,
                    because: ValueFunctionFault.flat.reason)
            }
            guard (scale.worst < scale.best) == (column.direction == .higher) else {
                throw Problem(
                    .badScale, "the scale of `\(name)` cannot be used", at: place,
                    because: ValueFunctionFault.againstDirection(column.direction).reason)
            }
        }
    }

    private static func firstUnusable(in cells: [Double]) -> Int? {
        // Scaled past the largest double, what is too large turns infinite, and infinite times 0 is
        // not a number: one sum without a branch settles the common case.
        let scale = Double.greatestFiniteMagnitude / largestMagnitude
        let probe = cells.withUnsafeBufferPointer { cells in
            var probe = 0.0
            for cell in cells { probe += cell * scale * 0 }
            return probe
        }
        guard probe != 0 else { return nil }
        return cells.firstIndex { !($0.magnitude <= largestMagnitude) }
    }
}
