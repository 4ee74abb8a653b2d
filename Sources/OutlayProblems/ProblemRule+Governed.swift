extension ProblemCode {
    /// The rules of budgets, policies, organisations and vendor registers as documents.
    var governedRule: ProblemRule {
        switch self {
        case .badBudgetLine:
            ProblemRule(
                "a budget line contradicts itself",
                "A line has one place in the tree, blocks at what it is given or above, and its periods add up to "
                    + "the year.")
        case .lineBudgetedTwice:
            ProblemRule(
                "a line has two budgets",
                "Each line gets its money of a year in one place. Two budgets that name the same line would each "
                    + "look whole and together promise twice as much.")
        case .lineVanished:
            ProblemRule(
                "a budget leaves out a line that it had",
                "A line that money was given to, and perhaps spent on, does not go away by not being mentioned. "
                    + "With `approved: 0` its money is taken back; what is used of it by then shows as an overrun."
            )
        case .badBudgetYear:
            ProblemRule(
                "a budget's fiscal year is not one",
                "A fiscal year is twelve months from the first day of one, and every budget of a ledger keeps to "
                    + "the ledger's years.")
        case .revisionOrder:
            ProblemRule(
                "a revision does not follow the last one",
                "What was loaded stays as it is, for decisions refer to it by its revision and hash. A document "
                    + "that says something else is the next revision.")
        case .roleNotHeld:
            ProblemRule(
                "nobody holds a role that is asked for",
                "A step that nobody may take stops every request that needs it. The organisation says who holds "
                    + "which role.")
        case .notInOrganisation:
            ProblemRule(
                "a document names somebody the organisation does not",
                "Notices and questions about a budget line go to its owner, who has to be one of the people listed."
            )
        case .deputyCircle:
            ProblemRule(
                "deputies stand in for each other",
                "Where each of them is the other's only deputy and both are absent, nobody stands in, and the "
                    + "next level decides.")
        case .lineNotBudgeted:
            ProblemRule(
                "a document names a line that no budget has",
                "A role or a condition for a line that does not exist never applies; most often the name is misspelt."
            )
        default:
            ProblemRule(
                "a document names a vendor that is not in the register",
                "Rules about vendors go by the identifiers of the register, so one that is not in it never applies."
            )
        }
    }
}
