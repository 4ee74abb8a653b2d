import OutlayEconomics
import OutlayValues

/// The figures of financial functions for people and for programs.
package enum FigureForms {
    /// How many digits of a number people see; programs see all.
    private static let shownDigits = 10

    /// Returns a figure as people read it, in a unit.
    package static func shown(_ figure: FunctionFigure, unit: String) -> String {
        switch figure {
        case .number(let number): return shown(number, isMoney: unit == "money")
        case .exact(let number):
            return FigureText.shown(number, places: max(number.places, unit == "money" ? 2 : 0))
        case .count(let count): return "\(count)"
        case .text(let text): return text
        case .list(let figures):
            return figures.map { shown($0, unit: unit) }.joined(separator: ", ")
        case .table(_, let rows): return "\(rows.count) rows"
        case .never: return FigureText.none
        }
    }

    /// Returns a figure as programs read it: nil for never, lists with spaces between.
    package static func data(_ figure: FunctionFigure) -> String? {
        switch figure {
        case .number(let number): number.plainText
        case .exact(let number): number.description
        case .count(let count): "\(count)"
        case .text(let text): text
        case .list(let figures): figures.map { data($0) ?? "" }.joined(separator: " ")
        case .table(_, let rows):
            rows.map { data(.list($0)) ?? "" }.joined(separator: "; ")
        case .never: nil
        }
    }

    /// Returns the cell of a figure.
    package static func cell(_ figure: FunctionFigure, unit: String) -> Cell {
        guard let data = data(figure) else { return .empty }
        return .number(shown: shown(figure, unit: unit), data: data)
    }

    private static func shown(_ number: Double, isMoney: Bool) -> String {
        if isMoney, number.magnitude >= 0.005 || number == 0, number.magnitude < 1e15 {
            return FigureText.shown(number, places: 2)
        }
        guard number != 0, (1e-15..<1e15).contains(number.magnitude) else {
            return number == 0 ? "0" : number.plainText
        }
        // The decimals that leave the digits shown, zeros at the end dropped.
        var (places, scale) = (shownDigits - 1, number.magnitude)
        while scale >= 10, places > 0 { (scale, places) = (scale / 10, places - 1) }
        while scale < 1 { (scale, places) = (scale * 10, places + 1) }
        guard let exact = try? ExactDecimal(nearest: number, places: places) else {
            return number.description
        }
        return FigureText.shown(exact, places: exact.places)
    }
}
