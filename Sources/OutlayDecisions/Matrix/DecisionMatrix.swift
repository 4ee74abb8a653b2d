import OutlayProblems

/// A checked table of options and criteria, as the scoring methods take it.
public struct DecisionMatrix: Sendable, Hashable {
    /// The criteria, at least one, with weights that total 1.
    public let columns: [Column]
    /// The count of options.
    public let rowCount: Int
    /// The performances row by row, `rowCount` × `columns.count`, within ``largestMagnitude``.
    public let cells: [Double]
    /// The options' names as problems quote them; empty where rows are known by their number.
    public let rowNames: [String]

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
        /// When a difference counts, for methods that compare options in pairs; nil leaves it to them.
        public var preference: PreferenceFunction?
        /// The disadvantage, above 0, from which no other criterion can make up for this one; nil is none.
        public var veto: Double?

        /// Creates a criterion.
        public init(
            name: String, direction: Direction, weight: Double, scale: Scale? = nil,
            preference: PreferenceFunction? = nil, veto: Double? = nil
        ) {
            self.name = name
            self.direction = direction
            self.weight = weight
            self.scale = scale
            self.preference = preference
            self.veto = veto
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
    ///   - rowNames: The options' names, one per row; none leaves rows to be known by their number.
    /// - Throws: A ``Problem`` that names row and column: ``ProblemCode/wrongLength`` without a
    ///   column or ``ProblemCode/raggedRow`` with an incomplete row, ``ProblemCode/outOfRange`` for a cell,
    ///   weight or scale that is not finite or beyond ``largestMagnitude`` and for a negative weight,
    ///   ``ProblemCode/weightTotal`` where all weights are 0, ``ProblemCode/badScale``, or
    ///   ``ProblemCode/duplicateIdentifier``.
    /// - Complexity: O(*n*) in the number of cells; `cells` is not copied.
    public init(
        columns: [Column], cells: [Double], rowNames: [String] = []
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
            let row = Self.name(ofRow: cells.count / columns.count, among: rowNames)
            throw Problem(
                .raggedRow, "\(row) ends after \(cells.count % columns.count) cells",
                at: .part(row), because: "each row has \(columns.count) cells, one per criterion")
        }
        if let index = Self.firstUnusable(in: cells) {
            let row = Self.name(ofRow: index / columns.count, among: rowNames)
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
        self.rowNames = rowNames
        rowCount = cells.count / columns.count
        guard rowNames.isEmpty || rowNames.count == rowCount else {
            throw Problem(
                .wrongLength, "\(rowNames.count) names stand for \(rowCount) rows",
                because: "each row has one name")
        }
    }

    /// Returns the name of the row at `index`, such as "row 17" or "option `northwind`".
    public func name(ofRow index: Int) -> String { Self.name(ofRow: index, among: rowNames) }

    private static func name(ofRow index: Int, among names: [String]) -> String {
        names.indices.contains(index) ? "option `\(names[index])`" : "row \(index + 1)"
    }

    /// Returns the same options under the criteria `columns`, whose weights are rescaled to total 1.
    ///
    /// - Throws: What the initialiser says of the columns.
    public func with(columns: [Column]) throws(Problem) -> DecisionMatrix {
        try DecisionMatrix(columns: columns, cells: cells, rowNames: rowNames)
    }

    /// Returns the problem of a cell that a method cannot take.
    ///
    /// - Parameters:
    ///   - index: The cell's index in ``cells``.
    ///   - reason: The rule it breaks.
    ///   - hint: How to go on.
    /// - Returns: ``ProblemCode/outOfRange`` at the row and column.
    public func refusal(
        ofCell index: Int, because reason: String, hint: String? = nil
    ) -> Problem {
        let (row, column) = (
            name(ofRow: index / columns.count), columns[index % columns.count].name
        )
        return Problem(
            .outOfRange, "`\(column)` of \(row) is \(cells[index])",
            at: .part("\(row), column `\(column)`"), because: reason, hint: hint)
    }

    private static func check(_ columns: [Column]) throws(Problem) {
        for column in columns { try column.check() }
        guard let name = firstRepeatedName(in: columns) else { return }
        throw Problem(
            .duplicateIdentifier, "two criteria are called `\(name)`",
            at: .part("column `\(name)`"), because: "a name is unique within its table")
    }

    private static func firstRepeatedName(in columns: [Column]) -> String? {
        // Comparing the names of a usual table in pairs costs less than hashing them.
        guard columns.count > 32 else {
            for (index, column) in columns.enumerated()
            where columns[..<index].contains(where: { $0.name == column.name }) {
                return column.name
            }
            return nil
        }
        var names = Set<String>(minimumCapacity: columns.count)
        return columns.first { !names.insert($0.name).inserted }?.name
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

extension DecisionMatrix.Column {
    /// Where a problem says it is.
    var place: Location { .part("column `\(name)`") }

    /// Throws the first thing that makes the column unfit to score by.
    fileprivate func check() throws(Problem) {
        let largest = DecisionMatrix.largestMagnitude
        guard weight >= 0, weight <= largest else {
            throw Problem(
                .outOfRange, "the weight of `\(name)` is \(weight)", at: place,
                because: "a weight is a number from 0 to 1e150")
        }
        try preference?.check(of: name, at: place)
        try checkVeto()
        guard let scale else { return }
        guard [scale.worst, scale.best].allSatisfy({ $0.magnitude <= largest }) else {
            throw Problem(
                .outOfRange, "the scale of `\(name)` runs from \(scale.worst) to \(scale.best)",
                at: place, because: "the ends of a scale are at most 1e150 in magnitude")
        }
        guard scale.best != scale.worst else {
            throw Problem(
                .badScale, "the scale of `\(name)` cannot be used", at: place,
                because: ValueFunctionFault.flat.reason)
        }
        guard (scale.worst < scale.best) == (direction == .higher) else {
            throw Problem(
                .badScale, "the scale of `\(name)` cannot be used", at: place,
                because: ValueFunctionFault.againstDirection(direction).reason)
        }
    }

    private func checkVeto() throws(Problem) {
        guard let veto else { return }
        guard veto > 0, veto <= DecisionMatrix.largestMagnitude else {
            throw Problem(
                .outOfRange, "the veto threshold of `\(name)` is \(veto)", at: place,
                because: "a veto threshold is a number above 0, at most 1e150")
        }
        guard veto >= preference?.full ?? 0 else {
            throw Problem(
                .outOfRange, "the veto threshold of `\(name)` is \(veto)", at: place,
                because: "it is no smaller than the difference from which a preference is full")
        }
    }
}
