import OutlayProblems

/// What scoring the eligible candidates of a model by a method gave.
///
/// Candidates that are not eligible are left out before anything is made comparable, so that none of them
/// moves the score of another.
public struct MethodOutcome: Sendable {
    /// The method with its settings.
    public let choice: MethodChoice
    /// What readers see of the method.
    public let descriptor: MethodDescriptor
    /// What the method, as it is set, takes from a criterion beside weight and direction.
    public let columnInputs: Set<ColumnInput>
    /// The identifiers of the scored candidates, in the order given; none where nobody is eligible.
    public let candidates: [String]
    /// What the method saw of each criterion, in the order of ``CriterionTree/leaves``.
    public let bases: [Basis]
    /// The table that was scored, nil where nobody is eligible.
    public let matrix: DecisionMatrix?
    /// The scores in the order of ``candidates``, and what the method says beside them.
    public let result: MethodResult
    /// The rank of each of ``candidates``, 1 the best; equal scores share the smaller one.
    public let ranks: [Int]

    /// What a method saw of a criterion.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The performances as stated, in the criterion's unit and direction.
        case performance
        /// Their values, 0 … 100, more being better: the way to a value is not straight, or a panel judges.
        case value
    }

    /// Scores the eligible of `candidates`.
    ///
    /// Where the value function of a criterion is a straight line, the method gets the performances as they
    /// are, with the ends of a stated scale; else, and where a panel judges, their values, 0 … 100. Without a performance a candidate
    /// has the worst where the model says so.
    ///
    /// - Parameters:
    ///   - candidates: All candidates, in the order of `decision`.
    ///   - decision: What judging them by the model gave.
    ///   - choice: The method with its settings.
    /// - Throws: ``ProblemCode/wrongLength`` for a model without criteria,
    ///   ``ProblemCode/missingPerformance`` for an eligible candidate without a performance, or what the
    ///   method refuses, with the names of option and criterion.
    /// - Complexity: O(*n*) in the number of performances, and what the method takes.
    public init(
        scoring candidates: [Candidate], judged decision: DecisionResult, by choice: MethodChoice
    ) throws(Problem) {
        let method = try choice.method()
        let leaves = decision.criteria.leaves
        guard !leaves.isEmpty else {
            throw Problem(
                .wrongLength, "there is nothing that \(choice.titleInSentence) could score",
                because: "options are scored on one or more criteria",
                hint: "add `criteria`, or name no method")
        }
        self.choice = choice
        descriptor = type(of: method).descriptor
        columnInputs = method.columnInputs
        bases = leaves.map(\.basis)
        let eligible = zip(candidates, decision.candidates)
            .filter { $1.eligibility == .eligible }
        self.candidates = eligible.map(\.0.id)
        guard !eligible.isEmpty else {
            matrix = nil
            result = MethodResult(scores: [], higherIsBetter: true)
            ranks = []
            return
        }
        var cells: [Double] = []
        for (candidate, judged) in eligible {
            for (leaf, score) in zip(leaves, judged.scores) {
                cells.append(
                    try Self.cell(of: candidate, on: leaf, score, decision.model, choice))
            }
        }
        let matrix = try DecisionMatrix(
            columns: leaves.map(\.column), cells: cells, rowNames: eligible.map(\.0.id))
        self.matrix = matrix
        result = try method.scores(of: matrix)
        ranks = result.ranks
    }

    /// Returns the score of a candidate, nil where it was not scored.
    public func score(of id: String) -> Double? {
        candidates.firstIndex(of: id).map { result.scores[$0] }
    }

    /// Returns the rank of a candidate, nil where it was not scored.
    public func rank(of id: String) -> Int? {
        candidates.firstIndex(of: id).map { ranks[$0] }
    }

    /// The identifiers of the candidates of rank 1.
    public var leaders: [String] {
        zip(candidates, ranks).filter { $1 == 1 }.map(\.0)
    }

    /// Returns the figures on the way to the scores, none where nobody is eligible.
    ///
    /// - Throws: What the method refuses.
    public func steps() throws(Problem) -> [MethodStep] {
        guard let matrix else { return [] }
        return try choice.method().steps(for: matrix)
    }

    private static func cell(
        of candidate: Candidate, on leaf: CriterionTree.Leaf, _ score: CriterionScore,
        _ model: DecisionModel, _ choice: MethodChoice
    ) throws(Problem) -> Double {
        if case .linear(let worst, best: _) = leaf.measure.valueFunction,
            leaf.basis == .performance
        {
            if case .number(let number)? = candidate.performances[leaf.id] {
                return number.doubleValue
            }
            if model.missing == .worst { return worst.doubleValue }
        } else if let value = score.value {
            return value
        }
        throw Problem(
            .missingPerformance, "`\(candidate.id)` has no performance on \(leaf.id)",
            at: .part("option \(candidate.id)"),
            because: "\(choice.titleInSentence) scores an option by all its performances",
            hint: "add it, or state `missing: worst`")
    }
}

extension CriterionTree.Leaf {
    /// What a method sees of the criterion.
    fileprivate var basis: MethodOutcome.Basis {
        // Of what a panel judges only the combined value is known.
        if case .linear = measure.valueFunction, measure.judge == .document {
            .performance
        } else {
            .value
        }
    }

    /// The criterion as methods take it.
    fileprivate var column: DecisionMatrix.Column {
        var column = DecisionMatrix.Column(
            name: id, direction: .higher, weight: position.weight,
            scale: DecisionMatrix.Scale(worst: 0, best: 100), preference: measure.preference,
            veto: measure.veto)
        if case .linear(let worst, let best) = measure.valueFunction, basis == .performance {
            column.direction = measure.direction ?? .higher
            // Ends that came from the options are those of all; the method takes them from the eligible.
            column.scale =
                measure.scaleIsFromData
                ? nil : DecisionMatrix.Scale(worst: worst.doubleValue, best: best.doubleValue)
        }
        return column
    }
}
