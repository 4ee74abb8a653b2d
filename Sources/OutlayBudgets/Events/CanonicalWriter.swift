import OutlayEncoding

/// Writes canonical JSON straight into bytes.
///
/// The callers write the members of an object in the order of their keys' bytes; texts are already in
/// Normalization Form C, as ``LedgerText`` and ``LedgerName`` are. Numbers are whole: amounts in minor
/// units, counts. They may need all 64 bits, so a reader that keeps numbers as binary floats must read
/// them as texts. Exact decimals, such as rates, are strings without trailing zeros.
public struct CanonicalWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// Creates a writer of nothing.
    public init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// Opens an object.
    public mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
    }

    /// Closes the object.
    public mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Opens an array.
    public mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
    }

    /// Closes the array.
    public mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
    }

    /// Writes a member's key; its value follows.
    ///
    /// - Precondition: the key is plain ASCII without quotes and backslashes.
    public mutating func key(_ key: StaticString) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a text.
    public mutating func text(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { append($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a text in UTF-8.
    package mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        if utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
            for byte in utf8 { escape(byte) }
        } else {
            bytes.append(contentsOf: utf8)
        }
    }

    /// Writes a text that needs no escapes.
    public mutating func text(_ text: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes the hexadecimal digits of a digest as a text.
    public mutating func digest(_ digest: SHA256Value) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        digest.appendHexadecimal(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    public mutating func number(_ value: some FixedWidthInteger) {
        separate()
        let rest = UInt64(clamping: value.magnitude)
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var power: UInt64 = 1
        while rest / power > 9 { power *= 10 }
        while power > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / power % 10))
            power /= 10
        }
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Writes a value that is canonical JSON already.
    public mutating func canonical(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
    }

    /// Writes a value that is canonical JSON already, in UTF-8.
    package mutating func canonical(_ utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: utf8)
    }

    /// Forgets what was written.
    package mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Puts a comma before an element that is not the first of its array.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: ":"), UInt8(ascii: "["): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func escape(_ byte: UInt8) {
        let hexadecimal = Array("0123456789abcdef".utf8)
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x08: bytes += Array("\\b".utf8)
        case 0x09: bytes += Array("\\t".utf8)
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0C: bytes += Array("\\f".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        case 0..<0x20:
            bytes += Array("\\u00".utf8)
            bytes.append(hexadecimal[Int(byte >> 4)])
            bytes.append(hexadecimal[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
