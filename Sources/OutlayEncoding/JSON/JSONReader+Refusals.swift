import OutlayProblems

extension JSONReader {
    /// Returns the letters, digits and signs from `start` on: what a reader takes for one word.
    func plainWord(at start: Int) -> String {
        String(decoding: bytes[start...].prefix(while: Self.isWordByte), as: UTF8.self)
    }

    /// Returns whether `byte` may stand in such a word, as any character beyond ASCII may.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// Returns the problem that `word`, at the current offset, is no value.
    func notAValue(_ word: String) -> Problem {
        guard !word.isEmpty else { return unexpected(because: "a value is expected here") }
        let known = ["true", "false", "null"].first { $0 == word.lowercased() }
        return Problem(
            .syntax, "`\(shortened(word))` is not a JSON value",
            at: source.location(offset..<offset + word.utf8.count),
            because: "a value without quotes is a number, true, false or null",
            hint: known.map { "write `\($0)`" } ?? "put a text in double quotes")
    }

    /// Returns the problem that the scalar at the current offset does not belong there.
    func unexpected(because reason: String) -> Problem {
        let range = source.scalarRange(at: offset)
        let location = source.location(range)
        guard offset < bytes.count else {
            return Problem(.syntax, "the document ends too early", at: location, because: reason)
        }
        switch bytes[offset] {
        case UInt8(ascii: "'"):
            return Problem(
                .syntax, "a single quote", at: location,
                because: "JSON strings stand in double quotes", hint: "write `\"`")
        case UInt8(ascii: "#"),
            UInt8(ascii: "/")
        where bytes[offset...].starts(with: Array("//".utf8))
            || bytes[offset...].starts(with: Array("/*".utf8)):
            return Problem(
                .syntax, "a comment", at: location, because: "JSON has no comments",
                hint: "remove it, or write the document in YAML")
        default:
            let found = shortened(String(decoding: bytes[range], as: UTF8.self))
            return Problem(.syntax, "unexpected `\(found)`", at: location, because: reason)
        }
    }
}
