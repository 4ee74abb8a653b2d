import OutlayDecisions
import OutlayValues

/// The shape of `weighting`, which stands in place of a `weight` on each criterion of a level.
enum WeightingShape {
    /// The field of a document or group that weighs the criteria under it.
    static func field(_ summary: String) -> Field {
        Field(
            "weighting", .object(weighting), summary,
            example: "{method: swing, points: {speed: 100, price: 60}}")
    }

    private static let weighting = ObjectShape(
        "weighting", "How the weights of one level are derived.",
        groups: [.atMostOne(["comparisons", "judges"])],
        [
            Field(
                "method", .choice(AllWeightings.descriptors.map(\.identifier)), "The weighting.",
                required: true),
            Field(
                "points",
                .map(
                    keys: .identifier,
                    values: .number(NumberRule(minimum: .including(.zero), maximum: limit))),
                "The points of each criterion, for points and swing."),
            Field(
                "order",
                .list(of: .either([.identifier, .list(of: .identifier, count: 1...1000)])),
                "The criteria, the most valued first, tied ones as a list, for rank orders.",
                example: "[resolution, [usability, reporting], exit_time]"),
            Field("comparisons", .list(of: .object(comparison)), "The ratios of pairs, for ahp."),
            Field(
                "judges", .list(of: .object(judge), count: 1...1000),
                "The comparisons of several people, for ahp."),
            Field(
                "priorities", .choice(PriorityRule.allCases.map(\.rawValue)),
                "How weights come from comparisons, for ahp.", standard: "eigenvector"),
            Field("best", .identifier, "The most valued criterion, for best-worst."),
            Field("worst", .identifier, "The least valued criterion, for best-worst."),
            Field(
                "best_to_others", .map(keys: .identifier, values: ratio),
                "How many times as much the best counts as each other criterion."),
            Field(
                "others_to_worst", .map(keys: .identifier, values: ratio),
                "How many times as much each other criterion counts as the worst."),
        ])

    private static let limit = NumberRule.Bound.including(ExactDecimal(1_000_000))
    private static let ratio = Shape.number(
        NumberRule(minimum: .excluding(.zero), maximum: limit))

    private static let comparison = ObjectShape(
        "comparison", "How many times as much one criterion counts as another.",
        [
            Field("of", .identifier, "The criterion that is compared.", required: true),
            Field("over", .identifier, "The one it is compared with.", required: true),
            Field(
                "ratio", ratio, "How many times as much the first counts.", required: true,
                example: "3"),
        ])

    private static let judge = ObjectShape(
        "judge", "What one person states.",
        [
            Field("name", .text(), "Who states it."),
            Field(
                "comparisons", .list(of: .object(comparison)), "The ratios of pairs.",
                required: true),
        ])

    /// The fields that a weighting of `kind` takes beside `method`: those it needs, then the others.
    static func fields(of kind: WeightingKind) -> (needed: [String], optional: [String]) {
        switch kind {
        case .points: (["points"], [])
        case .order: (["order"], [])
        case .comparisons: ([], ["comparisons", "judges", "priorities"])
        case .bestWorst: (["best", "worst", "best_to_others", "others_to_worst"], [])
        case .data: ([], [])
        }
    }
}
