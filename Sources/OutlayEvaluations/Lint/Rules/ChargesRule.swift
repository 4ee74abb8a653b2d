import OutlayEconomics
import OutlayProblems

/// Every cost that is billed has a budget line to be charged to.
public enum ChargesRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unbudgetedCategory,
        title: "a cost has no budget line",
        what:
            "It asks `purchase: {charge: …}` for a budget line for each cost category that an option charges.",
        why:
            "A cost that no budget line bears is refused when the request is made, or is paid from whatever is "
            + "at hand.",
        fix: "Add the category under `charge` with the line of the budget that bears it.",
        example: LintExample(
            bad: "  charge: {implementation: CC-410, hardware: CC-410}",
            good: "  charge: {implementation: CC-410, hardware: CC-410, subscription: CC-410}"),
        source: "\(LintSource.caseGuide), financial case: the source of funding for every cost")

    /// Finds categories that are charged to no line.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let charge = subject.evaluation.purchase?.charge ?? [:]
        var missing: [String] = []
        var options: [OptionResult] = []
        for option in subject.rivals {
            let own = (option.contract?.charges ?? [])
                .filter { !$0.amount.amount.isZero && charge[$0.category] == nil }.map(\.category)
            for category in own where !missing.contains(category) { missing.append(category) }
            if !own.isEmpty { options.append(option) }
        }
        guard !missing.isEmpty else { return .kept }
        return .found([
            finding(
                "no budget line bears \(missing.list("or"))",
                at: subject.place("purchase"),
                because:
                    "\(subject.titles(options)) \(options.count == 1 ? "charges" : "charge") it, and "
                    + "`purchase.charge` \(charge.isEmpty ? "names no line" : "does not name it")",
                hint: "add `purchase: {charge: {\(missing[0]): LINE}}`")
        ])
    }
}
