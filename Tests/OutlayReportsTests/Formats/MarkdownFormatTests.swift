import OutlayReports
import Testing

@Suite struct MarkdownFormatTests {
    private func text(_ blocks: [Block]) -> String {
        MarkdownFormat().render(Report(title: "T", summary: blocks))
    }

    @Test func `a row has as many cells as its table has columns, bars in texts or not`() {
        let table = Table(
            caption: "a|b", columns: [Column("x|y"), Column("\\|")],
            rows: [Row(["a|b\nc", "`|`"]), Row([.text("|", tone: .strong), "d"], style: .total)])
        let rows = text([.table(table)]).split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count == 4)
        for row in rows {
            let bars = zip(" " + row, row).filter { $1 == "|" && $0 != "\\" }
            #expect(bars.count == 3, "\(row)")
        }
    }

    @Test(arguments: [
        ("# no title", "\\# no title"), ("- no item", "\\- no item"), ("12. March", "12\\. March"),
        ("82.2 of 100", "82.2 of 100"), ("a * b", "a \\* b"), ("exit_time", "exit_time"),
        ("_x_", "\\_x\\_"), ("<b>", "\\<b\\>"), ("a+b-c", "a+b-c"), ("[x](y)", "\\[x\\](y)"),
        ("AT&T", "AT\\&T"),
    ])
    func `a text is read as itself`(given: String, written: String) {
        #expect(text([.paragraph(RichText(given))]) == "# T\n\n\(written)\n")
    }

    @Test func `code with backticks has a longer fence`() {
        #expect(text([.paragraph(.code("a``b"))]).contains("``` a``b ```"))
        #expect(text([.paragraph(.code("ab"))]).contains("`ab`"))
    }

    @Test func `emphasis does not take in the spaces at its ends`() {
        #expect(text([.paragraph("a" + .strong(" b ") + "c")]).contains("a **b** c"))
        #expect(text([.paragraph(.strong("\u{2003}b"))]).contains("\u{2003}**b**"))
    }

    @Test func `a chart is its summary and its table`() {
        let written = text([.chart(sampleLines)])
        #expect(written.contains("*The lease pays back in year 2.*"))
        #expect(written.contains("| Lease | −1\u{202F}000 | −200 | 2\u{202F}600 |"))
        #expect(!written.contains("svg"))
    }

    @Test func `a chart under a title that says the same is its table`() {
        let report = Report(
            title: "T",
            sections: [
                ReportSection(id: "s", title: sampleLines.summary, blocks: [.chart(sampleLines)])
            ])
        let written = MarkdownFormat().render(report)
        #expect(written.ranges(of: sampleLines.summary).count == 1)
        #expect(written.contains("| Lease |"))
    }
}
