import OutlayProblems
import OutlayValues

extension Submit {
    /// Returns the draft that the submission names, as it is once submitted; nil where it names none.
    ///
    /// Refused is one that is not the next revision, whose content is another one, or that was frozen for
    /// another submission.
    func frozenRevision(
        after earlier: Request?, on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<RequestRevision?> {
        guard let revision else { return .granted(nil) }
        guard var frozen = try reader.revision(revision.number, of: id) else {
            return .refused(Refusal(.noDraft))
        }
        guard frozen.isDraft, revision.number == earlier.nextRevision,
            frozen.hash == revision.hash
        else { return .refused(Refusal(.revisionMoved)) }
        guard frozen.submissionHash == contentHash else {
            return .refused(
                Refusal(.badCommand, note: "the revision was frozen for another submission"))
        }
        frozen.submitted = date
        frozen.sequence = try reader.nextSequence()
        return .granted(frozen)
    }

    /// Returns who asks: who did first, as long as the request was not taken back or ended.
    func requester(after earlier: Request?, _ context: CommandContext) -> PersonID {
        let asker = context.onBehalfOf ?? context.actor
        guard let earlier, revision != nil else { return asker }
        return [.draft, .submitted, .returned].contains(earlier.state) ? earlier.requester : asker
    }

    /// Returns the steps of the new revision: with the approvals that still stand where it continues one
    /// that was waiting or was given back.
    func approval(
        of facts: RequestFacts, after earlier: Request?, _ lines: [RequestLine],
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        guard let earlier, revision != nil, [.submitted, .returned].contains(earlier.state) else {
            return try reader.approvalRules.plan(for: facts, on: date, in: reader)
        }
        return try reader.approvalRules.reassess(
            earlier.approval, from: try reader.facts(of: earlier, lines), to: facts, on: date,
            in: reader)
    }
}

extension SubmissionPlan {
    /// Returns what the replaced revision gives back to an agreement that the new one does not call off.
    func returnedFramework(_ reader: some LedgerReader) throws(Problem) -> Framework? {
        guard let replaced, replaced.request.framework != request.framework else { return nil }
        return try reader.framework(of: replaced.request, givingBack: replaced.request.total)
    }
}
