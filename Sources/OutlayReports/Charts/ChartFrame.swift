/// The plot of a chart with two axes.
struct ChartFrame {
    /// The area in which figures are drawn.
    let plot: ChartBox
    /// The scale from left to right.
    let horizontal: ChartScale
    /// The scale from bottom to top.
    let vertical: ChartScale

    /// Returns the point of a pair of figures.
    func place(_ across: Double, _ up: Double) -> ChartPoint {
        ChartPoint(
            horizontal.position(across, from: plot.x, to: plot.right),
            vertical.position(up, from: plot.bottom, to: plot.y))
    }

    /// Draws lines and labels at the ticks of both axes, and the titles of the axes.
    func drawGrid(
        in drawing: inout SVGDrawing, horizontalTitle: String, verticalTitle: String
    ) {
        drawVerticalGrid(in: &drawing, title: verticalTitle)
        for tick in horizontal.ticks {
            let x = horizontal.position(tick, from: plot.x, to: plot.right)
            drawing.line(from: ChartPoint(x, plot.y), to: ChartPoint(x, plot.bottom), .grid)
            drawing.text(
                horizontal.label(tick), at: ChartPoint(x, plot.bottom + 16), .soft,
                anchor: .middle, size: ChartText.smallSize)
        }
        drawing.line(
            from: ChartPoint(plot.x, plot.bottom), to: ChartPoint(plot.right, plot.bottom), .soft)
        drawing.text(
            ChartText.fitted(horizontalTitle, to: plot.width, size: ChartText.smallSize),
            at: ChartPoint(plot.x + plot.width / 2, plot.bottom + 35), .soft, anchor: .middle,
            size: ChartText.smallSize, full: horizontalTitle)
    }

    /// Draws lines and labels at the ticks of the vertical axis, and its title.
    func drawVerticalGrid(in drawing: inout SVGDrawing, title: String) {
        for tick in vertical.ticks {
            let y = vertical.position(tick, from: plot.bottom, to: plot.y)
            drawing.line(from: ChartPoint(plot.x, y), to: ChartPoint(plot.right, y), .grid)
            drawing.text(
                vertical.label(tick), at: ChartPoint(plot.x - 8, y + 4), .soft, anchor: .end,
                size: ChartText.smallSize)
        }
        drawing.text(title, at: ChartPoint(0, plot.y - 15), .soft, size: ChartText.smallSize)
    }
}
