import OutlayEvaluations
import OutlayValues

extension FigureValue {
    /// The most decimals of a number that is not money.
    private static let places = 6

    /// The value with its unit as a tree of figures shows it: `295 762.29`, `7 %`, `65 seat`, `never`.
    var shown: String {
        guard case .quantity(let unit) = unit, !unit.isEmpty, number != nil else {
            return unit == .years && number != nil ? plain + FigureText.narrowSpace + "y" : plain
        }
        return plain + FigureText.narrowSpace + unit
    }

    /// The value as a formula shows it: without its unit, but for percentages.
    var plain: String {
        switch (content, unit) {
        case (.words(let words), _): return words
        case (.number(let number), .money(let currency)):
            return Self.text(number, places: currency.minorUnitPlaces)
        case (.number(let number), .fraction):
            return Self.percentage(number)
        case (.number(let number), _):
            return Self.text(number, atMost: Self.places)
        }
    }

    /// The value as the tables of `compare`, `tco` and `report` round it; nil where that is ``shown`` itself.
    var rounded: String? {
        guard case .number(let number) = content else { return nil }
        switch unit {
        case .money: return Self.text(number, places: 0)
        case .points: return Self.text(number, places: 1)
        case .years:
            return Self.text(number, places: 1) + FigureText.narrowSpace + "y"
        case .fraction, .ratio, .rank, .quantity, .none: return nil
        }
    }

    /// The number for programs with every decimal it has, nil where it is words.
    var data: String? {
        guard case .number(let number) = content else { return nil }
        switch number {
        case .exact(let number): return number.description
        case .real(let number):
            return try? NumberText(separator: "", minus: .hyphen).text(of: number)
        }
    }

    /// The value as a cell: as shown, and with every decimal for programs.
    var cell: Cell {
        guard let data else { return .text(shown) }
        return .number(shown: shown, data: data)
    }

    private static func text(_ number: FigureNumber, places: Int) -> String {
        switch number {
        case .exact(let number): FigureText.shown(number, places: places)
        case .real(let number): FigureText.shown(number, places: places)
        }
    }

    /// Returns a number with as many decimals as it has, but no more than `places`.
    private static func text(_ number: FigureNumber, atMost places: Int) -> String {
        guard let exact = exact(number, places) else {
            return FigureText.shown(number.doubleValue, places: places)
        }
        return FigureText.asStated.text(of: exact)
    }

    private static func percentage(_ number: FigureNumber) -> String {
        guard let exact = exact(number, places) else {
            return FigureText.percentage(number.doubleValue, places: 2)
        }
        return FigureText.percentage(exact)
    }

    private static func exact(_ number: FigureNumber, _ places: Int) -> ExactDecimal? {
        switch number {
        case .exact(let number): number.rounded(toPlaces: places, .halfEven)
        case .real(let number): try? ExactDecimal(nearest: number, places: places)
        }
    }
}
