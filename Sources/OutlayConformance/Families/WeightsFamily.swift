import Outlay

/// Weights from data, from an order of the criteria, and from points.
enum WeightsFamily: Family {
    static let checks: [String: Check] = identifiers.mapValues { identifier in
        { @Sendable known in try check(known, by: identifier) }
    }

    private static let identifiers = [
        "weights.entropy": "entropy", "weights.critic": "critic", "weights.merec": "merec",
        "weights.std": "standard-deviation", "weights.std-minmax": "standard-deviation-minmax",
        "weights.cv": "coefficient-of-variation", "weights.gini": "gini",
        "weights.cilos": "cilos", "weights.idocriw": "idocriw",
        "weights.roc": "rank-order-centroid", "weights.ranksum": "rank-sum",
        "weights.reciprocal": "rank-reciprocal", "weights.swing": "swing",
    ]

    private static func check(_ known: KnownCase, by identifier: String) throws {
        let weighting = try AllWeightings.weighting(named: identifier)
        let (criteria, evidence) = try evidence(known, weighting.descriptor.kind)
        let weights = try weighting.weights(of: criteria, from: evidence)
        try known.compare("weights", .numbers(weights.shares))
    }

    private static func evidence(
        _ known: KnownCase, _ kind: WeightingKind
    ) throws -> ([String], WeightingEvidence) {
        func names(_ count: Int) -> [String] { (0..<count).map { "c\($0)" } }
        switch kind {
        case .data:
            let matrix = try DecisionTable.matrix(of: known)
            return (matrix.columns.map(\.name), .table(matrix))
        case .order:
            let ranks = try known.input.required("ranks").integers()
            let criteria = names(ranks.count)
            let order = Set(ranks).sorted().map { rank in
                zip(criteria, ranks).filter { $0.1 == rank }.map(\.0)
            }
            return (criteria, .order(order))
        case .points:
            let points = try known.input.required("points").numbers()
            let criteria = names(points.count)
            return (criteria, .points(zip(criteria, points).map { CriterionPoints($0, $1) }))
        case .comparisons, .bestWorst:
            throw CaseFault.unsupported("\(kind.inWords) are read in another family")
        }
    }
}
