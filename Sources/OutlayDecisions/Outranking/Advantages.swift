/// By how much one option of a table is better than another on each criterion.
///
/// A difference is taken to the fifteen digits of the largest performance on its criterion, so that
/// 1.1 − 1.0 is the 0.1 that a threshold of 0.1 means and not 0.10000000000000009.
struct Advantages: Sendable {
    /// How many options there are.
    private let count: Int
    /// The performances column by column, negated where less is better.
    private let cells: [Double]
    /// How the differences of each column are rounded.
    private let roundings: [Rounding]

    /// What takes a difference to the digits of its column.
    struct Rounding: Sendable {
        /// What turns the last digit into a whole number; 0 leaves differences alone.
        fileprivate let scale: Double

        @inline(__always)
        func callAsFunction(_ difference: Double) -> Double {
            // Next to 1.5 · 2^52 doubles are whole numbers, so the sum is rounded.
            scale > 0 ? (difference * scale + 0x1.8p52 - 0x1.8p52) / scale : difference
        }
    }

    /// Prepares the differences of `matrix`.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    init(in matrix: DecisionMatrix) {
        let width = matrix.columns.count
        count = matrix.rowCount
        cells = matrix.columns.enumerated().flatMap { index, column in
            let sign = column.direction == .higher ? 1.0 : -1
            return stride(from: index, to: matrix.cells.count, by: width).map {
                sign * matrix.cells[$0]
            }
        }
        roundings = matrix.columnEnds().map {
            Rounding(scale: Self.scale(of: max($0.low.magnitude, $0.high.magnitude)))
        }
    }

    /// Returns how much better the option `first` is than `second` on the criterion `column`, in its unit.
    func callAsFunction(_ first: Int, over second: Int, on column: Int) -> Double {
        roundings[column](cells[column * count + first] - cells[column * count + second])
    }

    /// Calls `body` with the performances on the criterion `column`, more being better, and the rounding
    /// of their differences.
    func withColumn(
        _ column: Int, _ body: (_ values: UnsafeBufferPointer<Double>, _ rounded: Rounding) -> Void
    ) {
        cells.withUnsafeBufferPointer { cells in
            let range = column * count..<(column + 1) * count
            body(UnsafeBufferPointer(rebasing: cells[range]), roundings[column])
        }
    }

    /// Returns the power of ten that makes `largest` a number of fifteen digits, or 0 beyond exact powers.
    private static func scale(of largest: Double) -> Double {
        guard largest >= 1e-8, largest < 1e15 else { return 0 }
        var scale = 1e22
        while largest * scale >= 1e15 { scale /= 10 }
        return scale
    }
}
