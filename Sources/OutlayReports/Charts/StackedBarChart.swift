/// Horizontal bars of stacked categories, one per option, with the total at the end of each.
///
/// Positive figures stack to the right of zero and negative ones to the left. Beyond
/// ``coloursAvailable`` categories the smallest are drawn as one, which the legend names; the table
/// keeps them apart.
public struct StackedBarChart: Chart {
    /// One bar.
    public struct Bar: Sendable, Hashable {
        /// Whose bar it is.
        public var title: String
        /// One figure per category; nil where the category does not apply.
        public var values: [Double?]
        /// The figure at the end of the bar: the unrounded total of ``values``.
        public var total: Double
        /// What must be said about the bar, such as `fails a knock-out`.
        public var note: String?
        /// What is read in place of ``total``, such as a range that begins there; nil for the total.
        public var totalText: String?

        /// Creates a bar.
        public init(
            _ title: String, values: [Double?], total: Double, note: String? = nil,
            totalText: String? = nil
        ) {
            self.title = title
            self.values = values
            self.total = total
            self.note = note
            self.totalText = totalText
        }
    }

    /// The number of categories that have a colour of their own.
    public static let coloursAvailable = ChartPaint.seriesColours.count

    /// What is drawn, with its unit.
    public var title: String
    /// What a reader who does not see the drawing needs to know.
    public var summary: String
    /// What the bars are, for the table: `Option`.
    public var barsTitle: String
    /// The names of the categories in the order in which they stack.
    public var categories: [String]
    /// The bars from top to bottom.
    public var bars: [Bar]
    /// What the figures measure.
    public var measure: Measure
    /// What the sum of a bar is, for the table: `TCO`.
    public var totalTitle: String
    /// The figures of every category, none grouped, and what else belongs beside them.
    public var table: Table

    /// Creates a chart; where no `table` is given, it is made of the bars.
    ///
    /// - Precondition: every bar has one finite value or nil per category.
    public init(
        title: String, summary: String, barsTitle: String = "Option", categories: [String],
        bars: [Bar], measure: Measure, totalTitle: String = "Total",
        table: Table? = nil
    ) {
        BarDrawing.check(bars, categories)
        self.title = title
        self.summary = summary
        self.barsTitle = barsTitle
        self.categories = categories
        self.bars = bars
        self.measure = measure
        self.totalTitle = totalTitle
        self.table =
            table
            ?? BarDrawing.table(
                title: title, barsTitle: barsTitle, categories: categories, bars: bars,
                measure: measure, totalTitle: totalTitle)
    }

    /// Returns the drawing as one `svg` element.
    public func svg(on canvas: ChartCanvas, identifier: String) -> String {
        BarDrawing(categories: categories, bars: bars, measure: measure, domain: nil)
            .svg(of: self, on: canvas, identifier: identifier)
    }
}
