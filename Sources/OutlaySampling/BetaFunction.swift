/// The incomplete beta function and its inverse.
enum BetaFunction {
    /// Returns the logarithm of the gamma function at `x`, above 0.
    ///
    /// - Source: Stirling's series; M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 6.1.41,
    ///   after raising `x` to 10 or more by the recurrence 6.1.15.
    static func logarithmOfGamma(_ x: Double) -> Double {
        var (x, product) = (x, 1.0)
        while x < 10 {
            product *= x
            x += 1
        }
        let square = 1 / (x * x)
        let series = stirling.reduce(0) { $0 * square + $1 } / x
        let main = (x - 0.5) * ElementaryFunctions.logarithm(x) - x + halfLogarithmOfTwoPi
        return main + series - ElementaryFunctions.logarithm(product)
    }

    private static let halfLogarithmOfTwoPi = 0.918_938_533_204_672_741_78
    /// The coefficients of Stirling's series, from the highest power down to the constant.
    private static let stirling: [Double] = [
        -3617 / 122_400, 1 / 156, -691 / 360_360, 1 / 1_188, -1 / 1_680, 1 / 1_260, -1 / 360,
        1 / 12,
    ]

    /// The beta distribution on 0 … 1 with its constant computed once.
    struct Shape {
        let a: Double
        let b: Double
        private let logarithmOfBeta: Double

        /// Creates a shape; both parameters are 1 or more.
        init(_ a: Double, _ b: Double) {
            self.a = a
            self.b = b
            logarithmOfBeta =
                logarithmOfGamma(a) + logarithmOfGamma(b) - logarithmOfGamma(a + b)
        }

        /// Returns x^a (1 − x)^b over the beta function.
        private func scaledDensity(at x: Double) -> Double {
            ElementaryFunctions.exponential(
                a * ElementaryFunctions.logarithm(x) + b * ElementaryFunctions.logarithmOnePlus(-x)
                    - logarithmOfBeta)
        }

        /// Returns the regularised incomplete beta function at `x`, 0 … 1.
        ///
        /// - Source: W. H. Press and others, "Numerical Recipes", 3rd edition, Cambridge 2007, section 6.4: the
        ///   continued fraction, by the method of Lentz, on the side where it converges fast.
        func cumulative(at x: Double) -> Double {
            guard x > 0 else { return 0 }
            guard x < 1 else { return 1 }
            let front = scaledDensity(at: x)
            return x < (a + 1) / (a + b + 2)
                ? front * Self.fraction(a, b, x) / a
                : 1 - front * Self.fraction(b, a, 1 - x) / b
        }

        private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
            let tiny = 1e-300
            func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
            var c = 1.0
            var d = 1 / kept(1 - (a + b) * x / (a + 1))
            var result = d
            // The count grows as the square root of the larger parameter.
            for step in 1...20_000 {
                let m = Double(step)
                let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                d = 1 / kept(1 + even * d)
                c = kept(1 + even / c)
                result *= d * c
                let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
                d = 1 / kept(1 + odd * d)
                c = kept(1 + odd / c)
                let change = d * c
                result *= change
                if (change - 1).magnitude < 1e-16 { break }
            }
            return result
        }

        /// Returns where the incomplete beta function reaches `probability`, strictly between 0 and 1.
        ///
        /// Newton's method with Halley's correction on the logarithm of the distance to the nearer end, kept
        /// between two ends that close in on the answer.
        func quantile(at probability: Double) -> Double {
            let middle = a / (a + b)
            return probability <= cumulative(at: middle)
                ? lowerQuantile(at: probability, below: middle)
                : 1 - Shape(b, a).lowerQuantile(at: 1 - probability, below: 1 - middle)
        }

        private func lowerQuantile(at probability: Double, below end: Double) -> Double {
            let target = ElementaryFunctions.logarithm(probability)
            // x^a / (a B) is the function itself near 0, and a lower bound of the answer's place for b of 1 or more.
            let first = (target + ElementaryFunctions.logarithm(a) + logarithmOfBeta) / a
            var (low, high) = (first - 1e-9, ElementaryFunctions.logarithm(end))
            low = min(low, high)
            var place = low
            for _ in 0..<100 {
                let x = ElementaryFunctions.exponential(place)
                let reached = cumulative(at: x)
                guard reached != probability else { break }
                guard reached > 0 else {
                    // Too small to be told from 0.
                    low = place
                    place = (low + high) / 2
                    continue
                }
                if reached < probability { low = place } else { high = place }
                // The slope of the logarithm of the function over the logarithm of x.
                let slope = scaledDensity(at: x) / (1 - x) / reached
                let miss = ElementaryFunctions.logarithm(reached) - target
                var next = place - miss / slope
                if !(low <= next && next <= high) { next = (low + high) / 2 }
                let step = (next - place).magnitude
                place = next
                if step < 1e-15 { break }
            }
            return ElementaryFunctions.exponential(place)
        }
    }
}
