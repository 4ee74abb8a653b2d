import Testing

@testable import OutlayProblems

@Suite struct ArrayWordsTests {
    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"),
    ])
    func `words are listed as in a sentence`(words: [String], text: String) {
        #expect(words.list("or") == text)
    }
}
