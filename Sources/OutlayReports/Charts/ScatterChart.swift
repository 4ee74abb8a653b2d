/// Value against cost, one point per option and a line up to the most it may be worth, with the efficient frontier as a dashed line.
public struct ScatterChart: Chart {
    /// One option.
    public struct Point: Sendable, Hashable {
        /// Its name.
        public var title: String
        /// What it costs.
        public var cost: Double
        /// What it is worth, in points; where that is not one known number, the least.
        public var value: Double
        /// The most it may be worth, where that is not known; nil where ``value`` is.
        public var highestValue: Double?
        /// Whether it is excluded from the choice; drawn hollow.
        public var isExcluded: Bool
        /// Whether no eligible option is as good for less, or better for as much.
        public var isOnFrontier: Bool
        /// Its place in the table's last column: `on the frontier`, `excluded: residency`.
        public var note: String
        /// The number of its colour, the same in every chart of a report.
        public var series: Int

        /// Creates a point.
        public init(
            _ title: String, cost: Double, value: Double, highestValue: Double? = nil,
            isExcluded: Bool = false, isOnFrontier: Bool = false, note: String = "", series: Int
        ) {
            self.title = title
            self.cost = cost
            self.value = value
            self.highestValue = highestValue
            self.isExcluded = isExcluded
            self.isOnFrontier = isOnFrontier
            self.note = note
            self.series = series
        }
    }

    /// What is drawn.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// What stands along the horizontal axis, with its unit: `TCO, present value, EUR`.
    public var costTitle: String
    /// What stands along the vertical axis: `Value`.
    public var valueTitle: String
    /// The options.
    public var points: [Point]
    /// What the costs measure.
    public var measure: Measure

    /// Creates a chart.
    ///
    /// - Precondition: every cost and value is finite.
    public init(
        title: String, summary: String, costTitle: String, valueTitle: String = "Value",
        points: [Point], measure: Measure
    ) {
        precondition(
            points.allSatisfy {
                $0.cost.isFinite && $0.value.isFinite && ($0.highestValue ?? $0.value).isFinite
            },
            "the costs and values of `\(title)` are finite")
        self.title = title
        self.summary = summary
        self.costTitle = costTitle
        self.valueTitle = valueTitle
        self.points = points
        self.measure = measure
    }

    /// Cost, value and note of every option.
    public var table: Table {
        Table(
            caption: title,
            columns: [
                Column("Option", widthHint: 32), .number(costTitle), .number(valueTitle),
                Column("Note", widthHint: 40),
            ],
            rows: points.map { point in
                Row(
                    [
                        .text(point.title), measure.cell(point.cost),
                        Measure.points.cell(point.value, upTo: point.highestValue),
                        .text(point.note),
                    ], style: point.isExcluded ? .muted : .normal)
            })
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        var drawing = SVGDrawing()
        let costs = points.map(\.cost)
        let values = points.map(\.value) + points.compactMap(\.highestValue)
        let costScale = ChartScale(
            (costs.min() ?? 0)...(costs.max() ?? 1), about: canvas == .wide ? 6 : 3,
            endsAtTicks: true)
        let valueScale = ChartScale(
            min(0, values.min() ?? 0)...max(100, values.max() ?? 100), about: 4, endsAtTicks: true)
        let legend = ChartLegend(legendEntries, width: canvas.width)
        legend.draw(in: &drawing, at: ChartPoint(0, 0))
        let frame = ChartFrame(
            plot: ChartBox(
                x: 38, y: legend.height + 26, width: canvas.width - 58,
                height: canvas == .wide ? 300 : 260),
            horizontal: costScale, vertical: valueScale)
        frame.drawGrid(in: &drawing, horizontalTitle: costTitle, verticalTitle: valueTitle)
        drawFrontier(in: &drawing, frame)
        drawPoints(in: &drawing, frame)
        return drawing.element(
            of: self, on: canvas, height: frame.plot.bottom + 42, identifier: identifier)
    }

    /// What is not written at the points themselves.
    private var legendEntries: [ChartLegend.Entry] {
        var entries: [ChartLegend.Entry] = []
        if points.count(where: \.isOnFrontier) > 1 {
            entries.append(
                .init(title: "efficient frontier", sample: .line(.soft, dash: Self.frontierDash)))
        }
        if points.contains(where: \.isExcluded) {
            entries.append(.init(title: "excluded", sample: .ring))
        }
        return entries
    }

    private static let frontierDash = "5 4"

    /// The points of the frontier from cheap to dear.
    private func frontier(_ frame: ChartFrame) -> [ChartPoint] {
        points.filter(\.isOnFrontier)
            .sorted { ($0.cost, $0.value) < ($1.cost, $1.value) }
            .map { frame.place($0.cost, $0.value) }
    }

    private func drawFrontier(in drawing: inout SVGDrawing, _ frame: ChartFrame) {
        let line = frontier(frame)
        guard line.count > 1 else { return }
        drawing.polyline(
            line, .soft, width: 1.5, dash: Self.frontierDash, tooltip: "Efficient frontier")
    }

    private func drawPoints(in drawing: inout SVGDrawing, _ frame: ChartFrame) {
        let radius = 6.0
        var labels = LabelPlacement(within: frame.plot, avoiding: frontier(frame))
        for point in points {
            labels.occupy(around: frame.place(point.cost, point.value), radius: radius + 1)
        }
        for point in points {
            let place = frame.place(point.cost, point.value)
            let name = point.title + (point.isExcluded ? " (excluded)" : "")
            let figures =
                "\(measure.label(point.cost)), "
                + "\(Measure.points.cell(point.value, upTo: point.highestValue).shown) points"
            if let highest = point.highestValue {
                drawing.line(
                    from: place, to: frame.place(point.cost, highest), .series(point.series),
                    width: 2)
            }
            drawing.mark(
                at: place, radius: radius, .series(point.series), isHollow: point.isExcluded,
                tooltip: "\(name): \(figures)")
            let shown = ChartText.fitted(point.title, to: max(frame.plot.width * 0.4, 150))
            guard let label = labels.place(shown, beside: place, radius: radius) else { continue }
            if let leader = label.leader { drawing.line(from: place, to: leader, .soft) }
            drawing.text(
                shown, at: label.baseline, point.isExcluded ? .soft : .ink, halo: true,
                full: point.title)
        }
    }
}
