import OutlayEncoding
import OutlayProblems
import Yams

/// Says in our own words what the YAML parser stopped at; its words stay as ``Problem/underlying``.
enum YAMLSyntax {
    /// Returns the problem for an error of the parser.
    static func problem(
        _ error: any Error, _ source: SourceText, _ scan: YAMLScan, _ disguise: YAMLDisguise
    ) -> Problem {
        switch error {
        case YamlError.reader(let words, _, _, _):
            return unreadableCharacter(words, source)
        case YamlError.composer(_, let words, let mark, _) where words.contains("another document"):
            let start = scan.offset(mark)
            return Problem(
                .severalDocuments, "a second document begins here",
                at: source.location(start..<scan.endOfLine(at: start)),
                because: "a file holds one document",
                hint: "put each document into a file of its own")
        case YamlError.scanner(let context, let words, let mark, _),
            YamlError.parser(let context, let words, let mark, _),
            YamlError.composer(let context, let words, let mark, _):
            let fault = Fault(
                words: words, context: context?.text ?? "",
                offset: scan.offset(mark), contextOffset: scan.offset(context?.mark ?? mark),
                source: source, scan: scan)
            var problem = fault.problem
            guard problem.code == .syntax else { return problem }
            problem.underlying = [context?.text, words].compactMap(\.self)
                .map(disguise.restored).joined(separator: ": ")
            return problem
        default:
            return unexplained("\(error)", at: source.contentStart, in: source)
        }
    }

    /// Returns the problem of a document that nests too deep at `offset`.
    static func tooDeep(at offset: Int, in source: SourceText) -> Problem {
        Problem(
            .tooDeep, "lists and maps stand too deep inside each other",
            at: source.location(offset..<min(offset + 1, source.bytes.count)),
            because: "a document has at most \(YAMLTree.depthLimit) levels")
    }

    /// Returns the problem of an error that has no words of ours.
    static func unexplained(_ words: String, at offset: Int, in source: SourceText) -> Problem {
        var problem = Problem(
            .syntax, "this is not YAML", at: source.location(offset..<offset),
            because: "the YAML parser stops here")
        problem.underlying = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        return problem
    }

    /// The parser refuses some characters that ``SourceText`` lets pass, such as DEL.
    private static func unreadableCharacter(_ words: String, _ source: SourceText) -> Problem {
        var offset = source.contentStart
        for scalar in source.content.unicodeScalars {
            let width = UTF8.width(scalar)
            if isUnreadable(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
                return Problem(
                    .controlCharacter, "the character \(name)",
                    at: source.location(offset..<offset + width),
                    because: "YAML has no such character", hint: "remove it")
            }
            offset += width
        }
        return unexplained(words, at: source.contentStart, in: source)
    }

    /// - Source: YAML 1.1, section 4.1, c-printable, as libyaml 0.2.5 checks it.
    private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF: false
        case 0xE000...0xFFFD: scalar.value == 0xFEFF
        default: scalar.value < 0x10000
        }
    }
}

/// An error of the parser with what its explanation needs.
private struct Fault {
    /// The most characters of a key.
    ///
    /// - Source: YAML 1.1, section 9.3.2, as libyaml 0.2.5 checks it.
    private static let keyLimit = 1024

    let words: String
    let context: String
    let offset: Int
    let contextOffset: Int
    let source: SourceText
    let scan: YAMLScan

    var problem: Problem {
        if words.contains("nesting level") { return YAMLSyntax.tooDeep(at: offset, in: source) }
        if let tab = tabInIndentation {
            return make(
                "a tab in the indentation", tab..<tab + 1,
                because: "YAML is indented with spaces only", hint: "replace the tab by spaces")
        }
        if words.contains("unexpected end of stream") || words.contains("document indicator") {
            return unclosedQuote
        }
        if words.contains("did not find expected ','") { return unclosedBracket }
        if words.contains("could not find expected ':'") { return missingColon }
        if words.contains("mapping values are not allowed") { return unexpectedColon }
        if words.contains("did not find expected key") || words.contains("expected '-'") {
            return strayText
        }
        return otherFault
    }

    private var otherFault: Problem {
        if words.contains("cannot start any token") {
            return make(
                "\(character) cannot begin a text", offset..<offset + 1,
                because: "YAML keeps this character for itself", hint: "put the text in quotes")
        }
        if words.contains("block sequence entries") {
            return make(
                "a list item in the middle of a line", offset..<offset + 1,
                because: "`- ` begins a list item only at the start of a line",
                hint: "begin the list on the next line, or put the text in quotes")
        }
        if words.contains("unknown escape") {
            let start = source.bytes[offset...].firstIndex(of: UInt8(ascii: "\\")) ?? offset
            return make(
                "an unknown escape", start..<min(start + 2, source.bytes.count),
                because: "behind `\\` in double quotes stands a known letter such as n",
                hint: "write `\\\\` for a backslash, or use single quotes")
        }
        if words.contains("node content") {
            return make(
                "a value is missing here", offset..<min(offset + 1, source.bytes.count),
                because: "the parser expects a value at this place")
        }
        return YAMLSyntax.unexplained(words, at: offset, in: source)
    }

    private func make(
        _ summary: String, _ range: Range<Int>, because reason: String, hint: String? = nil
    ) -> Problem {
        Problem(.syntax, summary, at: source.location(range), because: reason, hint: hint)
    }

    /// The character at the place of the error, in backticks.
    private var character: String {
        let bytes = source.bytes[offset...].prefix(4)
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
            .map { Problem.quoted(String($0)) } ?? "the end"
    }

    private var startOfLine: Int {
        source.bytes[..<offset].lastIndex { $0 == 10 || $0 == 13 }.map { $0 + 1 }
            ?? source.contentStart
    }

    /// The bytes of the line before the error.
    private var lineBefore: ArraySlice<UInt8> { source.bytes[startOfLine..<offset] }

    /// The first tab among the blanks that begin the line of an error that may come of it.
    private var tabInIndentation: Int? {
        let mayComeOfTab = ["tab character", "any token", "mapping values", "key", "'-'"]
        guard mayComeOfTab.contains(where: words.contains) else { return nil }
        return source.bytes[startOfLine...].prefix { $0 == 32 || $0 == 9 }.firstIndex(of: 9)
    }

    private var unclosedQuote: Problem {
        let end = scan.endOfLine(at: contextOffset)
        return make(
            "a quoted text without its closing quote", contextOffset..<end,
            because: "the quote that opens here is not closed before the document ends",
            hint: "close the text with the same quote")
    }

    private var unclosedBracket: Problem {
        let isList = words.contains("]")
        let closing = isList ? "]" : "}"
        let start = source.position(at: contextOffset)
        if start.line == source.position(at: offset).line, offset < source.bytes.count {
            return make(
                "unexpected \(character)", offset..<offset + 1,
                because: "behind a value of a \(isList ? "list" : "map") in brackets comes `,` or "
                    + "`\(closing)`",
                hint: "put a comma between the values, or close with `\(closing)`")
        }
        return make(
            "`\(isList ? "[" : "{")` is not closed", contextOffset..<contextOffset + 1,
            because: "no `\(closing)` follows before the next field begins",
            hint: "close with `\(closing)`")
    }

    private var missingColon: Problem {
        let end = scan.endOfLine(at: contextOffset)
        guard end - contextOffset <= Self.keyLimit else {
            return make(
                "this key is too long", contextOffset..<end,
                because: "a key has at most \(Self.keyLimit) characters",
                hint: "put a text that is no key in quotes")
        }
        let line = String(decoding: source.bytes[contextOffset..<end], as: UTF8.self)
        return make(
            "\(Problem.quoted(line)) has no colon with a blank", contextOffset..<end,
            because: "a field is written `name: value`", hint: "write `: ` behind the name")
    }

    private var unexpectedColon: Problem {
        let isSecond = lineBefore.contains(UInt8(ascii: ":"))
        if isSecond {
            return make(
                "a second `: ` in one line", offset..<offset + 1,
                because: "a text that contains `: ` stands in quotes",
                hint: "put the text in quotes")
        }
        return strayIndentation(
            because: "a field is indented deeper only below a key without a value of its own")
    }

    private var strayText: Problem {
        guard lineBefore.allSatisfy({ $0 == 32 }) else {
            let end = scan.endOfLine(at: offset)
            let text = String(decoding: source.bytes[offset..<end], as: UTF8.self)
            return make(
                "unexpected \(Problem.quoted(text))", offset..<end,
                because: "behind a closing quote or bracket the value ends",
                hint: "put the whole text into one pair of quotes")
        }
        let column = source.position(at: contextOffset).column
        return strayIndentation(
            because: "what belongs together here begins in column \(column)")
    }

    private func strayIndentation(because reason: String) -> Problem {
        let line = startOfLine
        let start = source.bytes[line...].firstIndex { $0 != 32 } ?? line
        return make(
            "this line is indented differently", start..<scan.endOfLine(at: start),
            because: reason, hint: "align it with the line it belongs to")
    }
}
