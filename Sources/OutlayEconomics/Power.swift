import OutlaySampling

/// Returns `base` raised to `exponent`: by repeated multiplication where the exponent is whole, by the
/// C library's `pow` between.
///
/// - Complexity: O(`exponent`) for a whole exponent.
package func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent.rounded(.towardZero) == exponent, exponent.magnitude <= 10_000 else {
        return ElementaryFunctions.power(base, exponent)
    }
    var result = 1.0
    for _ in 0..<Int(exponent.magnitude) { result *= base }
    return exponent < 0 ? 1 / result : result
}
