/// The key to the colours of a drawing, in as many rows as it needs.
struct ChartLegend {
    /// What one colour stands for.
    struct Entry {
        /// The name.
        var title: String
        /// How it is drawn.
        var sample: Sample
        /// What the name stands for, shown when a pointer rests on it.
        var full: String?
    }

    /// What stands in front of a name.
    enum Sample {
        /// A field in the colour of a series.
        case area(series: Int)
        /// A line of a colour and a pattern of dashes.
        case line(ChartPaint, dash: String)
        /// A hollow point.
        case ring
        /// The mark of a total.
        case mark

        fileprivate var width: Double {
            switch self {
            case .area, .ring: 12
            case .line: 24
            case .mark: 3
            }
        }
    }

    private static let rowHeight = 19.0

    /// The entries with the left edge and row of each.
    private var places: [(entry: Entry, x: Double, row: Int)] = []
    /// The height of all rows with the space below.
    let height: Double

    /// Lays out `entries` from left to right in rows of `width`.
    init(_ entries: [Entry], width: Double) {
        var (x, row) = (0.0, 0)
        for entry in entries {
            let limit = width - entry.sample.width - 6
            var shown = entry
            shown.title = ChartText.fitted(entry.title, to: limit, size: ChartText.smallSize)
            shown.full = entry.full ?? entry.title
            let needed =
                entry.sample.width + 6 + ChartText.width(shown.title, size: ChartText.smallSize)
            if x > 0, x + needed > width { (x, row) = (0, row + 1) }
            places.append((shown, x, row))
            x += needed + 14
        }
        height = entries.isEmpty ? 0 : Double(row + 1) * Self.rowHeight + 7
    }

    /// Draws the legend with its upper left corner at `origin`.
    func draw(in drawing: inout SVGDrawing, at origin: ChartPoint) {
        for (entry, x, row) in places {
            let top = origin.y + Double(row) * Self.rowHeight
            let left = origin.x + x
            let width = entry.sample.width
            switch entry.sample {
            case .area(let series):
                drawing.rectangle(
                    ChartBox(x: left, y: top + 2, width: width, height: 12), .series(series))
            case .line(let paint, let dash):
                drawing.line(
                    from: ChartPoint(left, top + 8), to: ChartPoint(left + width, top + 8),
                    paint, width: 2, dash: dash)
            case .ring:
                drawing.mark(
                    at: ChartPoint(left + 6, top + 8), radius: 5, .soft, isHollow: true)
            case .mark:
                drawing.rectangle(ChartBox(x: left, y: top + 1, width: width, height: 14), .ink)
            }
            drawing.text(
                entry.title, at: ChartPoint(left + width + 6, top + 12), .soft,
                size: ChartText.smallSize, full: entry.full)
        }
    }
}
