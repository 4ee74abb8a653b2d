import OutlayProblems

/// An exact decimal number: a whole significand of up to 38 digits, and a count of decimals.
///
/// Every operation is exact or says so: sums and products that need more than 38 digits throw, and
/// the operations that may round (``multiplied(by:carrying:)``, ``divided(by:carrying:)``,
/// ``rounded(toPlaces:_:)``) name their last place. There is no NaN and no infinity. Values are
/// kept without trailing zeros, so equal numbers are equal bit by bit.
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
        self.init(normalised: digits, remaining)
    }

    /// Creates `magnitude` / 10^`places` with a sign.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the number needs more than 38 digits or decimals.
    init(
        _ magnitude: WideMagnitude, places: Int, negative: Bool, of what: String
    ) throws(Problem) {
        var (digits, remaining) = (magnitude, places)
        while digits.high != 0 || digits.low > Self.largest, remaining > 0 {
            let (tenth, last) = digits.divided(by: 10)
            guard last == 0 else { break }
            (digits, remaining) = (tenth, remaining - 1)
        }
        guard digits.high == 0, digits.low <= Self.largest else { throw Self.overflow(what) }
        let signed = negative ? -Int128(digits.low) : Int128(digits.low)
        let (significand, least) = Self.stripped(signed, remaining)
        guard least <= Self.maximumDigits else { throw Self.overflow(what) }
        self.init(normalised: significand, least)
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
        precondition(
            powersOfTen.indices.contains(exponent), "10^\(exponent) is not between 10^0 and 10^38")
        return powersOfTen[exponent]
    }

    private static let powersOfTen: [UInt128] = (0..<maximumDigits).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }
}

extension ExactDecimal: Comparable {
    /// Whether the number is below zero.
    public var isNegative: Bool { significand < 0 }
    /// Whether the number is zero.
    public var isZero: Bool { significand == 0 }
    /// The number without its sign.
    public var magnitude: ExactDecimal { isNegative ? negated : self }
    /// The number with the other sign.
    public var negated: ExactDecimal { ExactDecimal(normalised: -significand, places) }

    /// The nearest `Double`, half to even, for discounting and statistics.
    public var doubleValue: Double {
        // Both operands are exact here, so the one division rounds correctly.
        if places <= 22, significand.magnitude < 1 << 53 {
            return Double(Int64(significand)) / Self.exactPowers[places]
        }
        guard let nearest = Double(description) else {
            preconditionFailure("the text of a decimal reads as a Double")
        }
        return nearest
    }

    /// The whole number this is, or nil where it has decimals or does not fit.
    public var wholeValue: Int? {
        places == 0 ? Int(exactly: significand) : nil
    }

    private static let exactPowers: [Double] = (0...22).map { Double(powerOfTen($0)) }

    /// Returns whether `left` is below `right`, exactly.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.places == right.places { return left.significand < right.significand }
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? magnitudeIsLess(right, left) : magnitudeIsLess(left, right)
    }

    private static func magnitudeIsLess(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
        let places = max(left.places, right.places)
        return WideMagnitude(left.significand.magnitude, times: powerOfTen(places - left.places))
            < WideMagnitude(right.significand.magnitude, times: powerOfTen(places - right.places))
    }
}
