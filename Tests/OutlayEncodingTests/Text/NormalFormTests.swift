import Testing

@testable import OutlayEncoding

struct NormalFormTests {
    /// - Source: Unicode Standard Annex #15, figures 3 to 6, and the Hangul syllable U+AC01.
    @Test(
        arguments: [
            ("cafe\u{301}", "caf\u{E9}"),
            ("\u{212B}", "\u{C5}"),
            ("\u{2126}", "\u{3A9}"),
            ("s\u{307}\u{323}", "\u{1E69}"),
            ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"),
            ("\u{FB01}", "\u{FB01}"),
            ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
            ("plain", "plain"),
            ("", ""),
        ])
    func `a text is composed as Unicode says`(text: String, composed: String) {
        #expect(Array(text.normalFormC.unicodeScalars) == Array(composed.unicodeScalars))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `composing changes no meaning and is done once`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = generator.text(
            of: "ae\u{301}\u{308}\u{323}\u{E9}\u{1E69}\u{212B}\u{1100}\u{1161}")
        #expect(text.normalFormC == text, "Swift compares by canonical equivalence")
        #expect(Array(text.normalFormC.normalFormC.utf8) == Array(text.normalFormC.utf8))
    }
}
