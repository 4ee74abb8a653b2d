import OutlayProblems

/// The discount rate is somebody's, not the author's.
public enum RateSourceRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unsourcedRate,
        title: "the discount rate has no source",
        what: "It asks `discount_rate` for its `source` where there are costs or benefits.",
        why:
            "The rate decides how much later money counts, and so which option looks cheap. It is set by finance, "
            + "once for all cases.",
        fix: "Name where the rate is laid down: `discount_rate: {value: 0.05, source: handbook}`.",
        example: LintExample(
            bad: "discount_rate: {value: 0.05}",
            good: "discount_rate: {value: 0.05, source: handbook}"),
        source: "\(LintSource.greenBook): discounting at a stated rate; "
            + "OMB Circular A-94: the rate is named and justified")

    /// Finds a rate without a source.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.hasLines, subject.evaluation.rateSource == nil else {
            return .kept
        }
        return .found([
            finding(
                "nothing says where the discount rate comes from",
                at: subject.place("discount_rate"),
                because: "it decides how much later money counts",
                hint: "add `source` to `discount_rate`")
        ])
    }
}
