/// The key to the colours of a drawing, in as many rows as it needs.
struct ChartLegend {
    /// What one colour stands for.
    struct Entry {
        /// The name.
        var title: String
        /// The number of the colour.
        var series: Int
        /// The dashes of a line, or nil where areas are coloured.
        var dash: String?
        /// What the name stands for, shown when a pointer rests on it.
        var full: String?
    }

    private static let rowHeight = 19.0
    private static let sample = 12.0
    private static let lineSample = 24.0

    /// The entries with the left edge and row of each.
    private var places: [(entry: Entry, x: Double, row: Int)] = []
    /// The height of all rows with the space below.
    let height: Double

    /// Lays out `entries` from left to right in rows of `width`.
    init(_ entries: [Entry], width: Double) {
        var (x, row) = (0.0, 0)
        for entry in entries {
            let sample = entry.dash == nil ? Self.sample : Self.lineSample
            let limit = width - sample - 6
            var shown = entry
            shown.title = ChartText.fitted(entry.title, to: limit, size: ChartText.smallSize)
            shown.full = entry.full ?? entry.title
            let needed = sample + 6 + ChartText.width(shown.title, size: ChartText.smallSize)
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
            var sample = Self.sample
            if let dash = entry.dash {
                sample = Self.lineSample
                drawing.line(
                    from: ChartPoint(left, top + 8), to: ChartPoint(left + sample, top + 8),
                    .series(entry.series), width: 2.25, dash: dash)
            } else {
                drawing.rectangle(
                    ChartBox(x: left, y: top + 2, width: sample, height: sample),
                    .series(entry.series))
            }
            drawing.text(
                entry.title, at: ChartPoint(left + sample + 6, top + 12), .soft,
                size: ChartText.smallSize, full: entry.full)
        }
    }
}
