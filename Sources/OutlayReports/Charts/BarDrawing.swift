/// The drawing that every chart of stacked horizontal bars shares.
struct BarDrawing {
    /// The categories drawn as one segment.
    private struct Group {
        var title: String
        var members: [Int]
        var series: Int
    }

    /// A stretch of a bar from one value to another.
    private struct Segment {
        var group: Group
        var from: Double
        var to: Double
        var value: Double { to - from }
    }

    private static let barHeight = 24.0

    private let categories: [String]
    private let bars: [StackedBarChart.Bar]
    private let measure: Measure
    private let groups: [Group]
    private let segments: [[Segment]]
    private let range: ClosedRange<Double>

    /// Prepares the drawing of `bars`; `domain` fixes the ends of the axis.
    init(
        categories: [String], bars: [StackedBarChart.Bar], measure: Measure,
        domain: ClosedRange<Double>?
    ) {
        self.categories = categories
        self.bars = bars
        self.measure = measure
        let groups = Self.groups(of: categories, bars)
        self.groups = groups
        segments = bars.map { Self.segments(of: $0, groups) }
        let ends = segments.joined().map(\.to) + bars.map(\.total)
        let low = min(0, ends.min() ?? 0)
        let high = max(ends.max() ?? 0, 0)
        range = domain ?? (low...(low == high ? low + 1 : high))
    }

    /// Stops where a bar does not fit its categories: a mistake of the caller.
    static func check(_ bars: [StackedBarChart.Bar], _ categories: [String]) {
        for bar in bars {
            precondition(
                bar.values.count == categories.count,
                "the bar `\(bar.title)` has \(categories.count) values")
            precondition(
                bar.total.isFinite && bar.values.allSatisfy { $0?.isFinite ?? true },
                "the values of the bar `\(bar.title)` are finite")
        }
    }

    /// Returns the figures of `bars` as a table, with the notes of the bars where there are any.
    static func table(
        title: String, barsTitle: String, categories: [String], bars: [StackedBarChart.Bar],
        measure: Measure, totalTitle: String
    ) -> Table {
        let hasNotes = bars.contains { $0.note != nil }
        let columns =
            [Column(barsTitle, widthHint: 32)]
            + categories.map { Column($0, .end, widthHint: 16) } + [.number(totalTitle)]
        let rows = bars.map { bar in
            let figures = bar.values.map { $0.map { measure.cell($0) } ?? .empty }
            let note = hasNotes ? [Cell.text(bar.note ?? "", tone: .quiet)] : []
            let total = bar.totalText.map { Cell.number(shown: $0, data: $0) }
            return Row(
                [.text(bar.title)] + figures + [total ?? measure.cell(bar.total)] + note)
        }
        return Table(
            caption: title, columns: columns + (hasNotes ? [Column("Note", widthHint: 24)] : []),
            rows: rows, note: Table.roundedIndividually)
    }

    /// The categories in groups of one; where the colours do not suffice, the smallest as one group.
    private static func groups(
        of categories: [String], _ bars: [StackedBarChart.Bar]
    ) -> [Group] {
        let colours = StackedBarChart.coloursAvailable
        guard categories.count > colours else {
            return categories.enumerated().map { Group(title: $1, members: [$0], series: $0) }
        }
        let sizes = categories.indices.map { index in
            bars.reduce(0.0) { $0 + ($1.values[index] ?? 0).magnitude }
        }
        let ranked = categories.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        let kept = ranked.prefix(colours - 1).sorted()
        let others = ranked.dropFirst(colours - 1).sorted()
        return kept.enumerated().map {
            Group(title: categories[$1], members: [$1], series: $0)
        } + [Group(title: "\(others.count) others", members: others, series: colours - 1)]
    }

    private static func segments(of bar: StackedBarChart.Bar, _ groups: [Group]) -> [Segment] {
        var (right, left) = (0.0, 0.0)
        var segments: [Segment] = []
        for group in groups {
            let value = group.members.reduce(0.0) { $0 + (bar.values[$1] ?? 0) }
            if value > 0 {
                segments.append(Segment(group: group, from: right, to: right + value))
                right += value
            } else if value < 0 {
                segments.append(Segment(group: group, from: left, to: left + value))
                left += value
            }
        }
        return segments
    }

    /// Returns the drawing of `chart`.
    func svg(of chart: any Chart, on canvas: ChartCanvas, identifier: String) -> String {
        var drawing = SVGDrawing()
        let legend = ChartLegend(legendEntries, width: canvas.width)
        legend.draw(in: &drawing, at: ChartPoint(0, 0))

        let labelWidth = canvas == .wide ? self.labelWidth : 0
        let totalWidth = canvas == .wide ? self.totalWidth : 12
        let plot = ChartBox(
            x: labelWidth, y: legend.height, width: canvas.width - labelWidth - totalWidth,
            height: bars.reduce(0) { $0 + pitch(of: $1, on: canvas) })
        let scale = ChartScale(range, about: canvas == .wide ? 6 : 4, endsAtTicks: false)
        drawing.axis(below: plot, scale)
        var top = plot.y
        for (bar, segments) in zip(bars, segments) {
            draw(bar, segments, in: &drawing, scale, plot, top: top, on: canvas)
            top += pitch(of: bar, on: canvas)
        }
        return drawing.element(
            of: chart, on: canvas, height: plot.bottom + 20, identifier: identifier)
    }

    /// The space for the names at the left.
    private var labelWidth: Double {
        min(bars.map { ChartText.width($0.title) }.max() ?? 0, 230) + 10
    }

    /// The space for the totals at the right.
    private var totalWidth: Double {
        bars.map { bar in
            max(
                ChartText.width(bar.totalText ?? measure.label(bar.total), bold: true),
                ChartText.width(bar.note ?? "", size: ChartText.smallSize))
        }.max().map { min($0, 200) + 10 } ?? 0
    }

    private func pitch(of bar: StackedBarChart.Bar, on canvas: ChartCanvas) -> Double {
        switch canvas {
        case .wide: Self.barHeight + 16
        case .narrow: Self.barHeight + 32 + (bar.note == nil ? 0 : 14)
        }
    }

    private var legendEntries: [ChartLegend.Entry] {
        let entries = groups.map { group in
            let names = group.members.map { categories[$0] }.joined(separator: ", ")
            return ChartLegend.Entry(
                title: group.title, sample: .area(series: group.series), full: names)
        }
        return hasNegatives
            ? entries + [ChartLegend.Entry(title: "total", sample: .mark, full: nil)] : entries
    }

    /// Whether totals need a mark because they are not where their bar ends.
    private var hasNegatives: Bool { segments.joined().contains { $0.value < 0 } }

    private func draw(
        _ bar: StackedBarChart.Bar, _ segments: [Segment], in drawing: inout SVGDrawing,
        _ scale: ChartScale, _ plot: ChartBox, top: Double, on canvas: ChartCanvas
    ) {
        let barTop = top + (canvas == .wide ? 8 : 22)
        for segment in segments {
            let ends = [segment.from, segment.to].map {
                scale.position($0, from: plot.x, to: plot.right)
            }.sorted()
            let box = ChartBox(
                x: ends[0], y: barTop, width: ends[1] - ends[0], height: Self.barHeight)
            draw(segment, of: bar, in: &drawing, box)
        }
        let total = bar.totalText ?? measure.label(bar.total)
        let baseline = barTop + Self.barHeight / 2 + 4
        let end = ([0, bar.total] + segments.map(\.to)).max() ?? 0
        let right = scale.position(end, from: plot.x, to: plot.right)
        if hasNegatives {
            // Above and below the bar, where it strikes no figure through.
            let x = scale.position(bar.total, from: plot.x, to: plot.right)
            for y in [barTop - 6, barTop + Self.barHeight] {
                drawing.rectangle(ChartBox(x: x - 1.5, y: y, width: 3, height: 6), .ink)
            }
        }
        switch canvas {
        case .wide:
            drawing.text(
                ChartText.fitted(bar.title, to: plot.x - 10),
                at: ChartPoint(plot.x - 10, baseline), anchor: .end, full: bar.title)
            let lift = bar.note == nil ? 0.0 : 6
            drawing.text(total, at: ChartPoint(right + 8, baseline - lift), bold: true)
            if let note = bar.note {
                drawing.text(
                    ChartText.fitted(note, to: 200, size: ChartText.smallSize),
                    at: ChartPoint(right + 8, baseline + 8), .soft, size: ChartText.smallSize,
                    full: note)
            }
        case .narrow:
            let space = canvas.width - ChartText.width(total, bold: true) - 10
            drawing.text(
                ChartText.fitted(bar.title, to: space), at: ChartPoint(0, top + 16),
                halo: true, full: bar.title)
            drawing.text(
                total, at: ChartPoint(canvas.width, top + 16), anchor: .end, bold: true,
                halo: true)
            if let note = bar.note {
                drawing.text(
                    ChartText.fitted(note, to: canvas.width, size: ChartText.smallSize),
                    at: ChartPoint(0, barTop + Self.barHeight + 14), .soft,
                    size: ChartText.smallSize, halo: true, full: note)
            }
        }
    }

    private func draw(
        _ segment: Segment, of bar: StackedBarChart.Bar, in drawing: inout SVGDrawing,
        _ box: ChartBox
    ) {
        let value = segment.value
        // A gap of one unit keeps neighbours apart where their colours are alike in grey.
        var shown = box
        if box.width > 3 { shown.width -= 1 }
        drawing.rectangle(
            shown, .series(segment.group.series),
            tooltip: "\(bar.title), \(segment.group.title): \(measure.label(value))")
        let label = measure.shortLabel(value)
        guard ChartText.width(label, size: ChartText.smallSize) + 6 <= box.width else { return }
        drawing.text(
            label, at: ChartPoint(box.x + box.width / 2, box.y + box.height / 2 + 4),
            .onSeries(segment.group.series), anchor: .middle, size: ChartText.smallSize)
    }
}
