extension ProblemCode {
    /// The rules of policies, organisations and approvals.
    var approvalRule: ProblemRule {
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
                "Where nobody else is left, the next level of reporting decides. A circle has no next level."
            )
        case .policyTestFailed:
            ProblemRule(
                "a policy contradicts its own tests",
                "A policy carries a table of sample requests with the path each is expected to take. One that "
                    + "contradicts its table is not loaded: either the table or the policy is not meant so."
            )
        case .documentIdentity:
            ProblemRule(
                "a document is not the one it is said to be",
                "A stored document is known by its name, revision, first day and hash. Its text has to agree "
                    + "with each of them.")
        case .badDelegation:
            ProblemRule(
                "a delegation does not hold",
                "A delegation lends one person's own authority to another, from a first to a last day."
            )
        case .singlePerson, .splitSuspected, .possibleDuplicate, .boughtBeforeApproval, .newVendor:
            flagRule
        default: decisionRule
        }
    }

    private var flagRule: ProblemRule {
        switch self {
        case .singlePerson:
            ProblemRule(
                "one person may hold all duties",
                "The organisation says `single-person`: no duty needs a role or a second person, and nothing is "
                    + "kept apart but asking and approving. Whoever reads the books should know.")
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
                "The register's identifiers, groups and bank accounts decide. The policy asks for more care."
            )
        }
    }

    private var decisionRule: ProblemRule {
        switch self {
        case .selfApproval:
            ProblemRule(
                "nobody approves their own request",
                "The requester has no vote on it, neither as themselves nor for somebody else.")
        case .notAnApprover:
            ProblemRule(
                "the person has no vote on the open steps",
                "A vote belongs to the roles that the policy asks for next, and to nobody who wrote the "
                    + "revision or overrode the budget for it.")
        case .alreadyApproved:
            ProblemRule(
                "the person has voted already",
                "One natural person has one vote on a request, in whatever roles.")
        case .delegationRefused:
            ProblemRule(
                "no delegation covers the act",
                "A delegation holds from its first to its last day, up to its limit, for its categories."
            )
        case .overrideRefused:
            ProblemRule(
                "the budget cannot be overridden like this",
                "An override is an authority's own act, with a reason, up to a limit for the request and, "
                    + "summed, for the line and year.")
        case .dutyRefused:
            ProblemRule(
                "the act needs a duty or a second person",
                "Who loads budgets, moves money, keeps vendors, policies or roles holds that duty, and "
                    + "somebody else confirms.")
        case .noPolicy:
            ProblemRule(
                "no policy is in force",
                "Without a policy nobody knows who has to approve, so nothing is submitted.")
        case .routeRefused:
            ProblemRule(
                "the policy does not admit the way it is bought",
                "Single sources need a waiver, emergencies keep to a ceiling, and each route to its reasons."
            )
        default:
            ProblemRule(
                "the policy asks for proof that is missing",
                "Quotes, an evaluation or price evidence have to be there before the request is submitted."
            )
        }
    }
}
