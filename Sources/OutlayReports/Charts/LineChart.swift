import OutlayValues

/// Figures over successive periods, one line per option, with a line at zero.
///
/// Lines differ in dash as well as in colour, and carry their name and last figure at their end.
public struct LineChart: Chart {
    /// One line.
    public struct Line: Sendable, Hashable {
        /// Whose line it is.
        public var title: String
        /// One figure per period.
        public var values: [Double]
        /// The number of its colour, the same in every chart of a report.
        public var series: Int

        /// Creates a line.
        public init(_ title: String, values: [Double], series: Int) {
            self.title = title
            self.values = values
            self.series = series
        }
    }

    /// What is drawn, with its unit.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// The points in time from left to right: `Start`, `2027`.
    public var periods: [String]
    /// The lines.
    public var lines: [Line]
    /// What the figures measure.
    public var measure: Measure
    /// The signs of the figures at the lines' ends: both for gains and losses.
    public var sign: NumberText.SignPolicy

    /// Creates a chart.
    ///
    /// - Precondition: every line has one finite value per period.
    public init(
        title: String, summary: String, periods: [String], lines: [Line], measure: Measure,
        sign: NumberText.SignPolicy = .negative
    ) {
        precondition(
            lines.allSatisfy { line in
                line.values.count == periods.count && line.values.allSatisfy(\.isFinite)
            }, "every line of `\(title)` has \(periods.count) finite values")
        self.title = title
        self.summary = summary
        self.periods = periods
        self.lines = lines
        self.measure = measure
        self.sign = sign
    }

    /// The figures, a row per line and a column per period.
    public var table: Table {
        Table(
            caption: title,
            columns: [Column("Option", widthHint: 32)] + periods.map { .number($0) },
            rows: lines.map { Row([.text($0.title)] + $0.values.map { measure.cell($0) }) },
            note: Table.roundedIndividually)
    }

    private static let dashes = ["", "7 4", "2 3", "10 3 2 3", "14 4", "6 2 2 2 2 2", "4 6"]

    private func dash(_ line: Line) -> String {
        // The second round of the palette shifts the dashes, so that no two lines look the same.
        let colours = ChartPaint.seriesColours.count
        return Self.dashes[(line.series + line.series / colours) % Self.dashes.count]
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        var drawing = SVGDrawing()
        let legend = ChartLegend(
            canvas == .wide
                ? []
                : lines.map {
                    .init(title: $0.title, sample: .line(.series($0.series), dash: dash($0)))
                },
            width: canvas.width)
        legend.draw(in: &drawing, at: ChartPoint(0, 0))

        let values = lines.flatMap(\.values)
        let vertical = ChartScale(
            min(0, values.min() ?? 0)...max(0, values.max() ?? 0), about: 5, endsAtTicks: true)
        let left =
            vertical.ticks.map {
                ChartText.width(vertical.label($0), size: ChartText.smallSize)
            }.max().map { $0 + 12 } ?? 40
        let labels = lines.map { endLabel($0, on: canvas) }
        let right = (labels.map { ChartText.width($0.shown) }.max() ?? 0) + 16
        let plot = ChartBox(
            x: left, y: legend.height + 10, width: canvas.width - left - right,
            height: canvas == .wide ? 260 : 220)
        let horizontal = ChartScale(
            0...Double(max(periods.count - 1, 1)), about: 1, endsAtTicks: false)
        let frame = ChartFrame(plot: plot, horizontal: horizontal, vertical: vertical)
        drawAxes(in: &drawing, frame)
        for line in lines { draw(line, in: &drawing, frame) }
        drawEndLabels(labels, in: &drawing, frame)
        return drawing.element(
            of: self, on: canvas, height: plot.bottom + 26, identifier: identifier)
    }

    private func drawAxes(in drawing: inout SVGDrawing, _ frame: ChartFrame) {
        frame.drawVerticalGrid(in: &drawing, title: "")
        let zero = frame.place(0, 0).y
        drawing.line(
            from: ChartPoint(frame.plot.x, zero), to: ChartPoint(frame.plot.right, zero), .soft,
            width: 1.5)
        // Every label where they fit, else every second, third, ...
        let space = frame.plot.width / Double(max(periods.count - 1, 1))
        let widest = periods.map { ChartText.width($0, size: ChartText.smallSize) }.max() ?? 0
        let stride = max(1, Int(((widest + 10) / space).rounded(.up)))
        for (index, period) in periods.enumerated() where index % stride == 0 {
            let x = frame.place(Double(index), 0).x
            drawing.text(
                period, at: ChartPoint(x, frame.plot.bottom + 18), .soft, anchor: .middle,
                size: ChartText.smallSize)
        }
    }

    private func draw(_ line: Line, in drawing: inout SVGDrawing, _ frame: ChartFrame) {
        let points = line.values.enumerated().map { frame.place(Double($0), $1) }
        drawing.polyline(
            points, .series(line.series), width: 2.25, dash: dash(line), tooltip: line.title)
        for (index, point) in points.enumerated() {
            drawing.mark(
                at: point, radius: 3, .series(line.series),
                tooltip: "\(line.title), \(periods[index]): \(measure.label(line.values[index]))")
        }
    }

    private func endLabel(_ line: Line, on canvas: ChartCanvas) -> (shown: String, full: String) {
        let figure = line.values.last.map { measure.shortLabel($0, sign: sign) } ?? ""
        let full = line.title + "  " + figure
        guard canvas == .wide else { return (figure, full) }
        let space = 220 - ChartText.width("  " + figure)
        return (ChartText.fitted(line.title, to: space) + "  " + figure, full)
    }

    /// Draws the labels at the ends of the lines, pushed apart where they would overlap.
    private func drawEndLabels(
        _ labels: [(shown: String, full: String)], in drawing: inout SVGDrawing,
        _ frame: ChartFrame
    ) {
        let ends = lines.map { frame.place(Double(periods.count - 1), $0.values.last ?? 0) }
        let order = ends.indices.sorted { (ends[$0].y, $0) < (ends[$1].y, $1) }
        let heights = Self.spread(
            order.map { ends[$0].y }, apart: 16, within: frame.plot.y...frame.plot.bottom)
        for (index, y) in zip(order, heights) {
            let end = ends[index]
            if (y - end.y).magnitude > 3 {
                drawing.line(
                    from: ChartPoint(end.x + 4, end.y), to: ChartPoint(end.x + 11, y), .soft)
            }
            drawing.text(
                labels[index].shown, at: ChartPoint(end.x + 14, y + 4), full: labels[index].full)
        }
    }

    /// Returns ascending `places` moved as little as a forward and a backward pass allow, so that
    /// neighbours are at least `gap` apart; more than fit the range run out of it at the top.
    static func spread(
        _ places: [Double], apart gap: Double, within range: ClosedRange<Double>
    ) -> [Double] {
        var result = places
        for index in result.indices.dropFirst() {
            result[index] = max(result[index], result[index - 1] + gap)
        }
        var limit = range.upperBound
        for index in result.indices.reversed() {
            result[index] = min(result[index], limit)
            limit = result[index] - gap
        }
        return result
    }
}
