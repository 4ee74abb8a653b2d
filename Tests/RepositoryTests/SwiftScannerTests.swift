import Testing

@Suite struct SwiftScannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var id: String
        var text: String
        var code: [String]
        var comments: [String] = []
        var testDescription: String { id }
    }

    static let examples = [
        Example(
            id: "a line comment", text: "a // b {\nc", code: ["a", "\n", "c"],
            comments: ["/", "/", "b", "{", "\n"]),
        Example(
            id: "nested block comments", text: "a /* b /* c */ d\n */ e",
            code: ["a", "\n", "e"],
            comments: ["/", "*", "b", "/", "*", "c", "*", "/", "d", "\n", "*", "/"]),
        Example(
            id: "a string with braces, slashes and a quote", text: #"a("{ // \" /*") b"#,
            code: ["a", "(", "\"", "\"", ")", "b"]),
        Example(
            id: "code inside an interpolation", text: #""x{\(f(b("}")))}" c"#,
            code: ["\"", "\"", "(", "f", "(", "b", "(", "\"", "\"", ")", ")", ")", "c"]),
        Example(
            id: "a raw string", text: ##"#"\("{""# a"##, code: ["\"", "\"", "a"]),
        Example(
            id: "a text of several lines", text: "\"\"\"\n{ \"x\" //\n\"\"\" a",
            code: ["\"", "\"", "\n", "\n", "a"], comments: ["\n", "\n"]),
        Example(id: "a regular expression", text: "#/\"{\\//# a", code: ["\"", "\"", "a"]),
        Example(
            id: "a raw identifier", text: "func `a {b`()",
            code: ["func", "`", "a__b", "`", "(", ")"]),
        Example(id: "a directive", text: "#if DEBUG", code: ["#", "if", "DEBUG"]),
    ]

    @Test(arguments: examples)
    func `code and comments are told apart`(example: Example) {
        let views = SwiftScanner.views(of: Array(example.text.utf8))
        #expect(tokenize(views.code).map(\.text) == example.code)
        #expect(tokenize(views.comments).map(\.text) == example.comments)
    }

    @Test func `tokens know their line`() {
        let views = SwiftScanner.views(of: Array("a\n\"\"\"\nb\n\"\"\" c // d".utf8))
        #expect(tokenize(views.code).last == Token(text: "c", line: 4))
        #expect(tokenize(views.comments).last == Token(text: "d", line: 4))
    }
}
