import OutlayProblems
import OutlaySampling

/// What is known of weights that are otherwise open: bounds, and which criterion matters more than which.
public struct WeightConstraints: Sendable, Hashable {
    /// The least weight of a criterion by its identifier, 0 … 1.
    public var lower: [String: Double]
    /// The most weight of a criterion by its identifier, 0 … 1.
    public var upper: [String: Double]
    /// Identifiers of criteria, from the one that matters most; no weight rises along the list.
    public var order: [String]

    /// Creates constraints; without any, every set of weights is as likely as another.
    public init(
        lower: [String: Double] = [:], upper: [String: Double] = [:], order: [String] = []
    ) {
        self.lower = lower
        self.upper = upper
        self.order = order
    }

    /// Whether every set of weights is allowed.
    public var isFree: Bool { lower.isEmpty && upper.isEmpty && order.isEmpty }

    /// Returns where the weights of `table` are drawn from.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an identifier that is no criterion's,
    ///   ``ProblemCode/duplicateIdentifier`` for one that the order names twice, ``ProblemCode/outOfRange`` for
    ///   bounds outside 0 … 1, out of order or so narrow that no weights are found, ``ProblemCode/weightTotal``
    ///   for bounds that no weights with a total of 1 meet.
    package func sampler(for table: ValueTable) throws(Problem) -> SimplexSampler {
        let criteria = table.criteria
        for id in lower.keys.sorted() + upper.keys.sorted() + order {
            _ = try table.index(ofCriterion: id)
        }
        var order: [Int] = []
        for id in self.order { order.append(try table.index(ofCriterion: id)) }
        do {
            return try SimplexSampler(
                SimplexRegion(
                    lower: criteria.map { lower[$0] ?? 0 }, upper: criteria.map { upper[$0] ?? 1 },
                    descending: order))
        } catch {
            throw refusal(of: error, in: table)
        }
    }

    /// Returns the problem of constraints that no weights meet.
    func refusal(of fault: SimplexRegion.Fault, in table: ValueTable) -> Problem {
        let criteria = table.criteria
        func place(_ index: Int) -> Location { .part("criterion \(criteria[index])") }
        switch fault {
        case .bounds(let index):
            let id = criteria[index]
            return Problem(
                .outOfRange,
                "the weight of `\(id)` is to lie between \(lower[id] ?? 0) and \(upper[id] ?? 1)",
                at: place(index), because: "bounds lie between 0 and 1, the lower one first")
        case .lowerTotal(let total):
            return Problem(
                .weightTotal, "the lower bounds of the weights total \(total)",
                because: "weights total 1, so their lower bounds total no more",
                hint: "lower some of the lower bounds")
        case .upperTotal(let total):
            return Problem(
                .weightTotal, "the upper bounds of the weights total \(total)",
                because: "weights total 1, so their upper bounds total no less",
                hint: "raise some of the upper bounds")
        case .order(let first, let second):
            return Problem(
                .outOfRange,
                "`\(criteria[first])` is to weigh no less than `\(criteria[second])`, but its "
                    + "bounds make it weigh less",
                at: place(first), because: "bounds and order are met together",
                hint: "change the bounds or the order")
        case .unknownInOrder(let index):
            return Problem(
                .duplicateIdentifier, "the order of the weights names `\(criteria[index])` twice",
                at: place(index), because: "each criterion has one place in the order")
        case .tooNarrow, .counts:
            return Problem(
                .outOfRange, "no weights were found that meet the bounds and the order",
                because: "of \(SimplexSampler.mostAttempts) sets drawn none met them all",
                hint: "widen the bounds")
        }
    }
}
