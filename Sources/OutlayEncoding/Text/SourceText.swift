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
    private let anchors: [Anchor]

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
        anchors = Anchor.anchors(of: bytes)
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
    ///
    /// - Complexity: O(log *n*) in the number of lines.
    public func position(at offset: Int) -> TextPosition {
        let anchor = anchors[anchorIndex(before: offset)]
        let end = min(offset, bytes.count)
        let scalars = bytes[min(anchor.offset, end)..<end].count(where: Self.startsScalar)
        return TextPosition(line: anchor.line, column: anchor.column + scalars)
    }

    /// Returns the offset of the byte at `position`, at most the end of its line.
    ///
    /// - Complexity: O(log *n*) in the number of lines.
    public func offset(of position: TextPosition) -> Int {
        var (low, high) = (0, anchors.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            let anchor = anchors[middle]
            let isBefore = TextPosition(line: anchor.line, column: anchor.column) <= position
            if isBefore { low = middle } else { high = middle - 1 }
        }
        let anchor = anchors[low]
        let line = lineRange(from: anchor.offset)
        var offset = line.lowerBound
        for _ in anchor.column..<max(anchor.column, position.column) {
            guard offset < line.upperBound else { break }
            offset = scalarRange(at: offset).upperBound
        }
        return offset
    }

    /// Returns the stretch of the bytes `range` as far as it stands on its first line.
    ///
    /// The line's text is cut behind its first 1 024 scalars.
    public func span(_ range: Range<Int>, pointer: String? = nil) -> TextSpan {
        var first = anchorIndex(before: range.lowerBound)
        while anchors[first].column > 1 { first -= 1 }
        let line = lineRange(from: anchors[first].offset)
        let start = position(at: range.lowerBound)
        let end = position(at: max(range.lowerBound, min(range.upperBound, line.upperBound)))
        let shown = String(decoding: bytes[line].prefix(4 * 1024), as: UTF8.self)
        return TextSpan(
            path: path, start: start, end: end,
            line: String(String.UnicodeScalarView(shown.unicodeScalars.prefix(1024))),
            pointer: pointer)
    }

    /// Returns where the bytes `range` stand, for a problem.
    public func location(_ range: Range<Int>, pointer: String? = nil) -> Location {
        .text(span(range, pointer: pointer))
    }

    /// Returns the bytes of the scalar at `offset`, none behind the end.
    func scalarRange(at offset: Int) -> Range<Int> {
        guard offset < bytes.count else { return bytes.count..<bytes.count }
        var end = offset + 1
        while end < bytes.count, !Self.startsScalar(bytes[end]) { end += 1 }
        return offset..<end
    }

    private func lineRange(from start: Int) -> Range<Int> {
        let rest = bytes[start...]
        return start..<(rest.firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? rest.endIndex)
    }

    private func anchorIndex(before offset: Int) -> Int {
        var (low, high) = (0, anchors.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if anchors[middle].offset <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    fileprivate static func startsScalar(_ byte: UInt8) -> Bool {
        byte & 0xC0 != 0x80
    }
}

/// A byte whose place is known: each line's first, and one in 4 096 bytes of longer lines.
private struct Anchor {
    var offset: Int
    var line: Int
    var column: Int

    static func anchors(of bytes: [UInt8]) -> [Anchor] {
        var anchor = Anchor(
            offset: bytes.withUnsafeBytes { byteOrderMarkLength($0) }, line: 1, column: 1)
        var all = [anchor]
        var column = 1
        for offset in anchor.offset..<bytes.count {
            let byte = bytes[offset]
            let crlf =
                byte == carriageReturn && offset + 1 < bytes.count
                && bytes[offset + 1] == lineFeed
            if byte == lineFeed || (byte == carriageReturn && !crlf) {
                anchor = Anchor(offset: offset + 1, line: anchor.line + 1, column: 1)
                all.append(anchor)
                column = 1
            } else if SourceText.startsScalar(byte) {
                if offset - anchor.offset >= 4096 {
                    anchor = Anchor(offset: offset, line: anchor.line, column: column)
                    all.append(anchor)
                }
                column += 1
            }
        }
        return all
    }
}
