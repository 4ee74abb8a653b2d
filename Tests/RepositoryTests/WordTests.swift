import Foundation
import Testing

/// Returns the comments that leave work or tell of tickets.
func forbiddenComments(in files: [SourceFile]) -> [String] {
    // Put together, so that this file does not find itself.
    let marks: Set = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]
    let trackers: Set = ["issue", "ticket", "bug"]
    let publications: Set = ["Annex", "Report", "Standard"]
    return files.flatMap { file in
        let tokens = file.commentTokens
        return tokens.indices.compactMap { index -> String? in
            let word = tokens[index].text
            let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
            let before = index > 0 ? tokens[index - 1].text : ""
            let isTicket =
                (word == "#" && !publications.contains(before)
                    || trackers.contains(word.lowercased()))
                && (1...5).contains(next.count) && next.allSatisfy(\.isNumber)
            guard marks.contains(word) || isTicket else { return nil }
            return "\(file.path):\(tokens[index].line): \(word)"
        }
    }
}

/// Returns the code that can trap, counts money in Foundation's decimals, or prints outside the commands.
func forbiddenCode(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
        file.tokens.indices.compactMap { index -> String? in
            let before = index > 0 ? file.tokens[index - 1].text : ""
            let word = file.tokens[index].text
            let after = index + 1 < file.tokens.count ? file.tokens[index + 1].text : ""
            let isForbidden =
                switch word {
                case "try", "as": after == "!"
                case "fatalError", "Decimal", "NSDecimalNumber": true
                case "print", "debugPrint":
                    after == "(" && ![".", "func"].contains(before)
                        && file.module != "OutlayCommands"
                default: false
                }
            return isForbidden ? "\(file.path):\(file.tokens[index].line): \(word)" : nil
        }
    }
}

/// Returns the files that name a path outside the repository.
func outsidePaths(in files: [SourceFile]) -> [String] {
    let outside = ["shar" + "ed/", "/wo" + "rk/"].map { Data($0.utf8) }
    return files.filter { file in
        !file.path.hasSuffix(".gz") && outside.contains { file.data.range(of: $0) != nil }
    }
    .map(\.path)
}

@Suite struct WordTests {
    @Test func `comments leave no work and name no tickets`() {
        #expect(forbiddenComments(in: SourceTree.swift) == [])
    }

    @Test func `code does not trap, print or use Foundation's decimals`() {
        #expect(forbiddenCode(in: SourceTree.sources) == [])
    }

    @Test func `nothing names a path outside the repository`() {
        #expect(outsidePaths(in: SourceTree.files) == [])
    }

    @Test(arguments: [
        "// TO" + "DO: later", "/* X" + "XX */", "/// See #12.", "// as issue 7 says",
        "// Bug #123",
    ])
    func `a forbidden comment is found`(text: String) {
        #expect(!forbiddenComments(in: [SourceFile("Sources/M/A.swift", text)]).isEmpty)
    }

    @Test(arguments: [
        "// the issue is 7 years old", "let a = \"X" + "XX\"", "// #112233", "// Annex #15",
    ])
    func `an allowed comment is not`(text: String) {
        #expect(forbiddenComments(in: [SourceFile("Sources/M/A.swift", text)]) == [])
    }

    @Test(arguments: [
        "let a = try! f()", "a as! B", "fatalError(\"a\")", "let a: Decimal = 1",
        "Foundation.Decimal(1)", "print(1)",
    ])
    func `forbidden code is found`(text: String) {
        #expect(forbiddenCode(in: [SourceFile("Sources/OutlayValues/A.swift", text)]).count == 1)
    }

    @Test func `allowed code is not`() {
        let text = "try? f() // try!\nlet a: ExactDecimal\nfile.print(1)\nfunc print(_ a: Int) {}"
        #expect(forbiddenCode(in: [SourceFile("Sources/OutlayValues/A.swift", text)]) == [])
        #expect(
            forbiddenCode(in: [SourceFile("Sources/OutlayCommands/A.swift", "print(1)")]) == [])
    }

    @Test func `a path outside is found`() {
        let files = [
            SourceFile("A.md", "see ../shar" + "ed/x"), SourceFile("b.csv", "a,/wo" + "rk/x"),
            SourceFile("C.md", "a shared workable thing"),
        ]
        #expect(outsidePaths(in: files) == ["A.md", "b.csv"])
    }
}
