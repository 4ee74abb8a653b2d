import OutlaySampling

/// Compound growth without loss of digits at small rates.
package enum Growth {
    /// Returns (1 + rate)^periods: by repeated multiplication where periods are whole and few.
    package static func factor(_ rate: Double, _ periods: Double) -> Double {
        if rate.magnitude < 1e-3 {
            return ElementaryFunctions.exponential(
                periods * ElementaryFunctions.logarithmOnePlus(rate))
        }
        return power(1 + rate, periods)
    }

    /// Returns (1 + rate)^periods − 1, which for small rates keeps the digits that subtracting loses.
    package static func minusOne(_ rate: Double, _ periods: Double) -> Double {
        ElementaryFunctions.exponentialMinusOne(
            periods * ElementaryFunctions.logarithmOnePlus(rate))
    }
}
