import OutlayDecisions
import OutlayProblems
import OutlayValues

/// A weight is the worth of a stated swing, from the worst of a scale to its best.
public enum SwingsRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unstatedSwing,
        title: "a weight belongs to no stated swing",
        what:
            "It asks that the value function of each criterion with a weight runs from 0 to 100, and notes a "
            + "level of criteria that all have the same weight. Scales taken from the options are OL209.",
        why:
            "A weight says how much the step from worst to best is worth beside the other steps. Where a scale "
            + "ends short of 0 or 100, the step that was weighed is not the one that is counted; equal weights most "
            + "often mean that no steps were weighed.",
        fix:
            "Let the worst level or point be worth 0 and the best 100, and weigh that step; or derive the "
            + "weights (`weighting`).",
        example: LintExample(
            bad:
                "value_function: {levels: {none: 20, floors: 60, desks: 90}}, weight: 25, source: survey}",
            good:
                "value_function: {levels: {none: 0, floors: 60, desks: 100}}, weight: 25, source: survey}"
        ),
        source:
            "von Winterfeldt and Edwards, Decision Analysis and Behavioral Research (1986), swing "
            + "weighting; \(LintSource.greenBook): multi-criteria analysis with swing weighting")

    /// Finds scales without a full swing, and weights that are all alike.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        .found(short(subject) + alike(subject))
    }

    private static func short(_ subject: LintSubject) -> [Problem] {
        subject.result.decision.criteria.leaves.compactMap { leaf in
            guard leaf.position.globalShare > .zero,
                let ends = ends(of: leaf.measure.valueFunction),
                ends.low > .zero || ends.high < ExactDecimal(100)
            else { return nil }
            return finding(
                "the scale of \(leaf.id) runs from \(ends.low) to \(ends.high)",
                at: subject.place(criterion: leaf.id),
                because:
                    "its weight is for the swing from 0 to 100, of which only a part can be had",
                hint: "let the worst be worth 0 and the best 100, and weigh that step")
        }
    }

    /// Returns the least and the most value that levels or points state; nil where a function always has both ends.
    private static func ends(of function: ValueFunction) -> (low: ExactDecimal, high: ExactDecimal)?
    {
        let values: [ExactDecimal] =
            switch function {
            case .levels(let levels): levels.map(\.value)
            case .piecewise(let points): points.map(\.value)
            case .linear, .exponential, .target: []
            }
        guard let low = values.min(), let high = values.max() else { return nil }
        return (low, high)
    }

    private static func alike(_ subject: LintSubject) -> [Problem] {
        guard subject.evaluation.weightings.isEmpty else { return [] }
        let criteria = subject.evaluation.decision.criteria
        guard criteria.count > 2, Set(criteria.map(\.weight)).count == 1 else { return [] }
        return [
            finding(
                "all \(criteria.count) criteria have the same weight",
                at: subject.place("criteria"),
                because:
                    "equal weights say that each step from worst to best is worth the same, which is rarely "
                    + "meant",
                hint: "compare the steps with each other, and say so in the weights",
                severity: .note)
        ]
    }
}
