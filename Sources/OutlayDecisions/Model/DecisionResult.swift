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
                && candidate.minimums.allSatisfy { $0.outcome == .passed }
        }
        .map(\.id)
    }

    /// Returns the candidates, in the order given, that would be eligible without the minimum of this
    /// criterion.
    ///
    /// They are below it and meet every other requirement; where another one is unknown, so is the outcome.
    public func candidatesFailingOnlyMinimum(of criterionID: String) -> [String] {
        candidates.filter { candidate in
            candidate.eligibility == .failed
                && candidate.knockOuts.allSatisfy { $0 == .passed }
                && candidate.minimums.allSatisfy {
                    $0.criterion == criterionID || $0.outcome == .passed
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
    /// The standing against each minimum, in the order of the criteria that have one.
    public let minimums: [MinimumResult]
    /// The score on each leaf, in the order of ``CriterionTree/leaves``.
    public let scores: [CriterionScore]
    /// The score on each group, in the order of ``CriterionTree/groups``.
    public let groupScores: [CriterionScore]
    /// The identifiers of the leaves without a performance, in order.
    ///
    /// By the model's rule they leave the candidate without a value, count as the worst, or make its value
    /// a range.
    public let missing: [String]
    /// The least and the most that the contributions sum to, 0 … 100.
    ///
    /// One number unless a performance is missing; nil where the model refuses that, or has no criteria.
    public let range: ValueRange?
    /// The leaf with the lowest value, of those that have a weight and a known value.
    ///
    /// Of equals the one with the higher weight, then the first; nil where no value is known.
    public let weakest: WeakestCriterion?
    /// The place among the eligible candidates that have a value, by its low end, 1 the best; equals share
    /// the smaller.
    public internal(set) var rank: Int?
    /// The best and the worst rank that the ranges allow among the eligible candidates.
    ///
    /// Without a missing performance both are ``rank``; nil where an eligible candidate has no value.
    public internal(set) var possibleRanks: ClosedRange<Int>?

    /// The sum of the contributions, 0 … 100; nil where it is not one known number.
    public var value: Double? { range?.known }

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
        for minimum in minimums {
            switch minimum.outcome {
            case .failed: return .failed
            case .unknown: result = .unknown
            case .passed: continue
            }
        }
        return result
    }
}

/// How a candidate stands against the minimum of one criterion.
public struct MinimumResult: Sendable, Hashable {
    /// The criterion's identifier, of a leaf or a group.
    public let criterion: String
    /// The points of value that are needed.
    public let needed: ExactDecimal
    /// The points found; nil for a leaf whose performance is missing, a range for a group with such a leaf.
    public let found: ValueRange?

    /// How the points found compare with those needed.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// At least as many are found.
        case passed
        /// Fewer are found.
        case failed
        /// Too little is known to tell.
        case unknown
    }

    /// How the points found compare with those needed, after rounding to 1e-9.
    public var outcome: Outcome {
        guard let found else { return .unknown }
        let line = Ranking.rounded(needed.doubleValue)
        if Ranking.rounded(found.low) >= line { return .passed }
        return Ranking.rounded(found.high) < line ? .failed : .unknown
    }
}

/// Where a candidate does worst.
public struct WeakestCriterion: Sendable, Hashable {
    /// The criterion's identifier.
    public let criterion: String
    /// The value there, 0 … 100, to 1e-9.
    public let value: Double
    /// Whether that is below the model's line of weakness.
    public let isWeak: Bool
}

/// A candidate's score on one criterion.
public struct CriterionScore: Sendable, Hashable {
    /// The criterion's identifier.
    public let id: String
    /// The least and the most the value may be, 0 … 100; nil where nothing is said of it.
    public let range: ValueRange?
    /// The least and the most points of the total that come from here.
    public let contributionRange: ValueRange?

    /// The value, 0 … 100; for a group the weighted value of its parts; nil where it is not known.
    public var value: Double? { range?.known }
    /// The points of the total that come from here: the value times the share of the whole.
    public var contribution: Double? { range?.known == nil ? nil : contributionRange?.known }
}

/// Whether a candidate may be chosen.
public enum Eligibility: String, Sendable, Hashable, CaseIterable {
    /// Every knock-out is passed and every minimum reached.
    case eligible
    /// At least one knock-out is failed, or a minimum not reached.
    case failed
    /// None is failed, and at least one is unknown.
    case unknown
}

/// How far the first of the eligible candidates is ahead.
public struct Lead: Sendable, Hashable {
    /// The identifier of the first; of equals the first in the order given.
    public let leader: String
    /// The identifier of the other one that may reach the most, of equals the first as readers see them;
    /// nil where nobody else is eligible.
    public let runnerUp: String?
    /// The points from the most that the runner-up may be worth up to the least that the leader is.
    ///
    /// Below 0 where their ranges overlap; nil where there is no second.
    public let points: Double?
    /// Whether the lead counts: it is more than nothing and no less than the model's margin.
    public let isClear: Bool
}
