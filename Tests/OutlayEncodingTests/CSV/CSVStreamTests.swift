import OutlayProblems
import Testing

@testable import OutlayEncoding

struct CSVStreamTests {
    private enum Outcome: Equatable {
        case rows([[String]])
        case problem(String)

        init(_ problem: Problem) {
            guard case .text(let span) = problem.location else {
                self = .problem("\(problem.code) \(problem.reason)")
                return
            }
            self = .problem("\(problem.code) \(span.start.line):\(span.start.column) \(span.line)")
        }
    }

    private func stream(
        _ bytes: [UInt8], blockSize: Int, sourceBlock: Int? = nil, _ options: CSVOptions = .init()
    ) -> Outcome {
        var rows: [[String]] = []
        var source = BytesInMemory(bytes, blockSize: sourceBlock ?? blockSize)
        var stream = CSVStream(path: "a.csv", options: options, blockSize: blockSize)
        var watched: [UInt8] = []
        do throws(Problem) {
            try stream.forEachRecord(
                of: &source, watch: { watched += $0 },
                header: { rows.append($0.map(\.text)) },
                body: { record, _ in
                    #expect(record.number == rows.count)
                    rows.append(record.cells.map(\.text))
                })
        } catch {
            return Outcome(error)
        }
        #expect(watched == bytes)
        return .rows(rows)
    }

    private func whole(_ bytes: [UInt8], _ options: CSVOptions = .init()) -> Outcome {
        do throws(Problem) {
            let scan = try bytes.withUnsafeBufferPointer { bytes throws(Problem) in
                let scan = try CSVScan(
                    path: "a.csv", bytes: UnsafeRawBufferPointer(bytes), options: options)
                var rows = [scan.columns.map(\.text)]
                try scan.forEachRecord { record throws(Problem) in
                    rows.append(record.cells.map(\.text))
                }
                return rows
            }
            return .rows(scan)
        } catch {
            return Outcome(error)
        }
    }

    static let texts = [
        "a,b\n1,2\n3,4\n",
        "a,b\r\n1,\"x\r\ny\"\r\n3,\"4\"\"5\"\r\n",
        "\u{FEFF}a,b\n1,2",
        "a\n\n1\n\n\n",
        "a,b\n1,2\n\n3,4\n",
        "a,b\n1,2,3\n",
        "a,b\n1\n",
        "a,b\n\"é,ü\",\"\u{1F600}\"\n1,2\n",
        "a,b\n1,\"open\n2,3\n",
        "a,b\n1,x\"y\n",
        "a,b\n1,\"x\"y\n",
        "a,b\n1,2\r3,4\n",
        "a,b\n1,2\r",
        "a,b\n1,\u{0}\n",
        "a,b\n1,\"\u{7}\"\n",
        "a,,b\n1,2,3\n", "a,a\n1,2\n", "", "\n\n", "a", "a,b\n", "\u{FEFF}",
        "a,b\n\"l1\nl2\nl3\",2\n1,2,3\n",
    ]

    @Test(arguments: texts)
    func `any cut into blocks reads what one piece does`(text: String) {
        let bytes = Array(text.utf8)
        let expected = whole(bytes)
        for size in 1...max(1, bytes.count + 1) {
            #expect(stream(bytes, blockSize: size) == expected, "blocks of \(size)")
            #expect(
                stream(bytes, blockSize: 64, sourceBlock: size) == expected,
                "a source that gives \(size) at once")
        }
    }

    @Test func `skipped lines and other delimiters are read across blocks`() {
        let bytes = Array("made today\n\na;b\n1;2\n".utf8)
        let options = CSVOptions(delimiter: .semicolon, skippedLines: 2)
        #expect(whole(bytes, options) == .rows([["a", "b"], ["1", "2"]]))
        for size in 1...bytes.count {
            #expect(
                stream(bytes, blockSize: size, sourceBlock: nil, options) == whole(bytes, options),
                "\(size)")
        }
    }

    @Test func `a byte that is not UTF-8 has its line and its number in the file`() {
        let bytes = Array("a,b\n1,2\n3,".utf8) + [0xFF] + Array("\n".utf8)
        for size in 1...bytes.count + 1 {
            var source = BytesInMemory(bytes, blockSize: size)
            var stream = CSVStream(path: "a.csv", blockSize: size)
            #expect {
                try stream.forEachRecord(of: &source, header: { _ in }, body: { _, _ in })
            } throws: { error in
                guard let problem = error as? Problem, case .text(let span) = problem.location
                else { return false }
                return problem.code == .notUTF8 && problem.reason.contains("byte 11 ")
                    && span.start == TextPosition(line: 3, column: 3)
            }
        }
    }

    @Test func `random tables read alike in random blocks`() {
        for seed in UInt64(1)...40 {
            var random = SplitMix64(seed: seed)
            let pieces = ["a", "\"q\"\"\"", "\"x\ny\"", "", "é", "\"\r\n\"", "12.5", "\"a,b\""]
            var text = "c1,c2,c3\n"
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let row = (0..<3).map { _ in
                    pieces[Int.random(in: 0..<pieces.count, using: &random)]
                }
                text += row.joined(separator: ",")
                text += Bool.random(using: &random) ? "\n" : "\r\n"
            }
            let bytes = Array(text.utf8)
            let size = Int.random(in: 1...max(2, bytes.count), using: &random)
            #expect(
                stream(
                    bytes, blockSize: size,
                    sourceBlock: Int.random(in: 1...size, using: &random)) == whole(bytes),
                "seed \(seed)")
        }
    }

    @Test func `a record that never ends is refused before it fills the memory`() {
        struct Endless: ByteSource {
            var isFirst = true
            mutating func read(
                into buffer: UnsafeMutableRawBufferPointer
            ) throws(Problem) -> Int {
                for index in buffer.indices { buffer[index] = UInt8(ascii: "x") }
                if isFirst { buffer.copyBytes(from: Array("a\n\"".utf8)) }
                isFirst = false
                return buffer.count
            }
            mutating func rewind() throws(Problem) {}
        }
        var source = Endless()
        var stream = CSVStream(path: "a.csv", blockSize: 1 << 20)
        #expect {
            try stream.forEachRecord(of: &source, header: { _ in }, body: { _, _ in })
        } throws: {
            ($0 as? Problem)?.code == .tooLarge
        }
    }
}
