import OutlayProblems

/// A text that was read, with its path, ready to say where each of its bytes stands.
///
/// Every reader works on one, so that the checks any text must pass stand in one place: its size,
/// UTF-8 without errors, no control characters but tab and line ends. A byte-order mark is allowed
/// at the start and counts as no column. A line ends with LF, CR LF or CR.
public struct SourceText: Sendable {
    /// The path as the user gave it; `-` is standard input.
    public let path: String
    /// The whole text in UTF-8, a byte-order mark included.
    public let bytes: [UInt8]
    /// The places of the bytes 0, 1 024, 2 048, … so that any other place is a short walk away.
    private let checkpoints: [Place]

    /// The most bytes a document has unless its reader says otherwise: 16 MiB.
    public static let defaultByteLimit = 16 << 20

    /// Creates a text from the bytes of the file at `path`.
    ///
    /// - Throws: ``ProblemCode/tooLarge``, ``ProblemCode/notUTF8`` or
    ///   ``ProblemCode/controlCharacter``, with the place.
    public init(
        path: String, bytes: [UInt8], byteLimit: Int = defaultByteLimit
    ) throws(Problem) {
        guard bytes.count <= byteLimit else {
            throw Problem(
                .tooLarge, "the text has \(bytes.count) bytes", at: .file(path),
                because: "at most \(byteLimit) bytes are read here")
        }
        self.init(unchecked: bytes, path: path)
        if let problem = bytes.withUnsafeBytes({ TextFault.firstEncodingFault(in: $0) })
            .map({ $0.problem(in: self) })
        {
            throw problem
        }
        if let problem = bytes.withUnsafeBytes({ TextFault.firstControlCharacter(in: $0) })
            .map({ $0.problem(in: self) })
        {
            throw problem
        }
    }

    /// Creates a text that may break the rules, in order to show where it does.
    init(unchecked bytes: [UInt8], path: String) {
        self.path = path
        self.bytes = bytes
        checkpoints = Place.checkpoints(of: bytes)
    }

    /// The offset of the first byte behind the byte-order mark, 0 where there is none.
    public var contentStart: Int {
        bytes.withUnsafeBytes { byteOrderMarkLength($0) }
    }

    /// The text behind the byte-order mark.
    public var content: String {
        String(decoding: bytes[contentStart...], as: UTF8.self)
    }
}

/// Returns 3 where `bytes` begin with the UTF-8 byte-order mark, else 0.
func byteOrderMarkLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

// MARK: - Positions

extension SourceText {
    /// Returns the line and column of the byte at `offset`, which may stand just behind the text.
    public func position(at offset: Int) -> TextPosition {
        place(at: offset).position
    }

    /// Returns the offset of the byte at `position`, at most the end of its line.
    ///
    /// - Complexity: O(log *n*) in the length of the text.
    public func offset(of position: TextPosition) -> Int {
        var (low, high) = (0, checkpoints.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if checkpoints[middle].position <= position { low = middle } else { high = middle - 1 }
        }
        var (place, offset) = (checkpoints[low], max(low * Place.stride, contentStart))
        while offset < bytes.count {
            let isWanted = place.position >= position && startsScalar(bytes[offset])
            if isWanted || (place.position.line == position.line && endsLine(bytes[offset])) {
                break
            }
            place.advance(over: offset, in: bytes)
            offset += 1
        }
        return offset
    }

    /// Returns the stretch of the bytes `range` as far as it stands on its first line.
    ///
    /// The line's text is cut behind its first 1 024 scalars.
    public func span(_ range: Range<Int>, pointer: String? = nil) -> TextSpan {
        let start = place(at: range.lowerBound)
        let marked = bytes[range.clamped(to: bytes.indices)]
        let end = marked.firstIndex(where: endsLine) ?? marked.endIndex
        let line = String(decoding: bytes[start.lineStart...].prefix(4 * 1024), as: UTF8.self)
            .unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.prefix(1024)
        return TextSpan(
            path: path, start: start.position, end: position(at: end), line: String(line),
            pointer: pointer)
    }

    /// Returns where the bytes `range` stand, for a problem.
    public func location(_ range: Range<Int>, pointer: String? = nil) -> Location {
        .text(span(range, pointer: pointer))
    }

    /// Returns the bytes of the scalar at `offset`, none behind the end.
    func scalarRange(at offset: Int) -> Range<Int> {
        guard offset < bytes.count else { return bytes.count..<bytes.count }
        let end = bytes[(offset + 1)...].firstIndex(where: startsScalar) ?? bytes.count
        return offset..<end
    }

    private func place(at offset: Int) -> Place {
        let checkpoint = min(offset, bytes.count) / Place.stride
        var place = checkpoints[checkpoint]
        let start = max(checkpoint * Place.stride, contentStart)
        for passed in start..<max(start, min(offset, bytes.count)) {
            place.advance(over: passed, in: bytes)
        }
        return place
    }
}

/// Where a byte stands, and where its line begins.
private struct Place {
    static let stride = 128

    var position = TextPosition(line: 1, column: 1)
    var lineStart: Int

    static func checkpoints(of bytes: [UInt8]) -> [Place] {
        let start = bytes.withUnsafeBytes { byteOrderMarkLength($0) }
        var place = Place(lineStart: start)
        var all = [place]
        for offset in start..<bytes.count {
            place.advance(over: offset, in: bytes)
            if (offset + 1) % stride == 0 { all.append(place) }
        }
        return all
    }

    mutating func advance(over offset: Int, in bytes: [UInt8]) {
        let byte = bytes[offset]
        if endsLine(byte) {
            let next = offset + 1
            if byte == carriageReturn, next < bytes.count, bytes[next] == lineFeed {
                position.column += 1
            } else {
                position = TextPosition(line: position.line + 1, column: 1)
                lineStart = next
            }
        } else if startsScalar(byte) {
            position.column += 1
        }
    }
}

private func startsScalar(_ byte: UInt8) -> Bool {
    byte & 0xC0 != 0x80
}

private func endsLine(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
}
