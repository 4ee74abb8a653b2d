import OutlayEconomics
import OutlayProblems

/// Every number says where it comes from, and when that was.
public enum SourcesRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unsourcedNumber,
        title: "a number has no source, or its source no date",
        what:
            "It asks each cost and benefit other than 0, each assumption without a reason and each source for "
            + "where and when its number was found. A catalogue row is a source; so is an assumption with one, and "
            + "of a share what it is a share of. Criteria whose performances have no source are a note.",
        why:
            "A reader can only check a number by going where it came from, and a number without a day may be "
            + "years old.",
        fix:
            "Name a `source`, and give it a `date`. Where nobody knows, make it an assumption with a `reason` "
            + "and a `range`.",
        example: LintExample(
            bad: "  ledger: {title: FY2025 ledger CC-410}",
            good: "  ledger: {title: FY2025 ledger CC-410, date: 2026-01-31}"),
        source:
            "\(LintSource.costGuide): document sources and data so that the estimate can be recreated"
    )

    /// Finds lines, assumptions and criteria without a source, and sources without a day.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        .found(
            lines(subject) + assumptions(subject) + undated(subject) + criteria(subject))
    }

    private static func lines(_ subject: LintSubject) -> [Problem] {
        subject.result.options.compactMap { option in
            let lines = option.economics.costs + option.economics.benefits
            let missing = lines.filter { line in
                subject.pays(line) && !isSourced(line.line, of: option.option, subject)
            }
            guard let first = missing.first else { return nil }
            return finding(
                "\(option.option.title) does not say where "
                    + "\(subject.listed(missing.map(\.line.id))) \(missing.count == 1 ? "comes" : "come") from",
                at: subject.place(first.line, of: option.option),
                because: "a number without a source cannot be checked",
                hint: "add `source`, or make the number an assumption with a `reason`")
        }
    }

    private static func isSourced(
        _ line: CostLine, of option: PurchaseOption, _ subject: LintSubject
    ) -> Bool {
        if line.source != nil || option.catalogueFacts.contains(where: { $0.use == line.id }) {
            return true
        }
        if subject.assumptions(of: line).contains(where: { $0.source != nil || $0.reason != nil }) {
            return true
        }
        return line.model is any DerivedCostModel
    }

    private static func assumptions(_ subject: LintSubject) -> [Problem] {
        let missing = subject.study.assumptions.values
            .filter { $0.source == nil && $0.reason == nil }.map(\.id).sorted()
        guard let first = missing.first else { return [] }
        return [
            finding(
                "\(subject.listed(missing)) \(missing.count == 1 ? "has" : "have") neither source nor reason",
                at: subject.place("assumptions", first),
                because: "an assumption that nobody backs is a guess",
                hint: "add `source`, or `reason` where none gives it")
        ]
    }

    private static func undated(_ subject: LintSubject) -> [Problem] {
        let missing = subject.evaluation.sources.filter { $0.date == nil }.map(\.id)
        guard let first = missing.first else { return [] }
        return [
            finding(
                "\(subject.listed(missing)) \(missing.count == 1 ? "has" : "have") no date",
                at: subject.place("sources", first),
                because: "a source without a day cannot be told from an old one",
                hint: "add `date`, the day it was made")
        ]
    }

    private static func criteria(_ subject: LintSubject) -> [Problem] {
        let facts = Set(subject.evaluation.options.flatMap(\.catalogueFacts).map(\.use))
        let known = facts.union(subject.evaluation.criterionSources.keys)
        let missing = subject.result.decision.criteria.leaves
            .filter { $0.measure.judge == .document && !known.contains($0.id) }.map(\.id)
        guard let first = missing.first else { return [] }
        return [
            finding(
                "nothing says where the performances on \(subject.listed(missing)) come from",
                at: subject.place(criterion: first),
                because:
                    "a score rests on what was measured, stated by a vendor or judged, and by whom",
                hint: "add `source` to the criterion", severity: .note)
        ]
    }
}
