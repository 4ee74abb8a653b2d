import Crypto
import OutlayProblems

/// A SHA-256 digest as 32 bytes.
///
/// - Source: FIPS 180-4, section 6.2, through swift-crypto.
public struct SHA256Value: Sendable, Hashable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// 32 zero bytes.
    public static let zero = SHA256Value(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// Creates the digest with these bytes, or nil where they are not 32.
    public init?(_ bytes: some Collection<UInt8>) {
        let whole = Array(bytes)
        guard let value = whole.withUnsafeBytes({ SHA256Value($0) }) else { return nil }
        self = value
    }

    /// Creates the digest with these bytes, or nil where they are not 32.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        self.init(reading: bytes)
    }

    private init(reading bytes: UnsafeRawBufferPointer) {
        func word(_ offset: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        self.init(words: (word(0), word(8), word(16), word(24)))
    }

    /// Reads 64 lower-case hexadecimal digits, or returns nil.
    public init?(hexadecimal text: String) {
        var text = text
        guard let value = text.withUTF8(Self.read(hexadecimal:)) else { return nil }
        self = value
    }

    private static func read(hexadecimal digits: UnsafeBufferPointer<UInt8>) -> SHA256Value? {
        guard digits.count == 64 else { return nil }
        var isValid = true
        func word(_ start: Int) -> UInt64 {
            var word: UInt64 = 0
            for digit in digits[start..<start + 16] {
                switch digit {
                case 0x30...0x39: word = word << 4 | UInt64(digit - 0x30)
                case 0x61...0x66: word = word << 4 | UInt64(digit - 0x57)
                default: isValid = false
                }
            }
            return word
        }
        let value = SHA256Value(words: (word(0), word(16), word(32), word(48)))
        return isValid ? value : nil
    }

    /// Returns the digest of `bytes`.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> SHA256Value {
        of(nil, bytes)
    }

    /// Returns the digest of `bytes`.
    public static func of(_ bytes: [UInt8]) -> SHA256Value {
        bytes.withUnsafeBytes { of(nil, $0) }
    }

    /// Returns the digest of the 32 bytes of `previous` followed by `bytes`: a link of a chain.
    public static func link(_ previous: SHA256Value, _ bytes: UnsafeRawBufferPointer) -> SHA256Value
    {
        of(previous, bytes)
    }

    /// Returns the digest of the 32 bytes of `previous` followed by `bytes`: a link of a chain.
    public static func link(_ previous: SHA256Value, _ bytes: [UInt8]) -> SHA256Value {
        bytes.withUnsafeBytes { of(previous, $0) }
    }

    /// Returns the digest of the blocks that `next` returns, one after the other, until it returns nil.
    public static func of(
        blocks next: () throws(Problem) -> [UInt8]?
    ) throws(Problem) -> SHA256Value {
        var hash = SHA256()
        while let block = try next() {
            block.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return value(of: hash)
    }

    private static func of(
        _ previous: SHA256Value?, _ bytes: UnsafeRawBufferPointer
    ) -> SHA256Value {
        var hash = SHA256()
        if let previous { previous.withBytes { hash.update(bufferPointer: $0) } }
        hash.update(bufferPointer: bytes)
        return value(of: hash)
    }

    private static func value(of hash: SHA256) -> SHA256Value {
        hash.finalize().withUnsafeBytes { SHA256Value(reading: $0) }
    }

    /// Returns what `body` makes of the 32 bytes.
    public func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let ordered = (
            words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
        )
        return withUnsafeBytes(of: ordered, body)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// Appends the 64 hexadecimal digits to `bytes`.
    public func appendHexadecimal(to bytes: inout [UInt8]) {
        withBytes { digest in
            for byte in digest {
                bytes.append(Self.digit(byte >> 4))
                bytes.append(Self.digit(byte & 15))
            }
        }
    }

    /// The 64 hexadecimal digits.
    public var description: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        appendHexadecimal(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 0x30 : value + 0x57
    }

    /// Returns whether two digests are equal.
    public static func == (left: SHA256Value, right: SHA256Value) -> Bool {
        left.words == right.words
    }

    /// Feeds the digest to `hasher`.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
