import OutlayEconomics
import OutlayProblems

/// The way out of a contract has a price.
public enum LeavingCostRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .noLeavingCost,
        title: "no option says what leaving costs",
        what:
            "It asks the options with a vendor and a recurring price for a cost of category `exit`. Where one of "
            + "them has it and others do not, that is OL219.",
        why:
            "Data has to be taken out, people retrained, and contracts run to their end. Whoever leaves that out "
            + "finds the next price rise hard to refuse.",
        fix: "Add a line of category `exit` at the end, with `amount: 0` where leaving is free.",
        example: LintExample(
            bad: "", good: "- {id: exit, category: exit, amount: 2000, at: end, source: quote-h}"),
        source: "\(LintSource.caseGuide), commercial case: exit arrangements; "
            + "\(LintSource.costGuide): cover the whole life cycle, disposal included")

    /// Finds contracts that none of the options says how to leave.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let bound = subject.rivals.filter { option in
            option.economics.costs.contains {
                subject.pricedByVendor($0.line) && $0.line.recurrence == .recurring
                    && subject.pays($0)
            }
        }
        guard let first = bound.first else { return .kept }
        let isStated = bound.contains { option in
            option.economics.costs.contains { $0.line.category == CostLine.leavingCategory }
        }
        guard !isStated else { return .kept }
        return .found([
            finding(
                "nothing says what leaving \(subject.titles(bound, "or")) costs",
                at: subject.place(first.option),
                because: "there is no cost of category `exit`",
                hint: "add it `at: end`, with `amount: 0` where leaving is free")
        ])
    }
}
