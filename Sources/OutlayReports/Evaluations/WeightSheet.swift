import OutlayDecisions
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Weights beside the ranges that they were given for, and how they were derived.
public struct WeightSheet: Sendable {
    /// What the weights are of, such as a document's title.
    public var title: String
    /// What was read, where something was.
    public var subtitle: String?
    /// The criteria in reading order, groups before their parts.
    public var lines: [Line]
    /// How the weights of each level were derived.
    public var levels: [Level]
    /// The weighting that ``Line/compared`` comes from, where one was asked for.
    public var comparison: WeightingDescriptor?
    /// The criteria with their shares as `rank` takes them, such as `price=0.6:min`; empty where they are none.
    public var options: [String]
    /// The statements as an Evaluation takes them; nil where there are none to take.
    public var document: String?

    /// One criterion or group.
    public struct Line: Sendable {
        /// Its identifier.
        public var id: String
        /// What readers see.
        public var title: String
        /// The group it stands in; nil at the top.
        public var group: String?
        /// How many groups it stands in.
        public var depth: Int
        /// Whether it is a group.
        public var isGroup: Bool
        /// Its share within its level, a fraction of 1.
        public var share: Double
        /// Its share of the whole, a fraction of 1.
        public var weight: Double
        /// Its share of the whole by ``WeightSheet/comparison``; nil for a group.
        public var compared: Double?
        /// The range that the weight stands for; nil for a group, or where no range is known.
        public var range: Range?
    }

    /// The way from the worst to the best of a criterion.
    public struct Range: Sendable {
        /// The worst, as shown and as data.
        public var worst: String
        /// The best.
        public var best: String
        /// The unit; empty where there is none.
        public var unit: String
        /// What is better; nil where a target is best.
        public var direction: Direction?
        /// Whether the ends are those of the options at hand.
        public var isFromData: Bool
        /// What one hundredth of the whole weight is worth in the unit; nil where it is not the same everywhere.
        public var onePercent: Double?
    }

    /// How the weights of one level came about.
    public struct Level: Sendable {
        /// The group whose parts are weighed; nil at the top.
        public var group: String?
        /// The weighting; nil for weights that the document states.
        public var method: WeightingDescriptor?
        /// How well comparisons agree with each other, where there are some.
        public var consistency: WeightConsistency?
        /// What else is to be known.
        public var remarks: [String]

        /// The level in words.
        public var place: String { group.map { "Parts of \($0)" } ?? "Top level" }
    }

    /// Creates a sheet.
    package init(
        title: String, subtitle: String? = nil, lines: [Line], levels: [Level],
        comparison: WeightingDescriptor? = nil, options: [String] = [], document: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.lines = lines
        self.levels = levels
        self.comparison = comparison
        self.options = options
        self.document = document
    }
}

extension WeightSheet.Level {
    /// Creates the record of a level whose weights were derived.
    package init(_ weighting: LevelWeighting) {
        self.init(
            group: weighting.group, method: weighting.method,
            consistency: weighting.weights.consistency, remarks: weighting.weights.remarks)
    }
}

extension WeightSheet {
    /// Takes the weights of `evaluation`, beside those that `comparison` gives.
    ///
    /// - Throws: A ``Problem`` where the criteria are faulty.
    public init(
        _ evaluation: Evaluation, comparedWith comparison: LevelWeighting? = nil
    ) throws(Problem) {
        let tree = try CriterionTree(evaluation.decision.criteria)
        let compared = Dictionary(
            zip(comparison?.criteria ?? [], comparison?.weights.shares ?? []),
            uniquingKeysWith: { first, _ in first })
        var lines: [Line] = []
        func add(_ position: CriterionTree.Position, _ measure: Criterion.Leaf?) {
            lines.append(
                Line(
                    id: position.id, title: position.title, group: position.path.last,
                    depth: position.depth, isGroup: measure == nil,
                    share: position.localShare.doubleValue, weight: position.weight,
                    compared: compared[position.id],
                    range: measure.map { Range($0, weight: position.weight) }))
        }
        var groups = tree.groups[...]
        for (index, leaf) in tree.leaves.enumerated() {
            while let group = groups.first, group.leaves.lowerBound <= index {
                add(group.position, nil)
                groups.removeFirst()
            }
            add(leaf.position, leaf.measure)
        }
        let places: [String?] = [nil] + tree.groups.map(\.id)
        self.init(
            title: "Weights of \(evaluation.title)", subtitle: evaluation.id, lines: lines,
            levels: places.map { group in
                evaluation.weightings.first { $0.group == group }.map { Level($0) }
                    ?? Level(group: group, method: nil, consistency: nil, remarks: [])
            }, comparison: comparison?.method)
        if tree.leaves.isEmpty { levels = [] }
    }
}

extension Criterion.Leaf {
    /// Whether performances are names, which have no unit.
    fileprivate var hasLevels: Bool {
        if case .levels = valueFunction { true } else { false }
    }
}

extension WeightSheet.Range {
    fileprivate init(_ measure: Criterion.Leaf, weight: Double) {
        func shown(_ number: ExactDecimal?) -> String { number?.description ?? "" }
        let (worst, best): (String, String)
        var onePercent: Double?
        switch measure.valueFunction {
        case .linear(let low, let high):
            (worst, best) = (shown(low), shown(high))
            // The whole way is worth the weight, and one hundredth of it one part of weight · 100.
            let way = (high.doubleValue - low.doubleValue).magnitude
            onePercent = weight > 0 && way > 0 ? way / (weight * 100) : nil
        case .piecewise(let points):
            let ordered = points.sorted { $0.value < $1.value }
            (worst, best) = (shown(ordered.first?.performance), shown(ordered.last?.performance))
        case .exponential(let curve): (worst, best) = (shown(curve.worst), shown(curve.best))
        case .target(let curve):
            worst = "\(shown(curve.low)) or \(shown(curve.high))"
            best =
                curve.from == curve.to
                ? shown(curve.from) : "\(shown(curve.from)) to \(shown(curve.to))"
        case .levels(let levels):
            let least = levels.min { $0.value < $1.value }
            let most = levels.max { $0.value < $1.value }
            (worst, best) = (least?.name ?? "", most?.name ?? "")
        }
        self.init(
            worst: worst, best: best, unit: measure.hasLevels ? "" : measure.unit,
            direction: measure.direction,
            isFromData: measure.scaleIsFromData, onePercent: onePercent)
    }
}

extension WeightSheet {
    /// Takes weights of one level of criteria without a document.
    ///
    /// - Parameters:
    ///   - title: What the weights are of.
    ///   - subtitle: What was read, where something was.
    ///   - weighting: The weights.
    ///   - ranges: The least, the largest and the better direction of each criterion; none where nothing was
    ///     read.
    ///   - options: The criteria as `rank` takes them.
    ///   - document: The statements as an Evaluation takes them.
    package init(
        title: String, subtitle: String?, _ weighting: LevelWeighting,
        ranges: [(low: ExactDecimal, high: ExactDecimal, direction: Direction)], options: [String],
        document: String?
    ) {
        let shares = weighting.weights.shares
        self.init(
            title: title, subtitle: subtitle,
            lines: weighting.criteria.enumerated().map { index, name in
                Line(
                    id: name, title: name, group: nil, depth: 0, isGroup: false,
                    share: shares[index], weight: shares[index], compared: nil,
                    range: ranges.isEmpty
                        ? nil
                        : Range(
                            Criterion.Leaf(
                                unit: "", direction: ranges[index].direction,
                                valueFunction: ranges[index].direction == .higher
                                    ? .linear(worst: ranges[index].low, best: ranges[index].high)
                                    : .linear(worst: ranges[index].high, best: ranges[index].low),
                                scaleIsFromData: true), weight: shares[index]))
            },
            levels: [Level(weighting)], options: options, document: document)
    }
}
