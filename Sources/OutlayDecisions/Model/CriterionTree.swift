import OutlayProblems
import OutlayValues

/// Checked criteria as lists: the leaves that options perform on, and the groups above them.
public struct CriterionTree: Sendable, Hashable {
    /// The leaves in the document's order.
    public let leaves: [Leaf]
    /// The groups in the document's order, each before the groups within it.
    public let groups: [Group]

    /// A criterion's place in the tree.
    public struct Position: Sendable, Hashable {
        /// The criterion's identifier.
        public let id: String
        /// What readers see.
        public let title: String
        /// The identifiers of the groups it stands in, outermost first.
        public let path: [String]
        /// The share within its level, a fraction of 1.
        public let localShare: ExactDecimal
        /// The share of the whole: the product of the shares down to it, a fraction of 1, carried to
        /// 20 decimals.
        public let globalShare: ExactDecimal
        /// The points of value that an option needs here to be eligible; nil where it needs none.
        public let minimum: ExactDecimal?

        /// How many groups it stands in.
        public var depth: Int { path.count }
        /// The share of the whole, for statistics.
        public var weight: Double { globalShare.doubleValue }
    }

    /// A criterion that options perform on.
    public struct Leaf: Sendable, Hashable {
        /// Its place.
        public let position: Position
        /// Unit, direction and value function.
        public let measure: Criterion.Leaf

        /// The criterion's identifier.
        public var id: String { position.id }
    }

    /// The places of all criteria in the document's order, each group before what it holds.
    public var positions: [Position] {
        var (result, opened) = ([Position](), 0)
        for (index, leaf) in leaves.enumerated() {
            while opened < groups.count, groups[opened].leaves.lowerBound == index {
                result.append(groups[opened].position)
                opened += 1
            }
            result.append(leaf.position)
        }
        return result
    }

    /// A criterion that holds others.
    public struct Group: Sendable, Hashable {
        /// Its place.
        public let position: Position
        /// The indices of the leaves under it, over all levels, in ``CriterionTree/leaves``.
        public let leaves: Range<Int>
        /// The share of each of these leaves in the group, a fraction of 1; together 1.
        public let sharesWithin: [Double]

        /// The criterion's identifier.
        public var id: String { position.id }
    }

    /// Checks `criteria` and lists them.
    ///
    /// - Throws: ``ProblemCode/weightTotal`` where the shares of a level do not total 1,
    ///   ``ProblemCode/outOfRange`` for a negative share or a minimum outside 0 … 100, ``ProblemCode/badScale`` for a faulty value
    ///   function, ``ProblemCode/duplicateIdentifier``, or ``ProblemCode/wrongLength`` for an empty
    ///   group; each naming the criterion.
    public init(_ criteria: [Criterion]) throws(Problem) {
        var listing = Listing()
        if !criteria.isEmpty {
            _ = try listing.add(criteria, path: [], share: .one)
        }
        leaves = listing.leaves
        groups = listing.groups
    }

    private struct Listing {
        var leaves: [Leaf] = []
        var groups: [Group] = []
        var ids: Set<String> = []

        /// Lists `level`, whose share of the whole is `share`, and returns its leaves' shares in it.
        mutating func add(
            _ level: [Criterion], path: [String], share: ExactDecimal
        ) throws(Problem) -> [ExactDecimal] {
            try CriterionTree.checkWeights(of: level, path: path)
            var shares: [ExactDecimal] = []
            for criterion in level {
                let place = Location.part("criterion \(criterion.id)")
                guard ids.insert(criterion.id).inserted else {
                    throw Problem(
                        .duplicateIdentifier, "two criteria are called `\(criterion.id)`",
                        at: place, because: "an identifier is unique over the whole tree")
                }
                let position = Position(
                    id: criterion.id, title: criterion.title, path: path,
                    localShare: criterion.weight,
                    globalShare: try share.multiplied(by: criterion.weight),
                    minimum: try CriterionTree.checkedMinimum(of: criterion, at: place))
                switch criterion.content {
                case .leaf(let measure):
                    try CriterionTree.check(measure, of: criterion.id, at: place)
                    leaves.append(Leaf(position: position, measure: measure))
                    shares.append(criterion.weight)
                case .group(let parts):
                    let (index, first) = (groups.count, leaves.count)
                    groups.append(
                        Group(position: position, leaves: first..<first, sharesWithin: []))
                    let within = try add(
                        parts, path: path + [criterion.id], share: position.globalShare)
                    groups[index] = Group(
                        position: position, leaves: first..<leaves.count,
                        sharesWithin: within.map(\.doubleValue))
                    for part in within { shares.append(try criterion.weight.multiplied(by: part)) }
                }
            }
            return shares
        }
    }

    private static func checkWeights(of level: [Criterion], path: [String]) throws(Problem) {
        let place = path.last.map { Location.part("criterion \($0)") }
        guard !level.isEmpty else {
            throw Problem(
                .wrongLength, "criterion `\(path.last ?? "")` holds nothing", at: place,
                because: "a group has at least one criterion")
        }
        var total = ExactDecimal.zero
        for criterion in level {
            guard !criterion.weight.isNegative else {
                throw Problem(
                    .outOfRange, "the weight of `\(criterion.id)` is \(criterion.weight)",
                    at: .part("criterion \(criterion.id)"), because: "a weight is 0 or more")
            }
            try total += criterion.weight
        }
        guard total == .one else {
            throw Problem(
                .weightTotal, "weights total \(total)", at: place,
                because: "the weights of one level total exactly 1")
        }
    }

    private static func checkedMinimum(
        of criterion: Criterion, at place: Location
    ) throws(Problem) -> ExactDecimal? {
        guard let minimum = criterion.minimum else { return nil }
        guard !minimum.isNegative, minimum <= ExactDecimal(100) else {
            throw Problem(
                .outOfRange, "the minimum of `\(criterion.id)` is \(minimum)", at: place,
                because: "a minimum is in points of value, 0 to 100")
        }
        return minimum
    }

    private static func check(
        _ measure: Criterion.Leaf, of id: String, at place: Location
    ) throws(Problem) {
        guard let fault = measure.valueFunction.fault(direction: measure.direction) else { return }
        // Options that all perform alike have a scale without length; the data is not at fault.
        if fault == .flat, measure.scaleIsFromData { return }
        throw Problem(
            .badScale, "the scale of `\(id)` cannot be used", at: place, because: fault.reason)
    }
}
