/// How far one figure moves from the low to the high end of each input: horizontal bars around what is stated.
public struct TornadoChart: Chart {
    /// One bar.
    public struct Bar: Sendable {
        /// The input.
        public var title: String
        /// The input's lower end, as it is read.
        public var low: String
        /// The input's upper end.
        public var high: String
        /// The figure at the lower end.
        public var atLow: Double
        /// The figure at the upper end.
        public var atHigh: Double
        /// The figures of cash alone at both ends, which stand in the table.
        public var cash: (atLow: Double, atHigh: Double)

        /// Creates a bar.
        public init(
            title: String, low: String, high: String, atLow: Double, atHigh: Double,
            cash: (atLow: Double, atHigh: Double)
        ) {
            self.title = title
            self.low = low
            self.high = high
            self.atLow = atLow
            self.atHigh = atHigh
            self.cash = cash
        }
    }

    /// What is drawn, with its unit.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// The figure with every input as stated.
    public var stated: Double
    /// What the figure is called: `NPV`.
    public var figure: String
    /// The bars from top to bottom.
    public var bars: [Bar]
    /// What the figure measures.
    public var measure: Measure

    private static let barHeight = 20.0
    private static let pitch = 34.0
    /// The most inputs that are drawn; the table has all.
    private static let mostDrawn = 12

    /// Creates a chart.
    ///
    /// - Precondition: every figure is finite.
    public init(
        title: String, summary: String, stated: Double, figure: String, bars: [Bar],
        measure: Measure
    ) {
        precondition(
            stated.isFinite && bars.allSatisfy { $0.atLow.isFinite && $0.atHigh.isFinite },
            "the figures of `\(title)` are finite")
        self.title = title
        self.summary = summary
        self.stated = stated
        self.figure = figure
        self.bars = bars
        self.measure = measure
    }

    /// The figures at both ends, a row per input.
    public var table: Table {
        Table(
            caption: title,
            columns: [
                Column("Number", widthHint: 32), .number("Low"), .number("High"),
                .number("\(figure) at low"), .number("\(figure) at high"), .number("Swing"),
                .number("cash at low"), .number("cash at high"),
            ],
            rows: bars.map { bar in
                Row([
                    .text(bar.title), .number(shown: bar.low, data: bar.low),
                    .number(shown: bar.high, data: bar.high), measure.cell(bar.atLow),
                    measure.cell(bar.atHigh), measure.cell((bar.atHigh - bar.atLow).magnitude),
                    measure.cell(bar.cash.atLow), measure.cell(bar.cash.atHigh),
                ])
            }, note: "\(figure) as stated: \(measure.label(stated)).")
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        var drawing = SVGDrawing()
        let legend = ChartLegend(
            [
                .init(title: "towards the low end", sample: .area(series: 0)),
                .init(title: "towards the high end", sample: .area(series: 1)),
            ], width: canvas.width)
        legend.draw(in: &drawing, at: ChartPoint(0, 0))
        let drawn = Array(bars.prefix(Self.mostDrawn))
        let names = drawn.map { ChartText.width($0.title) }.max() ?? 0
        let isWide = canvas == .wide
        let left = isWide ? min(names, 230) + 12 : 4
        let top = legend.height + 6
        let rowHeight = isWide ? Self.pitch : Self.pitch + 18
        let plot = ChartBox(
            x: left, y: top, width: canvas.width - left - 30,
            height: Double(drawn.count) * rowHeight + 4)
        let values = drawn.flatMap { [$0.atLow, $0.atHigh] } + [stated]
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        // Zero is in view where it is near: a change of sign is what readers look for.
        let reach = most - least
        let low = least > 0 && least < reach ? 0 : least
        let high = most < 0 && -most < reach ? 0 : most
        let margin = (high - low) * 0.14
        let scale = ChartScale(
            (low - margin)...(high + margin), about: isWide ? 6 : 3, endsAtTicks: false)
        drawAxis(in: &drawing, scale, plot)
        for (index, bar) in drawn.enumerated() {
            let y = top + Double(index) * rowHeight + (isWide ? 7 : 25)
            draw(bar, in: &drawing, scale, plot, y: y, isWide: isWide)
        }
        let x = scale.position(stated, from: plot.x, to: plot.right)
        drawing.line(
            from: ChartPoint(x, plot.y), to: ChartPoint(x, plot.bottom), .ink, width: 1.5)
        return drawing.element(
            of: self, on: canvas, height: plot.bottom + 22, identifier: identifier)
    }

    private func drawAxis(in drawing: inout SVGDrawing, _ scale: ChartScale, _ plot: ChartBox) {
        for tick in scale.ticks {
            let x = scale.position(tick, from: plot.x, to: plot.right)
            drawing.line(
                from: ChartPoint(x, plot.y), to: ChartPoint(x, plot.bottom),
                tick == 0 ? .soft : .grid, width: tick == 0 ? 1.5 : 1)
            drawing.text(
                scale.label(tick), at: ChartPoint(x, plot.bottom + 16), .soft, anchor: .middle,
                size: ChartText.smallSize)
        }
    }

    private func draw(
        _ bar: Bar, in drawing: inout SVGDrawing, _ scale: ChartScale, _ plot: ChartBox,
        y: Double, isWide: Bool
    ) {
        if isWide {
            drawing.text(
                ChartText.fitted(bar.title, to: plot.x - 12),
                at: ChartPoint(plot.x - 10, y + 14), anchor: .end, full: bar.title)
        } else {
            drawing.text(
                ChartText.fitted(bar.title, to: plot.width), at: ChartPoint(plot.x, y - 6),
                full: bar.title)
        }
        let middle = scale.position(stated, from: plot.x, to: plot.right)
        let ends = [(bar.atLow, bar.low, 0), (bar.atHigh, bar.high, 1)]
        for (value, text, series) in ends {
            let x = scale.position(value, from: plot.x, to: plot.right)
            drawing.rectangle(
                ChartBox(
                    x: min(x, middle), y: y, width: max((x - middle).magnitude, 0.5),
                    height: Self.barHeight), .series(series),
                tooltip: "\(bar.title) \(text): \(measure.label(value))")
        }
        let isLowLeft = bar.atLow <= bar.atHigh
        let sides = [
            (min(bar.atLow, bar.atHigh), isLowLeft ? bar.low : bar.high, true),
            (max(bar.atLow, bar.atHigh), isLowLeft ? bar.high : bar.low, false),
        ]
        for (value, text, isLeft) in sides {
            let x = scale.position(value, from: plot.x, to: plot.right)
            drawing.text(
                text, at: ChartPoint(x + (isLeft ? -5 : 5), y + 14), .soft,
                anchor: isLeft ? .end : .start, size: ChartText.smallSize, halo: true)
        }
    }
}
