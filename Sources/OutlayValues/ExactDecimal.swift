import OutlayProblems

/// An exact decimal number: a whole significand of up to 38 digits, and a count of decimals.
///
/// Every operation is exact or says so: sums and products that need more than 38 digits throw, and
/// the operations that may round (``multiplied(by:carrying:)``, ``divided(by:carrying:)``,
/// ``rounded(toPlaces:_:)``) name their last place. There is no NaN and no infinity. Values are kept
/// without trailing zeros, so equal numbers are equal bit by bit.
public struct ExactDecimal: Sendable, Hashable {
    /// The digits with their sign; not a multiple of ten unless ``places`` is 0.
    public let significand: Int128
    /// The count of decimals, 0 … 38.
    public let places: Int

    /// The most digits a significand has.
    public static let maximumDigits = 38
    /// The decimals that products and quotients of cash flows are carried to before settlement.
    public static let carriedPlaces = 20

    /// Zero.
    public static let zero = ExactDecimal(0)
    /// One.
    public static let one = ExactDecimal(1)

    /// Creates a whole number.
    public init(_ whole: Int) {
        significand = Int128(whole)
        places = 0
    }

    /// Creates `significand` / 10^`places`.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the number needs more than 38 digits or decimals.
    public init(significand: Int128, places: Int) throws(Problem) {
        precondition(places >= 0, "a decimal has no negative count of places")
        let (digits, remaining) = Self.stripped(significand, places)
        guard remaining <= Self.maximumDigits, digits.magnitude <= Self.largest else {
            throw Self.overflow("a number")
        }
        self.significand = digits
        self.places = remaining
    }

    /// Creates `digits` / 10^`places`: `ExactDecimal(7, places: 2)` is 0.07.
    public init(_ digits: Int, places: Int) {
        precondition((0...Self.maximumDigits).contains(places), "places are 0 … 38")
        (significand, self.places) = Self.stripped(Int128(digits), places)
    }

    init(normalised significand: Int128, _ places: Int) {
        self.significand = significand
        self.places = places
    }

    static let largest = UInt128(99_999_999_999_999_999_999_999_999_999_999_999_999)

    static func stripped(_ significand: Int128, _ places: Int) -> (Int128, Int) {
        guard significand != 0 else { return (0, 0) }
        var (digits, remaining) = (significand, places)
        while remaining > 0 {
            let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            digits = quotient
            remaining -= 1
        }
        return (digits, remaining)
    }

    static func overflow(_ what: String) -> Problem {
        Problem(
            .overflow, "\(what) needs more than \(maximumDigits) digits",
            because:
                "exact decimals have at most \(maximumDigits) digits; nothing is cut off silently",
            hint: "check the size of the inputs")
    }

    /// 10^`exponent`.
    static func powerOfTen(_ exponent: Int) -> UInt128 {
        precondition((0...38).contains(exponent), "10^\(exponent) does not fit 38 digits")
        var result: UInt128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}

// MARK: - Queries

extension ExactDecimal: Comparable {
    /// Whether the number is below zero.
    public var isNegative: Bool { significand < 0 }
    /// Whether the number is zero.
    public var isZero: Bool { significand == 0 }
    /// The number without its sign.
    public var magnitude: ExactDecimal { isNegative ? negated : self }
    /// The number with the other sign.
    public var negated: ExactDecimal { ExactDecimal(normalised: -significand, places) }

    /// The nearest `Double`, for discounting and statistics.
    public var doubleValue: Double {
        if places <= 22, significand.magnitude < 1 << 53 {
            return Double(Int64(significand)) / Self.exactPowers[places]
        }
        return Double(description) ?? 0
    }

    /// The whole number this is, or nil where it has decimals or does not fit.
    public var wholeValue: Int? {
        places == 0 ? Int(exactly: significand) : nil
    }

    private static let exactPowers: [Double] = (0...22).map { Double(powerOfTen($0)) }

    /// Returns whether `left` is below `right`, exactly.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        let lower = magnitudeIsLess(left, right)
        return left.isNegative ? magnitudeIsLess(right, left) : lower
    }

    private static func magnitudeIsLess(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
        let places = max(left.places, right.places)
        let wideLeft = left.significand.magnitude.multipliedFullWidth(
            by: powerOfTen(places - left.places))
        let wideRight = right.significand.magnitude.multipliedFullWidth(
            by: powerOfTen(places - right.places))
        return (wideLeft.high, wideLeft.low) < (wideRight.high, wideRight.low)
    }
}

// MARK: - Arithmetic

extension ExactDecimal {
    /// Returns the exact sum.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the sum needs more than 38 digits.
    public static func + (left: ExactDecimal, right: ExactDecimal) throws(Problem) -> ExactDecimal {
        let places = max(left.places, right.places)
        let (widerLeft, leftLost) = left.significand.multipliedReportingOverflow(
            by: Int128(powerOfTen(places - left.places)))
        let (widerRight, rightLost) = right.significand.multipliedReportingOverflow(
            by: Int128(powerOfTen(places - right.places)))
        let (sum, sumLost) = widerLeft.addingReportingOverflow(widerRight)
        guard !leftLost, !rightLost, !sumLost else { throw overflow("a sum") }
        return try ExactDecimal(significand: sum, places: places)
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
        let (product, lost) = left.significand.multipliedReportingOverflow(by: right.significand)
        guard !lost else { throw overflow("a product") }
        return try ExactDecimal(significand: product, places: left.places + right.places)
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
        let wide = significand.magnitude.multipliedFullWidth(by: other.significand.magnitude)
        let negative = isNegative != other.isNegative
        let dropped = max(0, places + other.places - carriedPlaces)
        return try Self.shortened(
            wide, dropping: dropped, places: places + other.places, negative: negative,
            rounding: .halfEven)
    }

    /// Returns the quotient, rounded half to even at `carrying` decimals.
    ///
    /// - Throws: ``ProblemCode/divisionByZero``, or ``ProblemCode/overflow`` when the quotient needs
    ///   more than 38 digits.
    public func divided(
        by other: ExactDecimal, carrying carriedPlaces: Int = carriedPlaces
    ) throws(Problem) -> ExactDecimal {
        guard !other.isZero else {
            throw Problem(
                .divisionByZero, "\(self) divided by zero",
                because: "a quotient by zero has no value")
        }
        // self / other = s1·10^(carried + p2 − p1) / s2 · 10^−carried
        let shift = carriedPlaces + other.places - places
        var divisor = other.significand.magnitude
        var numerator: (high: UInt128, low: UInt128.Magnitude) = (0, significand.magnitude)
        if shift >= 0 {
            guard shift <= 38 else { throw Self.overflow("a quotient") }
            numerator = significand.magnitude.multipliedFullWidth(by: Self.powerOfTen(shift))
        } else {
            let (scaled, lost) = divisor.multipliedReportingOverflow(by: Self.powerOfTen(-shift))
            guard !lost else { throw Self.overflow("a quotient") }
            divisor = scaled
        }
        guard numerator.high < divisor else { throw Self.overflow("a quotient") }
        let (quotient, remainder) = divisor.dividingFullWidth(numerator)
        return try Self.settled(
            quotient, remainder: remainder, divisor: divisor, places: carriedPlaces,
            negative: isNegative != other.isNegative, rounding: .halfEven)
    }

    /// Returns the number rounded to `count` decimals by `rule`.
    ///
    /// - Throws: ``ProblemCode/overflow`` when rounding up needs a 39th digit.
    public func rounded(toPlaces count: Int, _ rule: Rounding) throws(Problem) -> ExactDecimal {
        guard places > count else { return self }
        return try Self.shortened(
            (0, significand.magnitude), dropping: places - count, places: places,
            negative: isNegative, rounding: rule)
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

    private static func shortened(
        _ wide: (high: UInt128, low: UInt128), dropping dropped: Int, places: Int, negative: Bool,
        rounding: Rounding
    ) throws(Problem) -> ExactDecimal {
        guard dropped > 0 else {
            guard wide.high == 0 else { throw overflow("a product") }
            return try settled(
                wide.low, remainder: 0, divisor: 1, places: places, negative: negative,
                rounding: rounding)
        }
        guard dropped <= 38 else {
            // Two steps; a doubled remainder leaves room to say that the first one was not zero.
            let (upper, lost) = powerOfTen(38).dividingFullWidth(wide)
            let last = powerOfTen(dropped - 38)
            let (quotient, rest) = upper.quotientAndRemainder(dividingBy: last)
            return try settled(
                quotient, remainder: 2 * rest + (lost == 0 ? 0 : 1), divisor: 2 * last,
                places: places - dropped, negative: negative, rounding: rounding)
        }
        let divisor = powerOfTen(dropped)
        guard wide.high < divisor else { throw overflow("a product") }
        let (quotient, remainder) = divisor.dividingFullWidth(wide)
        return try settled(
            quotient, remainder: remainder, divisor: divisor, places: places - dropped,
            negative: negative, rounding: rounding)
    }

    private static func settled(
        _ quotient: UInt128, remainder: UInt128, divisor: UInt128, places: Int, negative: Bool,
        rounding: Rounding
    ) throws(Problem) -> ExactDecimal {
        let up = rounding.roundsAway(
            quotientIsOdd: quotient & 1 == 1, remainder: remainder, divisor: divisor,
            negative: negative)
        let magnitude = quotient + (up ? 1 : 0)
        guard magnitude <= largest else { throw overflow("a number") }
        let signed = negative ? -Int128(magnitude) : Int128(magnitude)
        return try ExactDecimal(significand: signed, places: places)
    }
}
