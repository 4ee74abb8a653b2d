extension ProblemCode {
    /// The rules of results of an evaluation.
    var resultRule: ProblemRule {
        switch self {
        case .optimisticCase, .simulationOff: uncertaintyRule
        case .signsDiffer:
            ProblemRule(
                "NPV and cash NPV differ in sign",
                "The case stands or falls with gains that no budget gives back. Say who gives up which budget."
            )
        case .expiredQuote:
            ProblemRule(
                "a quote has expired",
                "Figures are computed and marked; nothing may be decided on an expired quote.")
        case .unknownKnockOut:
            ProblemRule(
                "a knock-out or minimum is unknown",
                "Unknown is neither pass nor fail: the option is listed, not ranked, and cannot be recommended."
            )
        case .ineligibleRecommendation:
            ProblemRule(
                "the recommended option cannot be recommended",
                "It fails a knock-out or a minimum, one is unknown, or it was set aside.")
        case .dataScale:
            ProblemRule(
                "a scale comes from the options at hand",
                "Adding or dropping an option changes every value. State what would be worst and best."
            )
        case .knockOutPrice:
            ProblemRule(
                "a knock-out or minimum has a price",
                "An option that fails nothing else would gain more. Make sure the requirement is worth it."
            )
        case .noClearWinner:
            ProblemRule(
                "the lead is within the margin", "The scores do not decide; record what does.")
        case .assumedWorst:
            ProblemRule(
                "an unknown performance counts as the worst",
                "The document says `missing: worst`, so what is not known pulls the option down.")
        case .notTopScorer:
            ProblemRule(
                "the recommended option is not first",
                "That can be right; the recommendation's reason must say what the scores do not show."
            )
        case .sunkCost:
            ProblemRule(
                "money already spent is left out", "It is the same whatever is decided.")
        case .noneEligible:
            ProblemRule(
                "no option is eligible",
                "Every option fails a knock-out or a minimum, or has an unknown one.")
        case .weakCriterion:
            ProblemRule(
                "the choice is weak on a criterion",
                "Its value there is below `weak_below`, and good values elsewhere hide it. Accept that "
                    + "knowingly, or give the criterion a `minimum`.")
        case .openValue:
            ProblemRule(
                "the value of an option is only known within a range",
                "The document says `missing: bounds`, so what is not known may be anything from the worst "
                    + "to the best of its scale. The low end ranks.")
        case .unusedByMethod, .methodsDisagree: methodRule
        case .differentHorizons, .circularLikeness, .missingLine, .missingLife: comparisonRule
        case .inconsistentComparisons, .weightsFromData: weightingRule
        default:
            ProblemRule(
                "a price grows faster than its contract allows",
                "The escalation is above the term's price cap. One of the two is wrong.")
        }
    }

    /// The rules of panels and seals.
    var panelRule: ProblemRule {
        switch self {
        case .panelDisagreement:
            ProblemRule(
                "members of the panel disagree",
                "A mean or median hides that people saw different things. Where their values lie as far apart as "
                    + "`panel.disagreement` says, talk it over and record what settles it.")
        case .panelIncomplete:
            ProblemRule(
                "scores of the panel are missing",
                "A score that was not given is unknown, and the others' are combined without it. Unless "
                    + "`missing` says something else, an evaluation with such a gap is refused.")
        case .conflictOfInterest:
            ProblemRule(
                "a member with a conflict of interest is left out",
                "Who has an interest in an option does not score it. The member's scores of other options count, "
                    + "and every output names the member, the option and the reason.")
        case .criteriaChanged:
            ProblemRule(
                "the criteria differ from those that were sealed",
                "`outlay freeze criteria` seals weights and scales before quotes come in. Whoever changes them "
                    + "afterwards says why, for by then it is known which option gains.")
        case .sealedLate:
            ProblemRule(
                "the criteria were sealed late",
                "A seal shows that weights and scales were not fitted to an option. It shows less where costs, "
                    + "quotes or performances were known when it was made.")
        default:
            ProblemRule(
                "a seal is damaged",
                "A seal carries the SHA-256 of what it holds. One whose content gives another, or that is no seal "
                    + "at all, proves nothing, and the evaluation is not computed on trust.")
        }
    }

    /// The rules of tenders.
    var tenderRule: ProblemRule {
        switch self {
        case .losingBidDecides:
            ProblemRule(
                "a losing bid decides who wins",
                "Some formulas give points for a price by the other prices. Then a bid that cannot win can decide "
                    + "who does, and two bidders who agree can place it. A formula with a stated ceiling cannot be "
                    + "moved that way.")
        default:
            ProblemRule(
                "the figures do not back a tradeoff",
                "An option was chosen over one that is no dearer and no worse, or for more than its points are said "
                    + "to be worth. The reason must say what the figures do not show.")
        }
    }

    private var methodRule: ProblemRule {
        switch self {
        case .unusedByMethod:
            ProblemRule(
                "something is stated that the method does not use",
                "Preference functions and vetoes speak to methods that compare options in pairs, the margin to the "
                    + "additive value. To other methods they say nothing, and the ranking is as without them."
            )
        default:
            ProblemRule(
                "the method and the additive value put different options first",
                "Methods answer different questions. Where the winner hangs on the choice of one, the choice needs "
                    + "a reason of its own, given before the scores were known.")
        }
    }
}
