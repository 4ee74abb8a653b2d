import OutlayEconomics
import OutlayProblems

/// The numbers that move the case most say how far they may be off.
public enum RangesRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .missingRange,
        title: "one of the three largest lines has no range",
        what:
            "It takes the three costs and benefits of the proposed option that are worth most at present, and "
            + "asks each for a `range`, its own, that of an assumption, or that of what it is a share of.",
        why:
            "A single number claims to be certain. What decides a case are its largest lines, and how far they "
            + "may be off decides how far the case may be.",
        fix: "Give the line, or an assumption that it uses, `range: {low, high}`.",
        example: LintExample(
            bad:
                "      - {id: seats, category: subscription, quantity: 400, unit_cost: 3.5, per: month, "
                + "every: year, escalation: 0.05, source: quote-h}",
            good:
                "      - {id: seats, category: subscription, quantity: seats, unit_cost: 3.5, per: month, "
                + "every: year, escalation: 0.05, source: quote-h}"),
        source: "\(LintSource.costGuide): conduct risk and uncertainty analysis; "
            + "\(LintSource.greenBook): sensitivity analysis")

    private static let looked = 3

    /// Returns the lines worth most at present, the largest first; equals in the document's order.
    private static func largest(of option: OptionResult, _ subject: LintSubject) -> [CostLine] {
        let lines = option.economics.costs + option.economics.benefits
        let worth = lines.map { subject.presentValue($0, of: option).magnitude }
        let order = lines.indices.filter { worth[$0] > 0 }
            .sorted { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
        return order.prefix(looked).map { lines[$0].line }
    }

    /// Finds the largest lines without a range.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard let proposal = subject.proposal else { return .kept }
        let largest = largest(of: proposal, subject)
        let all = proposal.option.lines
        let missing = largest.filter { !subject.hasRange($0, among: all) }
        guard let first = missing.first else { return .kept }
        return .found([
            finding(
                "\(subject.listed(missing.map(\.id))) of \(proposal.option.title) "
                    + "\(missing.count == 1 ? "has" : "have") no range",
                at: subject.place(first, of: proposal.option),
                because:
                    "the largest lines are \(largest.map(\.id).list("and")), and nothing says how "
                    + "far \(missing.count == 1 ? "it" : "they") may be off",
                hint: "add `range: {low: …, high: …}` to the line or to an assumption that it uses")
        ])
    }
}
