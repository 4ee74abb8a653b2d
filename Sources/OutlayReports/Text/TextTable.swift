/// A table laid out in columns of a terminal.
struct TextTable {
    /// The narrowest a column of text is made so that a table fits its page.
    private static let narrowest = 12
    private static let gap = "  "

    private let table: Table
    private let style: TextStyle
    private let shown: [[String]]
    private let widths: [Int]

    /// Measures `table`; columns of text become narrower until the table fits `width`.
    init(_ table: Table, width: Int, style: TextStyle) {
        self.table = table
        self.style = style
        let shown = table.rows.map { $0.cells.map { DisplayText.sanitised($0.shown) } }
        self.shown = shown
        var widths = table.columns.enumerated().map { index, column in
            let cells = shown.map { DisplayText.width(of: $0[index]) }.max() ?? 0
            let title = DisplayText.width(of: DisplayText.sanitised(column.title))
            guard let hint = column.widthHint else { return max(cells, title) }
            let needed = column.alignment == .start ? min(cells, hint) : cells
            return max(needed, min(title, hint))
        }
        let gaps = Self.gap.count * (widths.count - 1)
        while widths.reduce(gaps, +) > width {
            let texts = widths.indices.filter { table.columns[$0].alignment == .start }
            guard let widest = texts.max(by: { widths[$0] < widths[$1] }),
                widths[widest] > Self.narrowest
            else { break }
            widths[widest] -= 1
        }
        self.widths = widths
    }

    /// The lines: caption, column titles, rows, note; none ends in spaces.
    var lines: [String] {
        var lines: [String] = []
        if !table.caption.isEmpty { lines.append(Self.clean(table.caption)) }
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            lines += block(table.columns.map { DisplayText.sanitised($0.title) }) { _ in .strong }
        }
        for (index, row) in table.rows.enumerated() {
            if row.style == .header, index > 0 { lines.append("") }
            lines += block(shown[index]) { role(of: row.cells[$0], in: row) }
        }
        if let note = table.note {
            lines.append(style.applied(.quiet, to: Self.clean(note)))
        }
        return lines
    }

    private func block(_ cells: [String], role: (Int) -> TextStyle.Role) -> [String] {
        let wrapped = cells.enumerated().map { DisplayText.wrapped($1, to: max(1, widths[$0])) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var last = ""
            var result = ""
            for (column, cell) in wrapped.enumerated() {
                let text = line < cell.count ? DisplayText.plainSpaced(cell[line]) : ""
                let padded = DisplayText.padded(
                    text, to: widths[column], table.columns[column].alignment)
                // Spaces are kept back until text follows, so that no line ends in them.
                let start = padded.prefix { $0 == " " }
                last += (column > 0 ? Self.gap : "") + start
                guard !text.isEmpty else { continue }
                result += last + style.applied(role(column), to: text)
                last = DisplayText.spaces(padded.count - start.count - text.count)
            }
            return result
        }
    }

    private func role(of cell: Cell, in row: Row) -> TextStyle.Role {
        switch (cell, row.style) {
        case (.text(_, tone: .good), _): .good
        case (.text(_, tone: .bad), _): .bad
        case (.text(_, tone: .strong), _), (_, .total), (_, .header): .strong
        case (.text(_, tone: .quiet), _), (_, .muted), (.empty, _): .quiet
        default: .normal
        }
    }

    private static func clean(_ text: String) -> String {
        DisplayText.sanitised(DisplayText.plainSpaced(text))
    }
}
