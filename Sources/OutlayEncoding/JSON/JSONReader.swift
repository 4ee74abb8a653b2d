import OutlayProblems

/// Reads JSON strictly by RFC 8259, keeping where everything stands.
///
/// Comments, trailing commas, single quotes, leading zeros, lone surrogates and text behind the value
/// are refused, each with its own reason. Duplicate keys stay in the tree: the schema reports them.
public struct JSONReader {
    /// The most objects and arrays that stand inside each other.
    public static let depthLimit = 64

    let source: SourceText
    let bytes: [UInt8]
    private(set) var offset: Int

    private init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        offset = source.contentStart
    }

    /// Returns the value that `source` holds.
    ///
    /// - Throws: ``ProblemCode/syntax``, ``ProblemCode/tooDeep`` or ``ProblemCode/emptyDocument``.
    public static func read(_ source: SourceText) throws(Problem) -> JSONNode {
        var reader = JSONReader(source)
        return try reader.readDocument()
    }

    private mutating func readDocument() throws(Problem) -> JSONNode {
        skipBlanks()
        guard offset < bytes.count else {
            throw Problem(
                .emptyDocument, "the document is empty", at: .file(source.path),
                because: "a JSON document is one value")
        }
        let node = try readValue(depth: 0)
        skipBlanks()
        guard offset == bytes.count else {
            throw unexpected(because: "a JSON document is one value, and it ended before")
        }
        return node
    }

    private mutating func readValue(depth: Int) throws(Problem) -> JSONNode {
        let start = offset
        switch peek() ?? 0 {
        case UInt8(ascii: "{"): return try readObject(depth: depth + 1)
        case UInt8(ascii: "["): return try readArray(depth: depth + 1)
        case quote:
            let text = try readString()
            return node(from: start, .string(text))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let text = try readNumber()
            return node(from: start, .number(text: text))
        default:
            let word = plainWord(at: offset)
            let kind: JSONNode.Kind? =
                switch word {
                case "true": .bool(true)
                case "false": .bool(false)
                case "null": .null
                default: nil
                }
            guard let kind else { throw notAValue(word) }
            offset += word.utf8.count
            return node(from: start, kind)
        }
    }

    private func node(from start: Int, _ kind: JSONNode.Kind) -> JSONNode {
        JSONNode(kind: kind, range: start..<offset)
    }
}

// MARK: - Objects and arrays

extension JSONReader {
    private mutating func readArray(depth: Int) throws(Problem) -> JSONNode {
        let start = try open(depth)
        var elements: [JSONNode] = []
        if take(UInt8(ascii: "]")) { return node(from: start, .array(elements)) }
        while true {
            elements.append(try readValue(depth: depth))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return node(from: start, .array(elements)) }
            try readComma(in: "array", closing: "]")
        }
    }

    private mutating func readObject(depth: Int) throws(Problem) -> JSONNode {
        let start = try open(depth)
        var members: [JSONNode.Member] = []
        if take(UInt8(ascii: "}")) { return node(from: start, .object(members)) }
        while true {
            let keyStart = offset
            guard peek() == quote else {
                throw unexpected(because: "a key stands in double quotes")
            }
            let key = try readString()
            let keyRange = keyStart..<offset
            skipBlanks()
            guard take(UInt8(ascii: ":")) else {
                throw unexpected(because: "a colon follows the key `\(shortened(key))`")
            }
            skipBlanks()
            let value = try readValue(depth: depth)
            members.append(JSONNode.Member(key: key, keyRange: keyRange, value: value))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return node(from: start, .object(members)) }
            try readComma(in: "object", closing: "}")
        }
    }

    private mutating func open(_ depth: Int) throws(Problem) -> Int {
        let start = offset
        guard depth <= Self.depthLimit else {
            throw Problem(
                .tooDeep, "objects and arrays stand \(depth) deep",
                at: source.location(start..<start + 1),
                because: "at most \(Self.depthLimit) stand inside each other")
        }
        offset += 1
        skipBlanks()
        return start
    }

    private mutating func readComma(in kind: String, closing: String) throws(Problem) {
        let comma = offset
        guard take(UInt8(ascii: ",")) else {
            throw unexpected(
                because: "a comma or `\(closing)` follows a value of an \(kind)")
        }
        skipBlanks()
        guard peek() != UInt8(ascii: "]"), peek() != UInt8(ascii: "}") else {
            throw Problem(
                .syntax, "a comma behind the last value",
                at: source.location(comma..<comma + 1),
                because: "in JSON a comma stands between two values only",
                hint: "remove the comma")
        }
    }

    private func peek() -> UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == lineFeed || byte == carriageReturn || byte == tab
    }
}

// MARK: - Numbers and strings

extension JSONReader {
    private mutating func readNumber() throws(Problem) -> String {
        let length = JSONNumber.length(of: bytes[offset...])
        let end = offset + length
        guard length > 0, end == bytes.count || !Self.isWordByte(bytes[end]) else {
            let word = plainWord(at: offset)
            let afterSign = word.drop { $0 == "-" }
            let leadingZero =
                afterSign.utf8.count > 1 && afterSign.first == "0"
                && afterSign.utf8.dropFirst().allSatisfy { $0 &- 48 < 10 || $0 == 46 }
            throw Problem(
                .syntax, "`\(shortened(word))` is not a number",
                at: source.location(offset..<offset + word.utf8.count),
                because: leadingZero
                    ? "a JSON number has no leading zeros"
                    : "a JSON number is digits, with at most one minus in front, one point between "
                        + "digits and an exponent",
                hint: leadingZero ? "leave the leading zeros out" : nil)
        }
        defer { offset = end }
        return String(decoding: bytes[offset..<end], as: UTF8.self)
    }

    private mutating func readString() throws(Problem) -> String {
        let start = offset
        offset += 1
        var text: [UInt8] = []
        while let byte = peek() {
            switch byte {
            case quote:
                offset += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += try readEscape()
            case 0..<0x20:
                throw Problem(
                    .syntax,
                    byte == tab ? "a tab inside a string" : "a line end inside a string",
                    at: source.location(offset..<offset + 1),
                    because: byte == tab
                        ? "in a JSON string a tab is written \\t"
                        : "a JSON string ends on the line it begins on",
                    hint: byte == tab
                        ? "write \\t" : "close the string with `\"`, or write \\n for a line end")
            default:
                let end = bytes[offset...].firstIndex {
                    $0 == quote || $0 == UInt8(ascii: "\\") || $0 < 0x20
                }
                text += bytes[offset..<(end ?? bytes.count)]
                offset = end ?? bytes.count
            }
        }
        throw Problem(
            .syntax, "a string without its closing quote",
            at: source.location(start..<offset), because: "the document ends inside the string",
            hint: "close the string with `\"`")
    }

    /// Reads an escape, both halves of a surrogate pair included, and returns it in UTF-8.
    private mutating func readEscape() throws(Problem) -> [UInt8] {
        let start = offset
        offset += 2
        let escape = start + 1 < bytes.count ? bytes[start + 1] : 0
        switch escape {
        case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [escape]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [lineFeed]
        case UInt8(ascii: "r"): return [carriageReturn]
        case UInt8(ascii: "t"): return [tab]
        case UInt8(ascii: "u"): break
        default:
            let range = start..<source.scalarRange(at: start + 1).upperBound
            throw Problem(
                .syntax,
                "`\(shortened(String(decoding: bytes[range], as: UTF8.self)))` is not an escape",
                at: source.location(range),
                because: "behind `\\` stands one of \" \\ / b f n r t, or u with four digits",
                hint: "write `\\\\` for a backslash")
        }
        var code = UInt32(try readCodeUnit(of: start))
        if (0xD800...0xDBFF).contains(code), bytes[offset...].starts(with: Array("\\u".utf8)) {
            offset += 2
            let low = UInt32(try readCodeUnit(of: start))
            if (0xDC00...0xDFFF).contains(low) {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw Problem(
                .syntax, "half of a surrogate pair", at: source.location(start..<offset),
                because: "\\uD800 to \\uDBFF and \\uDC00 to \\uDFFF stand for a character only "
                    + "as a pair, in this order")
        }
        return Array(String(scalar).utf8)
    }

    private mutating func readCodeUnit(of start: Int) throws(Problem) -> UInt16 {
        let digits = bytes[offset...].prefix(4).prefix { byte in
            byte &- 48 < 10 || (byte | 0x20) &- 97 < 6
        }
        offset = digits.endIndex
        guard digits.count == 4,
            let code = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
            throw Problem(
                .syntax, "`\(String(decoding: bytes[start..<offset], as: UTF8.self))` is cut short",
                at: source.location(start..<offset),
                because: "four hexadecimal digits follow \\u")
        }
        return code
    }
}
