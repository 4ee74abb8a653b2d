import OutlayEconomics
import OutlayValues

/// Figures as reports write them: for people, and as data for programs.
///
/// Digits are grouped by U+202F (narrow no-break space), the minus is U+2212, and rounding is half to
/// even. Units follow behind U+202F, currencies stand in front of U+00A0.
public enum FigureText {
    /// The separator of groups of three digits, and of a number and its unit.
    public static let narrowSpace = "\u{202F}"
    /// The separator of a currency and its amount.
    public static let noBreakSpace = "\u{A0}"
    /// What stands where there is no figure.
    public static let none = "–"

    /// How a number is written with the decimals it has: `78 000`, `0.5`.
    static let asStated = NumberText(separator: narrowSpace)

    /// Returns the ends of `range` in words: `38 000 to 70 000`.
    static func inWords(_ range: UncertainRange) -> String {
        let ends = "\(asStated.text(of: range.low)) to \(asStated.text(of: range.high))"
        let subject = range.subject.rawValue.replacing("_", with: " ")
        return (range.subject == .amount ? "" : subject + " ") + ends
            + (range.meaning == .extremes ? "" : " (P10 to P90)")
    }

    /// Returns `value` with `places` decimals: `−12 857`, `+97 121.50`.
    public static func shown(
        _ value: ExactDecimal, places: Int, sign: NumberText.SignPolicy = .negative
    ) -> String {
        NumberText(places: places, separator: narrowSpace, sign: sign).text(of: value)
    }

    /// Returns `value` with `places` decimals: `−12 857`, `+97 121.50`; `–` where it is not finite.
    public static func shown(
        _ value: Double, places: Int, sign: NumberText.SignPolicy = .negative
    ) -> String {
        guard value.isFinite else { return none }
        let style = NumberText(places: places, separator: narrowSpace, sign: sign)
        return (try? style.text(of: value)) ?? value.description
    }

    /// Returns `money` with its currency: `EUR 295 762`.
    public static func shown(
        _ money: Money, places: Int = 0, sign: NumberText.SignPolicy = .negative
    ) -> String {
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
        guard let exact = try? ExactDecimal(nearest: fraction, places: 20) else {
            return shown(fraction, places: places)
        }
        return percentage(exact, places: places)
    }

    /// Returns `value` in a few characters, for titles and charts: `57 k`, `1.2 M`, `−850`.
    public static func compact(
        _ value: Double, sign: NumberText.SignPolicy = .negative
    ) -> String {
        let steps: [(from: Double, divisor: Double, places: Int, unit: String)] = [
            (9_950_000_000, 1e9, 0, "bn"), (999_500_000, 1e9, 1, "bn"),
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
        NumberText(places: places, separator: "", minus: .hyphen).text(of: value)
    }

    /// Returns `value` with exactly `places` decimals for programs; empty where it is not finite.
    public static func data(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "" }
        let style = NumberText(places: places, separator: "", minus: .hyphen)
        return (try? style.text(of: value)) ?? value.description
    }
}
