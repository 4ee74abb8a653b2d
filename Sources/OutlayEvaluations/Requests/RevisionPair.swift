import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Two frozen revisions of a request, and what differs between them.
public struct RevisionPair: Sendable {
    /// The earlier one.
    public let before: RequestRevision
    /// The later one.
    public let after: RequestRevision
    /// What differs.
    public let difference: RevisionDifference

    /// Compares two revisions of a request, drafts among them.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - numbers: The two revisions, or nil for the last two.
    ///   - reader: The ledger.
    ///   - date: The day on which quotes are judged; no figure depends on it.
    ///   - evaluation: Reads an evaluation from what a revision froze.
    /// - Throws: ``ProblemCode/unknownEntry`` where there is no such request or revision;
    ///   ``ProblemCode/badFreeze`` and ``ProblemCode/frozenDiffers`` for an altered revision.
    package init(
        of id: RequestID, _ numbers: (before: Int, after: Int)?, in reader: some LedgerReader,
        on date: CalendarDate,
        reading evaluation: @escaping (FrozenInputs) throws(Problem) -> Evaluation
    ) throws(Problem) {
        guard try reader.request(id) != nil else {
            throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: try reader.requireSettings().currency)
        }
        let revisions = try reader.revisions(of: id)
        func revision(_ number: Int) throws(Problem) -> RequestRevision {
            if let found = revisions.first(where: { $0.number == number }) { return found }
            throw Self.missing("\(id) has no frozen revision \(number)", revisions)
        }
        if let numbers {
            before = try revision(numbers.before)
            after = try revision(numbers.after)
        } else {
            guard let last = revisions.last, let earlier = revisions.dropLast().last else {
                throw Self.missing("\(id) has no two frozen revisions", revisions)
            }
            (before, after) = (earlier, last)
        }
        let cases = try RevisionCases(
            id, in: reader, on: date, includingDrafts: true, reading: evaluation)
        guard let difference = try cases.difference(from: before.number, to: after.number) else {
            throw Self.missing("\(id) froze nothing to compare", revisions)
        }
        self.difference = difference
    }

    private static func missing(_ what: String, _ revisions: [RequestRevision]) -> Problem {
        let numbers = revisions.map { String($0.number) }
        return Problem(
            .unknownEntry, what,
            because: numbers.isEmpty
                ? "it was not made from an evaluation, or only change orders followed"
                : "frozen are " + numbers.joined(separator: ", "),
            hint: "outlay request list shows requests, outlay request show the revision of one")
    }
}
