import OutlayDecisions
import OutlayEncoding
import OutlayValues

extension ValueRange {
    /// Returns the range as people read it: `62.0–77.0`, or one number where it is known.
    func shown(places: Int) -> String {
        let low = FigureText.shown(low, places: places)
        return known == nil ? "\(low)–\(FigureText.shown(high, places: places))" : low
    }

    /// Returns the range as a cell of a table.
    func cell(places: Int) -> Cell {
        if let known { return .number(known, places: places) }
        let ends = [low, high].map { FigureText.data($0, places: 6) }
        return .number(shown: shown(places: places), data: ends.joined(separator: "–"))
    }

    /// The range for programs: its two ends.
    var json: JSONValue { ["low": ResultJSON.value(low), "high": ResultJSON.value(high)] }
}

extension MinimumResult {
    /// What is found, in as few decimals as tell it from what is needed; nil where nothing is known.
    var foundInWords: String? {
        guard let found else { return nil }
        let (ends, line) = ([found.low, found.high], needed.doubleValue)
        let fewest = ends.allSatisfy { $0 == $0.rounded() } ? 0 : 1
        let places = (fewest...6).first { places in
            ends.allSatisfy { end in
                let shown = (try? ExactDecimal(nearest: end, places: places))?.doubleValue ?? end
                return (shown < line) == (end < line)
            }
        }
        return found.shown(places: places ?? 6)
    }
}
