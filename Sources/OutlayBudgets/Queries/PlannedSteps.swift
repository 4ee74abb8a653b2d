import OutlayProblems

extension LedgerReader {
    /// Returns the steps that a submission would have to take, or the rule that stands against it; its money is not
    /// looked at.
    ///
    /// - Parameters:
    ///   - submission: The request as it would be submitted.
    ///   - context: Who would submit it, and on which day.
    /// - Returns: The steps with the policy version that asks for them, or the refusal.
    /// - Throws: A ``Problem`` of the store.
    public func plannedSteps(
        of submission: Submit, context: CommandContext
    ) throws(Problem) -> Ruling<ApprovalState> {
        switch try submission.plan(in: self, context: context) {
        case .refused(let refusal): .refused(refusal)
        case .granted(let plan): .granted(plan.request.approval)
        }
    }
}
