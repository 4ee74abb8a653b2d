import OutlayProblems

/// Somebody looked at what would change the answer.
public enum SensitivityRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unvariedCase,
        title: "nothing says what would change the answer",
        what:
            "It asks for a range on some number, for scenarios, or for `sensitivity`: a sentence on what was "
            + "varied and what came of it.",
        why:
            "A recommendation that falls when one number is a little off is another one than one that stands. "
            + "Whoever decides has to know which it is.",
        fix:
            "Give the numbers that are unsure ranges (`outlay sensitivity` then shows what they do), add "
            + "`scenarios`, or write under `sensitivity` what was looked at.",
        example: LintExample(
            bad: "",
            good:
                "sensitivity: Harbour stays the cheapest up to 520 seats and at rates from 0 to 0.12."
        ),
        source: "\(LintSource.costGuide): conduct sensitivity analysis; "
            + "\(LintSource.greenBook): sensitivity analysis and switching values")

    /// Finds an evaluation in which nothing is varied.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let evaluation = subject.evaluation
        let hasRange =
            subject.study.assumptions.values.contains { $0.range != nil }
            || evaluation.options.contains { option in
                option.lines.contains { $0.range != nil } || !option.performanceRanges.isEmpty
            }
        guard !hasRange, evaluation.scenarios.isEmpty, evaluation.sensitivityStatement == nil
        else { return .kept }
        return .found([
            finding(
                "nothing in the case is varied", at: subject.place("recommendation"),
                because: "there are no ranges, no scenarios and no statement on what was looked at",
                hint:
                    "add `range` to the numbers that are unsure, or say under `sensitivity` what would change the "
                    + "answer")
        ])
    }
}
