/// By how much one option of a table is better than another on each criterion.
///
/// A difference is taken to the fifteen digits of the largest performance on its criterion, so that
/// 1.1 − 1.0 is the 0.1 that a threshold of 0.1 means and not 0.10000000000000009.
struct Advantages: Sendable {
    /// How many criteria there are.
    let columnCount: Int
    /// The performances row by row, negated where less is better.
    private let cells: [Double]
    /// What turns the last digit of each column into a whole number; 0 leaves differences alone.
    private let scales: [Double]

    /// Prepares the differences of `matrix`.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    init(in matrix: DecisionMatrix) {
        let count = matrix.columns.count
        let signs = matrix.columns.map { $0.direction == .higher ? 1.0 : -1 }
        columnCount = count
        cells = matrix.cells.indices.map { signs[$0 % count] * matrix.cells[$0] }
        scales = matrix.columnEnds().map {
            Self.scale(of: max($0.low.magnitude, $0.high.magnitude))
        }
    }

    /// Returns how much better the option `first` is than `second` on the criterion `column`, in its unit.
    func callAsFunction(_ first: Int, over second: Int, on column: Int) -> Double {
        let difference = cells[first * columnCount + column] - cells[second * columnCount + column]
        let scale = scales[column]
        guard scale > 0 else { return difference }
        // Next to 1.5 · 2^52 doubles are whole numbers, so the sum is rounded.
        return (difference * scale + 0x1.8p52 - 0x1.8p52) / scale
    }

    /// Returns the power of ten that makes `largest` a number of fifteen digits, or 0 beyond exact powers.
    private static func scale(of largest: Double) -> Double {
        guard largest >= 1e-8, largest < 1e15 else { return 0 }
        var scale = 1e22
        while largest * scale >= 1e15 { scale /= 10 }
        return scale
    }
}
