/// A table laid out in columns of a terminal.
struct TextTable {
    /// The longest word for which a column is kept wide enough; longer ones are broken.
    private static let longestWord = 40
    private static let gap = "  "

    private let table: Table
    private let style: TextStyle
    private let shown: [[String]]
    private let titles: [String]
    private let widths: [Int]

    /// Measures `table` and, where it is wider than `width`, lets texts and titles run over more lines.
    ///
    /// Numbers and single words are never broken, so a table of many numbers may stay too wide.
    init(_ table: Table, width: Int, style: TextStyle) {
        self.table = table
        self.style = style
        let shown = table.rows.map { $0.cells.map { DisplayText.sanitised($0.shown) } }
        let titles = table.columns.map { DisplayText.sanitised($0.title) }
        var widths: [Int] = []
        var least: [Int] = []
        var widest: [Int] = []
        for (index, column) in table.columns.enumerated() {
            let cells = zip(shown, table.rows).filter { !$1.isHeading }.map { $0.0[index] }
            let words = column.alignment == .end ? cells : cells.map { Self.longestWord(of: $0) }
            let narrowest =
                (words + [Self.longestWord(of: titles[index])]).map {
                    DisplayText.width(of: $0)
                }.max() ?? 1
            let body = cells.map { DisplayText.width(of: $0) }.max() ?? 1
            let whole = max(body, DisplayText.width(of: titles[index]))
            widest.append(min(body, column.widthHint ?? body))
            least.append(column.alignment == .end ? narrowest : min(narrowest, Self.longestWord))
            widths.append(max(least[index], min(whole, column.widthHint ?? whole)))
        }
        let gaps = Self.gap.count * (widths.count - 1)
        // Titles break before cells do.
        for floor in [zip(widest, least).map(max), least] {
            while widths.reduce(gaps, +) > width {
                let spare = zip(widths, floor).map(-)
                guard let most = spare.max(), most > 0, let column = spare.firstIndex(of: most)
                else { break }
                widths[column] -= 1
            }
        }
        self.shown = shown
        self.titles = titles
        self.widths = widths
    }

    /// The lines: caption, column titles, rows, note; none ends in spaces.
    var lines: [String] {
        var lines: [String] = []
        if !table.caption.isEmpty { lines.append(Self.clean(table.caption)) }
        if titles.contains(where: { !$0.isEmpty }) {
            lines += block(titles, sinking: true) { _ in .strong }
        }
        for (index, row) in table.rows.enumerated() {
            if row.style == .header, index > 0 { lines.append("") }
            if row.isHeading, let title = row.cells.first {
                lines.append(style.applied(.strong, to: Self.clean(title.shown)))
            } else {
                lines += block(shown[index]) { role(of: row.cells[$0], in: row) }
            }
        }
        if let note = table.note {
            lines.append(style.applied(.quiet, to: Self.clean(note)))
        }
        return lines
    }

    /// One row of cells as lines; short cells stand at the top or, `sinking`, at the bottom.
    private func block(
        _ cells: [String], sinking: Bool = false, role: (Int) -> TextStyle.Role
    ) -> [String] {
        let wrapped = cells.enumerated().map { DisplayText.wrapped($1, to: max(1, widths[$0])) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var pending = ""
            var result = ""
            for (column, cell) in wrapped.enumerated() {
                let index = sinking ? line - (height - cell.count) : line
                let text = cell.indices.contains(index) ? DisplayText.plainSpaced(cell[index]) : ""
                let missing = DisplayText.spaces(
                    max(0, widths[column] - DisplayText.width(of: text)))
                let before =
                    switch table.columns[column].alignment {
                    case .start: 0
                    case .center: missing.count / 2
                    case .end: missing.count
                    }
                // Spaces are kept back until text follows, so that no line ends in them.
                pending += (column > 0 ? Self.gap : "") + missing.prefix(before)
                if !text.isEmpty {
                    result += pending + style.applied(role(column), to: text)
                    pending = ""
                }
                pending += missing.dropFirst(before)
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

    private static func longestWord(of text: String) -> String {
        text.split(separator: " ").max {
            DisplayText.width(of: String($0)) < DisplayText.width(of: String($1))
        }.map(String.init) ?? ""
    }

    private static func clean(_ text: String) -> String {
        DisplayText.sanitised(DisplayText.plainSpaced(text))
    }
}
