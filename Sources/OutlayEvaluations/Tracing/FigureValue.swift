import OutlayEconomics
import OutlayValues

/// What a figure is: a number, unrounded, or a few words where it is no number.
public struct FigureValue: Sendable, Hashable {
    /// What it is, without its unit.
    public var content: Content
    /// What it counts.
    public var unit: Unit

    /// What a figure is, without its unit.
    public enum Content: Sendable, Hashable {
        /// A number.
        case number(FigureNumber)
        /// An answer that is no number, such as `never` or `pass`.
        case words(String)
    }

    /// What a number counts.
    public enum Unit: Sendable, Hashable {
        /// Money of a currency.
        case money(Currency)
        /// Years from time 0.
        case years
        /// Points of value, 0 … 100.
        case points
        /// A fraction of 1, shown as a percentage.
        case fraction
        /// A factor or a ratio.
        case ratio
        /// A place, 1 the best.
        case rank
        /// Things of this unit; empty where it has none.
        case quantity(String)
        /// Nothing: the figure is words.
        case none
    }

    /// Creates the value of a number.
    public init(_ number: FigureNumber, _ unit: Unit) {
        content = .number(number)
        self.unit = unit
    }

    /// Creates a value in words.
    public init(_ words: String) {
        content = .words(words)
        unit = .none
    }

    /// The number, nil where it is words.
    public var number: FigureNumber? {
        if case .number(let number) = content { number } else { nil }
    }

    /// Returns an exact amount.
    static func money(_ amount: ExactDecimal, _ currency: Currency) -> FigureValue {
        FigureValue(.exact(amount), .money(currency))
    }

    /// Returns an unrounded present value.
    static func money(_ amount: Double, _ currency: Currency) -> FigureValue {
        FigureValue(.real(amount), .money(currency))
    }
}

/// A number: exact, or a binary fraction where something is discounted or scored.
public enum FigureNumber: Sendable, Hashable {
    /// An exact decimal.
    case exact(ExactDecimal)
    /// The result of discounting or scoring.
    case real(Double)

    /// The number for statistics.
    public var doubleValue: Double {
        switch self {
        case .exact(let number): number.doubleValue
        case .real(let number): number
        }
    }
}
