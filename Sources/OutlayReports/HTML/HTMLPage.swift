import OutlayProblems

/// The body of a report as HTML, written from top to bottom.
struct HTMLPage {
    /// What is written so far; ends in a line break.
    private(set) var text = ""
    private var chartCount = 0

    /// The width in characters from which on a text column may break within words, such as addresses.
    private static let longTextWidth = 30

    /// Writes the whole report.
    mutating func add(_ report: Report) {
        line("<header>")
        line("<h1>\(Markup.escaped(report.title))</h1>")
        if let subtitle = report.subtitle {
            line("<p class=\"subtitle\">\(Markup.content(subtitle))</p>")
        }
        line("</header>")
        if !report.summary.isEmpty {
            line("<div class=\"summary\">")
            add(report.summary)
            line("</div>")
        }
        for section in report.sections { add(section) }
        guard !report.footer.isEmpty else { return }
        line("<footer>")
        for text in report.footer { line("<p>\(html(text))</p>") }
        line("</footer>")
    }

    private mutating func add(_ section: ReportSection) {
        let id = Markup.escaped(section.id)
        line("<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">")
        line("<h2 id=\"\(id)-title\">\(Markup.escaped(section.title))</h2>")
        if let question = section.question {
            line("<p class=\"question\">\(Markup.escaped(question))</p>")
        }
        add(section.blocks)
        line("</section>")
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .paragraph(let text): line("<p>\(html(text))</p>")
            case .facts(let facts): add(facts)
            case .table(let table): add(table)
            case .chart(let chart): add(chart)
            case .list(let items):
                line("<ul>")
                for item in items { line("<li>\(html(item))</li>") }
                line("</ul>")
            case .outline(let outline): add(outline.items)
            case .callout(let severity, let text):
                let label = severity.rawValue.capitalizedFirst
                line(
                    "<p class=\"callout of-\(severity.rawValue)\" role=\"note\">"
                        + "<strong class=\"label\">\(label)</strong> \(html(text))</p>")
            }
        }
    }

    private mutating func add(_ items: [Outline.Item]) {
        line("<ul>")
        for item in items {
            let value = item.value == .empty ? "" : ": " + Markup.escaped(item.value.shown)
            let texts = item.texts.map { html($0) }.joined(separator: "; ")
            line(
                "<li><code>\(Markup.escaped(item.label))</code>\(value)"
                    + (texts.isEmpty ? "" : ", " + texts))
            if !item.items.isEmpty { add(item.items) }
            line("</li>")
        }
        line("</ul>")
    }

    private mutating func add(_ facts: [Fact]) {
        // As many columns as leave the fewest places empty: 6 facts in 3, 7 and 8 in 4.
        let count = facts.count
        let columns = (3...5).min { ($0 - count % $0) % $0 < ($1 - count % $1) % $1 } ?? 3
        line("<dl class=\"facts\" style=\"--columns:\(min(columns, count))\">")
        for fact in facts {
            line("<div><dt>\(Markup.escaped(fact.label))</dt><dd>\(html(fact.value))</dd></div>")
        }
        line("</dl>")
    }

    private mutating func add(_ chart: any Chart) {
        chartCount += 1
        line("<figure>")
        line("<figcaption>\(Markup.escaped(chart.title))</figcaption>")
        for canvas in ChartCanvas.allCases {
            line(chart.svg(on: canvas, identifier: "chart-\(chartCount)-\(canvas.rawValue)"))
        }
        line("<details>")
        line("<summary>Table for the chart above</summary>")
        add(chart.table)
        line("</details>")
        line("</figure>")
    }

    private mutating func add(_ table: Table) {
        let caption = Markup.escaped(table.caption)
        let label = caption.isEmpty ? "Table" : caption
        line("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\">")
        line("<table\(width(of: table))>")
        if !caption.isEmpty { line("<caption><span>\(caption)</span></caption>") }
        let titles = table.columns.map { column in
            let title = Markup.escaped(column.title)
            return title.isEmpty
                ? "<td></td>" : "<th scope=\"col\"\(attributes(of: column))>\(title)</th>"
        }
        line("<thead><tr>\(titles.joined())</tr></thead>")
        line("<tbody>")
        for row in table.rows { add(row, table.columns) }
        line("</tbody>")
        line("</table>")
        line("</div>")
        if let note = table.note { line("<p class=\"remark\">\(Markup.escaped(note))</p>") }
    }

    /// A class for tables that paper takes only across, or only in small print.
    private func width(of table: Table) -> String {
        switch table.charactersAcross {
        case ...100: ""
        case ...135: " class=\"small\""
        case ...185: " class=\"wide\""
        default: " class=\"wide tiny\""
        }
    }

    private mutating func add(_ row: Row, _ columns: [Column]) {
        var cells = ""
        if row.isHeading {
            let title = Markup.escaped(row.cells.first?.shown ?? "")
            cells = "<th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(title)</th>"
        } else {
            // The first text names the row; a rank in front of it does not.
            let name = columns.firstIndex { $0.alignment == .start } ?? 0
            for (index, cell) in row.cells.enumerated() {
                let column = attributes(of: columns[index], tone: tone(of: cell))
                let shown = Markup.content(cell.shown)
                cells +=
                    index == name
                    ? "<th scope=\"row\"\(column)>\(shown)</th>" : "<td\(column)>\(shown)</td>"
            }
        }
        let style =
            switch row.style {
            case .normal: ""
            case .total: " class=\"total\""
            case .muted: " class=\"muted\""
            case .header: " class=\"group\""
            }
        line("<tr\(style)>\(cells)</tr>")
    }

    private func attributes(of column: Column, tone: String? = nil) -> String {
        var classes: [String] = []
        switch column.alignment {
        case .start:
            if let hint = column.widthHint {
                if hint >= Self.longTextWidth { classes.append("long") }
            } else {
                classes.append("short")
            }
        case .center: classes.append("center")
        case .end: classes.append("end")
        }
        if let tone { classes.append(tone) }
        let name = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        let hint = column.alignment == .start ? column.widthHint : nil
        return name
            + (hint.map {
                // Long texts in few characters would make tall rows.
                let least = $0 >= Self.longTextWidth ? $0 * 2 / 3 : $0 / 2
                return " style=\"min-width:\(least)ch;max-width:\($0)ch\""
            } ?? "")
    }

    private func tone(of cell: Cell) -> String? {
        switch cell {
        case .text(_, tone: .strong): "strong"
        case .text(_, tone: .good): "good"
        case .text(_, tone: .bad): "bad"
        case .text(_, tone: .quiet), .empty: "quiet"
        default: nil
        }
    }

    private func html(_ text: RichText) -> String {
        text.runs.map { run in
            let shown = Markup.content(run.text)
            return switch run {
            case .plain: shown
            case .strong: "<strong>\(shown)</strong>"
            case .emphasis: "<em>\(shown)</em>"
            case .code: "<code>\(shown)</code>"
            }
        }.joined()
    }

    private mutating func line(_ html: String) {
        text += html + "\n"
    }
}
