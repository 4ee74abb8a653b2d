import OutlayProblems
import OutlayValues

extension Policy {
    /// Returns the steps that a request has to take by this policy version, or why it cannot go this way.
    ///
    /// Pure: the same context gives the same plan. The rules are asked in the order of
    /// ``AllRules/planning``, and the first that refuses is named.
    ///
    /// - Parameters:
    ///   - context: The request and what came before; its policy is this one.
    ///   - reference: The identity of this version; computed where it is left out.
    /// - Returns: The plan, or the refusal.
    /// - Throws: ``ProblemCode/ledgerOverflow`` where totals do not add up in 64 bits.
    public static func plan(
        for context: PlanningContext, reference: PolicyReference? = nil
    ) throws(Problem) -> Ruling<ApprovalPlan> {
        let policy = context.policy
        var draft = PlanDraft(context)
        for rule in AllRules.planning {
            if let refusal = try rule.apply(context, to: &draft) { return .refused(refusal) }
        }
        var plan = ApprovalPlan(
            policy: reference ?? policy.reference, terms: policy.terms,
            route: context.facts.details.route, tier: draft.tier,
            judgedTotal: draft.judgedTotal, lines: context.lines,
            groups: draft.finished(perLine: policy.perLine, lines: context.lines),
            flags: draft.flags.sorted { $0.order < $1.order })
        plan.barsLastEditor = policy.barsLastEditor
        if draft.release != nil {
            plan.releasedAfter = 1
            plan.fullPathDays = draft.fullPathDays
        }
        return .granted(plan)
    }

    /// The identity of this version: identifier, revision and hash.
    public var reference: PolicyReference {
        PolicyReference(id: id, revision: revision, hash: LedgerText(known: hash))
    }
}
