import Testing

@testable import OutlayReports

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("印刷", 4), ("ｱ", 1), ("Ａ", 2), ("👍🏽", 2),
        ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 2), ("한", 2), ("한", 2), ("−–…", 3), ("a\u{AD}b", 2),
        ("9\u{202F}400", 5),
    ])
    func `characters take the columns a terminal gives them`(text: String, columns: Int) {
        #expect(DisplayText.width(of: text) == columns)
    }

    @Test func `a word wider than the line is broken inside`() {
        #expect(DisplayText.wrapped("ab abcdefgh i", to: 3) == ["ab", "abc", "def", "gh", "i"])
        #expect(DisplayText.wrapped("印刷機", to: 4) == ["印刷", "機"])
        #expect(DisplayText.wrapped("", to: 4) == [""])
    }
}
