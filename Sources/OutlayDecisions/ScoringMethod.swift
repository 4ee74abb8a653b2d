import OutlayProblems

/// A way to score the options of a table, declared so that all the rest of the program finds it.
///
/// One method is one file in `Methods/` and one line in `AllMethods`.
public protocol ScoringMethod: Sendable {
    /// What readers, help texts and reports say of the method.
    var descriptor: MethodDescriptor { get }

    /// Returns a score for each option of `matrix`, in its order.
    ///
    /// - Throws: A ``Problem`` for a table that the method cannot score.
    func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult
}

/// What a scoring method found.
public struct MethodResult: Sendable, Hashable {
    /// One score per option; finite.
    public let scores: [Double]
    /// Whether the highest score is the best, or the lowest.
    public let higherIsBetter: Bool

    /// Creates a result.
    public init(scores: [Double], higherIsBetter: Bool) {
        self.scores = scores
        self.higherIsBetter = higherIsBetter
    }

    /// The rank of each option, 1 the best; equal scores share the smaller rank.
    public var ranks: [Int] {
        Ranking.competition(scores: scores, higherIsBetter: higherIsBetter)
    }

    /// Returns the indices of the `count` best options, best first.
    public func top(_ count: Int) -> [Int] {
        Ranking.top(count, of: scores, higherIsBetter: higherIsBetter)
    }
}
