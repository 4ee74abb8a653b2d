/// Eight numbers as bits, for choosing between two of them without a branch.
enum Lanes {
    /// Returns the bits of the numbers.
    @inline(__always)
    static func bits(_ numbers: SIMD8<Double>) -> SIMD8<UInt64> {
        unsafeBitCast(numbers, to: SIMD8<UInt64>.self)
    }

    /// Returns the numbers of the bits.
    @inline(__always)
    static func bits(_ bits: SIMD8<UInt64>) -> SIMD8<Double> {
        unsafeBitCast(bits, to: SIMD8<Double>.self)
    }

    /// Returns all ones where a number has a minus sign, all zeros elsewhere.
    @inline(__always)
    static func signMask(_ numbers: SIMD8<Double>) -> SIMD8<UInt64> {
        let signed = unsafeBitCast(numbers, to: SIMD8<Int64>.self)
        return unsafeBitCast(signed &>> 63, to: SIMD8<UInt64>.self)
    }

    /// Returns the numbers without their signs.
    @inline(__always)
    static func magnitude(_ numbers: SIMD8<Double>) -> SIMD8<Double> {
        bits(bits(numbers) & (.max >> 1))
    }

    /// Returns the square roots of normal numbers above 0, to within 2 units in the last place.
    ///
    /// Newton's method for the reciprocal root from a guess on the bits, then one step for the root itself: all of it
    /// in eight lanes, which the square root of a processor is not.
    ///
    /// - Source: C. Lomont, "Fast inverse square root", Purdue University 2003, for the guess.
    @inline(__always)
    static func squareRoot(_ numbers: SIMD8<Double>) -> SIMD8<Double> {
        let half = numbers * 0.5
        var reciprocal = bits(0x5FE6_EB50_C7B5_37A9 &- (bits(numbers) &>> 1))
        reciprocal *= 1.5 - half * reciprocal * reciprocal
        reciprocal *= 1.5 - half * reciprocal * reciprocal
        reciprocal *= 1.5 - half * reciprocal * reciprocal
        let root = numbers * reciprocal
        return root + (numbers - root * root) * (0.5 * reciprocal)
    }
}
