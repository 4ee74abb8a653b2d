import OutlayBudgets
import OutlayProblems
import Testing

@Suite struct LedgerTextTests {
    @Test func `texts are normalised and trimmed`() throws {
        let decomposed = " Caf\u{65}\u{301} "
        #expect(try LedgerText(decomposed).text.unicodeScalars.count == 4)
        let astronomer = "Müller & Söhne 77/2026"
        #expect(try LedgerText(astronomer).text == astronomer)
    }

    @Test(arguments: [
        "a\nb", "a\u{0}", "\u{7F}", "a\u{2028}b", String(repeating: "x", count: 4_001),
        String(repeating: "x", count: 1 << 20),
    ])
    func `what cannot be kept is refused`(text: String) {
        #expect(throws: Problem.self) { try LedgerText(text) }
    }

    @Test(arguments: [
        "", " a", "a ", "ä", "a\"b", "a\\b", "a\tb", String(repeating: "x", count: 129),
    ])
    func `a name is printable ASCII`(text: String) {
        #expect(throws: Problem.self) { try NodeID(text) }
    }

    @Test(arguments: ["A", "CC-410", "IT SW", "a@b.example", String(repeating: "x", count: 128)])
    func `a name that is one is kept as it is`(text: String) throws {
        #expect(try NodeID(text).text == text)
    }
}
