import OutlayProblems

/// One pass over a CSV text of any length that comes in blocks, in bounded memory.
///
/// It refuses what ``CSVScan`` refuses, at the same places; of a text that is not UTF-8 it hands on the
/// records of the blocks before. Only a record that is longer than a block makes the buffer grow.
///
///     var stream = CSVStream(path: path)
///     try stream.forEachRecord(
///         of: &file, header: { columns in cost = columns.firstIndex { $0.text == "BilledCost" } },
///         body: { record, _ in sum += number(record.bytes(cost)) })
package struct CSVStream {
    /// The most bytes of one record.
    package static let recordLimit = 16 << 20

    /// The path as the user gave it.
    package let path: String
    private let options: CSVOptions
    private let blockSize: Int
    private var columnCount = 0
    /// What was handed on: bytes, lines and records before the buffer.
    private var passed = (bytes: 0, lines: 0, records: 0)

    /// Creates a pass over a text that is read `blockSize` bytes at a time.
    package init(path: String, options: CSVOptions = CSVOptions(), blockSize: Int = 1 << 18) {
        precondition(blockSize > 0, "a block has at least one byte")
        self.path = path
        self.options = options
        self.blockSize = blockSize
    }

    /// Reads `source` to its end: calls `header` with the columns, then `body` with each record.
    ///
    /// - Parameters:
    ///   - source: The text, at its first byte.
    ///   - watch: Sees every byte of the text once, in order.
    ///   - header: Gets the columns; none is empty and none stands twice.
    ///   - body: Gets each record behind the header; blank lines at the end are none.
    /// - Throws: What `header` and `body` throw, ``ProblemCode/notUTF8``, ``ProblemCode/syntax``,
    ///   ``ProblemCode/raggedRow``, ``ProblemCode/controlCharacter``, ``ProblemCode/emptyDocument`` or
    ///   ``ProblemCode/tooLarge`` for a record beyond ``recordLimit``.
    package mutating func forEachRecord(
        of source: inout some ByteSource, watch: (UnsafeRawBufferPointer) -> Void = { _ in },
        header: ([CSVCell]) throws(Problem) -> Void,
        body: (CSVRecord, CSVPlaces) throws(Problem) -> Void
    ) throws(Problem) {
        var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
        defer { buffer.deallocate() }
        var (filled, isAtEnd, hasHeader) = (0, false, false)
        while !isAtEnd {
            if filled == buffer.count { buffer = try grown(buffer) }
            let count = try source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            watch(UnsafeRawBufferPointer(rebasing: buffer[filled..<filled + count]))
            filled += count
            isAtEnd = count == 0
            let block = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
            let used = try pass(
                over: block, isLast: isAtEnd, hasHeader: &hasHeader, header: header, body)
            note(UnsafeRawBufferPointer(rebasing: block[..<used]))
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[used...]))
            filled -= used
        }
    }

    private func grown(
        _ buffer: UnsafeMutableRawBufferPointer
    ) throws(Problem) -> UnsafeMutableRawBufferPointer {
        guard buffer.count < Self.recordLimit else {
            throw Problem(
                .tooLarge, "a row has more than \(Self.recordLimit) bytes", at: .file(path),
                because: "behind line \(passed.lines + 1) a row goes on for so long",
                hint: "look for a quote that is not closed")
        }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        return larger
    }

    /// Hands on the whole records of `block`; returns how many bytes they take.
    private mutating func pass(
        over block: UnsafeRawBufferPointer, isLast: Bool, hasHeader: inout Bool,
        header: ([CSVCell]) throws(Problem) -> Void,
        _ body: (CSVRecord, CSVPlaces) throws(Problem) -> Void
    ) throws(Problem) -> Int {
        let end = isLast ? block.count : (block.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0)
        let places = CSVPlaces(
            path: path, bytes: block, linesBefore: passed.lines, bytesBefore: passed.bytes)
        let whole = UnsafeRawBufferPointer(rebasing: block[..<end])
        if let fault = TextFault.firstEncodingFault(in: whole) { throw places.problem(fault) }
        guard end > 0 || isLast else { return 0 }
        var cursor = CSVCursor(whole, options: hasHeader ? CSVOptions() : options)
        if hasHeader {
            cursor = CSVCursor(whole, options: CSVOptions(delimiter: options.delimiter))
                .moved(to: 0)
        } else {
            guard try cursor.nextWhole(isLast, places) else {
                guard isLast else { return 0 }
                throw Problem(
                    .emptyDocument, "the file has no header", at: .file(path),
                    because: "the first line names the columns")
            }
            // More may follow, and then a blank line is a column without a name.
            if !isLast, cursor.isBlank, cursor.isAtEnd { return 0 }
            let columns = cursor.withRecord(number: 0) { $0.cells }
            try places.check(columns, isBlank: cursor.isBlank && cursor.isAtEnd)
            columnCount = columns.count
            hasHeader = true
            try header(columns)
        }
        var used = cursor.offset
        while try cursor.nextWhole(isLast, places) {
            if cursor.isBlank, cursor.isAtEnd {
                // More may follow, and then the blank line is a row.
                if isLast { used = whole.count }
                break
            }
            passed.records += 1
            guard cursor.fieldEnds.count == columnCount else {
                throw places.ragged(cursor, columns: columnCount)
            }
            try cursor.withRecord(number: passed.records) { record throws(Problem) in
                try body(record, places)
            }
            used = cursor.offset
        }
        return used
    }

    private mutating func note(_ bytes: UnsafeRawBufferPointer) {
        var (lines, hasReturns) = (0, false)
        var offset = 0
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = ones &* 0x7F
        while offset + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let unlikeLine = word ^ (ones &* UInt64(lineFeed))
            let unlikeReturn = word ^ (ones &* UInt64(carriageReturn))
            // The top bit of a byte is set where the byte is one that is looked for.
            let ends = ~(((unlikeLine & low) &+ low) | unlikeLine | low)
            let returns = ~(((unlikeReturn & low) &+ low) | unlikeReturn | low)
            lines += ends.nonzeroBitCount
            hasReturns = hasReturns || returns != 0
            offset += 8
        }
        for byte in bytes[offset...] {
            lines += byte == lineFeed ? 1 : 0
            hasReturns = hasReturns || byte == carriageReturn
        }
        if hasReturns {
            // One in front of a line feed is one end with it; alone it ends a line as well.
            for (byte, next) in zip(bytes, bytes.dropFirst())
            where byte == carriageReturn && next != lineFeed { lines += 1 }
        }
        passed.lines += lines
        passed.bytes += bytes.count
    }
}

/// Where the bytes of the current block of a ``CSVStream`` stand in the file.
package struct CSVPlaces {
    let path: String
    let bytes: UnsafeRawBufferPointer
    let linesBefore: Int
    let bytesBefore: Int

    /// Returns where a field of a record stands, for a problem.
    ///
    /// - Complexity: O(*n*) in the length of the block.
    package func location(_ range: Range<Int>) -> Location {
        shifted(source.location(range))
    }

    private var source: SourceText { SourceText(unchecked: Array(bytes), path: path) }

    private func shifted(_ location: Location?) -> Location {
        guard case .text(var span) = location else { return location ?? .file(path) }
        span.start.line += linesBefore
        span.end.line += linesBefore
        return .text(span)
    }

    func problem(_ fault: TextFault) -> Problem {
        var problem = fault.problem(in: source)
        problem.location = shifted(problem.location)
        if case .notUTF8(let offset) = fault {
            problem.reason =
                "only UTF-8 is read; byte \(bytesBefore + offset + 1) of the file breaks its rules"
        }
        return problem
    }

    func problem(_ fault: CSVFault) -> Problem {
        var problem = fault.problem(in: source)
        problem.location = shifted(problem.location)
        return problem
    }

    func check(_ columns: [CSVCell], isBlank: Bool) throws(Problem) {
        guard !isBlank else {
            throw Problem(
                .emptyDocument, "the file has no header", at: .file(path),
                because: "the first line names the columns")
        }
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

    func ragged(_ cursor: CSVCursor, columns expected: Int) -> Problem {
        let found = cursor.fieldEnds.count
        return Problem(
            .raggedRow, "\(found) field\(found == 1 ? "" : "s") in a row",
            at: location(cursor.recordStart..<cursor.fieldEnds[found - 1]),
            because: "the header has \(expected) column\(expected == 1 ? "" : "s"), and every row "
                + "has as many fields",
            hint: found > expected ? "put fields that hold a delimiter in quotes" : nil)
    }
}

extension CSVCursor {
    /// Reads the next record, and returns false where there is none, or where it goes on behind the bytes
    /// and those are not the last.
    fileprivate mutating func nextWhole(
        _ isLast: Bool, _ places: CSVPlaces
    ) throws(Problem) -> Bool {
        do throws(CSVFault) {
            guard try next() else { return false }
        } catch {
            if !isLast, error.isAtEnd(of: bytes.count) { return false }
            throw places.problem(error)
        }
        return isLast || (fieldEnds.last ?? offset) < offset
    }
}

extension CSVFault {
    /// Whether the bytes that follow may mend it.
    fileprivate func isAtEnd(of count: Int) -> Bool {
        switch self {
        case .openQuote: true
        case .carriageReturn(let offset): offset + 1 == count
        case .textBehindQuote, .quoteInField, .controlCharacter: false
        }
    }
}
