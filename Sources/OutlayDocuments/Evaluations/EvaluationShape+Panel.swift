import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationShape {
    /// The people who score some of the criteria, and how their scores become one value.
    static let panel = ObjectShape(
        "panel", "The people who score the criteria that say `judged_by: panel`.",
        [
            Field(
                "members", .list(of: .text(), count: 1...1000),
                "The Panel document of each member, relative to the evaluation.", required: true,
                example: "[panel/anna.yaml, panel/ben.yaml]"),
            Field(
                "combine", .choice(GroupValue.Rule.allCases.map(\.rawValue)),
                "How the members' values become one.", standard: GroupValue.Rule.mean.rawValue),
            Field(
                "disagreement",
                .number(NumberRule(minimum: .excluding(.zero), maximum: NumberShape.hundred)),
                "The range of the members' values from which they are marked as disagreeing.",
                standard: Panel.standardDisagreement.description),
        ])
}
