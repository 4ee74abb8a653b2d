import OutlayValues

/// What judging candidates by a decision model gave.
public struct DecisionResult: Sendable, Hashable {
    /// The rules that were applied.
    public let model: DecisionModel
    /// The model's criteria as lists; scores stand in the order of its leaves and groups.
    public let criteria: CriterionTree
    /// The candidates, in the order given.
    public let candidates: [CandidateResult]
    /// Indices of `candidates` as readers see them: the eligible by rank, then the others by value.
    ///
    /// Equals stay in the order given, and what has no value stands last in its part.
    public let displayOrder: [Int]
    /// Who leads and by how much.
    ///
    /// nil where nobody is eligible, or where an eligible candidate has no value and might lead.
    public let lead: Lead?

    /// The candidates as readers see them.
    public var displayed: [CandidateResult] { displayOrder.map { candidates[$0] } }

    /// Returns the result of the candidate called `id`, or nil.
    public func candidate(_ id: String) -> CandidateResult? {
        candidates.first { $0.id == id }
    }

    /// Returns the candidates, in the order given, that would be eligible without this knock-out.
    ///
    /// They fail it and pass every other one; where another answer is unknown, so is the outcome.
    public func candidatesFailingOnly(_ knockOutID: String) -> [String] {
        let required = model.knockOuts.map { $0.id != knockOutID }
        return candidates.filter { candidate in
            candidate.eligibility == .failed
                && zip(candidate.knockOuts, required).allSatisfy { outcome, isRequired in
                    !isRequired || outcome == .passed
                }
        }
        .map(\.id)
    }
}

/// What judging one candidate gave.
public struct CandidateResult: Sendable, Hashable {
    /// The candidate's identifier.
    public let id: String
    /// The outcome of each knock-out, in the model's order.
    public let knockOuts: [KnockOutOutcome]
    /// The score on each leaf, in the order of ``CriterionTree/leaves``.
    public let scores: [CriterionScore]
    /// The score on each group, in the order of ``CriterionTree/groups``.
    public let groupScores: [CriterionScore]
    /// The identifiers of the leaves without a performance, in order.
    ///
    /// By the model's rule they leave the candidate without a value, or count as the worst.
    public let missing: [String]
    /// The sum of the contributions, 0 … 100; nil where one is nil or there are no criteria.
    public let value: Double?
    /// The place among the eligible candidates that have a value, 1 the best; equals share the smaller.
    public internal(set) var rank: Int?

    /// Whether the candidate may be chosen.
    public var eligibility: Eligibility {
        var result = Eligibility.eligible
        for outcome in knockOuts {
            switch outcome {
            case .failed: return .failed
            case .unknown: result = .unknown
            case .passed: continue
            }
        }
        return result
    }
}

/// A candidate's score on one criterion.
public struct CriterionScore: Sendable, Hashable {
    /// The criterion's identifier.
    public let id: String
    /// The value, 0 … 100; for a group the weighted value of its parts; nil where it is not known.
    public let value: Double?
    /// The points of the total that come from here: the value times the share of the whole.
    public let contribution: Double?
}

/// Whether a candidate may be chosen.
public enum Eligibility: String, Sendable, Hashable, CaseIterable {
    /// Every knock-out is passed.
    case eligible
    /// At least one knock-out is failed.
    case failed
    /// None is failed, and at least one is unknown.
    case unknown
}

/// How far the first of the eligible candidates is ahead.
public struct Lead: Sendable, Hashable {
    /// The identifier of the first; of equals the first in the order given.
    public let leader: String
    /// The identifier of the second, nil where nobody else is eligible.
    public let runnerUp: String?
    /// The points of value between them, nil where there is no second.
    public let points: Double?
    /// Whether the lead counts: it is more than nothing and no less than the model's margin.
    public let isClear: Bool
}
