import OutlayProblems

/// The options are measured against what goes on without a purchase.
public enum BaselineRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .noBaseline,
        title: "no option is the status quo",
        what: "It asks for a `baseline`: the option of leaving things as they are.",
        why:
            "What a purchase brings is the difference to what would happen anyway. Without that there is no net "
            + "present value, and doing nothing is never weighed.",
        fix:
            "Add an option for the status quo, with what it costs to go on, and name it as `baseline`.",
        example: LintExample(bad: "", good: "baseline: sheets"),
        source: "\(LintSource.greenBook): business as usual as the benchmark; "
            + "\(LintSource.alternatives): include a baseline alternative")

    /// Finds an evaluation without a baseline.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.baseline == nil else { return .kept }
        return .found([
            finding(
                "there is no baseline", at: subject.place("options"),
                because: "nothing says what happens, and what it costs, where nothing is bought",
                hint: "add the status quo as an option and name it as `baseline`")
        ])
    }
}
