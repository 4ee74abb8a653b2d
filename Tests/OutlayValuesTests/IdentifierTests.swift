import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct IdentifierTests {
    @Test(arguments: [
        "a", "7", "northwind", "m7i.2xlarge", "api_bi", "0-day", String(repeating: "x", count: 64),
    ])
    func `identifiers are accepted as they are`(text: String) {
        #expect(Identifier.check(text) == nil)
        #expect(Identifier.suggestion(for: text) == text)
    }

    @Test(arguments: [
        ("Northwind", "northwind"), ("Northwind Desk", "northwind-desk"), ("a  b", "a-b"),
        ("-a", "a"), (".hidden", "hidden"), ("api+bi", "api-bi"), ("Köln", "k-ln"), ("a/", "a"),
        (" seats ", "seats"),
        (String(repeating: "x", count: 65), String(repeating: "x", count: 64)),
    ])
    func `what is none is refused with a spelling that is one`(
        _ text: String, _ suggestion: String
    ) throws {
        let problem = try #require(Identifier.check(text))
        #expect(problem.code == .badIdentifier)
        #expect(problem.hint == "write `\(suggestion)`")
        #expect(Identifier.check(suggestion) == nil)
    }

    @Test(arguments: [
        ("", "an identifier has at least one character"),
        ("_", "an identifier begins with a letter or digit"),
        ("日本", "identifiers are lower-case letters a-z, digits, `-`, `_` and `.`; found `日`"),
        ("\n", "identifiers are lower-case letters a-z, digits, `-`, `_` and `.`; found `\\n`"),
    ])
    func `what has no letter is refused without a spelling`(
        _ text: String, _ reason: String
    ) throws {
        let problem = try #require(Identifier.check(text))
        #expect(problem.reason == reason)
        #expect(problem.hint == nil)
    }

    @Test(arguments: UInt64(0)..<300)
    func `every suggestion is an identifier`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let letters = Array("aZ09 -_./+éİ\n\u{1F600}\u{0301}")
        let text = String((0..<90).compactMap { _ in letters.randomElement(using: &random) })
        let suggestion = try #require(Identifier.suggestion(for: text))
        #expect(Identifier.check(suggestion) == nil, "\(text)")
    }
}
