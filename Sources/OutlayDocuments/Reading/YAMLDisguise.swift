import OutlayEncoding
import OutlayProblems

/// The copy of a text that the YAML parser sees, with some characters replaced.
///
/// Every `*` is replaced, so that the parser expands no alias: a tree of a few hundred bytes could
/// otherwise grow to 10⁹ values, and comparing its keys would never end. And where the parser stops
/// at a repeated key, the key is renamed, so that the rest of the document is read and checked too.
/// A replacement is one private-use character for one character, which keeps every column.
struct YAMLDisguise {
    private let source: SourceText
    private let alias: Unicode.Scalar
    private var unused: [Unicode.Scalar]
    private var replaced: [Int: Unicode.Scalar] = [:]
    private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]

    /// The most keys of one document that are renamed.
    static let renamingLimit = 200

    init(_ source: SourceText) throws(Problem) {
        self.source = source
        let used = Set(source.content.unicodeScalars.lazy.filter { $0.value >= 0xF0000 })
        unused = (0xF0000...0x10FFFD).lazy.compactMap(Unicode.Scalar.init)
            .filter { $0.value & 0xFFFF < 0xFFFE && !used.contains($0) }
            .prefix(Self.renamingLimit + 1).reversed()
        guard let alias = unused.popLast() else {
            throw Problem(
                .controlCharacter, "private-use characters fill the text", at: .file(source.path),
                because: "reading YAML needs one of U+F0000 to U+10FFFD for itself",
                hint: "leave private-use characters out")
        }
        self.alias = alias
        originals[alias] = "*"
    }

    /// The disguised text, without a byte-order mark.
    var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count + 4 * replaced.count)
        var start = source.contentStart
        func append(_ scalar: Unicode.Scalar, for offset: Int) {
            bytes += source.bytes[start..<offset]
            bytes += UTF8.encode(scalar).map(Array.init) ?? []
            start = offset + YAMLMarks.length(of: source.bytes[offset])
        }
        for offset in start..<source.bytes.count {
            if let scalar = replaced[offset] {
                append(scalar, for: offset)
            } else if source.bytes[offset] == UInt8(ascii: "*") {
                append(alias, for: offset)
            }
        }
        bytes += source.bytes[start...]
        // The parser keeps a pointer into the string, so a short one must not stand inside its own variable.
        var text = ""
        text.reserveCapacity(max(64, bytes.count))
        text += String(decoding: bytes, as: UTF8.self)
        return text
    }

    /// Renames the key whose text begins at `offset`; false where no name is left.
    mutating func rename(keyAt offset: Int) -> Bool {
        guard replaced[offset] == nil,
            let original = String(decoding: source.bytes[offset...].prefix(4), as: UTF8.self)
                .unicodeScalars.first,
            let substitute = unused.popLast()
        else { return false }
        replaced[offset] = substitute
        originals[substitute] = original
        return true
    }

    /// Returns a text of the parser as it stands in the document.
    func restored(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xF3 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { originals[$0] ?? $0 }))
    }

    /// Returns the name behind the `*` of a plain scalar that is an alias, else nil.
    func aliasName(_ text: String) -> String? {
        guard text.unicodeScalars.first == alias else { return nil }
        return restored(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())))
    }
}
