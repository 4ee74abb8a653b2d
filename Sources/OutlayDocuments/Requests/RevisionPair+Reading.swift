import OutlayBudgets
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RevisionPair {
    /// Compares two revisions of a request, drafts among them, from what they froze.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - numbers: The two revisions, or nil for the last two.
    ///   - reader: The ledger.
    ///   - date: The day on which quotes are judged; no figure depends on it.
    /// - Throws: ``ProblemCode/unknownEntry`` where there is no such request or revision;
    ///   ``ProblemCode/badFreeze`` and ``ProblemCode/frozenDiffers`` for an altered revision.
    public init(
        of id: RequestID, _ numbers: (before: Int, after: Int)? = nil, in reader: some LedgerReader,
        on date: CalendarDate
    ) throws(Problem) {
        try self.init(
            of: id, numbers, in: reader, on: date,
            reading: { (inputs) throws(Problem) in try Evaluation(thawing: inputs) })
    }
}
