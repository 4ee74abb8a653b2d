extension ProblemCode {
    /// The rules of purchase requests.
    var requestRule: ProblemRule {
        switch self {
        case .choiceReasonMissing:
            ProblemRule(
                "a choice does not say why",
                "Choosing an option that is not ranked first, deciding for the time being, or buying nothing are "
                    + "decisions like any other; each is recorded with its reason.")
        case .unmappedCharge:
            ProblemRule(
                "a charge has no budget line",
                "Every payment to a vendor is charged to a budget line, which `purchase: {charge: …}` names for "
                    + "its cost category. What cannot be mapped cannot be checked against a budget."
            )
        case .notEligible:
            ProblemRule(
                "an option may not be chosen",
                "An option that was set aside, fails a knock-out or stays below a minimum is not bought, whatever "
                    + "its score.")
        case .undecidedChoice:
            ProblemRule(
                "it is not known whether an option may be chosen",
                "A knock-out or minimum without an answer is neither passed nor failed. A comparison shows it; "
                    + "a request waits for the answer.")
        case .lapsedQuote:
            ProblemRule(
                "the chosen option's quote has expired",
                "A comparison marks an expired quote and goes on. What commits money asks for one that still "
                    + "holds.")
        case .nothingToBuy:
            ProblemRule(
                "an option pays nothing to a vendor",
                "A request asks for money that is owed to somebody. An option without payments to a vendor needs "
                    + "none.")
        case .sourceDiffers:
            ProblemRule(
                "a source is not the file that the document states",
                "A document may state the SHA-256 of a source's file. A decision is frozen with the file as it is, "
                    + "so the two have to agree.")
        case .frozenDiffers:
            ProblemRule(
                "a frozen revision does not give the figures it states",
                "A revision carries all that its figures are computed from. Computed again from that alone, "
                    + "they come out the same; where not, the revision was altered.")
        default:
            ProblemRule(
                "a frozen revision cannot be read",
                "A frozen revision is canonical JSON that holds a checked document and all that it refers to. One that "
                    + "is not was altered or damaged; nothing is computed from it.")
        }
    }
}
