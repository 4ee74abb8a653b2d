/// Separates Swift text into what the compiler sees and what the comments say.
///
/// Both views have a line for each line of the text. In the code view, strings are empty (the code in
/// their interpolations stays) and the blanks of raw identifiers are underscores. Bare `/…/` regular
/// expressions are not recognised; `#/…/#` are.
struct SwiftScanner {
    private let bytes: [UInt8]
    private var index = 0
    private var code: [UInt8] = []
    private var comments: [UInt8] = []

    /// Returns the two views of `bytes`.
    static func views(of bytes: [UInt8]) -> (code: [UInt8], comments: [UInt8]) {
        var scanner = SwiftScanner(bytes: bytes)
        scanner.scanCode(inInterpolation: false)
        return (scanner.code, scanner.comments)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        code.reserveCapacity(bytes.count)
    }

    private func byte(_ offset: Int = 0) -> UInt8? {
        index + offset < bytes.count ? bytes[index + offset] : nil
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { wanted in
            index + wanted.count <= bytes.count
                && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
        }
    }

    private mutating func scanCode(inInterpolation: Bool) {
        var depth = 0
        while let current = byte() {
            switch current {
            case UInt8(ascii: "/") where starts(with: "//"):
                scanLineComment()
            case UInt8(ascii: "/") where starts(with: "/*"):
                scanBlockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                scanLiteral()
            case UInt8(ascii: "`"):
                scanRawIdentifier()
            case UInt8(ascii: ")") where inInterpolation && depth == 0:
                return
            default:
                if current == UInt8(ascii: "(") { depth += 1 }
                if current == UInt8(ascii: ")") { depth -= 1 }
                keep(current)
            }
        }
    }

    private mutating func keep(_ current: UInt8) {
        code.append(current)
        if current == UInt8(ascii: "\n") { comments.append(current) }
        index += 1
    }

    private mutating func skip() {
        if byte() == UInt8(ascii: "\n") {
            keep(UInt8(ascii: "\n"))
        } else {
            index += 1
        }
    }

    private mutating func scanLineComment() {
        while let current = byte(), current != UInt8(ascii: "\n") {
            comments.append(current)
            index += 1
        }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            let opens = starts(with: "/*")
            let closes = starts(with: "*/")
            depth += opens ? 1 : closes ? -1 : 0
            for _ in 0..<(opens || closes ? 2 : 1) {
                guard let current = byte() else { return }
                if current != UInt8(ascii: "\n") { comments.append(current) }
                skip()
            }
        } while depth > 0
    }

    private mutating func scanRawIdentifier() {
        keep(UInt8(ascii: "`"))
        while let current = byte(), current != UInt8(ascii: "`"), current != UInt8(ascii: "\n") {
            code.append(isWord(current) ? current : UInt8(ascii: "_"))
            index += 1
        }
        if byte() == UInt8(ascii: "`") { keep(UInt8(ascii: "`")) }
    }

    private mutating func scanLiteral() {
        var hashes = 0
        while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
        let quote = byte(hashes)
        guard quote == UInt8(ascii: "\"") || hashes > 0 && quote == UInt8(ascii: "/") else {
            for _ in 0..<hashes { keep(UInt8(ascii: "#")) }
            return
        }
        index += hashes
        if quote == UInt8(ascii: "/") {
            index += 1
            scanLiteralBody(quote: UInt8(ascii: "/"), quotes: 1, hashes: hashes, isRegex: true)
        } else {
            let quotes = starts(with: "\"\"\"") ? 3 : 1
            index += quotes
            scanLiteralBody(
                quote: UInt8(ascii: "\""), quotes: quotes, hashes: hashes, isRegex: false)
        }
    }

    private mutating func scanLiteralBody(quote: UInt8, quotes: Int, hashes: Int, isRegex: Bool) {
        code.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")])
        let end =
            Array(repeating: quote, count: quotes)
            + Array(repeating: UInt8(ascii: "#"), count: hashes)
        while let current = byte() {
            if current == quote, bytes[index...].starts(with: end) {
                index += end.count
                return
            }
            if current == UInt8(ascii: "\\") {
                scanEscape(hashes: isRegex ? 0 : hashes, isRegex: isRegex)
            } else if current == UInt8(ascii: "\n"), quotes == 1, !isRegex {
                return
            } else {
                skip()
            }
        }
    }

    private mutating func scanEscape(hashes: Int, isRegex: Bool) {
        index += 1
        guard (0..<hashes).allSatisfy({ byte($0) == UInt8(ascii: "#") }) else { return }
        index += hashes
        guard !isRegex, byte() == UInt8(ascii: "(") else { return skip() }
        keep(UInt8(ascii: "("))
        scanCode(inInterpolation: true)
        if byte() == UInt8(ascii: ")") { keep(UInt8(ascii: ")")) }
    }
}

/// A word, a symbol of one byte, or a line end.
struct Token: Sendable, Equatable {
    let text: String
    let line: Int

    /// Whether the token ends a line.
    var isLineEnd: Bool { text == "\n" }
}

/// Returns the words, symbols and line ends of `bytes`; blanks only separate.
func tokenize(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var line = 1
    var index = 0
    while index < bytes.count {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        if index > start {
            tokens.append(
                Token(text: String(decoding: bytes[start..<index], as: UTF8.self), line: line))
            continue
        }
        if bytes[index] > UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\n") {
            let symbol = String(decoding: bytes[index...index], as: UTF8.self)
            tokens.append(Token(text: symbol, line: line))
            line += symbol == "\n" ? 1 : 0
        }
        index += 1
    }
    return tokens
}

private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
        true
    default: false
    }
}
