import OutlayProblems
import Testing

@testable import OutlayEncoding

struct CSVScanTests {
    private func scan(
        _ bytes: [UInt8], _ body: (CSVScan, CSVRecord) throws(Problem) -> Void
    ) throws(Problem) {
        try bytes.withUnsafeBufferPointer { bytes throws(Problem) in
            let scan = try CSVScan(path: "a.csv", bytes: UnsafeRawBufferPointer(bytes))
            try scan.forEachRecord { record throws(Problem) in try body(scan, record) }
        }
    }

    @Test func `records hand on their bytes, numbers and texts`() throws {
        var seen: [String] = []
        try scan(Array("a,b\n1,\"2\"\n\"x\"\"y\",\n".utf8)) { _, record in
            for column in 0..<2 {
                let bytes = String(decoding: record.bytes(column), as: UTF8.self)
                seen.append(
                    "\(record.number) \(record.range(column)) \(bytes) \(record.text(column))")
            }
        }
        #expect(
            seen == ["1 4..<5 1 1", "1 6..<9 2 2", "2 10..<16 x\"\"y x\"y", "2 17..<17  "])
    }

    @Test func `a place is found from a range`() throws {
        try scan(Array("a,b\né,2\n".utf8)) { scan, record in
            guard case .text(let span) = scan.location(record.range(1)) else {
                Issue.record("the field has no place")
                return
            }
            #expect(span.start == TextPosition(line: 2, column: 3))
        }
    }

    @Test func `what the body throws ends the scan`() {
        var count = 0
        #expect(throws: Problem.self) {
            try scan(Array("a\n1\n2\n3\n".utf8)) { _, record throws(Problem) in
                count += 1
                if record.number == 2 { throw Problem(.badCell, "no", because: "it is a test") }
            }
        }
        #expect(count == 2)
    }

    @Test func `bytes that are not UTF-8 are refused before the first record`() {
        var count = 0
        #expect(throws: Problem.self) {
            try scan(Array("a\n1\n2\n".utf8) + [0xFF]) { _, _ in count += 1 }
        }
        #expect(count == 0)
    }

    @Test(arguments: ["a,b\n1,\u{0}2\n", "a,b\n1,\"\u{1B}2\"\n", "a\u{1},b\n"])
    func `control characters are refused inside and outside quotes`(text: String) {
        do throws(Problem) {
            try scan(Array(text.utf8)) { _, _ in }
            Issue.record("the text was read")
        } catch {
            #expect(error.code == .controlCharacter)
        }
    }

    /// Reads by the plainest possible code: one byte after another, in one state or another.
    private func plainly(_ text: String) -> [[String]] {
        var (rows, row, field): ([[String]], [String], [UInt8]) = ([], [], [])
        var isQuoted = false
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if isQuoted {
                if byte == quote, at + 1 < bytes.count, bytes[at + 1] == quote {
                    field.append(quote)
                    at += 1
                } else if byte == quote {
                    isQuoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == quote {
                isQuoted = true
            } else if byte == UInt8(ascii: ",") || byte == lineFeed {
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == lineFeed {
                    rows.append(row)
                    row = []
                }
            } else if byte != carriageReturn {
                field.append(byte)
            }
            at += 1
        }
        return rows
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `records are those that plain code finds`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let lineEnd = seed % 2 == 0 ? "\n" : "\r\n"
        var text = "a,b,c" + lineEnd
        for _ in 0..<30 {
            let fields = (0..<3).map { _ in
                Bool.random(using: &generator)
                    ? generator.text(of: "abc1.é€😀\t ", longest: 20)
                    : "\""
                        + generator.text(of: "a,\n\"é", longest: 20)
                        .split(separator: "\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"\"") + "\""
            }
            text += fields.joined(separator: ",") + lineEnd
        }
        var rows: [[String]] = []
        try scan(Array(text.utf8)) { _, record in rows.append((0..<3).map { record.text($0) }) }
        #expect(rows == Array(plainly(text).dropFirst()))
    }
}
