import Outlay
import OutlayDocuments
import Testing

struct YAMLSyntaxTests {
    /// A text that is not YAML, and what is said of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let outline: String
        let hint: String
        var testDescription: String { outline }

        init(_ text: String, _ outline: String, hint: String) {
            self.text = text
            self.outline = outline
            self.hint = hint
        }
    }

    @Test(
        arguments: [
            Fault(
                "a:\n\tb: 1\n", "2:1-2 OL001 a tab in the indentation",
                hint: "replace the tab by spaces"),
            Fault(
                "a: 1\n  \tb: 1\n", "2:3-4 OL001 a tab in the indentation",
                hint: "replace the tab by spaces"),
            Fault(
                "a: [1, 2\nb: 3\n", "1:4-5 OL001 `[` is not closed", hint: "close with `]`"),
            Fault("a: {b: 1", "1:4-5 OL001 `{` is not closed", hint: "close with `}`"),
            Fault(
                "a: {b: \"1\" c: 2}\n", "1:12-13 OL001 unexpected `c`",
                hint: "put a comma between the values, or close with `}`"),
            Fault(
                "a: \"abc\nb: 3\n", "1:4-8 OL001 a quoted text without its closing quote",
                hint: "close the text with the same quote"),
            Fault(
                "é: 1\nb 2\nc: 3\n", "2:1-4 OL001 `b 2` has no colon with a blank",
                hint: "write `: ` behind the name"),
            Fault(
                "é: a: b\n", "1:5-6 OL001 a second `: ` in one line",
                hint: "put the text in quotes"),
            Fault(
                "a: 1\n  b: 2\nc: 3\n", "2:3-7 OL001 this line is indented differently",
                hint: "align it with the line it belongs to"),
            Fault(
                "a:\n    b: 2\n   c: 3\n", "3:4-8 OL001 this line is indented differently",
                hint: "align it with the line it belongs to"),
            Fault(
                "a: \"b\" c\n", "1:8-9 OL001 unexpected `c`",
                hint: "put the whole text into one pair of quotes"),
            Fault(
                "é: @b\n", "1:4-5 OL001 `@` cannot begin a text", hint: "put the text in quotes"),
            Fault(
                "a: - x\n", "1:4-5 OL001 a list item in the middle of a line",
                hint: "begin the list on the next line, or put the text in quotes"),
            Fault(
                "a: \"b\\qc\"\n", "1:6-8 OL001 an unknown escape",
                hint: "write `\\\\` for a backslash, or use single quotes"),
            Fault(
                "a: 1\n---\nb: 2\n", "2:1-4 OL007 a second document begins here",
                hint: "put each document into a file of its own"),
        ])
    func `a mistake is named at its place`(fault: Fault) {
        let source = read(fault.text)
        #expect(source.root == nil)
        #expect(outline(source.problems) == fault.outline)
        #expect(source.problems.first?.hint == fault.hint)
    }

    @Test func `the parser's own words are kept`() {
        #expect(
            read("a: [1\nb: 2\n").problems.first?.underlying
                == "while parsing a flow sequence: did not find expected ',' or ']'")
        let unknown = read("%YAML 3.0\n--- a\n").problems.first
        #expect(unknown?.summary == "this is not YAML")
        #expect(unknown?.underlying == "found incompatible YAML document")
    }
}
