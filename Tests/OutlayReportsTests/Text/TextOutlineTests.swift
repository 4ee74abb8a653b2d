import Outlay
import OutlayReports
import Testing

@testable import struct OutlayReports.TextOutline

@Suite struct TextOutlineTests {
    private static let outline = Outline([
        Outline.Item(
            "whole", .number(shown: "1\u{202F}200.00", data: "1200.00"),
            texts: ["= sum of 2 parts", "x.yaml:1:1"],
            items: [
                Outline.Item(
                    "first", .number(shown: "1\u{202F}000.00", data: "1000.00"),
                    texts: ["stated"], items: [Outline.Item("deep", .text("never"))]),
                Outline.Item("second", .number(shown: "200.00", data: "200.00")),
            ])
    ])

    @Test func `names branch, values stand under each other, texts beside them`() {
        #expect(
            TextOutline(Self.outline, width: 80, style: .plain).lines == [
                "whole       1 200.00  = sum of 2 parts",
                "│                     x.yaml:1:1",
                "├─ first    1 000.00  stated",
                "│  └─ deep     never",
                "└─ second     200.00",
            ])
    }

    @Test func `texts stand below where there is no room beside`() {
        let lines = TextOutline(Self.outline, width: 40, style: .plain).lines
        #expect(
            lines.prefix(3) == [
                "whole       1 200.00", "│     = sum of 2 parts", "│     x.yaml:1:1",
            ])
    }

    @Test func `names that could steer a terminal are made harmless`() {
        let outline = Outline([Outline.Item("a\u{1B}[2J\nb", .text("c\u{202E}d"))])
        #expect(
            TextOutline(outline, width: 80, style: .plain).lines == ["a\u{FFFD}[2J b  c\u{FFFD}d"])
    }

    @Test func `Markdown nests lists, and a table tells levels`() {
        let report = Report(title: "T", summary: [.outline(Self.outline)])
        #expect(
            MarkdownFormat().render(report).contains(
                "- `whole`: **1\u{202F}200.00**, = sum of 2 parts; x.yaml:1:1\n"
                    + "  - `first`: **1\u{202F}000.00**, stated\n    - `deep`: **never**\n"))
        #expect(
            CSVFormat().render(report) == """
                Level,Figure,Value,How it comes about
                0,whole,1200.00,'= sum of 2 parts; x.yaml:1:1
                1,first,1000.00,stated
                2,deep,never,
                1,second,200.00,

                """)
        #expect(HTMLFormat().render(report).contains("<li><code>deep</code>: never\n</li>"))
    }
}
