import OutlayProblems

/// The price counts once: in the total cost, not among the criteria as well.
public enum PriceCriterionRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .priceAsCriterion,
        title: "price is scored beside the total cost",
        what:
            "It looks for criteria in money, or called a price or cost, in a document that has cost lines.",
        why:
            "The total cost stands beside the value already. A price that is scored as well counts twice, and the "
            + "cheap option looks good on both sides.",
        fix:
            "Leave price out of the criteria and weigh value against cost; or leave out the cost lines where a "
            + "tender's formula scores the price.",
        example: LintExample(
            bad: "  - {id: effort, title: Licence price, unit: EUR, direction: lower, "
                + "scale: {worst: 40, best: 0}, weight: 10, source: survey}",
            good:
                "  - {id: effort, title: Effort to change a floor plan, unit: min, direction: lower, "
                + "scale: {worst: 40, best: 0}, weight: 10, source: survey}"),
        source:
            "\(LintSource.alternatives): no double counting; \(LintSource.greenBook): costs stand apart "
            + "from what is scored")

    private static let words: Set = [
        "price", "prices", "cost", "costs", "tco", "fee", "fees", "opex", "capex", "npv",
    ]

    /// Finds criteria that are money.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.hasLines else { return .kept }
        let codes = Set(
            [subject.study.currency] + subject.evaluation.exchangeRates.map(\.from))
        let currencies = Set(codes.map { $0.code.lowercased() })
        return .found(
            subject.result.decision.criteria.leaves.compactMap { leaf in
                let position = leaf.position
                guard position.globalShare > .zero else { return nil }
                let isMoney = !currencies.isDisjoint(with: leaf.measure.unit.lintWords)
                let named = (position.id.lintWords + position.title.lintWords)
                    .first { words.contains($0) }
                guard isMoney || named != nil else { return nil }
                return finding(
                    "the criterion \(position.title) is a price",
                    at: subject.place(criterion: position.id),
                    because: "what is paid is in the total cost already, and "
                        + "\(isMoney ? "this is in \(leaf.measure.unit)" : "this is called a \(named ?? "")")",
                    hint:
                        "remove the criterion; value and cost are set against each other without it"
                )
            })
    }
}
