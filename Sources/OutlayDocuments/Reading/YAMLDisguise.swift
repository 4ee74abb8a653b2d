import OutlayEncoding
import OutlayProblems

/// The copy of a text that the YAML parser sees, with some characters replaced.
///
/// - `*`, so that the parser expands no alias: a few hundred bytes could otherwise grow to 10⁹ values,
///   and comparing them as keys would never end. ``YAMLTree`` expands them, up to a limit.
/// - NEL, LS and PS, which end a line for the parser and for no editor.
/// - The first character of a repeated key, where the parser stops, so that the rest of the document
///   is read and checked too.
///
/// Each is replaced by one private-use character, which keeps every line and column.
struct YAMLDisguise {
    private let source: SourceText
    private var unused: [Unicode.Scalar]
    private var substitutes: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var renamed: [Int: Unicode.Scalar] = [:]

    private static let always: [Unicode.Scalar] = ["*", "\u{85}", "\u{2028}", "\u{2029}"]

    /// The most keys of one document that are renamed.
    private static let renamingLimit = 200

    init(_ source: SourceText) throws(Problem) {
        self.source = source
        let used = Set(source.content.unicodeScalars.lazy.filter { $0.value >= 0xF0000 })
        unused = (0xF0000...0x10FFFD).lazy.compactMap(Unicode.Scalar.init)
            .filter { $0.value & 0xFFFF < 0xFFFE && !used.contains($0) }
            .prefix(Self.always.count + Self.renamingLimit).reversed()
        for original in Self.always {
            guard let substitute = unused.popLast() else {
                throw Problem(
                    .controlCharacter, "private-use characters fill the text",
                    at: .file(source.path),
                    because: "reading YAML needs some of U+F0000 to U+10FFFD for itself",
                    hint: "leave private-use characters out")
            }
            substitutes[original] = substitute
            originals[substitute] = original
        }
    }

    /// The disguised text, without a byte-order mark.
    var text: String {
        var scalars = String.UnicodeScalarView()
        // The parser keeps a pointer into the text, so a short text must not live in a register.
        scalars.reserveCapacity(max(64, source.bytes.count))
        var offset = source.contentStart
        for scalar in source.content.unicodeScalars {
            let isReplaced = scalar == "*" || scalar.value >= 0x85
            let substitute = renamed[offset] ?? (isReplaced ? substitutes[scalar] : nil)
            scalars.append(substitute ?? scalar)
            offset += UTF8.width(scalar)
        }
        return String(scalars)
    }

    /// Renames the key whose text begins at `offset`; false where no name is left.
    mutating func rename(keyAt offset: Int) -> Bool {
        guard renamed[offset] == nil,
            let original = String(decoding: source.bytes[offset...].prefix(4), as: UTF8.self)
                .unicodeScalars.first,
            let substitute = unused.popLast()
        else { return false }
        renamed[offset] = substitute
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
        guard let first = text.unicodeScalars.first, first == substitutes["*"] else { return nil }
        return restored(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())))
    }
}
