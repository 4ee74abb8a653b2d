import OutlayProblems
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("wieght", "weight"), ("Weight", "weight"), ("horizn", "horizon"), ("optoins", "options"),
        ("criteriaa", "criteria"), ("GBP", "gbp"), ("kb", "kB"),
    ])
    func `a slip is led back to its word`(_ word: String, _ expected: String) {
        let known = ["weight", "horizon", "options", "criteria", "gbp", "kB", "need"]
        #expect(Suggestion.nearest(to: word, among: known) == expected)
        #expect(Suggestion.hint(for: word, among: known) == "did you mean `\(expected)`?")
    }

    @Test(arguments: ["", "x", "zebra", "weigh-in-motion", "sn"])
    func `a word near none gets no suggestion`(_ word: String) {
        let known = ["weight", "horizon", "a", "need"]
        #expect(Suggestion.nearest(to: word, among: known) == nil)
        #expect(Suggestion.hint(for: word, among: known) == nil)
        #expect(Suggestion.nearest(to: word, among: []) == nil)
    }

    @Test func `of equally near words the first by spelling wins, in any order`() {
        let known = ["cast", "cost", "cist"]
        #expect(Suggestion.nearest(to: "cust", among: known) == "cast")
        #expect(Suggestion.nearest(to: "cust", among: known.reversed()) == "cast")
    }

    @Test func `neighbours swapped are one edit, and far lengths are not compared`() {
        #expect(Suggestion.nearest(to: "tca", among: ["cat"]) == nil)
        #expect(Suggestion.nearest(to: "cta", among: ["cat"]) == "cat")
        let long = String(repeating: "a", count: 100_000)
        #expect(Suggestion.nearest(to: long, among: ["cat", "aaaa"]) == nil)
    }
}
