import OutlayProblems

extension AnswerFlag {
    /// Returns the flag in words where a rule of approval raised it, or nil for one of the ledger's own.
    ///
    /// - Parameter subject: The request or invoice it is about.
    /// - Returns: The warning, or nil.
    public func approvalProblem(about subject: LedgerText) -> Problem? {
        let name = Problem.quoted(subject.text)
        switch self {
        case .splitSuspected:
            return Problem(
                .splitSuspected, "\(name) may be a part of a split purchase",
                because: "with others in the window it crosses a threshold; the sum picked the path"
            )
        case .possibleDuplicate:
            return Problem(
                .possibleDuplicate, "\(name) may be a duplicate",
                because: "another one of the same party is much like it")
        case .ratified:
            return Problem(
                .boughtBeforeApproval, "\(name) was bought before its approval",
                because: "it is ratified afterwards, and listed as such")
        case .newVendor:
            return Problem(
                .newVendor, "\(name) buys from a new vendor",
                because: "nothing was bought from this party before")
        default: return nil
        }
    }
}
