/// The nearest of a set of known words to a word that is not among them.
public enum Suggestion {
    /// Returns the candidate nearest to `word` in edits, or nil where none is near.
    ///
    /// A candidate is near when at most a third of the longer word's letters (or one, of words of
    /// two) must be inserted, deleted, replaced or swapped with a neighbour; letter case costs
    /// nothing. Of equally near ones the first by spelling wins, so the answer never depends on
    /// order.
    ///
    /// - Complexity: O(*n* · *m*²) for *n* candidates of length *m*.
    /// - Source: optimal string alignment distance; L. Boytsov, "Indexing methods for approximate
    ///   dictionary searching", ACM JEA 16 (2011), section 2.1.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String?
    {
        let target = Array(word.lowercased().unicodeScalars.prefix(64))
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
            let length = max(letters.count, target.count)
            let limit = length == 2 ? 1 : length / 3
            guard abs(letters.count - target.count) <= limit else { continue }
            let distance = editDistance(target, letters)
            guard distance <= limit else { continue }
            if let current = best, (current.distance, current.word) <= (distance, candidate) {
                continue
            }
            best = (distance, candidate)
        }
        return best?.word
    }

    /// Returns the text "did you mean `x`?" for the nearest candidate, or nil where none is near.
    public static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
    }

    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty else { return right.count }
        guard !right.isEmpty else { return left.count }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var cost = min(
                    previous[column] + 1, current[column - 1] + 1,
                    previous[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2],
                    left[row - 2] == right[column - 1]
                {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current[column] = cost
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
