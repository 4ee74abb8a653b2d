import OutlayProblems

extension ExactDecimal {
    /// Returns the exact sum.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the sum needs more than 38 digits.
    public static func + (left: ExactDecimal, right: ExactDecimal) throws(Problem) -> ExactDecimal {
        let places = max(left.places, right.places)
        // Sign and magnitude: a scaled term of a sum that fits 38 digits always fits 128 bits.
        let (one, oneLost) = left.significand.magnitude.multipliedReportingOverflow(
            by: powerOfTen(places - left.places))
        let (other, otherLost) = right.significand.magnitude.multipliedReportingOverflow(
            by: powerOfTen(places - right.places))
        guard !oneLost, !otherLost else { throw overflow("a sum") }
        if left.isNegative == right.isNegative {
            let (sum, lost) = one.addingReportingOverflow(other)
            guard !lost else { throw overflow("a sum") }
            return try ExactDecimal(
                WideMagnitude(sum), places: places, negative: left.isNegative, of: "a sum")
        }
        let leftWins = one >= other
        return try ExactDecimal(
            WideMagnitude(leftWins ? one - other : other - one), places: places,
            negative: leftWins ? left.isNegative : right.isNegative, of: "a sum")
    }

    /// Returns the exact difference.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the difference needs more than 38 digits.
    public static func - (left: ExactDecimal, right: ExactDecimal) throws(Problem) -> ExactDecimal {
        try left + right.negated
    }

    /// Returns the exact product.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the product needs more than 38 digits or decimals.
    public static func * (left: ExactDecimal, right: ExactDecimal) throws(Problem) -> ExactDecimal {
        try ExactDecimal(
            WideMagnitude(left.significand.magnitude, times: right.significand.magnitude),
            places: left.places + right.places, negative: left.isNegative != right.isNegative,
            of: "a product")
    }

    /// Adds `right` to `left`.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the sum needs more than 38 digits.
    public static func += (left: inout ExactDecimal, right: ExactDecimal) throws(Problem) {
        left = try left + right
    }

    /// Returns the product, exact up to `carrying` decimals and rounded half to even beyond.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the rounded product needs more than 38 digits.
    public func multiplied(
        by other: ExactDecimal, carrying carriedPlaces: Int = carriedPlaces
    ) throws(Problem) -> ExactDecimal {
        try multiplied(by: other, dividedBy: .one, carrying: carriedPlaces)
    }

    /// Returns the quotient, rounded half to even at `carrying` decimals.
    ///
    /// - Throws: ``ProblemCode/divisionByZero``, or ``ProblemCode/overflow`` when the rounded
    ///   quotient needs more than 38 digits.
    public func divided(
        by other: ExactDecimal, carrying carriedPlaces: Int = carriedPlaces
    ) throws(Problem) -> ExactDecimal {
        try multiplied(by: .one, dividedBy: other, carrying: carriedPlaces)
    }

    /// Returns this number times `factor` over `divisor`, rounded once, half to even, at `carrying`
    /// decimals.
    ///
    /// - Throws: ``ProblemCode/divisionByZero``, or ``ProblemCode/overflow`` when the rounded
    ///   result needs more than 38 digits.
    public func multiplied(
        by factor: ExactDecimal, dividedBy divisor: ExactDecimal,
        carrying carriedPlaces: Int = carriedPlaces
    ) throws(Problem) -> ExactDecimal {
        precondition(
            (0...Self.maximumDigits).contains(carriedPlaces), "0 … 38 decimals can be carried")
        guard !divisor.isZero else {
            throw Problem(
                .divisionByZero, "\(self) divided by zero",
                because: "a quotient by zero has no value")
        }
        return try ExactDecimal(
            WideMagnitude(significand.magnitude, times: factor.significand.magnitude),
            over: divisor.significand.magnitude,
            places: places + factor.places - divisor.places, carrying: carriedPlaces,
            negative: (isNegative != factor.isNegative) != divisor.isNegative)
    }

    /// Returns the number rounded to `count` decimals by `rule`.
    public func rounded(toPlaces count: Int, _ rule: Rounding) -> ExactDecimal {
        precondition(count >= 0, "rounding to tens or hundreds is not offered")
        guard places > count else { return self }
        let divisor = Self.powerOfTen(places - count)
        let (quotient, remainder) = significand.magnitude.quotientAndRemainder(dividingBy: divisor)
        let away = rule.roundsAway(
            quotientIsOdd: quotient & 1 == 1, remainder: remainder, divisor: divisor)
        let magnitude = Int128(quotient + (away ? 1 : 0))
        let (digits, remaining) = Self.stripped(isNegative ? -magnitude : magnitude, count)
        return ExactDecimal(normalised: digits, remaining)
    }

    /// Returns this number raised to a whole power, carried to `carrying` decimals at each step.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a step needs more than 38 digits.
    /// - Complexity: O(`exponent`), by repeated multiplication.
    public func raised(
        to exponent: Int, carrying carriedPlaces: Int = carriedPlaces
    ) throws(Problem) -> ExactDecimal {
        precondition(exponent >= 0, "raised(to:) takes no negative exponent")
        var result = ExactDecimal.one
        for _ in 0..<exponent {
            result = try result.multiplied(by: self, carrying: carriedPlaces)
        }
        return result
    }
}

extension ExactDecimal {
    /// Creates `numerator` / `divisor` / 10^`places` with a sign, rounded half to even at
    /// `carrying` decimals.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the rounded number needs more than 38 digits.
    init(
        _ numerator: WideMagnitude, over divisor: UInt128, places: Int, carrying carriedPlaces: Int,
        negative: Bool
    ) throws(Problem) {
        var fraction = Fraction(numerator, over: divisor, places: places)
        guard fraction.settle(at: carriedPlaces) else { throw Self.overflow("a number") }
        try self.init(
            fraction.quotient, places: fraction.places, negative: negative, of: "a number")
    }
}

/// A quotient on its way to a count of decimals: (`quotient` + `remainder` / `divisor`) /
/// 10^`places`.
private struct Fraction {
    var quotient: WideMagnitude
    var remainder: UInt128
    var divisor: UInt128
    /// The decimals of `quotient`; negative while it stands for tens, hundreds and so on.
    var places: Int

    init(_ numerator: WideMagnitude, over divisor: UInt128, places: Int) {
        (quotient, remainder) = divisor == 1 ? (numerator, 0) : numerator.divided(by: divisor)
        self.divisor = divisor
        self.places = places
    }

    /// Brings the quotient to 0 … `count` decimals, rounded half to even.
    ///
    /// - Returns: False where the quotient grows beyond 256 bits, and so beyond 38 digits and 38
    ///   decimals.
    mutating func settle(at count: Int) -> Bool {
        while places < 0 || (places < count && remainder != 0) {
            guard extend(by: min(count - places, ExactDecimal.maximumDigits)) else { return false }
        }
        while places > count {
            shorten(by: min(places - count, ExactDecimal.maximumDigits))
        }
        let away = Rounding.halfEven.roundsAway(
            quotientIsOdd: quotient.low & 1 == 1, remainder: remainder, divisor: divisor)
        guard away else { return true }
        guard let rounded = quotient.multiplied(by: 1, adding: 1) else { return false }
        quotient = rounded
        return true
    }

    private mutating func extend(by decimals: Int) -> Bool {
        let factor = ExactDecimal.powerOfTen(decimals)
        let (digits, rest) = divisor.dividingFullWidth(remainder.multipliedFullWidth(by: factor))
        guard let longer = quotient.multiplied(by: factor, adding: digits) else { return false }
        (quotient, remainder, places) = (longer, rest, places + decimals)
        return true
    }

    private mutating func shorten(by decimals: Int) {
        let power = ExactDecimal.powerOfTen(decimals)
        let (shorter, rest) = quotient.divided(by: power)
        // Doubled, the remainder has room to say that something smaller was left before.
        let isExact = remainder == 0
        (quotient, places) = (shorter, places - decimals)
        (remainder, divisor) = (2 * rest + (isExact ? 0 : 1), 2 * power)
    }
}
