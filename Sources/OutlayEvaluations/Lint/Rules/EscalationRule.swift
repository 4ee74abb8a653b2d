import OutlayEconomics
import OutlayProblems
import OutlayValues

/// In a study in nominal prices, whatever comes back every year says how it grows.
public enum EscalationRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unstatedEscalation,
        title: "a recurring line does not say how it grows",
        what:
            "It asks each recurring line of a study in nominal prices for its `escalation`, 0 included; that of an "
            + "assumption that the line uses counts. Costs that make up a tenth of an option's total or more are a "
            + "warning, all else is a note.",
        why:
            "Nominal prices carry inflation. A line that says nothing is counted at today's price for all years, "
            + "and nobody can tell whether that was meant.",
        fix:
            "Add `escalation`, with the rate of the contract or of the index; `escalation: 0` where the price is "
            + "fixed.",
        example: LintExample(
            bad: "every: year, source: ledger}",
            good: "every: year, escalation: 0.02, source: ledger}"),
        source:
            "\(LintSource.costGuide): account for inflation in a way that is documented; NIST Handbook 135"
    )

    /// The share of an option's total cost from which costs that may not grow are a warning.
    private static let material = 0.1

    /// Finds recurring lines without an escalation.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.priceBase == .nominal else { return .kept }
        var findings: [Problem] = []
        var minor: [(line: ScheduledLine, option: OptionResult)] = []
        for option in subject.result.options {
            let costs = option.economics.costs.filter { isSilent($0, subject) }
            let benefits = option.economics.benefits.filter { isSilent($0, subject) }
            let worth = costs.reduce(0) { $0 + subject.presentValue($1, of: option) }
            let isMaterial =
                !costs.isEmpty && worth >= material * option.totalCostOfOwnership.all.magnitude
            if isMaterial, let first = costs.first {
                findings.append(
                    finding(
                        costs.map(\.line.id), "of \(option.option.title) ",
                        at: subject.place(first.line, of: option.option), .warning, subject))
            }
            minor += ((isMaterial ? [] : costs) + benefits).map { ($0, option) }
        }
        if let first = minor.first {
            findings.append(
                finding(
                    minor.map { "\($0.option.option.id).\($0.line.line.id)" }, "",
                    at: subject.place(first.line.line, of: first.option.option), .note, subject))
        }
        return .found(findings)
    }

    private static func isSilent(_ line: ScheduledLine, _ subject: LintSubject) -> Bool {
        let model = line.line.model
        let takes = type(of: model).descriptor.inputs.contains { $0.kind == .escalation }
        guard takes, model.recurrence == .recurring, subject.pays(line),
            Set(line.entries.map(\.payment.column)).count > 1,
            model.inputs.values["escalation"] == nil
        else { return false }
        return !subject.assumptions(of: line.line).contains {
            $0.escalation.grows || $0.steps.count > 1
        }
    }

    private static func finding(
        _ lines: [String], _ owner: String, at place: Location, _ severity: Severity,
        _ subject: LintSubject
    ) -> Problem {
        finding(
            "\(subject.listed(lines)) \(owner)"
                + (lines.count == 1 ? "does not say how it grows" : "do not say how they grow"),
            at: place, because: "in nominal prices no growth is a claim like any other",
            hint: "add `escalation`, 0 where the price is fixed", severity: severity)
    }
}
