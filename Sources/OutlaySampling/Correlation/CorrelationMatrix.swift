/// A checked table of correlations.
struct CorrelationMatrix: Sendable, Hashable {
    /// One row per input.
    let rows: [[Double]]

    /// How far below 0 rounding may leave the least eigenvalue.
    private static let slack = 1e-10

    /// Checks a table that a user states.
    init(checking rows: [[Double]]) throws(CorrelationFault) {
        guard rows.allSatisfy({ $0.count == rows.count }) else { throw .counts }
        for (row, cells) in rows.enumerated() {
            for (column, value) in cells.enumerated() {
                guard -1 <= value, value <= 1 else {
                    throw .outOfRange(row, column, value: value)
                }
                guard row != column || value == 1 else { throw .diagonal(row, value: value) }
                guard value == rows[column][row] else {
                    throw .asymmetric(min(row, column), max(row, column))
                }
            }
        }
        let (values, vectors) = Self.eigen(rows)
        if let least = values.indices.min(by: { values[$0] < values[$1] }),
            values[least] < -Self.slack
        {
            let involved = rows.indices.filter { vectors[$0][least].magnitude > 0.1 }
            throw .notPositiveSemidefinite(leastEigenvalue: values[least], involving: involved)
        }
        self.rows = rows
    }

    private init(rows: [[Double]]) { self.rows = rows }

    /// Returns the table of correlations nearest to `rows`, which is symmetric with ones on its diagonal.
    ///
    /// - Source: N. J. Higham, "Computing the nearest correlation matrix: a problem from finance", IMA Journal of
    ///   Numerical Analysis 22 (2002), algorithm 3.3.
    static func nearest(to rows: [[Double]]) -> CorrelationMatrix {
        let count = rows.count
        guard eigen(rows).values.contains(where: { $0 < 0 }) else {
            return CorrelationMatrix(rows: rows)
        }
        var current = rows
        var correction = rows.map { $0.map { _ in 0.0 } }
        for _ in 0..<200 {
            let moved = zip(current, correction).map { zip($0, $1).map { $0 - $1 } }
            let (values, vectors) = eigen(moved)
            var next = moved
            for row in 0..<count {
                for column in 0..<count {
                    next[row][column] = (0..<count).reduce(0) { sum, index in
                        sum + max(values[index], 0) * vectors[row][index] * vectors[column][index]
                    }
                    correction[row][column] = next[row][column] - moved[row][column]
                }
            }
            for index in 0..<count { next[index][index] = 1 }
            let change = zip(next, current).reduce(0) { worst, rows in
                zip(rows.0, rows.1).reduce(worst) { max($0, ($1.0 - $1.1).magnitude) }
            }
            current = next
            if change < 1e-12 { break }
        }
        return CorrelationMatrix(rows: current)
    }

    /// The lower triangle whose product with its transpose is this table; a row that the ones above fix to within
    /// rounding has 0 on its diagonal.
    var factor: [[Double]] {
        var factor = rows.map { $0.map { _ in 0.0 } }
        for row in rows.indices {
            for column in 0...row {
                let sum = (0..<column).reduce(rows[row][column]) {
                    $0 - factor[row][$1] * factor[column][$1]
                }
                if row == column {
                    factor[row][row] = sum > Self.slack ? sum.squareRoot() : 0
                } else if factor[column][column] > 0 {
                    factor[row][column] = sum / factor[column][column]
                }
            }
            // Rounding and dropped pivots must not change the variance of the sum.
            let length = factor[row].reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 0 { factor[row] = factor[row].map { $0 / length } }
        }
        return factor
    }

    /// Returns the eigenvalues of a symmetric table, and its eigenvectors as columns.
    ///
    /// - Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th edition, Johns Hopkins 2013, section
    ///   8.5: the cyclic Jacobi method.
    static func eigen(_ rows: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
        var matrix = rows
        var vectors = rows.indices.map { row in rows.indices.map { $0 == row ? 1.0 : 0 } }
        for _ in 0..<60 {
            var off = 0.0
            for row in rows.indices {
                for column in 0..<row { off += matrix[row][column] * matrix[row][column] }
            }
            guard off > 1e-28 else { break }
            for row in rows.indices {
                for column in 0..<row where matrix[row][column] != 0 {
                    rotate(&matrix, &vectors, column, row)
                }
            }
        }
        return (rows.indices.map { matrix[$0][$0] }, vectors)
    }

    private static func rotate(
        _ matrix: inout [[Double]], _ vectors: inout [[Double]], _ p: Int, _ q: Int
    ) {
        let ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        let sign: Double = ratio < 0 ? -1 : 1
        let tangent = sign / (ratio.magnitude + (1 + ratio * ratio).squareRoot())
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        let sine = tangent * cosine
        for index in matrix.indices {
            let (first, second) = (matrix[index][p], matrix[index][q])
            matrix[index][p] = cosine * first - sine * second
            matrix[index][q] = sine * first + cosine * second
        }
        for index in matrix.indices {
            let (first, second) = (matrix[p][index], matrix[q][index])
            matrix[p][index] = cosine * first - sine * second
            matrix[q][index] = sine * first + cosine * second
            let (left, right) = (vectors[index][p], vectors[index][q])
            vectors[index][p] = cosine * left - sine * right
            vectors[index][q] = sine * left + cosine * right
        }
    }
}
