import OutlayProblems

/// What a purchase is for shows in the figures: as a benefit or as a score.
public enum BenefitsRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .noBenefits,
        title: "no benefit is quantified",
        what:
            "It asks each option but the baseline for a benefit other than 0, or the document for criteria. "
            + "Whether a benefit is cashable is part of the document's form (OL038), and every figure of benefit "
            + "is shown twice, in full and in cash.",
        why:
            "A comparison of costs alone says that all options achieve the same. Where they do not, the cheapest "
            + "wins by doing least.",
        fix:
            "Count what an option brings as `benefits` with `cashable`, or score it by `criteria`. Where all "
            + "options do the same, suppress the rule and say so.",
        example: LintExample(
            bad: "",
            good:
                "    benefits:\n      - {id: yard, category: space, cashable: false, quantity: 2600, "
                + "unit: m2, unit_value: 3, every: year, escalation: 0, source: ledger}"),
        source:
            "\(LintSource.caseGuide): benefits are identified, quantified and, apart from them, cashable; "
            + "\(LintSource.greenBook)")

    /// Finds options that bring nothing anybody counts.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.hasLines, subject.evaluation.decision.criteria.isEmpty else {
            return .kept
        }
        let bare = subject.rivals.filter { option in
            !option.economics.benefits.contains { subject.pays($0) }
        }
        guard let first = bare.first else { return .kept }
        return .found([
            finding(
                "nothing counts what \(subject.titles(bare)) "
                    + "\(bare.count == 1 ? "brings" : "bring")",
                at: subject.place(first.option),
                because: "there are costs, no criteria, and no benefit other than 0",
                hint: "add `benefits`, or `criteria` that score what each option achieves")
        ])
    }
}
