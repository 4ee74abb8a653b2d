import Outlay
import OutlayDocuments
import Testing

struct PanelDocumentTests {
    @Test func `what is written reads back as the same`() throws {
        let words = ["no", "null", "1.10", "010", "a-b", "north", "1e3", "2027-01-01", "y"]
        let ballot = Panel.Ballot(
            member: "no", date: try CalendarDate(parsing: "2026-11-02"),
            conflicts: [.init(option: "null", reason: "says: \"#1\" {x}")],
            scores: Dictionary(
                uniqueKeysWithValues: words.enumerated().map { index, word in
                    (
                        word,
                        [
                            "ease": .number(ExactDecimal(index)),
                            "true": .text("no\u{201C}: '\u{E9}"),
                        ]
                    )
                }),
            notes: ["north": ["ease": "=1+1 # not a formula, not a comment\tand a tab"]])
        let text = PanelDocument.text(
            of: ballot, on: "EV: 1", options: words, criteria: ["ease", "true"])
        let root = try PanelDocument.read(read(text))
        #expect(root["evaluation"]?.text == "EV: 1")
        #expect(root["member"]?.text == "no")
        #expect(root["scores"]?.entries.map(\.key) == words)
        for (index, word) in words.enumerated() {
            #expect(root["scores"]?[word]?["ease"]?.decimal == ExactDecimal(index))
            #expect(root["scores"]?[word]?["true"]?.text == "no\u{201C}: '\u{E9}")
        }
        #expect(root["conflicts"]?.items.first?["reason"]?.text == "says: \"#1\" {x}")
        #expect(
            root["notes"]?["north"]?["ease"]?.text
                == "=1+1 # not a formula, not a comment\tand a tab")
    }

    @Test func `a ballot without scores is still a document`() throws {
        let ballot = Panel.Ballot(
            member: "anna", date: try CalendarDate(parsing: "2026-11-02"), scores: [:])
        let text = PanelDocument.text(of: ballot, on: "portal", options: ["a"], criteria: ["b"])
        #expect(text.hasSuffix("scores: {}\n"))
        #expect(try PanelDocument.read(read(text))["scores"]?.entries.isEmpty == true)
    }
}
