/// Quantiles of a sample.
public enum Quantiles {
    /// Returns the quantiles of `sample` at `probabilities`, by definition 7 of Hyndman and Fan.
    ///
    /// The quantile at *p* lies at place 1 + (*n* − 1) *p* of the sorted sample, on the straight line between the
    /// two numbers beside it.
    ///
    ///     Quantiles.of([1, 2, 3, 4], at: [0.5])   // [2.5]
    ///
    /// - Parameters:
    ///   - sample: Finite numbers in any order.
    ///   - probabilities: Each 0 … 1.
    /// - Returns: One number per probability, or nil for an empty sample.
    /// - Complexity: O(*n* log *n*).
    /// - Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
    ///   50 (1996).
    public static func of(_ sample: [Double], at probabilities: [Double]) -> [Double]? {
        precondition(
            probabilities.allSatisfy { 0 <= $0 && $0 <= 1 }, "a probability lies between 0 and 1")
        guard !sample.isEmpty else { return nil }
        let sorted = sample.sorted()
        return probabilities.map { probability in
            let place = Double(sorted.count - 1) * probability
            let below = min(Int(place), sorted.count - 1)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
    }
}
