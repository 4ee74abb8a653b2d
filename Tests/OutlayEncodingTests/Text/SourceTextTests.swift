import OutlayEncoding
import OutlayProblems
import Testing

struct SourceTextTests {
    private func source(_ text: String) throws -> SourceText {
        try SourceText(path: "a.txt", bytes: Array(text.utf8))
    }

    private func problem(_ bytes: [UInt8], byteLimit: Int = 100) -> Problem? {
        do throws(Problem) {
            _ = try SourceText(path: "a.txt", bytes: bytes, byteLimit: byteLimit)
            return nil
        } catch {
            return error
        }
    }

    private func place(_ problem: Problem?) -> TextPosition? {
        guard case .text(let span)? = problem?.location else { return nil }
        return span.start
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines and columns count from one, columns in scalars`(lineEnd: String) throws {
        let text = try source("a\u{E9}\u{1F600}x" + lineEnd + lineEnd + "e\u{301}y")
        let third = 8 + 2 * lineEnd.utf8.count
        #expect(text.position(at: 0) == TextPosition(line: 1, column: 1))
        #expect(text.position(at: 3) == TextPosition(line: 1, column: 3))
        #expect(text.position(at: 7) == TextPosition(line: 1, column: 4))
        #expect(text.position(at: third) == TextPosition(line: 3, column: 1))
        #expect(text.position(at: third + 3) == TextPosition(line: 3, column: 3))
        #expect(text.position(at: third + 4) == TextPosition(line: 3, column: 4))
    }

    @Test func `a byte-order mark is no column and no content`() throws {
        let text = try source("\u{FEFF}ab\nc")
        #expect(text.content == "ab\nc")
        #expect(text.contentStart == 3)
        #expect(text.position(at: 3) == TextPosition(line: 1, column: 1))
        #expect(text.position(at: 4) == TextPosition(line: 1, column: 2))
        #expect(text.span(3..<4).line == "ab")
    }

    @Test func `a span carries its line without the line end`() throws {
        let text = try source("one\r\nt\u{E9}n four\r\nlast")
        let span = text.span(10..<14, pointer: "/four")
        #expect(
            span
                == TextSpan(
                    path: "a.txt", start: TextPosition(line: 2, column: 5),
                    end: TextPosition(line: 2, column: 9), line: "t\u{E9}n four", pointer: "/four"))
    }

    @Test func `a span over several lines ends with its first`() throws {
        let span = try source("ab\r\ncd\nef").span(1..<8)
        #expect(span.start == TextPosition(line: 1, column: 2))
        #expect(span.end == TextPosition(line: 1, column: 3))
        #expect(span.line == "ab")
    }

    @Test func `the end of the text is a place`() throws {
        #expect(try source("").position(at: 0) == TextPosition(line: 1, column: 1))
        #expect(try source("a\n").position(at: 2) == TextPosition(line: 2, column: 1))
        #expect(try source("a\n").span(2..<2).line.isEmpty)
    }

    @Test func `places in a very long line are exact, and the line is cut`() throws {
        let text = try source("x\n" + String(repeating: "\u{E9}", count: 20_000) + "z\ny")
        #expect(text.position(at: 40_002) == TextPosition(line: 2, column: 20_001))
        #expect(text.position(at: 2 + 2 * 9_999) == TextPosition(line: 2, column: 10_000))
        #expect(text.position(at: 40_004) == TextPosition(line: 3, column: 1))
        let span = text.span(40_002..<40_003)
        #expect(span.line == String(repeating: "\u{E9}", count: 1024))
        #expect(span.start == TextPosition(line: 2, column: 20_001))
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `an offset is found again from its position`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let text = try source(
            (seed % 2 == 0 ? "\u{FEFF}" : "")
                + generator.text(of: "abc\n\r\t\u{E9}\u{20AC}\u{1F600}", longest: 2500))
        var offset = text.contentStart
        for scalar in text.content.unicodeScalars {
            let insideLineEnd =
                scalar == "\n" && offset > 0 && text.bytes[offset - 1] == UInt8(ascii: "\r")
            if !insideLineEnd, text.offset(of: text.position(at: offset)) != offset {
                Issue.record("offset \(offset) becomes \(text.position(at: offset))")
            }
            offset += String(scalar).utf8.count
        }
    }

    @Test func `a column behind the line stands at its end`() throws {
        let text = try source("ab\r\ncd")
        #expect(text.offset(of: TextPosition(line: 1, column: 9)) == 2)
        #expect(text.offset(of: TextPosition(line: 2, column: 2)) == 5)
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF], 2, 2), ([0xC3], 1, 1), ([0x61, 0xC0, 0x80], 1, 2),
            ([0xED, 0xA0, 0x80], 1, 1), ([0xF4, 0x90, 0x80, 0x80], 1, 1),
            ([0xC3, 0xA9, 0x80], 1, 2), ([0xE2, 0x82, 0x0A], 1, 1),
        ] as [([UInt8], Int, Int)])
    func `bytes that are not UTF-8 are refused with their place`(
        bytes: [UInt8], line: Int, column: Int
    ) {
        let found = problem(bytes)
        #expect(found?.code == .notUTF8)
        #expect(place(found) == TextPosition(line: line, column: column))
    }

    @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
    func `UTF-16 is named`(bytes: [UInt8]) {
        #expect(problem(bytes)?.code == .notUTF8)
        #expect(problem(bytes)?.summary == "the text is UTF-16")
    }

    @Test(arguments: [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F] as [UInt8])
    func `a control character is refused with its place`(byte: UInt8) {
        let found = problem([0x61, 0x0A, 0x09, byte])
        #expect(found?.code == .controlCharacter)
        #expect(place(found) == TextPosition(line: 2, column: 2))
        #expect(problem([0x61, 0x0A, 0x09, 0x0D, 0x7F]) == nil)
    }

    @Test func `a text over the limit is refused`() {
        #expect(problem([0x61, 0x62], byteLimit: 2) == nil)
        #expect(problem([0x61, 0x62, 0x63], byteLimit: 2)?.code == .tooLarge)
    }
}
