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
    private let records: Records

    /// Where the kept rows stand.
    private enum Records {
        case csv(SourceBytes, [Range<Int>])
        case texts([[String]], rows: [Int], lines: [Int])
    }

    /// The bytes of a file and those of its header.
    private struct SourceBytes {
        var path: String
        var bytes: [UInt8]
        var header: Range<Int>
    }

    /// Returns all cells of some kept rows, by their index, each with the line it begins on.
    ///
    /// - Throws: What the file's text breaks.
    package func rows(_ indices: [Int]) throws(Problem) -> [(line: Int, cells: [String])] {
        switch records {
        case .texts(let texts, let rows, let lines):
            return indices.map { (lines[rows[$0]], texts[rows[$0]]) }
        case .csv(let source, let ranges):
            // The header and the rows asked for are a small table of their own.
            var small = Array(source.bytes[source.header])
            for index in indices {
                small.append(UInt8(ascii: "\n"))
                small += source.bytes[ranges[index]]
            }
            small.append(UInt8(ascii: "\n"))
            let table = try CSVTable(SourceText(path: source.path, bytes: small))
            let lines = source.bytes.lineNumbers(at: indices.map { ranges[$0].lowerBound })
            return zip(lines, table.rows).map { ($0, $1.map(\.text)) }
        }
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
        if path.lowercased().hasSuffix(".json") {
            let table = try JSONTable(SourceText(path: path, bytes: bytes))
            let reading = try RowReading(columns: table.columns, wanted: wanted, filter: filter)
            var rows = NumberRows(reading)
            var kept: [Int] = []
            for (index, row) in table.rows.enumerated() where rows.take(texts: row) {
                kept.append(index)
            }
            (columns, numbers, counts) = (table.columns, rows.numbers, rows.counts)
            records = .texts(table.rows, rows: kept, lines: table.lines)
            return
        }
        var ranges: [Range<Int>] = []
        var header = 0..<0
        (columns, numbers, counts) = try bytes.withUnsafeBufferPointer {
            buffer throws(Problem) in
            let scan = try CSVScan(path: path, bytes: UnsafeRawBufferPointer(buffer))
            let columns = scan.columns.map(\.text)
            let names = scan.columns.map(\.range)
            header = names[0].lowerBound..<names[names.count - 1].upperBound
            let reading = try RowReading(columns: columns, wanted: wanted, filter: filter)
            var rows = NumberRows(reading)
            let last = columns.count - 1
            try scan.forEachRecord { record throws(Problem) in
                guard rows.take(record) else { return }
                ranges.append(record.range(0).lowerBound..<record.range(last).upperBound)
            }
            return (columns, rows.numbers, rows.counts)
        }
        records = .csv(SourceBytes(path: path, bytes: bytes, header: header), ranges)
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

/// The numbers of the rows taken so far.
private struct NumberRows {
    let reading: RowReading
    var numbers: [Double] = []
    var counts = RowCounts()

    init(_ reading: RowReading) {
        self.reading = reading
    }

    /// Adds the row's numbers, or returns false and counts why not.
    mutating func take(_ record: CSVRecord) -> Bool {
        take(reading.test.outcome { record.bytes($0) }) { column in
            let bytes = record.bytes(column)
            return (bytes.isEmpty, NumberBytes.number(bytes)?.double)
        }
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
            withUnsafeBufferPointer { bytes in
                for byte in bytes[counted..<offsets[index]] where byte == UInt8(ascii: "\n") {
                    line += 1
                }
            }
            counted = offsets[index]
            lines[index] = line
        }
        return lines
    }
}
