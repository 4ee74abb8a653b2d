extension ProblemCode {
    /// The rules of leaving out findings of `outlay lint`.
    var suppressionRule: ProblemRule {
        switch self {
        case .idleSuppression:
            ProblemRule(
                "a suppression leaves nothing out",
                "`lint: {suppress: …}` keeps a finding from being shown, with a reason that readers can judge. "
                    + "One that meets no finding hides nothing today and would hide something tomorrow. Remove it."
            )
        case .lapsedSuppression:
            ProblemRule(
                "a suppression has lapsed",
                "A suppression with `until` holds up to that day; from then on the finding is shown again. Mend what "
                    + "was found, or give a later day with a reason that holds for it.")
        default:
            ProblemRule(
                "a code cannot be suppressed",
                "Only rules of `outlay lint` and the warnings and notes beside a result can be left out. An error "
                    + "means that something cannot be read, computed or trusted: there is nothing to look away from."
            )
        }
    }
}
