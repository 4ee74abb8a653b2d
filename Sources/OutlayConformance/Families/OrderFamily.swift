import Outlay

/// Which options no other dominates, and how far two rankings agree.
enum OrderFamily: Family {
    static let checks: [String: Check] = [
        "pareto": { try checkDominance($0) },
        "rank_correlation": { try checkCorrelation($0) },
    ]

    private static func checkDominance(_ known: KnownCase) throws {
        var columns: [DecisionMatrix.Column] = []
        for (index, item) in try known.input.required("directions").list().enumerated() {
            columns.append(
                DecisionMatrix.Column(
                    name: "c\(index)", direction: try DecisionTable.direction(of: item),
                    weight: 1))
        }
        let rows = try known.input.required("matrix").table()
        let dominance = try ParetoDominance(of: DecisionTable.matrix(columns, rows))
        try known.compare("nondominated", .set(dominance.nondominated))
        try known.compare(
            "dominates",
            .set(dominance.pairs.map { [$0.dominator, $0.dominated] }))
    }

    private static func checkCorrelation(_ known: KnownCase) throws {
        let correlation = try RankCorrelation(
            of: known.input.required("first").integers(),
            and: known.input.required("second").integers())
        try known.compare("spearman", .optional(correlation.spearman))
        try known.compare("kendall_tau", .number(correlation.kendall))
        try known.compare("weighted_spearman", .number(correlation.weightedSpearman))
        try known.compare("ws", .number(correlation.ws))
    }
}
