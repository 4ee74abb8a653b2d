import OutlayProblems
import OutlayValues

/// A way to derive weights, declared so that all the rest of the program finds it.
///
/// One weighting is one file in `Weightings/` and one line in `AllWeightings`.
public protocol Weighting: Sendable {
    /// What readers, help texts and reports say of the weighting.
    static var descriptor: WeightingDescriptor { get }

    /// Returns a share for each of `criteria`, in their order, from `evidence`.
    ///
    /// - Throws: A ``Problem`` that names the criterion for evidence that the weighting cannot use. A
    ///   problem of a table names row and column too.
    static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights
}

/// The weights of some criteria, and what is to be known beside them.
public struct DerivedWeights: Sendable, Hashable {
    /// A share for each criterion, 0 … 1; together 1.
    public let shares: [Double]
    /// How well the statements agree with each other, for comparisons.
    public let consistency: WeightConsistency?
    /// What the shares alone do not say, as phrases without a full stop.
    public let remarks: [String]

    /// Creates weights from figures of 0 or more, which are divided by their total.
    ///
    /// - Throws: ``ProblemCode/weightTotal`` with `reason` where every figure is 0, and
    ///   ``ProblemCode/overflow`` where the total is not finite.
    public init(
        _ figures: [Double], consistency: WeightConsistency? = nil, remarks: [String] = [],
        orBecause reason: String
    ) throws(Problem) {
        let largest = figures.reduce(0, max)
        guard largest > 0 else {
            throw Problem(.weightTotal, "weights total 0", because: reason)
        }
        guard largest.isFinite, figures.allSatisfy({ $0 >= 0 }) else {
            throw Problem(
                .overflow, "a weight is not a finite number of 0 or more", because: reason)
        }
        // Divided by the largest first, no total is infinite.
        let total = figures.reduce(0) { $0 + $1 / largest }
        shares = figures.map { $0 / largest / total }
        self.consistency = consistency
        self.remarks = remarks
    }
}

/// How well comparisons agree with each other.
public enum WeightConsistency: Sendable, Hashable {
    /// Comparisons in pairs.
    case pairwise(PairwiseConsistency)
    /// Comparisons with the best and the worst criterion.
    case bestWorst(BestWorstConsistency)
}

/// What a weighting is, what it takes, and an example of it.
public struct WeightingDescriptor: Sendable, Hashable {
    /// The stable identifier, such as `rank-order-centroid`.
    public let identifier: String
    /// The name as prose uses it.
    public let title: String
    /// What it asks for.
    public let kind: WeightingKind
    /// The formula in plain text, with its symbols explained.
    public let formula: String
    /// When the weighting answers the question that is asked.
    public let whenToUse: String
    /// When it misleads.
    public let whenNotTo: String
    /// Where the weighting is defined.
    public let source: PublishedSource
    /// Evidence with the weights that it leads to.
    public let example: WeightingExample

    /// Creates a description.
    public init(
        identifier: String, title: String, kind: WeightingKind, formula: String,
        whenToUse: String, whenNotTo: String, source: PublishedSource, example: WeightingExample
    ) {
        self.identifier = identifier
        self.title = title
        self.kind = kind
        self.formula = formula
        self.whenToUse = whenToUse
        self.whenNotTo = whenNotTo
        self.source = source
        self.example = example
    }

    /// What readers must be told of weights from data; nil for those that a person stated.
    public var warning: String? {
        kind == .data
            ? "they measure how far the options at hand lie apart, not what anybody prefers" : nil
    }
}

/// Evidence with the weights that a weighting derives from it.
public struct WeightingExample: Sendable, Hashable {
    /// Where the evidence and the weights come from.
    public let origin: String
    /// The criteria.
    public let criteria: [String]
    /// What the weights are derived from.
    public let input: Input
    /// The weight of each criterion.
    public let weights: [Double]
    /// How far a computed weight may lie from the stated one.
    public let tolerance: Double

    /// Evidence as an example states it.
    public enum Input: Sendable, Hashable {
        /// What a person stated.
        case stated(WeightingEvidence)
        /// Performances, one row per option, and the direction of each criterion.
        case rows([[Double]], directions: [Direction])
    }

    /// Creates an example.
    public init(
        origin: String, criteria: [String], input: Input, weights: [Double], tolerance: Double
    ) {
        self.origin = origin
        self.criteria = criteria
        self.input = input
        self.weights = weights
        self.tolerance = tolerance
    }

    /// Returns the evidence of the example.
    ///
    /// - Throws: A ``Problem`` where the rows are not a table.
    public func evidence() throws(Problem) -> WeightingEvidence {
        switch input {
        case .stated(let evidence): return evidence
        case .rows(let rows, let directions):
            return .table(
                try DecisionMatrix(
                    columns: zip(criteria, directions).map { name, direction in
                        DecisionMatrix.Column(name: name, direction: direction, weight: 1)
                    }, cells: rows.flatMap(\.self)))
        }
    }
}

extension Weighting {
    /// The problem of evidence of another kind than the weighting takes.
    static func refusal(of evidence: WeightingEvidence) -> Problem {
        Problem(
            .missingField, "`\(descriptor.identifier)` lacks what it weighs by",
            because: "it takes \(descriptor.kind.inWords); "
                + "what is given is \(evidence.kind.inWords)")
    }
}

extension [String] {
    /// Throws where a criterion is stated twice, is not among these, or is missing.
    ///
    /// - Parameters:
    ///   - stated: The criteria that a person said something of.
    ///   - what: What was said, such as "points".
    ///   - lack: The same behind "no"; nil where it is said alike.
    /// - Throws: ``ProblemCode/duplicateIdentifier``, ``ProblemCode/unknownReference`` or
    ///   ``ProblemCode/missingField``.
    func requireEach(
        in stated: [String], have what: String, orLack lack: String? = nil
    ) throws(Problem) {
        var seen: Set<String> = []
        for name in stated {
            try requireKnown(name)
            guard seen.insert(name).inserted else {
                throw Problem(
                    .duplicateIdentifier, "\(Problem.quoted(name)) has \(what) twice",
                    because: "each criterion is weighed once")
            }
        }
        if let missing = first(where: { !seen.contains($0) }) {
            throw Problem(
                .missingField, "\(Problem.quoted(missing)) has no \(lack ?? what)",
                because: "every criterion of a level is weighed",
                hint: "add it, or take the criterion out")
        }
    }

    /// Throws ``ProblemCode/unknownReference`` where `name` is none of these criteria.
    func requireKnown(_ name: String) throws(Problem) {
        guard contains(name) else {
            throw Problem(
                .unknownReference, "there is no criterion \(Problem.quoted(name)) to weigh",
                because: "the criteria are \(map { Problem.quoted($0) }.joined(separator: ", "))",
                hint: Suggestion.hint(for: name, among: self))
        }
    }
}

extension Double {
    /// The number as a person writes it: `3` and `0.333333`, to six decimals.
    var asStated: String {
        (try? ExactDecimal(nearest: self, places: 6))?.description ?? "\(self)"
    }
}
