import OutlaySampling

/// How weights come from a complete matrix of comparisons.
public enum PriorityRule: String, Sendable, Hashable, CaseIterable {
    /// The principal right eigenvector.
    case eigenvector
    /// The geometric mean of each row.
    case geometricMean = "geometric-mean"
    /// The mean of each row after every column is divided by its total, the usual shortcut by hand.
    case columnMean = "column-mean"

    /// Returns the priorities of `matrix`, which total 1.
    ///
    /// - Source: eigenvector: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980, chapter 3;
    ///   geometric mean: G. Crawford, C. Williams, "A note on the analysis of subjective judgment matrices",
    ///   Journal of Mathematical Psychology 29, 1985.
    /// - Complexity: O(*n*³) for the eigenvector, O(*n*²) for the means.
    func priorities(of matrix: [[Double]]) -> [Double] {
        switch self {
        case .eigenvector: Self.principal(of: matrix).vector
        case .geometricMean:
            Self.shares(
                matrix.map { row in
                    let logarithms = row.reduce(0) { $0 + ElementaryFunctions.logarithm($1) }
                    return ElementaryFunctions.exponential(logarithms / Double(row.count))
                })
        case .columnMean:
            Self.shares(
                matrix.indices.map { row in
                    matrix.indices.reduce(0) { sum, column in
                        sum + matrix[row][column] / matrix.reduce(0) { $0 + $1[column] }
                    }
                })
        }
    }

    /// Returns the largest eigenvalue of a matrix of numbers above 0, and its vector with a total of 1.
    ///
    /// The matrix is squared again and again until its columns agree, which no matrix above 0 can put off:
    /// each squaring doubles the count of correct digits.
    static func principal(of matrix: [[Double]]) -> (value: Double, vector: [Double]) {
        var (power, vector) = (matrix, shares(matrix.map { $0.reduce(0, +) }))
        for _ in 0..<60 {
            power = squared(power)
            let next = shares(power.map { $0.reduce(0, +) })
            let step = zip(vector, next).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
            vector = next
            if step < 1e-16 { break }
        }
        // One plain step brings back digits that squaring rounded off.
        let image = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
        return (image.reduce(0, +), shares(image))
    }

    private static func squared(_ matrix: [[Double]]) -> [[Double]] {
        let largest = matrix.reduce(0) { max($0, $1.reduce(0, max)) }
        let scaled = matrix.map { row in row.map { $0 / largest } }
        return scaled.map { row in
            scaled.indices.map { column in
                scaled.indices.reduce(0) { $0 + row[$1] * scaled[$1][column] }
            }
        }
    }

    static func shares(_ figures: [Double]) -> [Double] {
        let total = figures.reduce(0, +)
        return figures.map { $0 / total }
    }
}
