import Outlay
import OutlayDocuments
import Testing

struct YAMLTreeTests {
    private func tree(_ text: String) throws -> String {
        let source = read(text)
        #expect(outline(source.problems) == "")
        return try shape(of: #require(source.root))
    }

    @Test func `scalars keep their text, whatever YAML would make of it`() throws {
        let text = try tree("[NO, on, 010, 1.10, 12:30, 1_000, 0x1F, 2027-01-01, .5, 1e3, yes, =]")
        #expect(text == "[NO, on, 010, 1.10, 12:30, 1_000, 0x1F, 2027-01-01, .5, 1e3, yes, =]")
    }

    @Test func `nothing is a missing value, null or a tilde, unless in quotes`() throws {
        let text = try tree("[{a: , b: ~}, null, \"\", 'null', Null]")
        #expect(text == "[{a: -, b: -}, -, \"\", \"null\", Null]")
    }

    @Test func `quotes and blocks are told from plain scalars`() throws {
        let text = try tree("a: '5'\nb: \"5\"\nc: |\n  5\n  6\nd: >-\n  x\n  y\ne: 5\n")
        #expect(text == "{a: \"5\", b: \"5\", c: |5\n6\n|, d: |x y|, e: 5}")
    }

    @Test func `a byte-order mark and CRLF are accepted`() throws {
        #expect(try tree("\u{FEFF}a: 1\r\nb: [x,\r\n  y]\r\n") == "{a: 1, b: [x, y]}")
        let source = read("\u{FEFF}a: 1\r\nb: !x 2\r\n")
        #expect(outline(source.problems) == "2:4-6 OL001 `!x` is a tag")
    }

    @Test func `every value is marked where it stands`() throws {
        let text = """
            é: {日本: [x, "a b", 'it''s'], \u{1F600}: plain text
              going on}
            list:
              - a: b
                c: |
                  text
            """
        let root = try #require(read(text).root)
        let flow = try #require(root["é"])
        #expect(flow["日本"]?.items.map { marked($0.location) } == ["x", "\"a b\"", "'it''s'"])
        #expect(marked(flow["日本"]?.location) == "[x, \"a b\", 'it''s']")
        #expect(flow.entries.map { marked($0.keyLocation) } == ["日本", "\u{1F600}"])
        #expect(marked(root["list"]?.items[0]["c"]?.location) == "|")
        #expect(root["list"]?.items[0]["c"]?.pointer == "/list/0/c")
        #expect(marked(root["list"]?.headingLocation) == "list")
    }

    @Test func `a value on several lines is marked on its first`() throws {
        let root = try #require(read("a: one\n  two\nb: {c: 1,\n  d: 2}\n").root)
        #expect(root["a"]?.text == "one two")
        #expect(marked(root["a"]?.location) == "one")
        #expect(marked(root["b"]?.location) == "{c: 1,")
    }

    @Test func `lines and columns are an editor's, whatever YAML takes for a line end`() throws {
        let source = read("a: \"x\u{2028}y\u{85}z\"\nb: !t 1\n")
        #expect(outline(source.problems) == "2:4-6 OL001 `!t` is a tag")
        #expect(source.root?["a"]?.text == "x\u{2028}y\u{85}z")
    }

    @Test func `anchors and aliases repeat a value, each at its own place`() throws {
        let source = read("a: &x {k: [1, 2]}\nb: *x\nc: [&y z, *y]\nd: 2*3 * 4\n")
        let root = try #require(source.root)
        #expect(shape(of: root) == "{a: {k: [1, 2]}, b: {k: [1, 2]}, c: [z, z], d: 2*3 * 4}")
        #expect(root["b"]?["k"]?.pointer == "/b/k")
        #expect(marked(root["b"]?.location) == "*x")
        #expect(marked(root["a"]?.location) == "{k: [1, 2]}")
    }

    @Test func `an alias means the last anchor above it`() throws {
        #expect(try tree("[&a 1, &b [*a], &a 2, *b, *a]") == "[1, [1], 2, [1], 2]")
    }

    @Test func `an unknown alias is refused and the rest still read`() throws {
        let source = read("a: *x\nb: *\nc: 1\nc: 2\n")
        #expect(
            outline(source.problems) == """
                1:4-6 OL001 `*x` is no alias
                2:4-5 OL001 `*` is no alias
                4:1-2 OL011 `c` is given twice
                """)
    }

    @Test func `repeated keys are all found, wherever they stand`() throws {
        let source = read(
            """
            a: 1
            b: {x: 1, "y": 2, 'x': 3}
            a: 2
            c:
              - é: 1
                z: 2
                é: 3
                é: 4
            "*a": 1
            "*a": 2
            """)
        #expect(
            outline(source.problems) == """
                2:19-22 OL011 `x` is given twice
                3:1-2 OL011 `a` is given twice
                7:5-6 OL011 `é` is given twice
                8:5-6 OL011 `é` is given twice
                10:1-5 OL011 `*a` is given twice
                """)
        #expect(source.problems.map(\.reason)[3] == "first given in line 5")
        let root = try #require(source.root)
        #expect(shape(of: root) == "{a: 1, b: {x: 1, y: 2}, c: [{é: 1, z: 2}], *a: 1}")
    }

    @Test func `a repeated key that its text does not show is reported alone`() throws {
        let source = read("\"a\\x62\": 1\nab: 2\n")
        #expect(source.root == nil)
        #expect(outline(source.problems) == "1:1-8 OL011 `ab` is given twice")
    }

    @Test func `many repeated keys end the search, not the program`() {
        let text = (0..<300).map { "k\($0): 1\nk\($0): 2\n" }.joined()
        let source = read(text)
        #expect(source.root == nil)
        #expect(source.problems.map(\.code) == [.duplicateKey])
    }

    @Test func `keys that are no texts are refused`() {
        let source = read("? [a, b]\n: 1\n? {c: d}\n: 2\n&k e: 1\n*k : 2\n\"\": 3\n<<: {a: 1}\n")
        #expect(
            outline(source.problems) == """
                1:3-9 OL015 this key is not a text
                3:3-9 OL015 this key is not a text
                6:1-7 OL015 this key is not a text
                7:1-3 OL015 a value without a key
                8:1-3 OL015 `<<` merges another map
                """)
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "~\n", "\u{FEFF}"])
    func `an empty document is refused`(text: String) {
        #expect(outline(read(text).problems) == "OL006 the document is empty")
    }
}

/// Texts that are made to break a reader.
extension YAMLTreeTests {
    struct HostileText: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String

        init(_ name: String, _ text: String) {
            testDescription = name
            self.text = text
        }

        static func nested(_ opening: String, _ closing: String, after start: String = "")
            -> HostileText
        {
            let text =
                start + String(repeating: opening, count: 10_000) + "x"
                + String(repeating: closing, count: 10_000)
            return HostileText("10 000 \(opening)", text)
        }
    }

    @Test(
        arguments: [
            .nested("[", "]"), .nested("{a: ", "}", after: "- "), .nested("- ", ""),
            .nested("? ", ""),
            HostileText(
                "2 000 indented keys",
                (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
            HostileText(
                "65 lists",
                String(repeating: "[", count: 65) + String(repeating: "]", count: 65)),
            HostileText(
                "99 aliases of aliases",
                "a0: &a0 [x]\n" + (1..<100).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()),
        ])
    func `deep nesting is refused`(hostile: HostileText) {
        let source = read(hostile.text)
        #expect(source.root == nil)
        #expect(source.problems.map(\.code) == [.tooDeep])
    }

    @Test func `64 levels are read`() {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(read(text).problems.isEmpty)
    }

    @Test(arguments: ["- *a9", "- {? *a9 : x}"])
    func `an alias bomb is refused at once`(use: String) {
        let levels = (1...9).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            return "- &a\(level) [\(aliases)]\n"
        }
        let source = read("- &a0 lol\n" + levels.joined() + use + "\n")
        #expect(source.root == nil)
        #expect(source.problems.map(\.code) == [.tooManyAliases])
    }

    @Test func `an alias bomb in a key is never opened`() {
        let levels = (1...9).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            return "? &a\(level) [\(aliases)]\n: x\n"
        }
        let source = read("a: &a0 lol\n" + levels.joined())
        #expect(Set(source.problems.map(\.code)) == [.badKey])
    }

    @Test func `more than 100 000 values are refused`() {
        let list = "[" + String(repeating: "a,\n", count: 100_001) + "]"
        #expect(read(list).problems.map(\.code) == [.tooLarge])
    }

    @Test func `a scalar of a megabyte is read`() {
        let text = String(repeating: "lorem ipsum ", count: 90_000)
        #expect(read("a: \(text)\nb: 1\n").root?["b"]?.integer == 1)
        #expect(read("a: \"\(text)\"\nb: 1\n").root?["a"]?.text == text)
    }
}
