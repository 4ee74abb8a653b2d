import OutlayProblems

/// Walks over the records of a CSV text, eight bytes at a time.
///
/// - Source: RFC 4180, section 2, with any delimiter, and with LF as well as CR LF as line end.
struct CSVCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    /// The offset from which on there are only line ends.
    private let contentEnd: Int
    /// The first byte that was not read.
    private(set) var offset: Int
    /// The offset behind each field of the current record; the next field begins one byte on.
    private(set) var fieldEnds: [Int] = []
    /// The offset of the first field of the current record.
    private(set) var recordStart: Int

    init(_ bytes: UnsafeRawBufferPointer, options: CSVOptions) {
        self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
        delimiter = options.delimiter.byte
        let last = bytes.lastIndex { $0 != lineFeed && $0 != carriageReturn }
        contentEnd = last.map { $0 + 1 } ?? 0
        offset = byteOrderMarkLength(bytes)
        recordStart = offset
        for _ in 0..<options.skippedLines {
            offset = bytes[offset...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
        }
    }

    /// Returns a cursor over the same text whose next record begins at `start`.
    func moved(to start: Int) -> CSVCursor {
        var copy = self
        copy.offset = start
        return copy
    }

    /// Whether the current record is a line without any character.
    var isBlank: Bool { fieldEnds.count == 1 && fieldEnds[0] == recordStart }

    /// Whether only line ends follow.
    var isAtEnd: Bool { offset >= contentEnd }

    /// Reads the next record into ``fieldEnds``, and returns false behind the last one.
    mutating func next() throws(CSVFault) -> Bool {
        fieldEnds.removeAll(keepingCapacity: true)
        recordStart = offset
        guard offset < bytes.count else { return false }
        var fieldStart = offset
        var openQuote: Int?
        reading: while offset < bytes.count {
            let wordStart = offset
            var marks = marks(at: wordStart)
            offset = min(wordStart + 8, bytes.count)
            while marks != 0 {
                let at = wordStart + marks.trailingZeroBitCount >> 3
                marks &= marks &- 1
                let byte = bytes[at]
                if openQuote != nil {
                    if byte == quote {
                        let isDoubled = at + 1 < bytes.count && bytes[at + 1] == quote
                        if !isDoubled {
                            openQuote = nil
                            guard endsField(at + 1) else { throw .textBehindQuote(at + 1) }
                        }
                        offset = at + (isDoubled ? 2 : 1)
                        continue reading
                    }
                    guard !TextFault.isForbiddenControl(byte) else { throw .controlCharacter(at) }
                } else if byte == delimiter {
                    fieldEnds.append(at)
                    fieldStart = at + 1
                } else if byte == lineFeed {
                    return end(at, next: at + 1)
                } else if byte == quote {
                    guard at == fieldStart else { throw .quoteInField(at) }
                    openQuote = at
                } else if byte == carriageReturn {
                    guard at + 1 < bytes.count, bytes[at + 1] == lineFeed else {
                        throw .carriageReturn(at)
                    }
                    return end(at, next: at + 2)
                } else if byte != tab {
                    throw .controlCharacter(at)
                }
            }
        }
        if let openQuote { throw .openQuote(openQuote) }
        return end(bytes.count, next: bytes.count)
    }

    private mutating func end(_ fieldEnd: Int, next: Int) -> Bool {
        fieldEnds.append(fieldEnd)
        offset = next
        return true
    }

    private func endsField(_ at: Int) -> Bool {
        guard at < bytes.count else { return true }
        return bytes[at] == delimiter || bytes[at] == lineFeed || bytes[at] == carriageReturn
    }

    /// Returns the top bit of each of the eight bytes from `start` on that needs a look: delimiters,
    /// quotes and all control characters.
    ///
    /// - Source: H. S. Warren, "Hacker's Delight", 2nd edition, section 6-1 (finding a zero byte).
    private func marks(at start: Int) -> UInt64 {
        var word: UInt64 = 0x6161_6161_6161_6161
        if start + 8 <= bytes.count {
            word = UInt64(
                littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                    fromByteOffset: start, as: UInt64.self))
        } else {
            for at in (start..<bytes.count).reversed() { word = word << 8 | UInt64(bytes[at]) }
        }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = ones &* 0x7F
        let unlikeDelimiter = word ^ (ones &* UInt64(delimiter))
        let unlikeQuote = word ^ (ones &* UInt64(quote))
        let plain =
            (((unlikeDelimiter & low) &+ low) | unlikeDelimiter)
            & (((unlikeQuote & low) &+ low) | unlikeQuote)
            & (((word & low) &+ (ones &* 0x60)) | word)
        return ~plain & (ones &* 0x80)
    }
}

/// What breaks the rules of CSV, with its offset.
enum CSVFault: Error {
    case openQuote(Int)
    case textBehindQuote(Int)
    case quoteInField(Int)
    case carriageReturn(Int)
    case controlCharacter(Int)

    func problem(in text: SourceText) -> Problem {
        switch self {
        case .openQuote(let offset):
            Problem(
                .syntax, "a quoted field without its closing quote",
                at: text.location(text.scalarRange(at: offset)),
                because: "the file ends inside the field", hint: "close the field with `\"`")
        case .textBehindQuote(let offset):
            Problem(
                .syntax, "text behind a closing quote",
                at: text.location(text.scalarRange(at: offset)),
                because: "a delimiter or a line end follows a quoted field",
                hint: "write a quote inside a quoted field twice")
        case .quoteInField(let offset):
            Problem(
                .syntax, "a quote inside a field without quotes",
                at: text.location(text.scalarRange(at: offset)),
                because: "a field with a quote stands in quotes, and writes its own twice",
                hint: "write `\"19\"\" rack\"` for 19\" rack")
        case .carriageReturn(let offset):
            Problem(
                .syntax, "a carriage return alone",
                at: text.location(text.scalarRange(at: offset)),
                because: "a line ends with LF or CR LF")
        case .controlCharacter(let offset):
            TextFault.controlCharacter(offset).problem(in: text)
        }
    }
}
