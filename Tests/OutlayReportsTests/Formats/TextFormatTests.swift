import OutlayReports
import Testing

@testable import OutlayReports

@Suite struct TextFormatTests {
    @Test func `columns of a table stand below each other whatever the characters`() {
        let names = ["plain", "印刷機", "e\u{301}te\u{301}", "👍🏽 ok", "한국어", "ｆｕｌｌ", "❤️"]
        let table = Table(
            columns: [Column("Name"), .number("EUR"), Column("Mark")],
            rows: names.enumerated().map { index, name in
                Row([.text(name), .number(shown: "\(index)\u{202F}000", data: ""), "|"])
            })
        let lines = TextFormat().render([.table(table)]).split(separator: "\n")
        let columns = lines.dropFirst().map { line in
            DisplayText.width(of: String(line.prefix { $0 != "|" }))
        }
        #expect(columns.count == names.count)
        #expect(Set(columns).count == 1)
    }

    @Test(arguments: [20, 33, 47, 80, 200])
    func `paragraphs keep the width and lose no word`(width: Int) {
        let words = (1...200).map { String(repeating: "w", count: $0 * 7 % 13 + 1) + "\($0)" }
        let text = TextFormat(width: width).render([
            .paragraph(RichText(words.joined(separator: " ")))
        ])
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.flatMap { $0.split(separator: " ") }.map(String.init) == words)
    }

    @Test func `no line ends in a space and figures have plain spaces`() {
        let text = TextFormat().render(sampleReport)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!lines.contains { $0.hasSuffix(" ") })
        #expect(!text.contains("\u{202F}") && !text.contains("\u{A0}"))
        #expect(text.contains("9 400") && text.contains("\u{2212}1 235"))
    }

    @Test func `colour adds escape sequences and changes nothing else`() {
        let plain = TextFormat().render(sampleReport.summary)
        let coloured = TextFormat(style: .ansi).render(sampleReport.summary)
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[33mwarning"))
        let bare = coloured.replacing(#/\u{1B}\[[0-9]*m/#, with: "")
        #expect(bare == plain)
    }

    @Test func `a document cannot steer the terminal`() {
        let hostile = "a\u{1B}[31mb\u{9B}c\u{202E}d\re\nf\u{0}"
        let blocks: [Block] = [
            .paragraph(RichText(hostile)), .facts([Fact(hostile, .code(hostile))]),
            .table(
                Table(caption: hostile, columns: [Column(hostile)], rows: [Row([.text(hostile)])])),
            .list([.strong(hostile)]), .callout(.note, RichText(hostile)),
        ]
        let text = TextFormat().render(Report(title: hostile, subtitle: hostile, summary: blocks))
        for forbidden in ["\u{1B}", "\u{9B}", "\u{202E}", "\r", "\u{0}"] {
            #expect(!text.contains(forbidden))
        }
    }

    @Test func `a wide table breaks its texts and never its numbers`() {
        let table = Table(
            columns: [
                Column("What"), .number("A long title of a column"), Column("Why", widthHint: 60),
            ],
            rows: [
                Row([
                    "several words that may be broken",
                    .number(shown: "1\u{202F}234\u{202F}567", data: ""),
                    "a remark that is much longer than the space that is left for it here",
                ])
            ])
        let lines = TextFormat(width: 50).render([.table(table)]).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 50 })
        #expect(lines.contains { $0.contains("1 234 567") })
    }
}
