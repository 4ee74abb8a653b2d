/// An outline laid out in columns of a terminal: names with branches, values, and what is said of them.
struct TextOutline {
    private static let gap = "  "
    /// The least columns in which texts stand beside the values; with fewer they stand below.
    private static let leastText = 30

    private let rows: [Line]
    private let width: Int
    private let style: TextStyle

    /// One item, with the branches before its name and before what follows it.
    private struct Line {
        let first: String
        let rest: String
        let item: Outline.Item
        let isTop: Bool
    }

    init(_ outline: Outline, width: Int, style: TextStyle) {
        self.width = width
        self.style = style
        rows = outline.items.flatMap { Self.lines(of: $0, first: "", rest: "", isTop: true) }
    }

    private static func lines(
        of item: Outline.Item, first: String, rest: String, isTop: Bool = false
    ) -> [Line] {
        let below = item.items.isEmpty ? rest : rest + "│  "
        let own = Line(first: first, rest: below, item: item, isTop: isTop)
        return [own]
            + item.items.enumerated().flatMap { index, part in
                let isLast = index == item.items.count - 1
                return lines(
                    of: part, first: rest + (isLast ? "└─ " : "├─ "),
                    rest: rest + (isLast ? "   " : "│  "))
            }
    }

    /// The lines; none ends in spaces.
    var lines: [String] {
        let names = rows.map { clean($0.first + $0.item.label) }
        let values = rows.map { $0.item.value == .empty ? "" : clean($0.item.value.shown) }
        let nameWidth = names.map { DisplayText.width(of: $0) }.max() ?? 0
        let valueWidth = values.map { DisplayText.width(of: $0) }.max() ?? 0
        let indent = nameWidth + valueWidth + 2 * Self.gap.count
        let isBeside = width - indent >= Self.leastText
        var lines: [String] = []
        for (index, row) in rows.enumerated() {
            let branch = style.applied(.quiet, to: clean(row.first))
            let label = clean(row.item.label)
            let name = branch + (row.isTop ? style.applied(.strong, to: label) : label)
            let room = DisplayText.spaces(nameWidth - DisplayText.width(of: names[index]))
            let value = DisplayText.padded(values[index], to: valueWidth, .end)
            let head = name + room + Self.gap + style.applied(.strong, to: value)
            let texts = texts(of: row, indent: isBeside ? indent : 0)
            if isBeside, let first = texts.first {
                lines.append(head + Self.gap + first)
                lines += texts.dropFirst().map { text in
                    let rest = DisplayText.padded(clean(row.rest), to: indent, .start)
                    return style.applied(.quiet, to: rest) + text
                }
            } else {
                lines.append(head)
                lines += texts.map { style.applied(.quiet, to: clean(row.rest)) + "   " + $0 }
            }
        }
        return lines.map(Self.trimmed)
    }

    private func texts(of row: Line, indent: Int) -> [String] {
        let left = indent > 0 ? indent : DisplayText.width(of: row.rest) + 3
        return row.item.texts.flatMap {
            TextParagraph($0).lines(width: max(20, width - left), style: style)
        }
    }

    private func clean(_ text: String) -> String {
        DisplayText.sanitised(DisplayText.plainSpaced(text))
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
