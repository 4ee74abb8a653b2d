import OutlayProblems

/// Plain text for a terminal: aligned tables, wrapped paragraphs, plain spaces between digits.
public struct TextFormat: ReportFormat {
    /// The name that `--format` takes.
    public let identifier = "text"
    /// What people call the format.
    public let title = "Text"
    /// The ending of a file's name.
    public let fileExtension = "txt"

    /// The columns of a line, which paragraphs keep and tables keep where their numbers fit.
    public var width: Int
    /// Whether the text carries escape sequences.
    public var style: TextStyle

    /// Creates the format.
    public init(width: Int = 120, style: TextStyle = .plain) {
        self.width = max(width, 20)
        self.style = style
    }

    /// Returns `report` as text.
    public func render(_ report: Report) -> String {
        var parts = [heading(report.title, under: "=", note: report.subtitle)]
        parts += self.parts(report.summary)
        for section in report.sections {
            parts.append(heading(section.title, under: "-", note: section.question))
            parts += self.parts(section.blocks)
        }
        let footer = report.footer.map { paragraph($0) }.joined(separator: "\n")
        if !footer.isEmpty { parts.append(footer) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Returns `blocks` as text, with an empty line between them, or nothing for no blocks.
    public func render(_ blocks: [Block]) -> String {
        blocks.isEmpty ? "" : parts(blocks).joined(separator: "\n\n") + "\n"
    }

    private func heading(_ title: String, under line: String, note: String?) -> String {
        let shown = TextParagraph(RichText(title)).lines(width: width, style: .plain)
        var lines = shown.map { style.applied(.title, to: $0) }
        if style == .plain {
            let longest = shown.map { DisplayText.width(of: $0) }.max() ?? 0
            lines.append(String(repeating: line, count: longest))
        }
        if let note {
            lines += TextParagraph(RichText(note)).lines(width: width, style: .plain)
                .map { style.applied(.quiet, to: $0) }
        }
        return lines.joined(separator: "\n")
    }

    /// The blocks, callouts that follow each other as one part.
    private func parts(_ blocks: [Block]) -> [String] {
        var parts: [String] = []
        var followsCallout = false
        for block in blocks {
            let text = text(of: block)
            if case .callout = block {
                if followsCallout, let last = parts.popLast() {
                    parts.append(last + "\n" + text)
                } else {
                    parts.append(text)
                }
                followsCallout = true
            } else {
                parts.append(text)
                followsCallout = false
            }
        }
        return parts
    }

    private func text(of block: Block) -> String {
        switch block {
        case .paragraph(let text): return paragraph(text)
        case .facts(let facts): return lines(of: facts).joined(separator: "\n")
        case .table(let table): return lines(of: table).joined(separator: "\n")
        case .chart(let chart): return lines(of: chart.table).joined(separator: "\n")
        case .list(let items):
            return items.flatMap {
                TextParagraph($0).lines(width: width, style: style, first: "- ", indent: 2)
            }.joined(separator: "\n")
        case .outline(let outline):
            return TextOutline(outline, width: width, style: style).lines.joined(separator: "\n")
        case .callout(let severity, let text):
            let role: TextStyle.Role =
                switch severity {
                case .note: .quiet
                case .warning: .caution
                case .error: .bad
                }
            let label = DisplayText.padded(severity.rawValue, to: 8, .start)
            return TextParagraph(text).lines(
                width: width, style: style, first: style.applied(role, to: label), indent: 8
            ).joined(separator: "\n")
        }
    }

    private func paragraph(_ text: RichText) -> String {
        TextParagraph(text).lines(width: width, style: style).joined(separator: "\n")
    }

    private func lines(of table: Table) -> [String] {
        TextTable(table, width: width, style: style).lines
    }

    private func lines(of facts: [Fact]) -> [String] {
        let labels = facts.map { DisplayText.sanitised(DisplayText.plainSpaced($0.label)) }
        let widest = labels.map { DisplayText.width(of: $0) }.max() ?? 0
        return zip(labels, facts).flatMap { label, fact in
            TextParagraph(fact.value).lines(
                width: width, style: style,
                first: style.applied(.quiet, to: DisplayText.padded(label, to: widest, .start))
                    + "  ",
                indent: widest + 2)
        }
    }
}
