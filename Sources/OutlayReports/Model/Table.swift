/// Rows of cells under titled columns; the first column names the rows.
public struct Table: Sendable, Hashable {
    /// What the table shows, with the unit of its figures; empty where the surroundings say it.
    public var caption: String
    /// The columns, in reading order.
    public var columns: [Column]
    /// The rows, each with one cell per column.
    public var rows: [Row]
    /// How the figures are to be read, such as ``roundedIndividually``.
    public var note: String?

    /// The note of a table whose shown figures need not re-add.
    public static let roundedIndividually = "Figures are rounded individually."

    /// Creates a table.
    ///
    /// - Precondition: every row has one cell per column.
    public init(caption: String = "", columns: [Column], rows: [Row], note: String? = nil) {
        precondition(
            rows.allSatisfy { $0.cells.count == columns.count },
            "every row of the table `\(caption)` has \(columns.count) cells")
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.note = note
    }

    /// About how many characters a row needs from side to side, texts broken where they may be.
    var charactersAcross: Int {
        columns.indices.reduce(0) { sum, index in
            let words = columns[index].title.split(separator: " ").map(String.init)
            let cells = rows.filter { !$0.isHeading }.map { $0.cells[index].shown }
            let widest = cells.map { DisplayText.width(of: $0) }.max() ?? 0
            let isText = columns[index].alignment == .start
            let least = isText ? columns[index].widthHint.map { $0 * 2 / 3 } : nil
            let title = words.map { DisplayText.width(of: $0) }.max() ?? 0
            return sum + max(title, min(widest, least ?? widest)) + 2
        }
    }

    /// The table without the columns that no row fills.
    var withoutEmptyColumns: Table {
        let kept = columns.indices.filter { index in
            rows.contains { $0.cells[index] != .empty }
        }
        return Table(
            caption: caption, columns: kept.map { columns[$0] },
            rows: rows.map { row in Row(kept.map { row.cells[$0] }, style: row.style) }, note: note)
    }
}

/// The title and layout of one column.
public struct Column: Sendable, Hashable {
    /// Where the cells of a column stand.
    public enum Alignment: Sendable, Hashable {
        /// At the left, for text.
        case start
        /// In the middle, for marks.
        case center
        /// At the right, for numbers.
        case end
    }

    /// What the cells are; empty for a column that explains itself.
    public var title: String
    /// Where the cells stand.
    public var alignment: Alignment
    /// The width in characters beyond which a text is broken into lines, or nil for any width.
    public var widthHint: Int?

    /// Creates a column.
    public init(_ title: String, _ alignment: Alignment = .start, widthHint: Int? = nil) {
        self.title = title
        self.alignment = alignment
        self.widthHint = widthHint
    }

    /// Returns a column of numbers.
    public static func number(_ title: String) -> Column { Column(title, .end) }
}

/// One row of a table.
public struct Row: Sendable, Hashable {
    /// What the row is to the others.
    public enum Style: Sendable, Hashable {
        /// One row among others.
        case normal
        /// The sum or the result of the rows above.
        case total
        /// A row out of consideration, such as an excluded option.
        case muted
        /// A heading for the rows below.
        case header
    }

    /// The cells, one per column.
    public var cells: [Cell]
    /// What the row is to the others.
    public var style: Style

    /// Creates a row.
    public init(_ cells: [Cell], style: Style = .normal) {
        self.cells = cells
        self.style = style
    }

    /// Whether the row is a heading without figures, which runs across the columns.
    var isHeading: Bool {
        style == .header && cells.dropFirst().allSatisfy { $0 == .empty }
    }
}
