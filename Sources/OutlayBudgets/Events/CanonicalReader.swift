import OutlayProblems
import OutlayValues

/// Reads the JSON that ``CanonicalWriter`` writes: members in their known order, no blanks.
///
/// It reads what the ledger wrote itself; that the bytes are unaltered is for the hashes to say.
public struct CanonicalReader {
    private let bytes: [UInt8]
    private var index = 0

    /// Creates a reader of bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The place of the next byte.
    var position: Int { index }

    private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

    private mutating func expect(_ wanted: Unicode.Scalar) throws(Problem) {
        skipComma()
        guard byte == UInt8(ascii: wanted) else { throw damaged("`\(wanted)` was expected") }
        index += 1
    }

    private mutating func skipComma() {
        if byte == UInt8(ascii: ",") { index += 1 }
    }

    /// Opens an object.
    mutating func beginObject() throws(Problem) { try expect("{") }
    /// Closes the object.
    mutating func endObject() throws(Problem) { try expect("}") }
    /// Opens an array.
    mutating func beginArray() throws(Problem) { try expect("[") }
    /// Closes the array.
    mutating func endArray() throws(Problem) { try expect("]") }

    /// Whether the array that is being read goes on; closes it where it does not.
    mutating func hasNext() -> Bool {
        guard index < bytes.count else { return false }
        if byte == UInt8(ascii: "]") {
            index += 1
            return false
        }
        skipComma()
        return true
    }

    /// Reads an array of what `read` reads.
    mutating func array<Value>(
        _ read: (inout CanonicalReader) throws(Problem) -> Value
    ) throws(Problem) -> [Value] {
        try beginArray()
        var values: [Value] = []
        while hasNext() { values.append(try read(&self)) }
        return values
    }

    /// Reads the key `key`.
    mutating func key(_ key: StaticString) throws(Problem) {
        guard hasKey(key) else { throw damaged("`\(key)` was expected") }
    }

    /// Reads the key `key` where it is next.
    mutating func hasKey(_ key: StaticString) -> Bool {
        let start = byte == UInt8(ascii: ",") ? index + 1 : index
        let length = key.utf8CodeUnitCount
        guard start + length + 3 <= bytes.count, bytes[start] == UInt8(ascii: "\""),
            bytes[start + length + 1] == UInt8(ascii: "\""),
            bytes[start + length + 2] == UInt8(ascii: ":")
        else { return false }
        guard stands(key, at: start + 1) else { return false }
        index = start + length + 3
        return true
    }

    /// Reads `null` where it is next.
    mutating func isNull() -> Bool {
        let start = byte == UInt8(ascii: ",") ? index + 1 : index
        guard stands("null", at: start) else { return false }
        index = start + 4
        return true
    }

    /// Whether `word` stands at a place.
    private func stands(_ word: StaticString, at start: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard start + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[start + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Reads what `read` reads, or nil for `null`.
    mutating func optional<Value>(
        _ read: (inout CanonicalReader) throws(Problem) -> Value
    ) throws(Problem) -> Value? {
        isNull() ? nil : try read(&self)
    }

    /// Reads `true` or `false`.
    mutating func bool() throws(Problem) -> Bool {
        skipComma()
        if stands("true", at: index) {
            index += 4
            return true
        }
        guard stands("false", at: index) else {
            throw damaged("`true` or `false` was expected")
        }
        index += 5
        return false
    }

    /// Reads a whole number.
    mutating func integer() throws(Problem) -> Int64 {
        skipComma()
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let start = index
        var value: Int64 = 0
        while byte &- 0x30 < 10 {
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let digit = Int64(byte &- 0x30)
            let (sum, overflows) =
                isNegative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            guard !isTooLarge, !overflows else { throw damaged("a number needs more than 64 bits") }
            value = sum
            index += 1
        }
        guard index > start else { throw damaged("a number was expected") }
        return value
    }

    /// Reads a text.
    mutating func text() throws(Problem) -> String {
        try expect("\"")
        let start = index
        while byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && index < bytes.count {
            index += 1
        }
        if byte == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
        }
        var unescaped = Array(bytes[start..<index])
        while byte != UInt8(ascii: "\"") {
            guard index < bytes.count else { throw damaged("a text has no end") }
            if byte == UInt8(ascii: "\\") {
                index += 1
                unescaped.append(try escaped())
            } else {
                unescaped.append(byte)
            }
            index += 1
        }
        index += 1
        return String(decoding: unescaped, as: UTF8.self)
    }

    private mutating func escaped() throws(Problem) -> UInt8 {
        switch byte {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
            guard let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
                throw damaged("an escape is not one of a control character")
            }
            index += 4
            return value
        default: return byte
        }
    }

    /// Reads any value and returns its JSON.
    mutating func raw() throws(Problem) -> String {
        skipComma()
        let start = index
        var depth = 0
        repeat {
            guard index < bytes.count else { throw damaged("a value has no end") }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""): skipText()
            default: break
            }
            index += 1
        } while depth > 0 || !isAtEndOfValue
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private var isAtEndOfValue: Bool {
        index >= bytes.count || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]")
    }

    private mutating func skipText() {
        index += 1
        while index < bytes.count, byte != UInt8(ascii: "\"") {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
    }

    /// Whether everything was read.
    var isAtEnd: Bool { index >= bytes.count }

    func damaged(_ why: String) -> Problem {
        Problem(
            .damagedEvent, "byte \(index) of an entry cannot be read", because: why,
            hint: "verify the ledger")
    }

    mutating func count() throws(Problem) -> Int { Int(try integer()) }
    mutating func amount() throws(Problem) -> MinorUnits { MinorUnits(try integer()) }
    mutating func phrase() throws(Problem) -> LedgerText { LedgerText(known: try text()) }
    mutating func date() throws(Problem) -> CalendarDate { try CalendarDate(parsing: try text()) }
    mutating func name<Name: LedgerName>() throws(Problem) -> Name { Name(known: try text()) }
    mutating func word<Word: RawRepresentable<String>>() throws(Problem) -> Word {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw damaged("\(Problem.quoted(text)) is no \(Word.self)")
        }
        return word
    }
}
