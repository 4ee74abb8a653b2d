import OutlayEconomics
import OutlayProblems
import OutlayValues

/// Behind the end of a contract there is a price as well.
public enum RenewalPriceRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .noRenewalPrice,
        title: "the horizon goes beyond the term, without a price for renewal",
        what:
            "It looks at options whose vendor is paid in years beyond the end of their `term`, and asks for "
            + "renewals that the contract names, a `price_cap`, a price by terms (`renews_every`), or a line of its own "
            + "that begins after the term.",
        why:
            "A vendor binds the price for the term. Counting on with it beyond the end assumes a renewal at a "
            + "price that nobody has offered, and that is where prices jump.",
        fix:
            "Agree on renewals or a cap and state them, or price the years beyond the term by a line of their "
            + "own with a range.",
        example: LintExample(
            bad: "    term: {months: 24, auto_renew: true, notice_days: 90}",
            good: "    term: {months: 36, auto_renew: true, notice_days: 90}"),
        source:
            "\(LintSource.caseGuide), commercial case: contract length, extension and price mechanism"
    )

    /// Finds options that are paid beyond their term at the term's price.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        .found(
            subject.rivals.compactMap { option in
                let horizon = option.economics.study.horizon
                guard let term = option.option.term, term.priceCapPerYear == nil else { return nil }
                let end = horizon.start.adding(months: term.monthsWithRenewals)
                guard end <= horizon.end else { return nil }
                let unpriced = option.economics.costs.filter { line in
                    subject.pricedByVendor(line.line) && line.line.recurrence == .recurring
                        && line.line.category != CostLine.leavingCategory
                        && !(line.line.model is RenewalModel) && !begins(line.line, after: end)
                        && line.entries.contains { $0.payment.due >= end && !$0.cost.isZero }
                }
                // What falls due on the last day of the term belongs to it.
                guard
                    let first = unpriced.first(where: { line in
                        line.entries.contains { $0.payment.due > end && !$0.cost.isZero }
                    })
                else { return nil }
                return finding(
                    "\(option.option.title) is counted on beyond its term at the term's price",
                    at: subject.place(first.line, of: option.option),
                    because:
                        "it binds for \(term.monthsWithRenewals) months, until \(end.adding(days: -1)), "
                        + "and the horizon ends on \(horizon.end)",
                    hint: "state `renewals`, a `price_cap`, or a line that begins on \(end)")
            })
    }

    private static func begins(_ line: CostLine, after end: CalendarDate) -> Bool {
        guard case .date(let day)? = line.model.inputs.values["begins"] else { return false }
        return day >= end
    }
}
