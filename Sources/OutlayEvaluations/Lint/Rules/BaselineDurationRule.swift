import OutlayEconomics
import OutlayProblems

/// What goes on without a purchase goes on to the end.
public enum BaselineDurationRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .baselineEndsEarly,
        title: "the baseline ends on day zero, or before the others",
        what:
            "It asks the baseline for costs in the last year of the horizon, as far as another option has any "
            + "then; a line with `amount: 0` says that it truly costs nothing.",
        why:
            "A status quo that costs nothing makes every purchase look dear, and one that stops has not been "
            + "thought to the end: something has to go on, be renewed or be replaced.",
        fix:
            "State what the status quo costs up to the end of the horizon: upkeep, staff, the replacement that "
            + "falls due.",
        example: LintExample(
            bad:
                "- {id: clerks, category: labour, staff: 0.5, rate: 48000, at: start, funded: budget, "
                + "source: ledger}",
            good:
                "- {id: clerks, category: labour, staff: 0.5, rate: 48000, escalation: 0.02, funded: budget, "
                + "source: ledger}"),
        source: "\(LintSource.greenBook): business as usual is costed as fully as the others; "
            + "\(LintSource.alternatives): the same life cycle for every alternative")

    /// Finds a baseline that pays less long than the others.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard subject.evaluation.hasLines, let baseline = subject.result.baseline else {
            return .kept
        }
        let others = subject.rivals.filter {
            $0.economics.study.horizon == baseline.economics.study.horizon
        }
        guard let end = others.compactMap(lastYear).max(), end > 0 else { return .kept }
        let costs = baseline.economics.costs
        guard !costs.isEmpty else {
            return .found([
                finding(
                    "the baseline \(baseline.option.title) has no costs",
                    at: subject.place(baseline.option),
                    because: "nothing says what it costs to go on as things are",
                    hint:
                        "add what goes on, or one line with `amount: 0` where it truly costs nothing"
                )
            ])
        }
        guard let last = lastYear(baseline), last < end else { return .kept }
        let when = last == 0 ? "at time 0" : "in year \(last)"
        return .found([
            finding(
                "the baseline \(baseline.option.title) ends \(when)",
                at: subject.place(baseline.option),
                because: "the other options go on to year \(end), so the difference is no saving",
                hint: "state what the status quo costs up to the end of the horizon")
        ])
    }

    /// Returns the last study year in which an option pays something; nil where it never does.
    private static func lastYear(_ option: OptionResult) -> Int? {
        option.economics.costs
            .filter { $0.line.category != CostLine.leavingCategory }
            .flatMap(\.entries).filter { !$0.cost.isZero && !$0.isSunk }
            .map(\.payment.column).max()
    }
}
