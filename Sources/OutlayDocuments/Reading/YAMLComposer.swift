import OutlayEncoding
import OutlayProblems
import Yams

/// Runs the YAML parser over a disguised text until it reads the text as a whole.
struct YAMLComposer {
    /// What the parser read.
    struct Outcome {
        /// The top node, nil for an empty text.
        let root: Node?
        /// The parser, which owns the anchors of the nodes.
        let parser: Parser
        /// What was replaced in the text the parser saw.
        let disguise: YAMLDisguise
    }

    /// The most bytes that are parsed, over and over, to get past repeated keys.
    private static let byteLimit = 8 << 20

    private let source: SourceText
    private let scan: YAMLScan
    private var disguise: YAMLDisguise

    private init(_ source: SourceText, _ scan: YAMLScan) throws(Problem) {
        self.source = source
        self.scan = scan
        disguise = try YAMLDisguise(source)
    }

    static func compose(_ source: SourceText, _ scan: YAMLScan) throws(Problem) -> Outcome {
        var composer = try YAMLComposer(source, scan)
        return try composer.compose()
    }

    private mutating func compose() throws(Problem) -> Outcome {
        var parsedBytes = 0
        while true {
            parsedBytes += source.bytes.count
            do {
                let parser = try Parser(yaml: disguise.text, resolver: .basic, encoding: .utf8)
                let root = try parser.singleRoot()
                return Outcome(root: root, parser: parser, disguise: disguise)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let start = scan.offset(context.mark)
                guard let key = keys.first.map(disguise.restored) else {
                    throw YAMLSyntax.unexplained(context.text, at: start, in: source)
                }
                guard parsedBytes < Self.byteLimit, rename(key, at: start) else {
                    throw Problem(
                        .duplicateKey, "\(Problem.quoted(key)) is given twice",
                        at: source.location(start..<scan.scalarEnd(key, at: start)),
                        because: "a map has each key once", hint: "remove one of the two")
                }
            } catch {
                throw YAMLSyntax.problem(error, source, scan, disguise)
            }
        }
    }

    /// Renames the key that begins at `start`; false where the text there is not plainly that key.
    private mutating func rename(_ key: String, at start: Int) -> Bool {
        let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        let isQuoted = start < source.bytes.count && quotes.contains(source.bytes[start])
        let offset = isQuoted ? start + 1 : start
        guard !key.isEmpty, source.bytes[offset...].starts(with: key.utf8) else { return false }
        return disguise.rename(keyAt: offset)
    }
}
