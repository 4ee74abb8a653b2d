import OutlayEconomics
import OutlayProblems
import OutlayValues

/// A vendor's price is not older than prices keep.
public enum StaleSourceRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .staleSource,
        title: "a vendor's price is old, and nothing says until when it holds",
        what:
            "It looks at the sources of lines that are paid to a vendor: one without `valid_until` may be 365 days "
            + "old at most. A quote that has expired is OL206, an old price of a catalogue OL107.",
        why:
            "Vendors change their prices. A case on last year's price is decided on a price that nobody offers.",
        fix: "Ask for a new quote and state its `date` and `valid_until`.",
        example: LintExample(
            bad: "  quote-l: {title: Lantern price list, date: 2025-09-30}",
            good: "  quote-l: {title: Lantern price list, date: 2026-09-30}"),
        source: "\(LintSource.costGuide): data are current, and their age is documented")

    /// The most days that a price without an end may be old.
    private static let freshDays = 365

    /// Finds old sources of vendors' prices.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let limit = subject.result.asOf.adding(days: -freshDays)
        return .found(
            subject.evaluation.sources.compactMap { source in
                guard source.validUntil == nil, let day = source.date, day < limit else {
                    return nil
                }
                let users = subject.result.options.filter { option in
                    option.economics.costs.contains {
                        subject.pricedByVendor($0.line) && $0.line.source == source.id
                            && subject.pays($0)
                    }
                }
                guard !users.isEmpty else { return nil }
                return finding(
                    "the price of \(source.title) is of \(day)",
                    at: subject.place("sources", source.id),
                    because: "\(subject.titles(users)) \(users.count == 1 ? "rests" : "rest") "
                        + "on it, and it is more than \(freshDays) days older than \(subject.result.asOf)",
                    hint: "ask for a new quote and state its `date` and `valid_until`")
            })
    }
}
