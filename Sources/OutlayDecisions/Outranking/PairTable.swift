import OutlayProblems

/// A figure for each ordered pair of options, such as how far one outranks another.
public struct PairTable: Sendable, Hashable {
    /// How many options there are.
    public let count: Int
    /// The figures row by row, `count` × `count`; the row is the first option of the pair.
    public let values: [Double]

    /// The most figures that the tables of one calculation hold together: 2 000 options by 2 000, four
    /// times over.
    public static let largestSize = 16_000_000

    /// Creates the table of `count` options from `value`, which takes the first and the second of a pair.
    ///
    /// - Complexity: O(*n*²) in the number of options.
    init(count: Int, value: (_ first: Int, _ second: Int) -> Double) {
        self.count = count
        values = [Double](unsafeUninitializedCapacity: count * count) { values, initialized in
            for first in 0..<count {
                for second in 0..<count {
                    values.initializeElement(at: first * count + second, to: value(first, second))
                }
            }
            initialized = count * count
        }
    }

    /// Creates a table from figures given row by row.
    ///
    /// - Throws: ``ProblemCode/raggedRow`` for a row that has not one figure per option,
    ///   ``ProblemCode/outOfRange`` for a figure that is not a finite number.
    /// - Complexity: O(*n*²) in the number of options.
    public init(rows: [[Double]]) throws(Problem) {
        for (index, row) in rows.enumerated() {
            let place = Location.part("row \(index + 1)")
            guard row.count == rows.count else {
                throw Problem(
                    .raggedRow, "row \(index + 1) has \(row.count) figures", at: place,
                    because: "a table over pairs of \(rows.count) options has \(rows.count) a row")
            }
            for figure in row where !figure.isFinite {
                throw Problem(
                    .outOfRange, "row \(index + 1) holds \(figure)", at: place,
                    because: "every figure is a finite number")
            }
        }
        count = rows.count
        values = rows.flatMap(\.self)
    }

    /// The figure of the pair; both options are below ``count``.
    public subscript(first: Int, second: Int) -> Double { values[first * count + second] }

    /// The figures as rows, one per option.
    public var rows: [[Double]] {
        (0..<count).map { Array(values[$0 * count..<($0 + 1) * count]) }
    }

    /// Throws ``ProblemCode/tooLarge`` where `tables` tables of the pairs of `matrix` are more than fit.
    static func requireRoom(for matrix: DecisionMatrix, tables: Int = 1) throws(Problem) {
        let count = matrix.rowCount
        let (pairs, overflow) = count.multipliedReportingOverflow(by: count)
        guard !overflow, pairs <= largestSize / max(tables, 1) else {
            throw Problem(
                .tooLarge, "\(count) options are too many to compare in pairs",
                because: "the tables over pairs hold at most \(largestSize) figures together",
                hint: "drop options by knock-outs or by dominance first")
        }
    }
}
