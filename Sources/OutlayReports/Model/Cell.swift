import OutlayValues

/// One cell of a table: what people read and what programs read.
public enum Cell: Sendable, Hashable {
    /// How a text looks.
    public enum Tone: Sendable, Hashable {
        /// Like the others.
        case normal
        /// Stands out.
        case strong
        /// A pass.
        case good
        /// A failure.
        case bad
        /// Steps back.
        case quiet
    }

    /// A text.
    case text(String, tone: Tone)
    /// A number as shown (`295 762`) and as data (`295762.30`).
    case number(shown: String, data: String)
    /// No value: shown as `–`, no data.
    case empty

    /// What people read.
    public var shown: String {
        switch self {
        case .text(let text, _): text
        case .number(let shown, _): shown
        case .empty: FigureText.none
        }
    }

    /// What programs read: plain digits with a point and `-`; empty where there is no value.
    public var data: String {
        switch self {
        case .text(let text, _): text
        case .number(_, let data): data
        case .empty: ""
        }
    }

    /// Returns a text cell.
    public static func text(_ text: String) -> Cell { .text(text, tone: .normal) }

    /// Returns an amount shown with `places` decimals and without its currency.
    ///
    /// The data has the decimals of the currency.
    public static func money(
        _ money: Money, places: Int = 0, sign: NumberText.SignPolicy = .negative
    ) -> Cell {
        .number(
            shown: FigureText.shown(money.amount, places: places, sign: sign),
            data: FigureText.data(money.amount, places: money.currency.minorUnitPlaces))
    }

    /// Returns a number shown with `places` decimals; the data has `dataPlaces`.
    public static func number(
        _ value: Double, places: Int, dataPlaces: Int = 6, sign: NumberText.SignPolicy = .negative
    ) -> Cell {
        .number(
            shown: FigureText.shown(value, places: places, sign: sign),
            data: FigureText.data(value, places: dataPlaces))
    }

    /// Returns an exact number shown with `places` decimals; the data has every decimal.
    public static func number(
        _ value: ExactDecimal, places: Int, sign: NumberText.SignPolicy = .negative
    ) -> Cell {
        .number(
            shown: FigureText.shown(value, places: places, sign: sign), data: value.description)
    }

    /// Returns a fraction shown as a percentage (`8 %`); the data is the fraction (`0.08`).
    public static func percentage(_ fraction: Double, places: Int = 0) -> Cell {
        .number(
            shown: FigureText.percentage(fraction, places: places),
            data: FigureText.data(fraction, places: 4))
    }
}

extension Cell: ExpressibleByStringInterpolation {
    /// Creates a text cell.
    public init(stringLiteral text: String) {
        self = .text(text, tone: .normal)
    }
}
