/// Horizontal bars of value points, 0 to 100: how much each criterion adds to an option's value.
public struct ContributionChart: Chart {
    /// What is drawn.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// The names of the criteria, with their weights: `Usability (25)`.
    public var criteria: [String]
    /// The bars from top to bottom, each with its contributions in points.
    public var bars: [StackedBarChart.Bar]

    /// Creates a chart.
    ///
    /// - Precondition: every bar has one finite value or nil per criterion.
    public init(title: String, summary: String, criteria: [String], bars: [StackedBarChart.Bar]) {
        BarDrawing.check(bars, criteria)
        self.title = title
        self.summary = summary
        self.criteria = criteria
        self.bars = bars
    }

    /// The contributions of every criterion, none grouped.
    public var table: Table {
        BarDrawing.table(
            title: title, barsTitle: "Option", categories: criteria, bars: bars,
            measure: .points, totalTitle: "Value")
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        BarDrawing(categories: criteria, bars: bars, measure: .points, domain: 0...100)
            .svg(of: self, on: canvas, identifier: identifier)
    }
}
