import OutlayProblems

/// What each option is worth on each criterion, and the criteria's weights: what the questions of robustness
/// start from.
///
/// An option's score is the weighted sum of its values. Scores are compared after rounding to 1e-9.
public struct ValueTable: Sendable, Hashable {
    /// The identifiers of the options, at least one, each once.
    public let options: [String]
    /// The identifiers of the criteria, at least one, each once.
    public let criteria: [String]
    /// The values row by row, `options.count` × `criteria.count`, each within ``scale``.
    public let values: [Double]
    /// The weights, 0 or more, which total 1.
    public let weights: [Double]
    /// The worst and the best value there can be, such as 0 … 100.
    public let scale: ClosedRange<Double>

    /// The largest magnitude of an end of the scale, so that scores can be told apart to 1e-9.
    public static let largestMagnitude = 1e6

    /// Checks a table and rescales its weights to total 1.
    ///
    /// - Parameters:
    ///   - options: The options' identifiers.
    ///   - criteria: The criteria's identifiers.
    ///   - values: The values row by row.
    ///   - weights: The weights, 0 or more, one of them above 0.
    ///   - scale: The worst and the best value there can be.
    /// - Throws: ``ProblemCode/wrongLength`` without options or criteria and where counts do not agree,
    ///   ``ProblemCode/duplicateIdentifier``, ``ProblemCode/outOfRange`` for a weight, scale or value that is
    ///   out of range or not a number, ``ProblemCode/weightTotal`` where every weight is 0.
    /// - Complexity: O(*n*) in the number of values.
    public init(
        options: [String], criteria: [String], values: [Double], weights: [Double],
        scale: ClosedRange<Double> = 0...100
    ) throws(Problem) {
        try Self.checkNames(options, kind: "option")
        try Self.checkNames(criteria, kind: "criterion")
        guard values.count == options.count * criteria.count else {
            throw Problem(
                .wrongLength,
                "\(values.count) values stand for \(options.count) options and \(criteria.count) "
                    + "criteria",
                because: "each option has one value per criterion")
        }
        try Self.check(scale)
        for (index, value) in values.enumerated() where !scale.contains(value) {
            let (option, criterion) = (
                options[index / criteria.count], criteria[index % criteria.count]
            )
            throw Problem(
                .outOfRange, "the value of `\(option)` on `\(criterion)` is \(value)",
                at: .part("option \(option)"),
                because: "values lie between \(scale.lowerBound) and \(scale.upperBound)")
        }
        self.options = options
        self.criteria = criteria
        self.values = values
        self.weights = try Self.normalised(weights, criteria)
        self.scale = scale
    }

    /// Takes the eligible candidates of `result`, in the order in which readers see them.
    ///
    /// A value that is known only within a range counts with its low end, which is what ranks; the ranges
    /// themselves are ``UncertainValue/all(in:)``.
    ///
    /// - Returns: nil where there are no criteria, nobody is eligible, or an eligible candidate has no value.
    public init?(eligibleOf result: DecisionResult) {
        let eligible = result.displayed.filter { $0.eligibility == .eligible }
        let leaves = result.criteria.leaves
        try? self.init(
            options: eligible.map(\.id), criteria: leaves.map(\.id),
            values: eligible.flatMap { $0.scores.map { $0.range?.low ?? .nan } },
            weights: leaves.map(\.position.weight))
    }

    /// The values as a table that scoring methods take, on the scale of the values.
    ///
    /// - Throws: What ``DecisionMatrix/init(columns:cells:rowNames:)`` refuses.
    public func matrix() throws(Problem) -> DecisionMatrix {
        try DecisionMatrix(
            columns: zip(criteria, weights).map { criterion, weight in
                DecisionMatrix.Column(
                    name: criterion, direction: .higher, weight: weight,
                    scale: .init(worst: scale.lowerBound, best: scale.upperBound))
            }, cells: values, rowNames: options)
    }

    /// The weighted sum of each option.
    public var scores: [Double] {
        options.indices.map { option in
            criteria.indices.reduce(0) { $0 + weights[$1] * value(option, $1) }
        }
    }

    /// The rank of each option, 1 the best; equal scores share the smaller rank.
    public var ranks: [Int] { Ranking.competition(scores: scores) }

    /// The index of the option with rank 1; of equals the first.
    public var leader: Int { ranks.firstIndex(of: 1) ?? 0 }

    /// Returns the value of an option on a criterion, both by index.
    public func value(_ option: Int, _ criterion: Int) -> Double {
        values[option * criteria.count + criterion]
    }

    /// Returns the index of the option called `id`.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the names there are.
    public func index(ofOption id: String) throws(Problem) -> Int {
        try Self.index(of: id, among: options, kind: "option")
    }

    /// Returns the index of the criterion called `id`.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the names there are.
    public func index(ofCriterion id: String) throws(Problem) -> Int {
        try Self.index(of: id, among: criteria, kind: "criterion")
    }

    /// Returns the same table under other weights, which are rescaled to total 1.
    ///
    /// - Throws: What the initialiser says of weights.
    public func with(weights: [Double]) throws(Problem) -> ValueTable {
        try ValueTable(
            options: options, criteria: criteria, values: values, weights: weights, scale: scale)
    }
}

extension ValueTable {
    private static func index(
        of id: String, among names: [String], kind: String
    ) throws(Problem) -> Int {
        if let index = names.firstIndex(of: id) { return index }
        throw Problem(
            .unknownName, "there is no \(kind) \(Problem.quoted(id))",
            because: "there are \(names.map { "`\($0)`" }.joined(separator: ", "))",
            hint: Suggestion.hint(for: id, among: names))
    }

    private static func checkNames(_ names: [String], kind: String) throws(Problem) {
        guard !names.isEmpty else {
            throw Problem(
                .wrongLength, "the table has no \(kind)",
                because: "there is at least one of its kind")
        }
        var known: Set<String> = []
        for name in names where !known.insert(name).inserted {
            throw Problem(
                .duplicateIdentifier, "two of the table are called `\(name)`",
                at: .part("\(kind) \(name)"),
                because: "an identifier is unique within its list")
        }
    }

    private static func check(_ scale: ClosedRange<Double>) throws(Problem) {
        let ends = [scale.lowerBound, scale.upperBound]
        guard ends.allSatisfy({ $0.magnitude <= largestMagnitude }) else {
            throw Problem(
                .outOfRange, "the scale of values runs from \(ends[0]) to \(ends[1])",
                because: "its ends are at most \(Int(largestMagnitude)) in magnitude")
        }
    }

    private static func normalised(
        _ weights: [Double], _ criteria: [String]
    ) throws(Problem) -> [Double] {
        guard weights.count == criteria.count else {
            throw Problem(
                .wrongLength, "\(weights.count) weights stand for \(criteria.count) criteria",
                because: "each criterion has one weight")
        }
        for (weight, criterion) in zip(weights, criteria)
        where !(0...DecisionMatrix.largestMagnitude).contains(weight) {
            throw Problem(
                .outOfRange, "the weight of `\(criterion)` is \(weight)",
                at: .part("criterion \(criterion)"), because: "a weight is a number from 0 to 1e150"
            )
        }
        let total = weights.reduce(0, +)
        guard total > 0 else {
            throw Problem(
                .weightTotal, "weights total \(total)", because: "at least one weight is above 0")
        }
        return weights.map { $0 / total }
    }
}
