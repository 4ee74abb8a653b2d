import OutlayEncoding
import OutlayProblems

/// A document that was read as far as its form goes: a tree of values, and every problem of the form.
package struct DocumentSource: Sendable {
    /// The path as the user gave it.
    package let path: String
    /// The top value, or nil where the text could not be read as a whole.
    package let root: DocumentNode?
    /// What is wrong with the form, in file order; without a root there is at least one.
    package let problems: [Problem]

    /// The most bytes a document has: 4 MiB.
    package static let byteLimit = 4 << 20

    /// Returns the document that `bytes` hold: JSON where `path` ends in `.json` or the text begins
    /// with `{`, else YAML.
    package static func read(path: String, bytes: [UInt8]) -> DocumentSource {
        do throws(Problem) {
            let source = try SourceText(path: path, bytes: bytes, byteLimit: byteLimit)
            let (root, problems) =
                try isJSON(source) ? JSONTree.read(source) : YAMLTree.read(source)
            return DocumentSource(path: path, root: root, problems: problems.inFileOrder)
        } catch {
            return DocumentSource(path: path, root: nil, problems: [error])
        }
    }

    private static func isJSON(_ source: SourceText) -> Bool {
        if source.path.lowercased().hasSuffix(".json") { return true }
        let blanks = Set(" \t\r\n".utf8)
        return source.bytes[source.contentStart...].first { !blanks.contains($0) }
            == UInt8(ascii: "{")
    }
}

/// How many values a tree may still get, so that no small text becomes a huge tree.
struct NodeAllowance {
    /// The most values of one document.
    static let limit = 100_000

    private var left = limit

    /// Counts one value more; false when there are too many.
    mutating func take() -> Bool {
        left -= 1
        return left >= 0
    }
}

/// Reports the keys that stand twice in one map.
struct RepeatedKeys {
    private var firstPlaces: [String: Range<Int>] = [:]

    /// Returns the problem of a key that was there before, or nil for a new one.
    mutating func problem(
        for key: String, at range: Range<Int>, in source: SourceText, path: NodePath
    ) -> Problem? {
        guard let first = firstPlaces.updateValue(range, forKey: key) else { return nil }
        firstPlaces[key] = first
        let line = source.position(at: first.lowerBound).line
        return Problem(
            .duplicateKey, "\(Problem.quoted(key)) is given twice",
            at: source.location(range, pointer: path.pointer),
            because: "first given in line \(line)", hint: "remove one of the two")
    }
}
