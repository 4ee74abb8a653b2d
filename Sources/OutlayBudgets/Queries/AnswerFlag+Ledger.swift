import OutlayProblems

extension AnswerFlag {
    /// Returns the flag in words, as a warning about a request, an invoice or a line.
    ///
    /// - Parameter subject: What it is about.
    /// - Returns: A warning.
    public func problem(about subject: LedgerText) -> Problem {
        if let problem = approvalProblem(about: subject) { return problem }
        let name = subject.isEmpty ? "it" : Problem.quoted(subject.text)
        switch self {
        case .withinTolerance:
            return Problem(
                .beyondAllotment, "\(name) goes beyond the allotment, within its tolerance",
                because: "the line may be used a little beyond what it was given")
        case .overBudget:
            return Problem(
                .beyondAllotment, "\(name) goes beyond the allotment",
                because:
                    "what is a fact is posted whatever the budget; a plan is let through where a line "
                    + "only warns")
        case .override:
            return Problem(
                .budgetOverridden, "\(name) goes beyond the budget by an override",
                because: "an authority allowed it, with a reason that the journal keeps")
        case .unfundedYear:
            return Problem(
                .yearWithoutBudget, "\(name) charges a future year that has no money yet",
                because: "it is tracked until the year's budget is loaded",
                hint: "have it in the plan of that year")
        default:
            return Problem(
                .overWarnLevel, "\(name) takes a line above its warning level",
                because: "the line's owner asked to be told in time")
        }
    }
}
