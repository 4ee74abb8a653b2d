#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The functions of the C library that the pure core uses, under their usual names.
public enum ElementaryFunctions {
    /// Returns the natural logarithm of `x`.
    @inlinable
    public static func logarithm(_ x: Double) -> Double { log(x) }

    /// Returns e raised to `x`.
    @inlinable
    public static func exponential(_ x: Double) -> Double { exp(x) }

    /// Returns e raised to `x`, less 1, without losing the digits of a small `x`.
    @inlinable
    public static func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

    /// Returns the natural logarithm of 1 + `x`, without losing the digits of a small `x`.
    @inlinable
    public static func logarithmOnePlus(_ x: Double) -> Double { log1p(x) }

    /// Returns the complementary error function of `x`: 1 less the error function, exact for a large `x` too.
    @inlinable
    public static func complementaryError(_ x: Double) -> Double { erfc(x) }

    /// Returns the sine of `x` in radians.
    @inlinable
    public static func sine(_ x: Double) -> Double { sin(x) }

    /// Returns the angle, −π/2 … π/2, whose sine is `x`.
    @inlinable
    public static func inverseSine(_ x: Double) -> Double { asin(x) }

    /// Returns `base` raised to `exponent`.
    @inlinable
    public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
