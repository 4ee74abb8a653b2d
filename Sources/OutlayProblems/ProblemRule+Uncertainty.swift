extension ProblemCode {
    /// The rules about ranges, correlations, scenarios and what is drawn from them.
    var uncertaintyRule: ProblemRule {
        switch self {
        case .badDistribution:
            ProblemRule(
                "the numbers of a range make no such distribution",
                "A range has its ends in order around the stated value. A lognormal one lies above 0, a pert "
                    + "one takes extremes, a discrete one lists outcomes with a likelihood each, an empirical "
                    + "one lists what was observed.")
        case .badCorrelation:
            ProblemRule(
                "a correlation cannot be used",
                "A rank correlation ties two numbers that have a range, by -1 to 1, once. Assumptions go by "
                    + "their name, lines by `option.line`.")
        case .impossibleCorrelations:
            ProblemRule(
                "the correlations cannot all hold",
                "What moves closely with two numbers makes these move together too, so three correlations "
                    + "cannot take any value. The matrix of all of them has no negative eigenvalue."
            )
        case .badProbabilities:
            ProblemRule(
                "the probabilities do not total 1",
                "Either no scenario has a probability, or all have one and they total exactly 1; the same "
                    + "holds for the outcomes of a discrete range.")
        case .optimisticCase:
            ProblemRule(
                "the stated case is better than most of its own ranges",
                "The stated values are the likeliest one by one, but where most ranges reach further to the "
                    + "bad side than to the good one, all of them together rarely turn out so well. Decide on "
                    + "the middle of what the ranges allow (P50), or say why the ranges are too wide."
            )
        default:
            ProblemRule(
                "the simulation contradicts the closed form",
                "Where the expected figure can be worked out without drawing, the mean of the draws lies "
                    + "within five standard errors of it. It does not, so nothing drawn can be relied on. "
                    + "Please report the document.")
        }
    }
}
