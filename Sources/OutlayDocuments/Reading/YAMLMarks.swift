import OutlayEncoding

/// Turns the marks of the YAML parser into bytes of the text.
///
/// The parser counts columns in Unicode scalars and ends lines with NEL, LS and PS too; editors, and
/// ``SourceText``, do not. Bytes are the common ground.
struct YAMLMarks {
    private let bytes: [UInt8]
    /// The number of scalars before each line.
    private var lineStarts: [Int] = [0]
    /// The byte of every 64th scalar, so that a long line costs no more than a short one.
    private var checkpoints: [Int] = []

    private static let stride = 64

    init(_ source: SourceText) {
        bytes = source.bytes
        var scalars = 0
        var offset = source.contentStart
        while offset < bytes.count {
            if scalars % Self.stride == 0 { checkpoints.append(offset) }
            let next = offset + Self.length(of: bytes[offset])
            let line = bytes[offset..<min(next, bytes.count)]
            if Self.endsLine(line, next < bytes.count ? bytes[next] : 0) {
                lineStarts.append(scalars + 1)
            }
            scalars += 1
            offset = next
        }
        if scalars % Self.stride == 0 { checkpoints.append(offset) }
    }

    /// Returns the byte at a line and column of the parser, both from 1; the text's end where it has none.
    func offset(line: Int, column: Int) -> Int {
        guard lineStarts.indices.contains(line - 1) else { return bytes.count }
        let scalar = lineStarts[line - 1] + column - 1
        let checkpoint = scalar / Self.stride
        guard checkpoints.indices.contains(checkpoint) else { return bytes.count }
        var offset = checkpoints[checkpoint]
        for _ in 0..<(scalar % Self.stride) where offset < bytes.count {
            offset += Self.length(of: bytes[offset])
        }
        return min(offset, bytes.count)
    }

    /// Returns the number of bytes of the scalar that begins with `byte`.
    static func length(of byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    /// Returns whether a scalar ends a line for the parser: LF, CR without LF, NEL, LS or PS.
    private static func endsLine(_ scalar: ArraySlice<UInt8>, _ next: UInt8) -> Bool {
        switch scalar.first {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): next != UInt8(ascii: "\n")
        case 0xC2: scalar.elementsEqual([0xC2, 0x85])
        case 0xE2:
            scalar.elementsEqual([0xE2, 0x80, 0xA8]) || scalar.elementsEqual([0xE2, 0x80, 0xA9])
        default: false
        }
    }
}
