extension SVGDrawing {
    /// Draws the axis of horizontal bars: a line and a label for each tick of `scale`, and a line at 0.
    ///
    /// - Parameters:
    ///   - plot: Where the bars are; the labels stand below it.
    ///   - scale: Which figure is where.
    mutating func axis(below plot: ChartBox, _ scale: ChartScale) {
        for tick in scale.ticks {
            let x = scale.position(tick, from: plot.x, to: plot.right)
            line(from: ChartPoint(x, plot.y), to: ChartPoint(x, plot.bottom), .grid)
            // A label at the very edge would stand half outside.
            let half = ChartText.width(scale.label(tick), size: ChartText.smallSize) / 2
            text(
                scale.label(tick), at: ChartPoint(max(x, half), plot.bottom + 14), .soft,
                anchor: .middle, size: ChartText.smallSize)
        }
        let zero = scale.position(0, from: plot.x, to: plot.right)
        line(from: ChartPoint(zero, plot.y), to: ChartPoint(zero, plot.bottom), .soft)
    }
}
