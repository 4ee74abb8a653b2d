import OutlayProblems

/// A way to score the options of a table, declared so that all the rest of the program finds it.
///
/// One method is one file in `Methods/` and one line in `AllMethods`. A value of the type is the method
/// with its settings, such as `TOPSIS(normalisation: .minMax)`.
public protocol ScoringMethod: Sendable {
    /// What readers, help texts and reports say of the method.
    static var descriptor: MethodDescriptor { get }

    /// Creates the method as `settings` say; what they leave out has its default.
    ///
    /// - Throws: A ``Problem`` for a setting outside its range. Settings that the method does not have are
    ///   refused by ``AllMethods/method(named:settings:)``.
    init(settings: MethodSettings) throws(Problem)

    /// What the method, set as it is, takes from a column beside its weight and direction.
    var columnInputs: Set<ColumnInput> { get }

    /// Returns a score for each option of `matrix`, in its order.
    ///
    /// - Throws: A ``Problem`` for a table that the method cannot score; it names the row and column.
    func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult

    /// Returns the tables on the way to the scores, in the order of the formula.
    ///
    /// - Throws: What ``scores(of:)`` throws.
    func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep]
}

extension ScoringMethod {
    /// Nothing beside weight and direction.
    public var columnInputs: Set<ColumnInput> { [] }
}

/// What a column may say beside its weight and direction.
public enum ColumnInput: String, Sendable, Hashable, CaseIterable {
    /// The stated ends of its scale.
    case scale
    /// Its preference function, with the thresholds of it.
    case preference
    /// Its veto threshold.
    case veto
}

/// What a scoring method found.
public struct MethodResult: Sendable, Hashable {
    /// One score per option; finite.
    public let scores: [Double]
    /// Whether the highest score is the best, or the lowest.
    public let higherIsBetter: Bool
    /// What the scores alone do not say, such as the compromise set of VIKOR.
    public let remarks: [MethodRemark]

    /// Creates a result.
    public init(scores: [Double], higherIsBetter: Bool, remarks: [MethodRemark] = []) {
        self.scores = scores
        self.higherIsBetter = higherIsBetter
        self.remarks = remarks
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

/// Something a method says of some options beside their scores.
public struct MethodRemark: Sendable, Hashable {
    /// What is said, such as "the compromise set".
    public let text: String
    /// The indices of the options it is said of; a reader prints their names after the text.
    public let options: [Int]

    /// Creates a remark.
    public init(_ text: String, options: [Int] = []) {
        self.text = text
        self.options = options
    }
}
