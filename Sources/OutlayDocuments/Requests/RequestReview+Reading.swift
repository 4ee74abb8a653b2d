import OutlayBudgets
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RequestReview {
    /// Builds the screen of a request from the ledger and what its revisions froze.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - number: The revision, a draft among them; nil for the present one.
    ///   - reader: The ledger.
    ///   - date: The day.
    ///   - person: Who looks, so that what changed since their own decision is shown; nil for nobody.
    ///   - findings: What linting the evaluation found.
    /// - Throws: ``ProblemCode/unknownReference`` for an unknown request; ``ProblemCode/badFreeze`` and
    ///   ``ProblemCode/frozenDiffers`` for an altered revision; a ``Problem`` of the store.
    public init(
        of id: RequestID, revision number: Int? = nil, in reader: some LedgerReader,
        on date: CalendarDate, for person: PersonID? = nil, findings: [Problem] = []
    ) throws(Problem) {
        try self.init(
            id, revision: number, in: reader, on: date, for: person, findings: findings,
            reading: { (inputs) throws(Problem) in try Evaluation(thawing: inputs) })
    }
}
