import OutlayValues

/// What the figures of a chart measure, and with how many decimals they are shown.
public struct Measure: Sendable, Hashable {
    /// The currency or unit in front of a figure; empty for points and other bare numbers.
    public var unit: String
    /// The decimals people see.
    public var places: Int
    /// The decimals programs get.
    public var dataPlaces: Int

    /// Value points, 0 to 100.
    public static let points = Measure(unit: "", places: 1, dataPlaces: 6)

    /// Creates a measure.
    public init(unit: String, places: Int, dataPlaces: Int) {
        self.unit = unit
        self.places = places
        self.dataPlaces = dataPlaces
    }

    /// Returns the measure of amounts in `currency`, shown with `places` decimals.
    public static func money(_ currency: Currency, places: Int = 0) -> Measure {
        Measure(unit: currency.code, places: places, dataPlaces: currency.minorUnitPlaces)
    }

    /// Returns `value` as a cell of a table.
    public func cell(_ value: Double, sign: NumberText.SignPolicy = .negative) -> Cell {
        .number(value, places: places, dataPlaces: dataPlaces, sign: sign)
    }

    /// Returns the range from `value` up to `highest` as a cell, `62.0–77.0`, or `value` alone.
    public func cell(_ value: Double, upTo highest: Double?) -> Cell {
        let low = cell(value)
        guard let high = highest.map({ cell($0) }) else { return low }
        return .number(shown: "\(low.shown)–\(high.shown)", data: "\(low.data)–\(high.data)")
    }

    /// Returns `value` with its unit: `EUR 295 762`.
    public func label(_ value: Double, sign: NumberText.SignPolicy = .negative) -> String {
        let shown = FigureText.shown(value, places: places, sign: sign)
        return unit.isEmpty ? shown : unit + FigureText.noBreakSpace + shown
    }

    /// Returns `value` for a place too small for ``label(_:sign:)``: `191 k`.
    func shortLabel(_ value: Double, sign: NumberText.SignPolicy = .negative) -> String {
        value.magnitude >= 1000
            ? FigureText.compact(value, sign: sign)
            : FigureText.shown(value, places: places, sign: sign)
    }
}
