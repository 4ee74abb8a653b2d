import OutlayReports
import Testing

@Suite struct HTMLFormatTests {
    private let page = HTMLFormat().render(sampleReport)

    private func count(_ part: String, in text: String) -> Int {
        text.ranges(of: part).count
    }

    @Test func `every chart has its table, a title and a description`() {
        let figures = page.split(separator: "<figure>").dropFirst().map {
            $0.prefix(upTo: $0.firstRange(of: "</figure>")?.lowerBound ?? $0.startIndex)
        }
        #expect(figures.count == 4)
        for figure in figures {
            #expect(figure.contains("<details>"))
            #expect(figure.contains("<table>"))
            #expect(figure.contains("role=\"img\""))
            #expect(figure.contains("-title\">"))
            #expect(figure.contains("<desc id="))
        }
    }

    @Test func `nothing is loaded from elsewhere and nothing runs`() {
        for part in ["<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import"] {
            #expect(!page.contains(part), "\(part)")
        }
        // The name of the SVG namespace is no address to load.
        #expect(count("http", in: page) == count("http://www.w3.org/2000/svg", in: page) + 1)
        #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\""))
    }

    @Test func `identifiers are unique and every reference has its target`() {
        let identifiers = page.split(separator: " id=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
        #expect(Set(identifiers).count == identifiers.count)
        for reference in page.split(separator: "aria-labelledby=\"").dropFirst() {
            for name in reference.prefix(while: { $0 != "\"" }).split(separator: " ") {
                #expect(identifiers.contains(String(name)))
            }
        }
    }

    @Test func `elements are closed in order`() {
        let alone: Set = ["meta", "!DOCTYPE"]
        var open: [Substring] = []
        for piece in page.split(separator: "<").dropFirst(1) {
            let name = piece.prefix { !" >\n".contains($0) }
            let tag = piece.prefix { $0 != ">" }
            if name.hasPrefix("/") {
                #expect(open.popLast() == name.dropFirst())
            } else if !alone.contains(String(name)), !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `texts stand for themselves everywhere`() {
        let hostile = "<script>alert(\"1\")</script>&amp;'\u{1}"
        let chart = StackedBarChart(
            title: hostile, summary: hostile, barsTitle: hostile, categories: [hostile],
            bars: [.init(hostile, values: [1], total: 1, note: hostile)],
            measure: Measure(unit: hostile, places: 0, dataPlaces: 0))
        let rich: RichText = .strong(hostile) + .emphasis(hostile) + .code(hostile)
        let report = Report(
            title: hostile, subtitle: hostile,
            summary: [.facts([Fact(hostile, rich)]), .callout(.error, rich), .list([rich])],
            sections: [
                ReportSection(
                    id: "a", title: hostile, question: hostile,
                    blocks: [
                        .chart(chart),
                        .table(
                            Table(
                                caption: hostile, columns: [Column(hostile)],
                                rows: [Row([.text(hostile)])], note: hostile)),
                    ])
            ], footer: [rich])
        let page = HTMLFormat(language: "\"><script>").render(report)
        #expect(!page.contains("<script"))
        #expect(!page.contains("\u{1}"))
        #expect(
            page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;\u{FFFD}")
        )
    }

    @Test func `the first text of a row is its header, not a rank before it`() {
        let table = Table(
            columns: [Column("", .end), Column("Option"), .number("Value")],
            rows: [Row([.number(shown: "1", data: "1"), "Lease", .empty])])
        let page = HTMLFormat().render(Report(title: "T", summary: [.table(table)]))
        #expect(
            page.contains("<td class=\"end\">1</td><th scope=\"row\" class=\"short\">Lease</th>"))
    }

    @Test func `figures keep their narrow spaces`() {
        #expect(page.contains("9\u{202F}400"))
        #expect(page.contains("\u{2212}1\u{202F}235"))
    }

    @Test func `no line breaks within a day, and what only looks like one is no day`() {
        let page = HTMLFormat().render(
            Report(title: "T", summary: [.paragraph("2027-01-31, 12027-01-31, 2027-01-3")]))
        #expect(page.contains("<p><time>2027-01-31</time>, 12027-01-31, 2027-01-3</p>"))
    }
}
