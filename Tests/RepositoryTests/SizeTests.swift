import Testing

private let mostLinesOfFunction = 70
private let mostLinesOfFile = 600
/// How the names of files end that hold data, which may be long.
private let dataTables = ["Data.swift", "Table.swift"]

/// Returns the functions that are too long.
func longFunctions(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
        functionLines(in: file.tokens).filter { $0.count > mostLinesOfFunction }.map { lines in
            "\(file.path):\(lines.lowerBound): \(lines.count) lines"
        }
    }
}

/// Returns the files that are too long.
func longFiles(in files: [SourceFile]) -> [String] {
    files.compactMap { file in
        guard file.lineCount > mostLinesOfFile, !dataTables.contains(where: file.name.hasSuffix)
        else { return nil }
        return "\(file.path): \(file.lineCount) lines"
    }
}

/// Returns the lines of each function, initialiser, subscript and computed property that has a body,
/// from its keyword to its closing brace.
func functionLines(in tokens: [Token]) -> [ClosedRange<Int>] {
    let keywords: Set = ["func", "init", "deinit", "subscript"]
    var found: [ClosedRange<Int>] = []
    var end = 0
    for index in tokens.indices {
        let isFunction = keywords.contains(tokens[index].text)
        let isProperty = ["var", "let"].contains(tokens[index].text) && index >= end
        guard isFunction || isProperty, index == 0 || tokens[index - 1].text != "." else {
            continue
        }
        guard let brace = bodyStart(after: index, isProperty: isProperty, in: tokens),
            let close = closingBrace(of: brace, in: tokens)
        else { continue }
        end = max(end, close)
        found.append(tokens[index].line...tokens[close].line)
    }
    return found
}

/// Returns where the body of the declaration at `index` begins, or nil where it has none.
///
/// A line end ends a property's declaration, and a function's once its parameters are closed, unless
/// the next line goes on with the signature.
private func bodyStart(after index: Int, isProperty: Bool, in tokens: [Token]) -> Int? {
    let continuations: Set = ["{", "where", "throws", "rethrows", "async", "-"]
    var depth = 0
    var isComplete = isProperty
    for next in tokens.indices[(index + 1)...] {
        switch tokens[next].text {
        case "(", "[": depth += 1
        case ")", "]":
            depth -= 1
            isComplete = true
        case "{" where depth == 0: return next
        case "}" where depth == 0: return nil
        case "\n" where depth == 0 && isComplete:
            let following = next + 1 < tokens.count ? tokens[next + 1].text : ""
            guard continuations.contains(following) || tokens[next - 1].text == "," else {
                return nil
            }
        default: break
        }
        if depth < 0 { return nil }
    }
    return nil
}

private func closingBrace(of brace: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    for index in tokens.indices[brace...] {
        if tokens[index].text == "{" { depth += 1 }
        if tokens[index].text == "}" { depth -= 1 }
        if depth == 0 { return index }
    }
    return nil
}

@Suite struct SizeTests {
    @Test func `functions have at most 70 lines`() {
        #expect(longFunctions(in: SourceTree.swift) == [])
    }

    @Test func `files have at most 600 lines, data tables aside`() {
        #expect(longFiles(in: SourceTree.swift) == [])
    }

    @Test func `most functions are found`() {
        let found = SourceTree.swift.map { functionLines(in: $0.tokens).count }.reduce(0, +)
        let words = SourceTree.swift.map { $0.tokens.count { $0.text == "func" } }.reduce(0, +)
        #expect(found > words * 9 / 10)
    }

    struct Signature: Sendable, CustomTestStringConvertible {
        var text: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Signature(text: "func f() {"),
        Signature(text: "func f(\n    _ a: Int = { 1 }()\n) async throws(Problem)\n    -> Int\n{"),
        Signature(text: "func f<A>(_ a: A) -> A\nwhere A: P,\n    A.B == C\n{"),
        Signature(text: "func `a { b`() {"),
        Signature(text: "init?(a: Int) {"),
        Signature(text: "subscript(a: Int) -> Int {"),
        Signature(text: "var a: [Int] {"),
        Signature(text: "static let a: Int = {"),
    ])
    func `a body that is too long is found`(signature: Signature) {
        func file(lines: Int) -> SourceFile {
            let body = String(repeating: "    f(\"{\") // {\n", count: lines - 2)
            return SourceFile("A.swift", "struct A {\n\(signature.text)\n\(body)}\nfunc g() {}\n}")
        }
        let signatureLines = signature.text.split(separator: "\n").count
        #expect(
            longFunctions(in: [file(lines: 71 - signatureLines + 1)]) == ["A.swift:2: 71 lines"])
        #expect(longFunctions(in: [file(lines: 70 - signatureLines + 1)]) == [])
    }

    @Test func `a requirement without a body is none`() {
        let text =
            "protocol P {\n    func f() -> Int\n    var a: Int\n    init()\n}\nfunc g() {\n}\n"
        #expect(functionLines(in: SourceFile("A.swift", text).tokens) == [6...7])
    }

    @Test func `a file that is too long is found`() {
        let long = String(repeating: "a\n", count: 601)
        #expect(longFiles(in: [SourceFile("A.swift", long)]) == ["A.swift: 601 lines"])
        #expect(longFiles(in: [SourceFile("A.swift", String(long.dropLast(2)))]) == [])
        #expect(longFiles(in: [SourceFile("CurrencyTable.swift", long)]) == [])
    }
}
