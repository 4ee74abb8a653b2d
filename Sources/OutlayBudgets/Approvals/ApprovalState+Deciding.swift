import OutlayProblems
import OutlayValues

extension ApprovalState {
    /// Returns the state after one person's decision, or why it does not count.
    ///
    /// Pure: the state is not changed. The rules are asked in the order of ``AllRules/decision``, and the first
    /// that refuses is named. An approval that counts is kept with all that the person could decide that
    /// day.
    ///
    /// - Parameters:
    ///   - attempt: The decision.
    ///   - facts: The request in its present revision.
    ///   - organisation: The people, as they stand on the day of the decision.
    /// - Returns: The new state, or the refusal.
    public func deciding(
        _ attempt: ApprovalAttempt, of facts: RequestFacts, in organisation: Organisation
    ) -> Ruling<ApprovalState> {
        let context = DecisionContext(attempt, on: self, of: facts, in: organisation)
        for rule in AllRules.decision {
            if let refusal = rule.refusal(of: context) { return .refused(refusal) }
        }
        guard let act = context.act else {
            preconditionFailure("a decision that no rule refuses is on a step that waits")
        }
        var state = self
        state.acts.append(act)
        return .granted(state)
    }

    /// Returns the state after the request changed: the steps of the new revision, with the approvals that
    /// still stand; the others are kept as outdated.
    ///
    /// - Parameters:
    ///   - facts: The request in its new revision.
    ///   - plan: Its steps by the policy version that the request is judged by.
    ///   - policy: That version.
    ///   - date: The day of the change; that of the submission where it is left out.
    /// - Returns: The new state.
    public func revised(
        to facts: RequestFacts, by plan: ApprovalPlan, _ policy: Policy,
        on date: CalendarDate? = nil
    ) -> ApprovalState {
        var mark = RevisionMark(facts, plan)
        if let date { mark.date = date }
        var state = self
        state.plan = plan
        state.revisions.append(mark)
        for index in acts.indices where acts[index].stands {
            let seen = revisions.last { $0.revision == acts[index].revision }
            state.acts[index].outdated = seen.flatMap { seen in
                RetentionRule.cause(
                    for: acts[index], seen: seen, now: mark, editor: facts.lastEditor, policy)
            }
        }
        return state
    }
}
