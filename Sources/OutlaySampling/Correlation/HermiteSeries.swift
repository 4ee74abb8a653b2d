/// A distribution's quantile as a function of a standard normal number, as a series of Hermite polynomials.
///
/// With it the correlation of two draws is a power series in the correlation of the two normal numbers they are
/// made of (Mehler's formula), so that the one can be found from the other without drawing.
///
/// - Source: M. C. Cario and B. L. Nelson, "Modeling and generating random vectors with arbitrary marginal
///   distributions and correlation matrix", Northwestern University 1997 (the NORTA method); A. Der Kiureghian and
///   P.-L. Liu, "Structural reliability under incomplete probability information", Journal of Engineering
///   Mechanics 112 (1986).
struct HermiteSeries {
    /// The coefficients from degree 1, of polynomials with variance 1.
    let coefficients: [Double]
    /// The variance that they make up together.
    let variance: Double

    private static let degree = 60
    private static let steps = 3_000
    private static let reach = 8.0

    /// Expands the quantile function of `distribution`.
    init(_ distribution: some Distribution) {
        var sums = [Double](repeating: 0, count: Self.degree)
        var total = 0.0
        for step in 0...Self.steps {
            let z = Self.reach * (2 * Double(step) / Double(Self.steps) - 1)
            let weight = ElementaryFunctions.exponential(-z * z / 2)
            let probability = NormalDistribution.standard.cumulativeProbability(at: z)
            let value = distribution.quantile(at: min(probability, 1 - 0x1p-53)) - distribution.mean
            total += weight
            var (before, current) = (1.0, z)
            for degree in 1...Self.degree {
                sums[degree - 1] += weight * value * current
                let next =
                    (z * current - Double(degree).squareRoot() * before)
                    / Double(degree + 1).squareRoot()
                (before, current) = (current, next)
            }
        }
        let coefficients = sums.map { $0 / total }
        self.coefficients = coefficients
        variance = coefficients.reduce(0) { $0 + $1 * $1 }
    }

    /// Returns the correlation of two draws whose normal numbers have the correlation `normal`.
    static func correlation(
        of first: HermiteSeries, _ second: HermiteSeries, normal: Double
    ) -> Double {
        let scale = (first.variance * second.variance).squareRoot()
        guard scale > 0 else { return 0 }
        let sum = zip(first.coefficients, second.coefficients).reversed()
            .reduce(0) { ($0 + $1.0 * $1.1) * normal }
        return sum / scale
    }

    /// Returns the correlation of the normal numbers that gives two draws the correlation `wanted`; nil where none
    /// does.
    static func normalCorrelation(
        of first: HermiteSeries, _ second: HermiteSeries, wanted: Double
    ) -> Double? {
        var (low, high) = (-1.0, 1.0)
        let (least, most) = (
            correlation(of: first, second, normal: -1), correlation(of: first, second, normal: 1)
        )
        guard least <= wanted, wanted <= most else { return nil }
        guard wanted != 0 else { return 0 }
        // The correlation of the draws rises with that of the normal numbers.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if correlation(of: first, second, normal: middle) < wanted {
                low = middle
            } else {
                high = middle
            }
        }
        return (low + high) / 2
    }
}
