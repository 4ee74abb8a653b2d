import OutlayProblems

/// What weights are derived from: what a person stated, or the performances of the options.
public enum WeightingEvidence: Sendable, Hashable {
    /// A number for each criterion.
    case points([CriterionPoints])
    /// The criteria, the most valued first; criteria that stand together are tied.
    case order([[String]])
    /// How many times as much one criterion counts as another.
    case comparisons(PairwiseStatement)
    /// The best and the worst criterion, each compared with all others.
    case bestWorst(BestWorstStatement)
    /// The options' performances.
    case table(DecisionMatrix)

    /// What the evidence is.
    public var kind: WeightingKind {
        switch self {
        case .points: .points
        case .order: .order
        case .comparisons: .comparisons
        case .bestWorst: .bestWorst
        case .table: .data
        }
    }
}

/// What a weighting asks for.
public enum WeightingKind: String, Sendable, Hashable, CaseIterable {
    /// A number for each criterion, stated by a person.
    case points
    /// An order of the criteria, stated by a person.
    case order
    /// Ratios of two criteria each, stated by a person.
    case comparisons
    /// Ratios to the best and the worst criterion, stated by a person.
    case bestWorst = "best-worst"
    /// Performances of the options; nobody's preference.
    case data

    /// What is asked for, in words.
    public var inWords: String {
        switch self {
        case .points: "points for each criterion"
        case .order: "an order of the criteria"
        case .comparisons: "comparisons of two criteria each"
        case .bestWorst: "comparisons with the best and the worst criterion"
        case .data: "performances of the options"
        }
    }
}

/// The points that a person gave a criterion.
public struct CriterionPoints: Sendable, Hashable {
    /// The criterion's name.
    public var criterion: String
    /// The points, 0 or more.
    public var points: Double

    /// Creates a statement.
    public init(_ criterion: String, _ points: Double) {
        self.criterion = criterion
        self.points = points
    }
}

/// A person's statement that one criterion counts so many times as much as another.
public struct Comparison: Sendable, Hashable {
    /// The criterion that is compared.
    public var of: String
    /// The criterion that it is compared with.
    public var over: String
    /// How many times as much the first counts; above 0, below 1 where it counts less.
    public var ratio: Double

    /// Creates a comparison.
    public init(of first: String, over second: String, _ ratio: Double) {
        self.of = first
        self.over = second
        self.ratio = ratio
    }
}

/// The comparisons of one or several judges.
public struct PairwiseStatement: Sendable, Hashable {
    /// What each judge stated; one judge or more.
    public var judges: [[Comparison]]
    /// How weights come from the comparisons.
    public var priorities: PriorityRule

    /// Creates a statement of several judges.
    public init(judges: [[Comparison]], priorities: PriorityRule = .eigenvector) {
        self.judges = judges
        self.priorities = priorities
    }

    /// Creates a statement of one judge.
    public init(_ comparisons: [Comparison], priorities: PriorityRule = .eigenvector) {
        self.init(judges: [comparisons], priorities: priorities)
    }
}

/// The most and the least valued criterion, and how all others compare with them.
public struct BestWorstStatement: Sendable, Hashable {
    /// The most valued criterion.
    public var best: String
    /// The least valued criterion.
    public var worst: String
    /// How many times as much the best counts as each criterion; 1 or more, 1 for the best itself.
    public var bestToOthers: [String: Double]
    /// How many times as much each criterion counts as the worst; 1 or more, 1 for the worst itself.
    public var othersToWorst: [String: Double]

    /// Creates a statement; the criteria's own 1 may be left out.
    public init(
        best: String, worst: String, bestToOthers: [String: Double],
        othersToWorst: [String: Double]
    ) {
        self.best = best
        self.worst = worst
        self.bestToOthers = bestToOthers
        self.othersToWorst = othersToWorst
    }
}
