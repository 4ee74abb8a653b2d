/// A drawing under construction: shapes in the order in which they cover each other.
struct SVGDrawing {
    /// Where a text stands relative to its point.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    private var body = ""

    /// Returns the whole element, with a title and a description for readers who do not see it.
    func element(
        of chart: any Chart, on canvas: ChartCanvas, height: Double, identifier: String
    ) -> String {
        let id = Markup.escaped(identifier)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart \(canvas.rawValue)" \
            viewBox="0 0 \(Self.number(canvas.width)) \(Self.number(height))" role="img" \
            aria-labelledby="\(id)-title \(id)-desc" font-size="\(Self.number(ChartText.size))">
            <title id="\(id)-title">\(Markup.escaped(chart.title))</title>
            <desc id="\(id)-desc">\(Markup.escaped(chart.summary))</desc>
            \(body)</svg>
            """
    }

    /// Adds a rectangle; `tooltip` is shown when a pointer rests on it.
    mutating func rectangle(_ box: ChartBox, _ paint: ChartPaint, tooltip: String? = nil) {
        let shape =
            "<rect x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\""
            + " width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
            + " \(paint.fill)"
        add(shape, "rect", tooltip)
    }

    /// Adds a straight line.
    mutating func line(
        from start: ChartPoint, to end: ChartPoint, _ paint: ChartPaint, width: Double = 1,
        dash: String = ""
    ) {
        body +=
            "<line x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\""
            + " x2=\"\(Self.number(end.x))\" y2=\"\(Self.number(end.y))\" \(paint.stroke)"
            + " stroke-width=\"\(Self.number(width))\"\(Self.dash(dash))/>\n"
    }

    /// Adds a line through `points`.
    mutating func polyline(
        _ points: [ChartPoint], _ paint: ChartPaint, width: Double, dash: String = "",
        tooltip: String? = nil
    ) {
        let places = points.map { Self.number($0.x) + "," + Self.number($0.y) }
        let shape =
            "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" \(paint.stroke)"
            + " stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\"\(Self.dash(dash))"
        add(shape, "polyline", tooltip)
    }

    /// Adds a mark whose form tells the rounds of the palette apart: circle, square, diamond.
    mutating func mark(
        at point: ChartPoint, radius: Double, _ paint: ChartPaint, isHollow: Bool = false,
        tooltip: String? = nil
    ) {
        let round =
            if case .series(let number) = paint {
                number / ChartPaint.seriesColours.count
            } else {
                0
            }
        let (x, y, r) = (point.x, point.y, radius)
        let corners: [ChartPoint] =
            switch round % 3 {
            case 1:
                [
                    ChartPoint(x - r, y - r), ChartPoint(x + r, y - r), ChartPoint(x + r, y + r),
                    ChartPoint(x - r, y + r),
                ]
            case 2:
                [
                    ChartPoint(x, y - 1.3 * r), ChartPoint(x + 1.3 * r, y),
                    ChartPoint(x, y + 1.3 * r), ChartPoint(x - 1.3 * r, y),
                ]
            default: []
            }
        let look =
            isHollow
            ? "\(paint.stroke) fill=\"none\" stroke-width=\"2\" pointer-events=\"all\""
            : paint.fill
        guard !corners.isEmpty else {
            let place = "cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\""
            return add("<circle \(place) r=\"\(Self.number(r))\" \(look)", "circle", tooltip)
        }
        let places = corners.map { Self.number($0.x) + "," + Self.number($0.y) }
        add("<polygon points=\"\(places.joined(separator: " "))\" \(look)", "polygon", tooltip)
    }

    /// Adds a text whose baseline starts, is centred or ends at `point`.
    ///
    /// - Parameters:
    ///   - text: The characters, already cut to their space.
    ///   - point: Where the text stands.
    ///   - paint: Its colour.
    ///   - anchor: How it stands relative to `point`.
    ///   - size: The size of its letters.
    ///   - bold: Whether it stands out.
    ///   - halo: Whether the ground shines through around it, for a text on top of lines.
    ///   - full: The uncut text, shown when a pointer rests on a cut one.
    mutating func text(
        _ text: String, at point: ChartPoint, _ paint: ChartPaint = .ink,
        anchor: Anchor = .start, size: Double = ChartText.size, bold: Bool = false,
        halo: Bool = false, full: String? = nil
    ) {
        let place = "<text x=\"\(Self.number(point.x))\" y=\"\(Self.number(point.y))\""
        var look = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        if size != ChartText.size { look += " font-size=\"\(Self.number(size))\"" }
        if bold { look += " font-weight=\"650\"" }
        let colour = halo ? paint.fillWithHalo : paint.fill
        let shown = Markup.escaped(text)
        let title = full.flatMap { $0 == text ? nil : $0 }
        let tooltip = title.map { "<title>\(Markup.escaped($0))</title>" } ?? ""
        body += "\(place)\(look) \(colour)>\(tooltip)\(shown)</text>\n"
    }

    private mutating func add(_ shape: String, _ name: String, _ tooltip: String?) {
        guard let tooltip else {
            body += shape + "/>\n"
            return
        }
        body += "\(shape)><title>\(Markup.escaped(tooltip))</title></\(name)>\n"
    }

    private static func dash(_ pattern: String) -> String {
        pattern.isEmpty ? "" : " stroke-dasharray=\"\(pattern)\""
    }

    /// Returns `value` with at most two decimals and no exponent.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
