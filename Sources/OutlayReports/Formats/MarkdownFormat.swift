import OutlayProblems

/// GitHub Flavored Markdown; a chart becomes its table and a line that says what it shows.
///
/// - Source: GitHub Flavored Markdown Spec 0.29, sections 2.4, 4.10 and 6.1.
public struct MarkdownFormat: ReportFormat {
    /// The name that `--format` takes.
    public let identifier = "md"
    /// What people call the format.
    public let title = "Markdown"
    /// The ending of a file's name.
    public let fileExtension = "md"

    /// Creates the format.
    public init() {}

    /// Returns `report` as Markdown.
    public func render(_ report: Report) -> String {
        var parts = ["# " + escaped(report.title)]
        if let subtitle = report.subtitle { parts.append(text(of: RichText(subtitle))) }
        parts += report.summary.map { text(of: $0) }
        for section in report.sections {
            parts.append("## " + escaped(section.title))
            if let question = section.question { parts.append("*" + escaped(question) + "*") }
            parts += section.blocks.map { text(of: $0, under: section.title) }
        }
        if !report.footer.isEmpty {
            parts += ["---", report.footer.map { text(of: $0) }.joined(separator: "  \n")]
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func text(of block: Block, under title: String? = nil) -> String {
        switch block {
        case .paragraph(let text): return self.text(of: text)
        case .facts(let facts):
            return facts.map { "- **\(escaped($0.label)):** " + text(of: $0.value) }
                .joined(separator: "\n")
        case .table(let table): return text(of: table)
        case .chart(let chart):
            guard chart.summary != title else { return text(of: chart.table) }
            return "*" + escaped(chart.summary) + "*\n\n" + text(of: chart.table)
        case .list(let items): return items.map { "- " + text(of: $0) }.joined(separator: "\n")
        case .outline(let outline): return lines(of: outline.items).joined(separator: "\n")
        case .callout(let severity, let text):
            return "> **\(severity.rawValue.capitalizedFirst)** — " + self.text(of: text)
        }
    }

    /// A list within a list for each level; the texts of an item follow its value.
    private func lines(of items: [Outline.Item], indent: String = "") -> [String] {
        items.flatMap { item -> [String] in
            let value = item.value == .empty ? "" : ": **" + escaped(item.value.shown) + "**"
            let texts = item.texts.map { text(of: $0) }.joined(separator: "; ")
            return [indent + "- " + code(item.label) + value + (texts.isEmpty ? "" : ", " + texts)]
                + lines(of: item.items, indent: indent + "  ")
        }
    }

    private func text(of table: Table) -> String {
        var parts: [String] = []
        if !table.caption.isEmpty { parts.append("**" + escaped(table.caption) + "**") }
        let rules = table.columns.map { column in
            switch column.alignment {
            case .start: ":---"
            case .center: ":---:"
            case .end: "---:"
            }
        }
        var lines = [row(table.columns.map { escaped($0.title) }), row(rules)]
        lines += table.rows.map { row in
            let strong = row.style == .total || row.style == .header
            let cells = row.isHeading ? row.cells.prefix(1) : row.cells[...]
            let blanks = Array(repeating: "", count: row.cells.count - cells.count)
            return self.row(cells.map { text(of: $0, strong: strong) } + blanks)
        }
        parts.append(lines.joined(separator: "\n"))
        if let note = table.note { parts.append(text(of: RichText(note))) }
        return parts.joined(separator: "\n\n")
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private func text(of cell: Cell, strong: Bool) -> String {
        let shown = escaped(cell.shown)
        if case .text(_, tone: .strong) = cell { return emphasised(shown, with: "**") }
        if case .empty = cell { return shown }
        return strong ? emphasised(shown, with: "**") : shown
    }

    private func text(of text: RichText) -> String {
        text.runs.enumerated().map { index, run in
            switch run {
            case .plain(let text): escaped(text, startsLine: index == 0)
            case .strong(let text): emphasised(escaped(text), with: "**")
            case .emphasis(let text): emphasised(escaped(text), with: "*")
            case .code(let text): code(text)
            }
        }.joined()
    }

    /// Puts `mark` around `text` but not around the spaces at its ends, where it would not count.
    private func emphasised(_ text: String, with mark: String) -> String {
        let start = text.prefix(while: \.isWhitespace)
        let rest = text.dropFirst(start.count)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return text }
        let end = rest.index(after: last)
        return start + mark + rest[..<end] + mark + rest[end...]
    }

    /// A code span whose fence is longer than any run of backticks in it.
    private func code(_ text: String) -> String {
        var (longest, current) = (0, 0)
        for character in text {
            current = character == "`" ? current + 1 : 0
            longest = max(longest, current)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let space = longest > 0 ? " " : ""
        return fence + space + DisplayText.sanitised(text) + space + fence
    }

    /// Returns `text` so that Markdown reads every character as itself.
    private func escaped(_ text: String, startsLine: Bool = false) -> String {
        var result = ""
        let characters = Array(DisplayText.sanitised(text))
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : " "
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            switch character {
            case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "$": result += "\\"
            case "&" where after.isLetter || after == "#": result += "\\"
            case "_" where !isWordPart(before) || !isWordPart(after): result += "\\"
            case "#", "+", "-":
                if startsLine, index == 0 { result += "\\" }
            case ".", ")":
                let isNumbered =
                    startsLine && index > 0 && after == " "
                    && characters[..<index].allSatisfy(\.isNumber)
                if isNumbered { result += "\\" }
            default: break
            }
            result.append(character)
        }
        return result
    }

    private func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }
}

extension String {
    /// The text with its first character in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
