import OutlayEconomics
import OutlayProblems

/// A saving in cash comes out of a budget.
public enum CashableRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .savingWithoutCut,
        title: "a cashable saving cuts no budget",
        what:
            "It asks each benefit with `cashable: true` for `cuts`: the budget line that is lowered by it. "
            + "Benefits of category income, revenue, sale, resale, residual, grant, rebate or fees bring money in and cut nothing.",
        why:
            "A saving that no budget gives back is spent on something else: it is worth something, but it is no "
            + "cash, and nobody will find it in the books.",
        fix:
            "Agree the cut with whoever owns the budget, and name it: `cuts: CC-120`. Otherwise say "
            + "`cashable: false`.",
        example: LintExample(
            bad:
                "- {id: lease, category: space, cashable: true, amount: 30000, every: year, escalation: 0, range: {low: "
                + "24000, high: 31000}, source: ledger}",
            good:
                "- {id: lease, category: space, cashable: true, cuts: CC-120, amount: 30000, every: year, "
                + "escalation: 0, range: {low: 24000, high: 31000}, source: ledger}"),
        source:
            "\(LintSource.caseGuide), financial case: cash-releasing benefits are agreed with the budget "
            + "holder")

    private static let incomes: Set = [
        "income", "revenue", "sale", "sales", "resale", "residual", "grant", "grants", "rebate",
        "fees",
    ]

    /// Finds cashable savings without a budget.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        .found(
            subject.result.options.compactMap { option in
                let loose = option.economics.benefits.filter { line in
                    line.line.direction == .benefit(isCashable: true) && line.line.cutBudget == nil
                        && incomes.isDisjoint(with: line.line.category.lintWords)
                        && subject.pays(line)
                }
                guard let first = loose.first else { return nil }
                return finding(
                    "\(subject.listed(loose.map(\.line.id))) of \(option.option.title) "
                        + "\(loose.count == 1 ? "cuts" : "cut") no budget",
                    at: subject.place(first.line, of: option.option),
                    because: "a saving is cash only where a budget is lowered by it",
                    hint:
                        "add `cuts: LINE`, or say `cashable: false`; money that comes in is category `income`"
                )
            })
    }
}
