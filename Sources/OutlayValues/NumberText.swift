import OutlayProblems

/// How a number is written for people: decimals, grouping and signs, the same in every locale.
public struct NumberText: Sendable, Hashable {
    /// The decimals shown, filled up with zeros; nil shows those the number has.
    public var places: Int?
    /// What stands between groups of three digits before the point; empty for no groups.
    public var separator: String
    /// The mark of numbers below zero.
    public var minus: Minus
    /// Whether numbers above zero carry a sign.
    public var sign: SignPolicy

    /// The mark of numbers below zero.
    public enum Minus: String, Sendable, Hashable, CaseIterable {
        /// The hyphen of ASCII, for text that programs read.
        case hyphen = "-"
        /// The minus sign U+2212, for text that people read.
        case minusSign = "\u{2212}"
    }

    /// Whether numbers above zero carry a sign.
    public enum SignPolicy: Sendable, Hashable, CaseIterable {
        /// Only numbers below zero carry a sign.
        case negative
        /// Numbers above zero carry a `+`; zero carries none.
        case both
    }

    /// Creates a style.
    public init(
        places: Int? = nil, separator: String = " ", minus: Minus = .minusSign,
        sign: SignPolicy = .negative
    ) {
        self.places = places
        self.separator = separator
        self.minus = minus
        self.sign = sign
    }

    /// Returns the text of `number`, rounded half to even; what rounds to zero carries no sign.
    ///
    ///     NumberText(places: 2).text(of: ExactDecimal(-1_234_567_125, places: 3))   // −1 234 567.12
    public func text(of number: ExactDecimal) -> String {
        let shown = number.rounded(toPlaces: places ?? number.places, .halfEven)
        let digits = shown.magnitude.text(places: places ?? shown.places)
        let whole = digits.prefix { $0 != "." }
        return mark(of: shown) + grouped(whole) + digits.dropFirst(whole.count)
    }

    /// Returns the text of `number`, rounded half to even by its shortest decimal text.
    ///
    /// 0.285 at two places gives 0.28, as the text says, whatever the binary value behind it; see
    /// ``ExactDecimal/init(nearest:places:)``.
    ///
    /// - Throws: ``ProblemCode/overflow`` for a number that is not finite or needs more than 38
    ///   digits.
    public func text(of number: Double) throws(Problem) -> String {
        text(of: try ExactDecimal(nearest: number, places: places ?? ExactDecimal.maximumDigits))
    }

    private func mark(of number: ExactDecimal) -> String {
        if number.isNegative { return minus.rawValue }
        return sign == .both && !number.isZero ? "+" : ""
    }

    private func grouped(_ digits: Substring) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}

extension Money {
    /// Returns the amount for people, rounded half to even: `EUR 1 234.50`.
    ///
    /// Where `style` names no places, the currency's minor unit does.
    public func display(_ style: NumberText = NumberText()) -> String {
        var style = style
        style.places = style.places ?? currency.minorUnitPlaces
        return currency.code + " " + style.text(of: amount)
    }
}
