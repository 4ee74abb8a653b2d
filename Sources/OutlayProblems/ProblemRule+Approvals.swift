extension ProblemCode {
    /// The rules of policies, organisations and approvals.
    var approvalRule: ProblemRule {
        switch Int(rawValue.dropFirst(2)) ?? 0 {
        case ..<511: policyRule
        case ..<521: purchaseRule
        case ..<532: decisionRule
        case ..<541: dutyRule
        default: matchRule
        }
    }

    private var policyRule: ProblemRule {
        switch self {
        case .badApprovalTiers:
            ProblemRule(
                "the tiers of a policy leave a gap",
                "Each tier ends above the one before, and the last one is open, so that every total has exactly "
                    + "one path. A total that equals the end of a tier is in the next one.")
        case .unorderedApprover:
            ProblemRule(
                "an approver has no place in the order",
                "An order says who acts after whom. A role that is asked for and stands in none of its groups "
                    + "would never be asked.")
        case .badReporting:
            ProblemRule(
                "people stand in for or report to themselves",
                "Where nobody else is left, the next level of reporting decides. A circle has no next level.")
        case .policyTestFailed:
            ProblemRule(
                "a policy does not what its own tests say",
                "A policy carries a table of sample requests with the path each is expected to take. One that "
                    + "contradicts its table is not loaded: either the table or the policy is not meant so.")
        case .documentIdentity:
            ProblemRule(
                "a document is not the one it is said to be",
                "A stored document is known by its name, revision, first day and hash. Its text has to agree "
                    + "with each of them.")
        default:
            ProblemRule(
                "a delegation does not hold",
                "A delegation lends one person's own authority to another, from a first to a last day.")
        }
    }

    private var purchaseRule: ProblemRule {
        switch self {
        case .routeNotAdmitted:
            ProblemRule(
                "the policy does not admit the way of purchase",
                "Call-offs, single sources, emergencies and ratifications are each open only as far as the "
                    + "policy says. Competition always is.")
        case .quotesMissing:
            ProblemRule(
                "quotes are missing or have ended",
                "A competitive purchase of this size needs valid quotes of so many distinct vendors. Two vendors "
                    + "of one group or bank account count once.")
        case .evidenceMissing:
            ProblemRule(
                "evidence is missing",
                "The policy asks for an evaluation, for evidence of a single source's price, or for the "
                    + "framework that is called off.")
        case .reasonNotAccepted:
            ProblemRule(
                "the reason is missing or not one that the policy accepts",
                "A purchase outside competition says why, in one of the policy's own words; an emergency and a "
                    + "ratification say it in yours.")
        default:
            ProblemRule(
                "an emergency is above the policy's ceiling",
                "Emergencies are released by one person up to a ceiling, together with what belongs to them. "
                    + "Above it a purchase takes the full path first.")
        }
    }

    private var decisionRule: ProblemRule {
        switch self {
        case .selfApproval:
            ProblemRule(
                "requesters do not approve their own requests",
                "Nobody decides on what they ask for: not in person, not as a delegate, not through one. No "
                    + "setting lifts this.")
        case .lastEditorApproves:
            ProblemRule(
                "who changed a request last does not approve it",
                "Whoever writes a revision has a hand in it. Somebody else approves it.")
        case .overriderApproves:
            ProblemRule(
                "who overrode the budget for a request does not approve it",
                "Letting a request exceed the budget and agreeing to it are two decisions of two persons.")
        case .notAnApprover:
            ProblemRule(
                "nothing waits for this person",
                "The holders of the open group's roles decide, for an absent one the standing deputy or the next "
                    + "level. A group opens when the ones before it are complete.")
        case .delegationNotValid:
            ProblemRule(
                "no delegation covers the act",
                "A delegation lends what its principal holds, on its days and for its categories, but not to the "
                    + "requester nor to who reports to them. What was lent is not lent on.")
        case .delegationLimit:
            ProblemRule(
                "a request is above the delegation's limit",
                "The limit is compared with the total that picks the approvers, with what a split is summed up "
                    + "to.")
        case .alreadyApproved:
            ProblemRule(
                "the vote is cast already",
                "A natural person has one vote on a request, be it cast in person or by a delegate, and a step "
                    + "takes as many approvals as it needs.")
        case .nothingPending:
            ProblemRule(
                "the request does not wait for a decision",
                "It is approved, rejected, returned, withdrawn, expired or closed.")
        case .revisionMoved:
            ProblemRule(
                "the request was changed in between",
                "A decision is on the revision that was shown. Look at the present one, and decide again.")
        case .overrideNotAllowed:
            ProblemRule(
                "a person may not override the budget",
                "An override is the act of somebody with a limit of their own or of the policy's role, with a "
                    + "reason; never of the requester, nor of who approved the request.")
        default:
            ProblemRule(
                "an override goes beyond the limit",
                "The limit holds for one request and, summed, for one line and year.")
        }
    }

    private var dutyRule: ProblemRule {
        switch self {
        case .dutyNotHeld:
            ProblemRule(
                "a person does not hold the duty",
                "The organisation says which roles exercise a duty. Vendor data, budgets, transfers, policies and "
                    + "roles are nobody's until it does.")
        case .secondPersonMissing:
            ProblemRule(
                "a second person is missing",
                "Vendor data, budgets, transfers, policies and roles are changed by two persons, unless the "
                    + "organisation says `single-person`, which every audit output repeats.")
        default:
            ProblemRule(
                "one person does two things that are kept apart",
                "The organisation lists pairs of duties that one person does not do for the same request, such as "
                    + "receiving goods and booking their invoice.")
        }
    }

    private var matchRule: ProblemRule {
        switch self {
        case .overInvoiceTolerance:
            ProblemRule(
                "an invoice goes beyond the order",
                "All invoices together stay within the order and its tolerance. One that does not is kept as "
                    + "disputed, and a change order or a credit note settles it.")
        case .duplicateInvoice:
            ProblemRule(
                "an invoice is booked already",
                "A vendor's invoice number is booked once.")
        case .notReceived:
            ProblemRule(
                "more was billed than was received",
                "Where the policy matches three ways, only what was received is booked, within the tolerance.")
        case .splitSuspected:
            ProblemRule(
                "a purchase may be split",
                "Purchases that belong together are routed by their sum, so a split lowers nothing; that the sum "
                    + "crosses a threshold is shown to those who decide.")
        case .possibleDuplicate:
            ProblemRule(
                "a request or an invoice is much like another",
                "The same party, total and day, or a number that differs only in signs and zeros. It goes through; "
                    + "somebody should look.")
        case .boughtBeforeApproval:
            ProblemRule(
                "a purchase was made before its approval",
                "It is ratified on a list of its own and never counts as approved in advance.")
        default:
            ProblemRule(
                "nothing was bought from the vendor before",
                "The register's identifiers, groups and bank accounts decide. The policy asks for more care.")
        }
    }
}
