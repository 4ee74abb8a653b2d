import Outlay
import OutlayDocuments
import Testing

struct DocumentSourceTests {
    @Test func `a document is JSON by its name or its first character`() throws {
        let json = #" {"a": 5, "b": "5", "c": [true, null]}"#
        let byBrace = try #require(read(json).root)
        #expect(shape(of: byBrace) == "{a: #5, b: \"5\", c: [!true, -]}")
        let byName = try #require(read("[1.50]", path: "A.JSON").root)
        #expect(shape(of: byName) == "[#1.50]")
        let yaml = try #require(read("[1.50]").root)
        #expect(shape(of: yaml) == "[1.50]")
        #expect(read("{a: 1}").problems.map(\.code) == [.syntax])
    }

    @Test func `repeated keys of JSON are reported`() {
        let source = read("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}, \"a\": 3}")
        #expect(
            outline(source.problems) == """
                2:16-19 OL011 `c` is given twice
                2:25-28 OL011 `a` is given twice
                """)
        #expect(source.problems.last?.reason == "first given in line 1")
    }

    /// Bytes that are no text, and why.
    struct Bytes: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let code: ProblemCode

        init(_ name: String, _ bytes: [UInt8], _ code: ProblemCode) {
            testDescription = name
            self.bytes = bytes
            self.code = code
        }
    }

    @Test(
        arguments: [
            Bytes("UTF-16", [0xFF, 0xFE, 0x61, 0x00], .notUTF8),
            Bytes("a cut sequence", Array("a: ".utf8) + [0xC3, 0x28], .notUTF8),
            Bytes("NUL", Array("a: b\0c".utf8), .controlCharacter),
            Bytes("DEL", Array("a: \u{7F}".utf8), .controlCharacter),
            Bytes("U+FFFE", Array("a: \u{FFFE}".utf8), .controlCharacter),
            Bytes("5 MB", [UInt8](repeating: 0x20, count: 5_000_000), .tooLarge),
        ])
    func `bytes that are no text are refused`(bytes: Bytes) {
        let source = DocumentSource.read(path: "a.yaml", bytes: bytes.bytes)
        #expect(source.root == nil)
        #expect(source.problems.map(\.code) == [bytes.code])
    }

    @Test func `a character that YAML refuses is marked`() {
        #expect(outline(read("a: 1\né: x\u{7F}y").problems) == "2:5-6 OL010 the character U+007F")
    }

    @Test func `deep and wide JSON is refused`() {
        let deep = String(repeating: "[", count: 10_000)
        #expect(read(deep, path: "a.json").problems.map(\.code) == [.tooDeep])
        let wide = "[" + String(repeating: "0,", count: 100_001) + "0]"
        #expect(read(wide, path: "a.json").problems.map(\.code) == [.tooLarge])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `no damaged document breaks the reader`(seed: UInt64) {
        let sample = """
            apiVersion: outlay/v1
            metadata: {id: &id x, title: "A b", list: [1, 2.5, *id]}
            text: |
              lines é
              more
            map:
              - {a: 1, b: 'it''s'}
              - c: d
            """
        var generator = SplitMix64(seed: seed)
        var bytes = Array(sample.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0...2, using: &generator) {
            case 0:
                bytes[index] =
                    Array("[]{}:,-?&*!|>'\"%@`#\t\n ~".utf8).randomElement(using: &generator) ?? 0
            case 1: bytes.remove(at: index)
            default: bytes.insert(bytes.randomElement(using: &generator) ?? 0, at: index)
            }
        }
        let source = DocumentSource.read(path: "a.yaml", bytes: bytes)
        #expect(source.root != nil || !source.problems.isEmpty)
        for problem in source.problems {
            let texts = [
                problem.summary, problem.reason, problem.hint ?? "", problem.underlying ?? "",
            ]
            #expect(!texts.contains { $0.contains(where: \.isNewline) })
        }
    }
}
