import OutlayProblems

/// One pass over a large CSV text that hands each record's bytes on without copying them.
///
/// It refuses what ``CSVTable`` refuses, which is built on it. The bytes must outlive the scan.
///
///     let scan = try CSVScan(path: path, bytes: bytes)
///     try scan.forEachRecord { record in
///         guard record.bytes(2).elementsEqual("EUR".utf8) else { return }
///         prices.append(ExactDecimal.parse(record.bytes(5)))
///     }
package struct CSVScan {
    /// The path as the user gave it.
    package let path: String
    /// The names of the columns; none is empty and none stands twice.
    package let columns: [CSVCell]
    private let bytes: UnsafeRawBufferPointer
    private let cursor: CSVCursor

    /// Reads the header of the CSV text `bytes`.
    ///
    /// - Throws: ``ProblemCode/notUTF8`` wherever it stands in the text, and what the header breaks.
    package init(
        path: String, bytes: UnsafeRawBufferPointer, options: CSVOptions = CSVOptions()
    ) throws(Problem) {
        self.path = path
        self.bytes = bytes
        if let fault = TextFault.firstEncodingFault(in: bytes) {
            throw fault.problem(in: SourceText(unchecked: Array(bytes), path: path))
        }
        var cursor = CSVCursor(bytes, options: options)
        let hasHeader: Bool
        do throws(CSVFault) {
            hasHeader = try cursor.next()
        } catch {
            throw error.problem(in: SourceText(unchecked: Array(bytes), path: path))
        }
        guard hasHeader, !(cursor.isBlank && cursor.isAtEnd) else {
            throw Problem(
                .emptyDocument, "the file has no header", at: .file(path),
                because: "the first line names the columns")
        }
        self.cursor = cursor
        columns = cursor.withRecord(number: 0) { $0.cells }
        try checkColumns()
    }

    /// Calls `body` with each record behind the header, in order; blank lines at the end are none.
    ///
    /// - Throws: What `body` throws, ``ProblemCode/raggedRow``, ``ProblemCode/syntax`` or
    ///   ``ProblemCode/controlCharacter``.
    package func forEachRecord(
        _ body: (CSVRecord) throws(Problem) -> Void
    ) throws(Problem) {
        _ = try forEachRecord(in: dataStart..<bytes.count, body)
    }

    /// Calls `body` with each record that begins in `part`, numbered from 1, in order.
    ///
    /// - Returns: The offset behind the last record, which may lie behind `part`.
    /// - Throws: As ``forEachRecord(_:)``.
    package func forEachRecord(
        in part: Range<Int>, _ body: (CSVRecord) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        var cursor = cursor.moved(to: part.lowerBound)
        var number = 0
        while cursor.offset < part.upperBound {
            do throws(CSVFault) {
                _ = try cursor.next()
            } catch {
                throw error.problem(in: SourceText(unchecked: Array(bytes), path: path))
            }
            if cursor.isBlank, cursor.isAtEnd { return bytes.count }
            number += 1
            guard cursor.fieldEnds.count == columns.count else { throw ragged(cursor) }
            try cursor.withRecord(number: number) { record throws(Problem) in try body(record) }
        }
        return cursor.offset
    }

    /// Returns the bytes behind the header in `count` parts of about one length, or fewer, each of whole lines.
    ///
    /// A line may end inside a quoted field. A part begins with a record only where the records of
    /// the part before it end there.
    package func parts(_ count: Int) -> [Range<Int>] {
        var starts = [dataStart]
        for index in 1..<max(count, 1) {
            let middle = dataStart + (bytes.count - dataStart) / count * index
            let lineEnd = bytes[max(middle, starts[starts.count - 1])...].firstIndex(of: lineFeed)
            guard let lineEnd, lineEnd + 1 < bytes.count else { break }
            starts.append(lineEnd + 1)
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
    }

    private var dataStart: Int { cursor.offset }

    /// Returns where the bytes `range` stand, for a problem.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    package func location(_ range: Range<Int>) -> Location {
        SourceText(unchecked: Array(bytes), path: path).location(range)
    }

    private func checkColumns() throws(Problem) {
        var names: Set<String> = []
        for (index, column) in columns.enumerated() {
            guard !column.text.isEmpty else {
                throw Problem(
                    .emptyCell, "column \(index + 1) has no name", at: location(column.range),
                    because: "the header names every column")
            }
            guard names.insert(column.text).inserted else {
                throw Problem(
                    .duplicateKey, "the column `\(shortened(column.text))` stands twice",
                    at: location(column.range), because: "each column has its own name")
            }
        }
    }

    private func ragged(_ cursor: CSVCursor) -> Problem {
        let (found, expected) = (cursor.fieldEnds.count, columns.count)
        return Problem(
            .raggedRow, "\(found) field\(found == 1 ? "" : "s") in a row",
            at: location(cursor.recordStart..<cursor.fieldEnds[found - 1]),
            because: "the header has \(expected) column\(expected == 1 ? "" : "s"), and every row "
                + "has as many fields",
            hint: found > expected ? "put fields that hold a delimiter in quotes" : nil)
    }
}

/// One record of a ``CSVScan``; valid only while the scan hands it on.
package struct CSVRecord {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline let start: Int
    @usableFromInline let fieldEnds: UnsafeBufferPointer<Int>
    /// The number of the record, from 1; the header does not count.
    package let number: Int

    init(
        bytes: UnsafeBufferPointer<UInt8>, start: Int, fieldEnds: UnsafeBufferPointer<Int>,
        number: Int
    ) {
        self.bytes = bytes
        self.start = start
        self.fieldEnds = fieldEnds
        self.number = number
    }

    /// Returns the bytes' offsets of the field in `column` (from 0), its quotes included.
    @inlinable @inline(__always)
    package func range(_ column: Int) -> Range<Int> {
        (column == 0 ? start : fieldEnds[column - 1] + 1)..<fieldEnds[column]
    }

    /// The bytes' offsets of the whole record, without its line end.
    package var range: Range<Int> { start..<fieldEnds[fieldEnds.count - 1] }

    /// Returns the bytes of a range of offsets.
    @inlinable @inline(__always)
    package func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))
    }

    /// Returns the bytes of the field in `column` (from 0) between its quotes.
    ///
    /// A quote inside a quoted field still stands there twice.
    @inlinable @inline(__always)
    package func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        var range = range(column)
        if !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "\"") {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        return UnsafeBufferPointer(rebasing: bytes[range])
    }

    /// Returns the text of the field in `column` (from 0).
    package func text(_ column: Int) -> String {
        let bytes = bytes(column)
        guard bytes.contains(quote) else { return String(decoding: bytes, as: UTF8.self) }
        var single: [UInt8] = []
        var isSecond = false
        for byte in bytes {
            isSecond = byte == quote && !isSecond
            if !isSecond || byte != quote { single.append(byte) }
        }
        return String(decoding: single, as: UTF8.self)
    }

    /// The fields with their places.
    var cells: [CSVCell] {
        fieldEnds.indices.map { CSVCell(text: text($0), range: range($0)) }
    }
}

extension CSVCursor {
    /// Calls `body` with the current record.
    func withRecord<Result, Failure: Error>(
        number: Int, _ body: (CSVRecord) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try fieldEnds.withUnsafeBufferPointer { ends throws(Failure) in
            try body(CSVRecord(bytes: bytes, start: recordStart, fieldEnds: ends, number: number))
        }
    }
}
