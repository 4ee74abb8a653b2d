import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// One effect is scored or turned into money, never both.
public enum ScoredAndMonetisedRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .scoredAndMonetised,
        title: "one effect is both scored and turned into money",
        what:
            "It sets each criterion beside each benefit: the same identifier, a telling word of their names in "
            + "common, or the same number for an option in the same unit. That both are in the same unit from the "
            + "same source is a note.",
        why:
            "An effect that earns value and money makes an option look better twice for doing one thing.",
        fix: "Keep the effect as a benefit where it can be counted in money, else as a criterion.",
        example: LintExample(
            bad:
                "      - {id: search-time, category: productivity, cashable: false, quantity: 2600, unit: h, "
                + "unit_value: 38, every: year, escalation: 0, range: {low: 1500, high: 3200, of: quantity}, "
                + "source: survey}",
            good:
                "      - {id: fewer-floors, category: space, cashable: false, quantity: 2600, unit: m2, "
                + "unit_value: 38, every: year, escalation: 0, range: {low: 1500, high: 3200, of: quantity}, "
                + "source: survey}"),
        source: "\(LintSource.greenBook): avoid double counting of benefits; "
            + "\(LintSource.alternatives): define measures of benefit that do not overlap")

    /// Words that many names share without meaning the same.
    private static let plain: Set = [
        "time", "times", "rate", "level", "levels", "number", "count", "share", "total", "all",
        "the",
        "and", "for", "per", "year", "month", "day", "days", "hour", "hours", "new", "less", "more",
        "fewer", "lower", "higher", "better", "saving", "savings", "saved", "gain", "benefit",
        "benefits", "effect", "service", "system", "staff", "user", "users", "data", "cost",
        "costs",
        "with", "without", "from", "into", "work", "median", "mean", "average", "other", "value",
        "quality", "agent", "agents",
    ]

    /// Finds criteria that are benefits under another name.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let leaves = subject.result.decision.criteria.leaves
            .filter { $0.position.globalShare > .zero }
        var findings: [Problem] = []
        for leaf in leaves {
            var best: Problem?
            for option in subject.result.options {
                for line in option.economics.benefits where subject.pays(line) {
                    let found = finding(leaf, line.line, of: option.option, subject)
                    if let found, best.map({ $0.severity < found.severity }) ?? true {
                        best = found
                    }
                }
            }
            if let best { findings.append(best) }
        }
        return .found(findings)
    }

    private static func finding(
        _ leaf: CriterionTree.Leaf, _ line: CostLine, of option: PurchaseOption,
        _ subject: LintSubject
    ) -> Problem? {
        let (reason, severity): (String, Severity)
        let unit = leaf.measure.unit
        let isSameUnit = !unit.isEmpty && unit == line.unit
        if let word = sharedWord(leaf, line) {
            (reason, severity) = ("both are about `\(word)`", .warning)
        } else if isSameUnit, case .number(let number)? = option.performances[leaf.id],
            !number.isZero,
            line.model.inputs.values["quantity"] == .operand(.constant(number))
        {
            (reason, severity) = ("both are \(number) \(unit)", .warning)
        } else if isSameUnit, let source = line.source,
            subject.evaluation.criterionSources[leaf.id] == source
        {
            (reason, severity) = ("both are in \(unit) and come from `\(source)`", .note)
        } else {
            return nil
        }
        return finding(
            "\(leaf.position.title) may be scored and, as `\(line.id)`, counted in money too",
            at: subject.place(criterion: leaf.id), because: reason,
            hint: "keep the effect as a benefit or as a criterion; where they are two, say so",
            severity: severity)
    }

    private static func sharedWord(_ leaf: CriterionTree.Leaf, _ line: CostLine) -> String? {
        if leaf.id == line.id { return leaf.id }
        let words = leaf.id.lintWords + leaf.position.title.lintWords
        let others = Set(
            line.id.lintWords + line.title.lintWords + line.category.lintWords)
        return words.first { $0.count > 2 && !plain.contains($0) && others.contains($0) }
    }
}
