import OutlayValues

/// Numbers as reports show them, the same in every locale.
///
/// Digits are grouped by U+202F (narrow no-break space), decimals stand behind a point, the minus is
/// U+2212, and rounding is half to even. Units follow behind U+202F, currencies stand in front of U+00A0.
public enum NumberText {
    /// Which signs are shown.
    public enum Sign: Sendable, Hashable {
        /// The minus of a negative number.
        case minusOnly
        /// The plus of a positive number too; zero has none.
        case always
    }

    /// The separator of groups of three digits, and of a number and its unit.
    public static let narrowSpace = "\u{202F}"
    /// The separator of a currency and its amount.
    public static let noBreakSpace = "\u{A0}"
    /// The minus sign.
    public static let minus = "\u{2212}"

    /// Returns `value` with `places` decimals: `−12 857`, `+97 121.50`.
    public static func shown(_ value: ExactDecimal, places: Int, sign: Sign = .minusOnly) -> String
    {
        let text = data(value, places: places)
        let digits = text.drop { $0 == "-" }
        let whole = digits.prefix { $0 != "." }
        let decimals = digits.dropFirst(whole.count)
        let shown = grouped(whole) + decimals
        guard digits.contains(where: { "123456789".contains($0) }) else { return shown }
        if text.hasPrefix("-") { return minus + shown }
        return (sign == .always ? "+" : "") + shown
    }

    /// Returns `value` with `places` decimals: `−12 857`, `+97 121.50`; `–` where it is not finite.
    public static func shown(_ value: Double, places: Int, sign: Sign = .minusOnly) -> String {
        guard value.isFinite else { return Cell.empty.shown }
        guard let exact = exact(value) else { return value.description }
        return shown(exact, places: places, sign: sign)
    }

    /// Returns `money` with its currency: `EUR 295 762`.
    public static func shown(_ money: Money, places: Int = 0, sign: Sign = .minusOnly) -> String {
        money.currency.code + noBreakSpace + shown(money.amount, places: places, sign: sign)
    }

    /// Returns `fraction` as a percentage: 0.08 as `8 %`.
    ///
    /// Without `places`, every decimal the fraction has is shown.
    public static func percentage(_ fraction: ExactDecimal, places: Int? = nil) -> String {
        guard let percent = try? fraction * ExactDecimal(100) else { return fraction.description }
        return shown(percent, places: places ?? percent.places) + narrowSpace + "%"
    }

    /// Returns `fraction` as a percentage: 0.958 with one place as `95.8 %`.
    public static func percentage(_ fraction: Double, places: Int = 0) -> String {
        guard let exact = exact(fraction) else { return shown(fraction, places: places) }
        return percentage(exact, places: places)
    }

    /// Returns `value` in at most about four characters, for titles and axes: `57 k`, `1.2 M`, `−850`.
    public static func compact(_ value: Double, sign: Sign = .minusOnly) -> String {
        let steps: [(from: Double, divisor: Double, places: Int, unit: String)] = [
            (9_999_500_000, 1e9, 0, "bn"), (999_500_000, 1e9, 1, "bn"),
            (9_950_000, 1e6, 0, "M"), (999_500, 1e6, 1, "M"),
            (9950, 1e3, 0, "k"), (999.5, 1e3, 1, "k"),
        ]
        guard let step = steps.first(where: { value.magnitude >= $0.from }) else {
            let places = value.magnitude >= 10 || value == value.rounded() ? 0 : 1
            return shown(value, places: places, sign: sign)
        }
        return shown(value / step.divisor, places: step.places, sign: sign) + narrowSpace
            + step.unit
    }

    /// Returns `value` with exactly `places` decimals for programs: `-12857.00`.
    public static func data(_ value: ExactDecimal, places: Int) -> String {
        value.rounded(toPlaces: places, .halfEven).text(places: places)
    }

    /// Returns `value` with exactly `places` decimals for programs; empty where it is not finite.
    public static func data(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "" }
        guard let exact = exact(value) else { return value.description }
        return data(exact, places: places)
    }

    /// The decimal of the fewest digits that reads back as `value`, or nil beyond 38 digits.
    private static func exact(_ value: Double) -> ExactDecimal? {
        let parts = value.description.split(separator: "e", maxSplits: 1)
        guard let first = parts.first, let digits = try? ExactDecimal(parsing: String(first)) else {
            return nil
        }
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            return parts.count == 1 ? digits : nil
        }
        if exponent < 0 {
            guard digits.places - exponent <= ExactDecimal.maximumDigits else { return .zero }
            return try? ExactDecimal(
                significand: digits.significand, places: digits.places - exponent)
        }
        let factor = String(repeating: "0", count: exponent)
        guard let power = try? ExactDecimal(parsing: "1" + factor) else { return nil }
        return try? digits * power
    }

    private static func grouped(_ digits: Substring) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += narrowSpace }
            result.append(digit)
        }
        return result
    }
}
