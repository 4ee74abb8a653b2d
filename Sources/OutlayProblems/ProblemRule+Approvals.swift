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
}
