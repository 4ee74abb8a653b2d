extension ProblemCode {
    /// The rules of comparing costs and of looking at them by fiscal year.
    var comparisonRule: ProblemRule {
        switch self {
        case .differentHorizons:
            ProblemRule(
                "options are looked at over different years",
                "Who serves longer costs more without being dearer, so totals over different years do not "
                    + "compare. Give all options one horizon, or say `compare_by: equivalent-annual-cost`: then "
                    + "the cost of one year decides, as if each option were renewed as it is."
            )
        case .circularLikeness:
            ProblemRule(
                "an option is like itself",
                "`like` takes over what another option says. Where the options lead back to where they began, "
                    + "none of them says anything.")
        case .missingLine:
            ProblemRule(
                "an option lacks a cost that others have",
                "What is left out looks like a saving. A line with `amount: 0` says that there is no such cost, "
                    + "and silences the warning. Only implementation, migration, training, exit, labour and "
                    + "energy are asked for: any other category may stand in for another, as a licence does for a "
                    + "subscription. What is in use already, the baseline and other offers of its vendor, needs "
                    + "no line for what the others pay once.")
        default:
            ProblemRule(
                "capital spending has no life",
                "The expense view of `outlay cashflow` spreads capital spending over the years that it is used, "
                    + "so a line with `capex: true` needs a life in years.")
        }
    }
}
