import OutlayProblems
import OutlayValues

/// The weights were settled before anybody knew the offers.
public enum EarlierWeightsRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .weightsChangedLate,
        title: "weights changed after the first quote",
        what:
            "It sets the weights beside those from before the first quote: of the last commit before the quote's "
            + "day, with `--history`. With a seal of the criteria (`criteria_seal`) changes are OL244, and a seal made "
            + "late OL245 or, where it is younger than the first quote, this rule.",
        why:
            "Whoever knows the offers can choose the weights by which the one that is wanted wins.",
        fix:
            "Settle the weights before quotes are asked for, and seal them: `outlay freeze criteria`. Where they "
            + "had to change, have somebody decide who does not know the offers, and say so in a suppression.",
        example: LintExample(
            bad: "scale: {worst: 99, best: 100}, weight: 25, source: survey}\n"
                + "  - {id: search, title: Seconds to a free desk, unit: s, direction: lower, "
                + "scale: {worst: 120, best: 10}, weight: 40,",
            good: "scale: {worst: 99, best: 100}, weight: 40, source: survey}\n"
                + "  - {id: search, title: Seconds to a free desk, unit: s, direction: lower, "
                + "scale: {worst: 120, best: 10}, weight: 25,"),
        source:
            "\(LintSource.alternatives): establish selection criteria and weights before analysis; "
            + "Directive 2014/24/EU, article 67: weightings stand in the procurement documents")

    /// Finds weights that changed once offers were known.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard !subject.evaluation.decision.criteria.isEmpty else { return .kept }
        guard let first = subject.firstQuote else {
            return .unchecked(because: "no source of a vendor's price has a date")
        }
        if let seal = subject.evaluation.criteriaSeal {
            guard seal.date > first.day else { return .kept }
            return .found([
                finding(
                    "the weights were sealed after the first quote",
                    at: subject.place("criteria_seal"),
                    because: "the seal is of \(seal.date), \(first.source.title) of \(first.day)",
                    hint: "show by other records that the weights did not change in between")
            ])
        }
        switch subject.earlierWeights {
        case .unknown:
            return .unchecked(
                because: "there is no `criteria_seal`, and the document's history was not looked at"
            )
        case .unavailable(let reason): return .unchecked(because: reason)
        case .known(let version, let date, let changes):
            guard !changes.isEmpty else { return .kept }
            return .found([
                finding(
                    "weights changed after the first quote", at: subject.place("criteria"),
                    because:
                        "since \(version) of \(date), before \(first.source.title) of \(first.day): "
                        + changes.map(\.inWords).joined(separator: "; "),
                    hint:
                        "take the changes back, or say in a suppression who decided them without knowing the "
                        + "offers")
            ])
        }
    }
}
