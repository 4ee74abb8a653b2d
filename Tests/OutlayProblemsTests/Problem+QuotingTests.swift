import OutlayProblems
import Testing

@Suite struct ProblemQuotingTests {
    @Test(arguments: [
        ("", "``"), ("12abc", "`12abc`"), ("Köln 日本", "`Köln 日本`"), ("a\nb", "`a\\nb`"),
        ("a\r\nb", "`a\\r\\nb`"), ("\t\u{0}\u{7F}", "`\\t\\0\\u{7F}`"),
        ("a\u{2028}b", "`a\\u{2028}b`"),
        ("\u{1B}[31m", "`\\u{1B}[31m`"), ("\u{202E}abc", "`\\u{202E}abc`"),
    ])
    func `quoted text stays on one line`(_ text: String, _ quoted: String) {
        #expect(Problem.quoted(text) == quoted)
    }

    @Test func `long text is cut and says so`() {
        #expect(Problem.quoted("abcdef", limit: 6) == "`abcdef`")
        #expect(Problem.quoted("abcdefg", limit: 6) == "`abcdef...`")
        #expect(Problem.quoted(String(repeating: "x", count: 1_000_000)).count == 45)
    }
}
