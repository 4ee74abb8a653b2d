/// Quantiles of a sample.
public enum Quantiles {
    /// The nine definitions of a sample's quantile that are in use, numbered as Hyndman and Fan do.
    ///
    /// With *n* sorted numbers, the first three give one of them (or the middle of two); the others give a point
    /// between the two numbers beside the place *a* + *p* (*n* + 1 − *a* − *b*), counted from 1.
    ///
    /// - Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
    ///   50 (1996).
    public enum Definition: Int, Sendable, Hashable, CaseIterable {
        /// The least number that a share of at least *p* does not exceed; numpy's `inverted_cdf`.
        case invertedDistribution = 1
        /// The same, or the middle of it and the next where the share is *p* exactly.
        case averagedInvertedDistribution = 2
        /// The number nearest to the place *n p*, the even one of two equally near.
        case closestObservation = 3
        /// The place *n p*.
        case interpolatedInvertedDistribution = 4
        /// The place *n p* + 1/2.
        case hazen = 5
        /// The place (*n* + 1) *p*; PERCENTILE.EXC of spreadsheets inside its range.
        case weibull = 6
        /// The place 1 + (*n* − 1) *p*; numpy, R and PERCENTILE.INC of spreadsheets.
        case linear = 7
        /// The place (*n* + 1/3) *p* + 1/3: nearly unbiased for the median of the quantile.
        case medianUnbiased = 8
        /// The place (*n* + 1/4) *p* + 3/8: nearly unbiased where the numbers follow the bell curve.
        case normalUnbiased = 9
    }

    /// Returns the quantiles of `sample` at `probabilities`.
    ///
    ///     Quantiles.of([1, 2, 3, 4], at: [0.5])   // [2.5]
    ///
    /// - Parameters:
    ///   - sample: Finite numbers in any order.
    ///   - probabilities: Each 0 … 1.
    ///   - definition: What a quantile between two numbers is.
    /// - Returns: One number per probability, or nil for an empty sample.
    /// - Complexity: O(*n* log *n*).
    public static func of(
        _ sample: [Double], at probabilities: [Double], by definition: Definition = .linear
    ) -> [Double]? {
        precondition(
            probabilities.allSatisfy { 0 <= $0 && $0 <= 1 }, "a probability lies between 0 and 1")
        guard !sample.isEmpty else { return nil }
        let sorted = sample.sorted()
        return probabilities.map { quantile(ofSorted: sorted, at: $0, by: definition) }
    }

    /// Returns the quantile of numbers that stand in ascending order; there is at least one.
    static func quantile(
        ofSorted sorted: [Double], at probability: Double, by definition: Definition
    ) -> Double {
        let count = Double(sorted.count)
        // Places count from 0; what lies outside is the end.
        func number(_ place: Double) -> Double { sorted[Int(min(max(place, 0), count - 1))] }
        // A share that misses a whole count by rounding only is that count.
        let slack = 4 * count.ulp
        let share = count * probability
        switch definition {
        case .invertedDistribution:
            return number((share - slack).rounded(.up) - 1)
        case .averagedInvertedDistribution:
            let whole = (share + slack).rounded(.down)
            guard share - whole <= slack else { return number(whole) }
            return number(whole - 1) / 2 + number(whole) / 2
        case .closestObservation:
            let half = (share * 2).rounded()
            let isMiddle = (share * 2 - half).magnitude <= 2 * slack
            return number((isMiddle ? half / 2 : share).rounded(.toNearestOrEven) - 1)
        default:
            let place = min(max(place(of: probability, count, definition), 0), count - 1)
            let whole = place.rounded(.down)
            let (low, high) = (number(whole), number(whole + 1))
            return low + (place - whole) * (high - low)
        }
    }

    /// Returns the place, from 0, by a definition that gives points between two numbers.
    private static func place(
        of probability: Double, _ count: Double, _ definition: Definition
    ) -> Double {
        switch definition {
        case .hazen: count * probability - 0.5
        case .weibull: (count + 1) * probability - 1
        case .linear: (count - 1) * probability
        case .medianUnbiased: (count + 1 / 3.0) * probability - 2 / 3.0
        case .normalUnbiased: (count + 0.25) * probability - 0.625
        default: count * probability - 1
        }
    }
}
