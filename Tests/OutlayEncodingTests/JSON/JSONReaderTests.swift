import OutlayEncoding
import OutlayProblems
import Testing

struct JSONReaderTests {
    private func read(_ text: String) throws(Problem) -> JSONNode {
        try JSONReader.read(SourceText(path: "a.json", bytes: Array(text.utf8)))
    }

    private func problem(_ text: String) -> Problem? {
        do throws(Problem) {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var text: String
        var summary: String
        var line = 1
        var column: Int
        var testDescription: String { text }
    }

    @Test(
        arguments: [
            "[]", "{}", "[ ]", " [1] ", "[[]   ]", "{\"\":0}", "{\"a\":[]}", "\"\"", "42", "-0.1",
            "null", "true", "false", "[null, 1, \"1\", {}]", "[-0]", "[0]", "[-123]", "[123e65]",
            "[0e+1]", "[0e1]", "[1E22]", "[1E-2]", "[1E+2]", "[123.456e78]", "[123.456789]",
            "[1e-2]",
            "\u{FEFF}[1]", "[\"\u{7F}\"]", "[\"\u{2028}\"]", "[\"\u{1F600}\"]", "\t[\r\n1\n]\n",
            "{\"a\":\"b\",\"a\":\"b\"}", "[\"\\u0000\"]", "[\"\\uFFFF\"]", "[\"/*\"]",
            "[0.4e006699999999999999999999999999999999999]", "{\"min\": -1.0e+28}",
        ])
    func `JSON is accepted`(text: String) throws {
        _ = try read(text)
    }

    @Test(
        arguments: [
            "[1,]", "[1,,2]", "[,1]", "[1", "[", "{", "]", "}", "[1}", "{]", "[\"\": 1]", "{\"a\"}",
            "{\"a\":1,}", "{\"a\" 1}", "{\"a\"::1}", "{1:1}", "{a: 1}", "{'a': 1}", "['a']", "{,}",
            "[1]x", "[][]", "{}}", "1 2", "\"a\" b", "// a\n1", "[1] // b", "[1 /* b */]", "# a\n1",
            "010", "[-012]", "[00]", "[0.e1]", "[1.]", "[.5]", "[-.5]", "[+1]", "[--1]", "[-]",
            "[1e]", "[1e+]", "[1E1.5]", "[0x1F]", "[1_000]", "[1,000.5,]", "[NaN]", "[Infinity]",
            "[-Infinity]", "[True]", "[nul]", "[nullx]", "[None]", "[undefined]", "tru",
            "[\"a]", "[\"\\x41\"]", "[\"\\\"]", "[\"\\u12\"]", "[\"\\u00G0\"]", "[\"\\U0041\"]",
            "[\"\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD800\\u0041\"]", "[\"\\uDC00\\uD800\"]",
            "[\"\\uD800\\n\"]", "[\"a\nb\"]", "[\"a\tb\"]", "[\"\\\n\"]", "\u{201C}a\u{201D}",
            "[1\u{A0}]", "[\u{2028}]", "&", "[1 2]", "{\"a\":1 \"b\":2}", "{\"a\":}", "[:1]",
        ])
    func `what is not JSON is refused`(text: String) {
        let found = problem(text)
        #expect(found?.code == .syntax)
        #expect(found?.location != nil)
        for field in [found?.summary, found?.reason, found?.hint].compactMap(\.self) {
            #expect(!field.contains { $0.isNewline })
        }
    }

    @Test(
        arguments: [
            Refusal(
                text: "{\n  \"\u{E9}\": [1, 2,]\n}", summary: "a comma behind the last value",
                line: 2, column: 13),
            Refusal(text: "[\n 1,\r\n 010]", summary: "`010` is not a number", line: 3, column: 2),
            Refusal(text: "{\"a\": 'b'}", summary: "a single quote", column: 7),
            Refusal(text: "[1] // end", summary: "a comment", column: 5),
            Refusal(text: "[/ 2]", summary: "unexpected `/`", column: 2),
            Refusal(text: "{\"a\" 1}", summary: "unexpected `1`", column: 6),
            Refusal(text: "{\"a\": 1", summary: "the document ends too early", column: 8),
            Refusal(text: "{} {}", summary: "unexpected `{`", column: 4),
            Refusal(text: "[True]", summary: "`True` is not a JSON value", column: 2),
            Refusal(text: "[\"\u{1F600}\\x\"]", summary: "`\\x` is not an escape", column: 4),
            Refusal(text: "[\"a\\uD83D\"]", summary: "half of a surrogate pair", column: 4),
            Refusal(text: "[\"\\u12\"]", summary: "`\\u12` is cut short", column: 3),
            Refusal(text: "[\"abc", summary: "a string without its closing quote", column: 2),
            Refusal(text: "[\"abc\n\"]", summary: "a line end inside a string", column: 6),
            Refusal(text: "\u{FEFF}[1,]", summary: "a comma behind the last value", column: 3),
        ])
    func `a refusal names what stands where`(refusal: Refusal) throws {
        let found = try #require(problem(refusal.text))
        #expect(found.summary == refusal.summary)
        guard case .text(let span)? = found.location else {
            Issue.record("the problem has no place")
            return
        }
        #expect(span.start == TextPosition(line: refusal.line, column: refusal.column))
    }

    @Test(arguments: ["", " \n\t", "\u{FEFF}"])
    func `an empty document is no value`(text: String) {
        #expect(problem(text)?.code == .emptyDocument)
    }

    @Test func `nesting is read to its limit and refused beyond`() {
        let limit = JSONReader.depthLimit
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(problem(nested(limit)) == nil)
        #expect(problem(nested(limit + 1))?.code == .tooDeep)
        #expect(problem(String(repeating: "{\"a\":", count: 10_000))?.code == .tooDeep)
    }

    @Test func `escapes are resolved`() throws {
        let text = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\uDE00\u{E9}\""
        #expect(
            try read(text).kind == .string("\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{20AC}\u{1F600}\u{E9}"))
    }

    @Test func `numbers keep their text`() throws {
        for text in ["1.10", "-0", "1E400", "123456789012345678901234567890.5"] {
            #expect(try read(text).kind == .number(text: text))
        }
    }

    @Test func `every node knows its bytes, and a duplicate key stays`() throws {
        let text = "{ \"\u{E9}\": [true, \"x\\n\"], \"\u{E9}\": -1.5 }"
        let root = try read(text)
        func slice(_ range: Range<Int>) -> String {
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        guard case .object(let members) = root.kind else {
            Issue.record("the root is no object")
            return
        }
        #expect(slice(root.range) == text)
        #expect(members.map(\.key) == ["\u{E9}", "\u{E9}"])
        #expect(members.map { slice($0.keyRange) } == ["\"\u{E9}\"", "\"\u{E9}\""])
        #expect(members.map { slice($0.value.range) } == ["[true, \"x\\n\"]", "-1.5"])
        guard case .array(let elements) = members[0].value.kind else {
            Issue.record("the first value is no array")
            return
        }
        #expect(elements.map { slice($0.range) } == ["true", "\"x\\n\""])
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a damaged document is read or refused inside the text`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var scalars = Array(
            "{\"a\u{E9}\": [1.5e3, -0, \"\\uD83D\\uDE00\\n\"], \"b\": {\"c\": null, \"d\": true}}"
                .unicodeScalars)
        let damage = Array(
            "{}[]\",:\\u0123-+.eE \n\r\ttrue'/#\u{E9}\u{2028}\u{1F600}".unicodeScalars)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let at = Int.random(in: 0..<scalars.count, using: &generator)
            let choice = damage[Int.random(in: 0..<damage.count, using: &generator)]
            switch Int.random(in: 0...2, using: &generator) {
            case 0: scalars[at] = choice
            case 1: scalars.insert(choice, at: at)
            default: scalars.removeSubrange(at...)
            }
            if scalars.isEmpty { break }
        }
        let text = String(String.UnicodeScalarView(scalars))
        guard let found = problem(text), case .text(let span)? = found.location else { return }
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(span.start.line <= lines.count ? lines[span.start.line - 1] : nil)
        #expect(span.line == line)
        #expect(span.start.column <= line.unicodeScalars.count + 1)
    }
}
