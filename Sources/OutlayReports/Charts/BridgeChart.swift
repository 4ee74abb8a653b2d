/// Steps from one total to another: a bar for each total, and between them one floating bar for each step.
///
/// A step begins where the one before it ended. Rises and falls have colours of their own.
public struct BridgeChart: Chart {
    /// One step.
    public struct Step: Sendable, Hashable {
        /// What changes.
        public var title: String
        /// By how much.
        public var value: Double

        /// Creates a step.
        public init(_ title: String, value: Double) {
            self.title = title
            self.value = value
        }
    }

    /// What is drawn, with its unit.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// Where the steps begin.
    public var from: Step
    /// The steps from top to bottom.
    public var steps: [Step]
    /// Where the steps end.
    public var to: Step
    /// What the figures measure.
    public var measure: Measure
    /// The figures of the drawing, and what else belongs beside them.
    public var table: Table

    private static let barHeight = 22.0
    private static let totalSeries = 6
    private static let riseSeries = 1
    private static let fallSeries = 0

    /// Creates a chart; where no `table` is given, it is made of the steps.
    ///
    /// - Precondition: every figure is finite.
    public init(
        title: String, summary: String, from: Step, steps: [Step], to: Step, measure: Measure,
        table: Table? = nil
    ) {
        precondition(
            ([from, to] + steps).allSatisfy { $0.value.isFinite },
            "the figures of a bridge are finite")
        self.title = title
        self.summary = summary
        self.from = from
        self.steps = steps
        self.to = to
        self.measure = measure
        self.table =
            table
            ?? Table(
                caption: title, columns: [Column("Step", widthHint: 32), .number(measure.unit)],
                rows: [Row([.text(from.title), measure.cell(from.value)], style: .total)]
                    + steps.map {
                        Row([.text($0.title), measure.cell($0.value, sign: .both)])
                    } + [Row([.text(to.title), measure.cell(to.value)], style: .total)],
                note: Table.roundedIndividually)
    }

    /// A bar of the drawing: what it is called, where it reaches from and to, its label and colour.
    private struct Bar {
        var title: String
        var start: Double
        var end: Double
        var label: String
        var series: Int
    }

    private var bars: [Bar] {
        func total(_ step: Step) -> Bar {
            Bar(
                title: step.title, start: 0, end: step.value, label: measure.label(step.value),
                series: Self.totalSeries)
        }
        var bars = [total(from)]
        var level = from.value
        for step in steps {
            bars.append(
                Bar(
                    title: step.title, start: level, end: level + step.value,
                    label: measure.label(step.value, sign: .both),
                    series: step.value < 0 ? Self.fallSeries : Self.riseSeries))
            level += step.value
        }
        return bars + [total(to)]
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        var drawing = SVGDrawing()
        let bars = bars
        let ends = [0] + bars.map(\.start) + bars.map(\.end)
        let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
        let legend = ChartLegend(
            [
                ChartLegend.Entry(
                    title: "costs more", sample: .area(series: Self.riseSeries), full: nil),
                ChartLegend.Entry(
                    title: "costs less", sample: .area(series: Self.fallSeries), full: nil),
            ], width: canvas.width)
        legend.draw(in: &drawing, at: ChartPoint(0, 0))
        let labelWidth =
            canvas == .wide ? min(bars.map { ChartText.width($0.title) }.max() ?? 0, 230) + 10 : 0
        let figureWidth =
            canvas == .wide
            ? (bars.map { ChartText.width($0.label, bold: true) }.max() ?? 0) + 10 : 12
        let plot = ChartBox(
            x: labelWidth, y: legend.height, width: canvas.width - labelWidth - figureWidth,
            height: pitch(on: canvas) * Double(bars.count))
        let scale = ChartScale(
            low...(low == high ? low + 1 : high), about: canvas == .wide ? 6 : 4,
            endsAtTicks: false)
        drawing.axis(below: plot, scale)
        for (index, bar) in bars.enumerated() {
            let top = plot.y + pitch(on: canvas) * Double(index)
            draw(bar, isLast: index == bars.count - 1, in: &drawing, scale, plot, top, on: canvas)
        }
        return drawing.element(
            of: self, on: canvas, height: plot.bottom + 20, identifier: identifier)
    }

    private func pitch(on canvas: ChartCanvas) -> Double {
        Self.barHeight + (canvas == .wide ? 12 : 28)
    }

    private func draw(
        _ bar: Bar, isLast: Bool, in drawing: inout SVGDrawing, _ scale: ChartScale,
        _ plot: ChartBox, _ top: Double, on canvas: ChartCanvas
    ) {
        let barTop = top + (canvas == .wide ? 6 : 22)
        let ends = [bar.start, bar.end].map { scale.position($0, from: plot.x, to: plot.right) }
        let left = ends.min() ?? 0
        let width = (ends.max() ?? 0) - left
        drawing.rectangle(
            // A step of next to nothing is still to be seen.
            ChartBox(x: left, y: barTop, width: max(width, 1), height: Self.barHeight),
            .series(bar.series), tooltip: "\(bar.title): \(bar.label)")
        if !isLast {
            let bottom = barTop + pitch(on: canvas)
            drawing.line(
                from: ChartPoint(ends[1], barTop + Self.barHeight), to: ChartPoint(ends[1], bottom),
                .soft, dash: "2 2")
        }
        let baseline = barTop + Self.barHeight / 2 + 4
        let isTotal = bar.series == Self.totalSeries
        switch canvas {
        case .wide:
            drawing.text(
                ChartText.fitted(bar.title, to: plot.x - 10), at: ChartPoint(plot.x - 10, baseline),
                anchor: .end, bold: isTotal, full: bar.title)
            drawing.text(
                bar.label, at: ChartPoint(left + max(width, 1) + 8, baseline), bold: isTotal,
                halo: true)
        case .narrow:
            let space = canvas.width - ChartText.width(bar.label, bold: true) - 10
            drawing.text(
                ChartText.fitted(bar.title, to: space), at: ChartPoint(0, top + 16), bold: isTotal,
                halo: true, full: bar.title)
            drawing.text(
                bar.label, at: ChartPoint(canvas.width, top + 16), anchor: .end, bold: isTotal,
                halo: true)
        }
    }
}
