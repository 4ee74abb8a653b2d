import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The wanted columns of a table as numbers, of the rows that a filter keeps.
///
/// A row whose cell is empty or cannot be read, in a wanted column or in one of the conditions', is left
/// out and counted.
package struct NumberTable {
    /// The names of all columns of the file.
    package let columns: [String]
    /// The numbers of the kept rows, row by row.
    package let numbers: [Double]
    /// How many rows were read, and what became of them.
    package let counts: RowCounts
    /// The file that was read.
    package let digest: FileDigest
    private let records: Records

    /// Where the kept rows stand.
    private enum Records {
        case csv(bytes: [UInt8], header: Range<Int>, [RecordPlace])
        case json(JSONTable, rows: [Int])
    }

    /// Reads a table: a JSON array of flat objects where `path` ends in `.json`, else CSV.
    ///
    /// - Parameters:
    ///   - path: The path as the user gave it.
    ///   - bytes: The file's bytes.
    ///   - wanted: The names of the columns that are wanted as numbers, each with the argument naming it.
    ///   - filter: The conditions that rows must meet.
    /// - Throws: ``ProblemCode/unknownColumn``, ``ProblemCode/badFilter`` and what the file breaks.
    package init(
        path: String, bytes: [UInt8], wanted: [(column: String, argument: String)],
        filter: RowFilter
    ) throws(Problem) {
        guard !path.lowercased().hasSuffix(".json") else {
            let source = try SourceText(path: path, bytes: bytes, byteLimit: .max)
            let table = try JSONTable(source)
            let reading = try RowReading(columns: table.columns, wanted: wanted, filter: filter)
            var rows = NumberRows(reading)
            var kept: [Int] = []
            for (index, row) in table.rows.enumerated() where rows.take(texts: row) {
                kept.append(index)
            }
            (columns, numbers, counts) = (table.columns, rows.numbers, rows.counts)
            digest = FileDigest(path: path, sha256: SHA256Digest.of(bytes))
            records = .json(table, rows: kept)
            return
        }
        guard bytes.count <= RecordPlace.byteLimit else {
            throw Problem(
                .tooLarge, "the table has \(bytes.count) bytes", at: .file(path),
                because: "at most \(RecordPlace.byteLimit) bytes are read here")
        }
        let reader = try bytes.withUnsafeBufferPointer { buffer throws(Problem) in
            let scan = try CSVScan(path: path, bytes: UnsafeRawBufferPointer(buffer))
            return try CSVReading(
                scan, UnsafeRawBufferPointer(buffer),
                RowReading(columns: scan.columns.map(\.text), wanted: wanted, filter: filter))
        }
        (columns, numbers, counts) = (reader.columns, reader.rows.numbers, reader.rows.counts)
        digest = FileDigest(path: path, sha256: reader.sha256)
        records = .csv(bytes: bytes, header: reader.header, reader.rows.places)
    }

    /// Returns all cells of some kept rows, by their index, each with the line it begins on.
    ///
    /// - Throws: What the file's text breaks.
    package func rows(_ indices: [Int]) throws(Problem) -> [(line: Int, cells: [String])] {
        switch records {
        case .json(let table, let rows):
            return indices.map { (table.lines[rows[$0]], table.rows[rows[$0]]) }
        case .csv(let bytes, let header, let places):
            // The header and the rows asked for are a small table of their own.
            var small = Array(bytes[header])
            for index in indices {
                small.append(UInt8(ascii: "\n"))
                small += bytes[places[index].range]
            }
            small.append(UInt8(ascii: "\n"))
            let table = try CSVTable(SourceText(path: digest.path, bytes: small))
            let lines = bytes.lineNumbers(at: indices.map { places[$0].range.lowerBound })
            return zip(lines, table.rows).map { ($0, $1.map(\.text)) }
        }
    }
}

/// What is wanted of each row, by the indices of the columns.
private struct RowReading {
    let wanted: [Int]
    let test: RowTest

    init(
        columns: [String], wanted: [(column: String, argument: String)], filter: RowFilter
    ) throws(Problem) {
        test = try RowTest(filter, columns: columns)
        var indices: [Int] = []
        for (name, argument) in wanted {
            guard let index = columns.firstIndex(of: name) else {
                throw Problem(
                    .unknownColumn, "there is no column \(Problem.quoted(name))",
                    at: .argument(argument),
                    because: "the table's columns are " + columns.quotedList("and"),
                    hint: Suggestion.hint(for: name, among: columns))
            }
            indices.append(index)
        }
        self.wanted = indices
    }
}

/// The kept rows of a CSV text and its checksum, worked out side by side.
private struct CSVReading {
    let columns: [String]
    let header: Range<Int>
    let rows: NumberRows
    let sha256: String

    /// A part's rows and where they end, or what is wrong in it.
    private typealias PartResult = Result<(rows: NumberRows, end: Int), Problem>

    /// What one task finds.
    private enum Piece {
        case sha256(String)
        case part(PartResult)
    }

    /// The least bytes of a part that are worth a task of their own.
    private static let partLength = 1 << 20
    private static let mostParts = 8

    init(
        _ scan: CSVScan, _ bytes: UnsafeRawBufferPointer, _ reading: RowReading
    ) throws(Problem) {
        let parts = scan.parts(min(bytes.count / Self.partLength + 1, Self.mostParts))
        let pieces = sideBySide(parts.count + 1) { task -> Piece in
            task == 0
                ? .sha256(SHA256Digest.of(bytes))
                : .part(Self.read(parts[task - 1], of: scan, reading))
        }
        columns = scan.columns.map(\.text)
        let names = scan.columns.map(\.range)
        header = names[0].lowerBound..<names[names.count - 1].upperBound
        sha256 = if case .sha256(let digest) = pieces[0] { digest } else { "" }
        if let joined = try Self.joined(pieces.dropFirst(), parts) {
            rows = joined
        } else {
            let whole = parts[0].lowerBound..<bytes.count
            rows = try Self.read(whole, of: scan, reading).get().rows
        }
    }

    private static func read(
        _ part: Range<Int>, of scan: CSVScan, _ reading: RowReading
    ) -> PartResult {
        var rows = NumberRows(reading, capacity: part.count / scan.columns.count)
        do throws(Problem) {
            let end = try scan.forEachRecord(in: part) { record throws(Problem) in
                rows.take(record)
            }
            return .success((rows, end))
        } catch {
            return .failure(error)
        }
    }

    /// Returns the rows of all parts, or nil where a part does not begin with a record.
    private static func joined(
        _ pieces: ArraySlice<Piece>, _ parts: [Range<Int>]
    ) throws(Problem) -> NumberRows? {
        var rows: [NumberRows] = []
        var end = parts[0].lowerBound
        for (piece, part) in zip(pieces, parts) {
            guard part.lowerBound == end, case .part(let result) = piece else { return nil }
            let (found, next) = try result.get()
            rows.append(found)
            end = next
        }
        return rows.count == 1 ? rows[0] : NumberRows(joining: rows)
    }
}

/// The bytes of a record, in half the room of a range.
private struct RecordPlace {
    /// The most bytes a file has.
    static let byteLimit = Int(UInt32.max)

    private var start: UInt32
    private var end: UInt32

    init(_ range: Range<Int>) {
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// The numbers of the rows taken so far.
private struct NumberRows {
    private let reading: RowReading
    private(set) var numbers: [Double] = []
    /// Where the rows taken stand, where they are bytes.
    private(set) var places: [RecordPlace] = []
    private(set) var counts = RowCounts()

    /// Creates an empty list with room for about `capacity` rows.
    init(_ reading: RowReading, capacity: Int = 0) {
        self.reading = reading
        // Room that is never used costs nothing but addresses.
        let capacity = min(capacity, 1 << 20)
        numbers.reserveCapacity(capacity * reading.wanted.count)
        places.reserveCapacity(capacity)
    }

    /// Joins the rows of several parts.
    init(joining parts: [NumberRows]) {
        self.init(parts[0].reading, capacity: parts.map(\.places.count).reduce(0, +))
        for part in parts {
            numbers += part.numbers
            places += part.places
            counts = counts + part.counts
        }
    }

    /// Adds the row's numbers and place, or counts why not.
    mutating func take(_ record: CSVRecord) {
        let isKept = take(reading.test.outcome { record.bytes($0) }) { column in
            let bytes = record.bytes(column)
            return (bytes.isEmpty, NumberBytes.number(bytes)?.double)
        }
        if isKept { places.append(RecordPlace(record.range)) }
    }

    /// Adds the row's numbers, or returns false and counts why not.
    mutating func take(texts: [String]) -> Bool {
        take(reading.test.outcome { texts[$0] }) { column in
            var text = texts[column]
            return (text.isEmpty, text.withUTF8 { NumberBytes.number($0)?.double })
        }
    }

    @inline(__always)
    private mutating func take(
        _ outcome: RowTest.Outcome, _ cell: (_ column: Int) -> (isEmpty: Bool, number: Double?)
    ) -> Bool {
        guard counts.take(outcome, of: reading.test) else { return false }
        let start = numbers.count
        for column in reading.wanted {
            let (isEmpty, number) = cell(column)
            guard let number else {
                numbers.removeSubrange(start...)
                counts.leaveOut(column, isEmpty: isEmpty)
                return false
            }
            numbers.append(number)
        }
        return true
    }
}

extension [UInt8] {
    /// Returns the line, from 1, of the byte at each of the offsets, in one pass over the bytes.
    fileprivate func lineNumbers(at offsets: [Int]) -> [Int] {
        var lines = [Int](repeating: 1, count: offsets.count)
        var (line, counted) = (1, 0)
        for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
            line += lineEnds(in: counted..<offsets[index])
            counted = offsets[index]
            lines[index] = line
        }
        return lines
    }

    /// Returns how many line feeds there are, eight bytes at a time.
    ///
    /// - Source: H. S. Warren, "Hacker's Delight", 2nd edition, section 6-1 (finding a zero byte).
    private func lineEnds(in range: Range<Int>) -> Int {
        withUnsafeBytes { bytes in
            let ones: UInt64 = 0x0101_0101_0101_0101
            let low = ones &* 0x7F
            var (total, offset) = (0, range.lowerBound)
            while offset + 8 <= range.upperBound {
                // Each byte of the word counts to 255 at most.
                let end = Swift.min(offset + 255 * 8, range.upperBound - 7)
                var counts: UInt64 = 0
                for start in stride(from: offset, to: end, by: 8) {
                    let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                    let unlike = word ^ (ones &* UInt64(UInt8(ascii: "\n")))
                    counts &+= (~(((unlike & low) &+ low) | unlike) &>> 7) & ones
                    offset = start + 8
                }
                for shift in stride(from: 0, to: 64, by: 8) {
                    total += Int(counts &>> UInt64(shift) & 0xFF)
                }
            }
            return total + bytes[offset..<range.upperBound].count { $0 == UInt8(ascii: "\n") }
        }
    }
}
