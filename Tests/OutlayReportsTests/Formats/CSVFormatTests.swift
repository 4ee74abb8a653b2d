import OutlayEncoding
import OutlayReports
import Testing

@Suite struct CSVFormatTests {
    private let table = Table(
        caption: "Costs", columns: [Column("Name"), .number("EUR")],
        rows: [
            Row(["a, \"b\"", .number(shown: "295\u{202F}762", data: "295762.30")]),
            Row(["=1+1", .number(shown: "\u{2212}5", data: "-5.00")]),
            Row(["c", .empty], style: .total),
        ])

    @Test func `one table is written alone, with its data`() {
        let text = CSVFormat().render(Report(title: "T", summary: [.table(table)]))
        #expect(
            text == """
                Name,EUR
                "a, ""b""\",295762.30
                '=1+1,-5.00
                c,

                """)
    }

    @Test func `several tables stand below their captions`() {
        let report = Report(title: "T", summary: [.table(table), .table(table)])
        let lines = CSVFormat().render(report).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 12)
        #expect(lines[0] == "Costs" && lines[5] == "" && lines[6] == "Costs")
    }
}
