/// The grammar of numbers in JSON.
///
/// - Source: RFC 8259, section 6.
enum JSONNumber {
    /// Returns how many of the first bytes are a number, 0 where they begin none.
    static func length(of bytes: ArraySlice<UInt8>) -> Int {
        var rest = bytes
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.first == UInt8(ascii: "0") {
            rest.removeFirst()
        } else if dropDigits(&rest) == 0 {
            return 0
        }
        var end = rest.startIndex
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard dropDigits(&rest) > 0 else { return end - bytes.startIndex }
            end = rest.startIndex
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
                rest.removeFirst()
            }
            if dropDigits(&rest) > 0 { end = rest.startIndex }
        }
        return end - bytes.startIndex
    }

    /// Returns `text` without trailing zeros behind the point, and without negative zero.
    static func canonical(_ text: String) -> String {
        guard !text.contains(where: { $0 == "e" || $0 == "E" }) else { return text }
        var shortened = Substring(text)
        if shortened.contains(".") {
            while shortened.last == "0" { shortened.removeLast() }
            if shortened.last == "." { shortened.removeLast() }
        }
        return shortened == "-0" ? "0" : String(shortened)
    }

    private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
        let start = bytes.startIndex
        bytes = bytes.drop { $0 &- 48 < 10 }
        return bytes.startIndex - start
    }
}
