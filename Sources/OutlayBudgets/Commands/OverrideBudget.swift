import OutlayProblems
import OutlayValues

/// An authority's own act that lets one request go beyond the budget, before it is submitted or, where
/// its money is held at approval, before that.
///
/// The act names the request as it will be submitted and covers exactly what that lacks. The limit holds
/// for the request and, summed, for each line and year.
public struct OverrideBudget: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "override"
    /// The submission that is to pass; its requester is whoever submits it.
    public var submission: Submit
    /// Who will submit it.
    public var requester: PersonID
    /// Why; not blank.
    public var reason: LedgerText

    /// Creates the command.
    public init(of submission: Submit, by requester: PersonID, reason: LedgerText) {
        self.submission = submission
        self.requester = requester
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("reason")
        writer.text(reason.text)
        writer.key("requester")
        writer.text(requester.text)
        writer.key("submission")
        writer.beginObject()
        submission.writeBody(to: &writer)
        writer.endObject()
    }

    /// Returns the override, or why the actor may not, or need not, override.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let date = context.moment.effective
        let id = submission.id
        guard
            let limit = try reader.approvalRules.overrideLimit(
                of: context.actor, for: id, on: date, in: reader),
            context.actor != requester, context.onBehalfOf == nil
        else {
            var refusal = Refusal(.overrideNotAuthorised)
            refusal.person = context.actor
            return .refused(refusal.about(id))
        }
        guard !reason.isEmpty else {
            return .refused(Refusal(.overrideReasonRequired).about(id))
        }
        let excesses: [Excess]
        switch try overrun(in: reader, context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let found): excesses = found
        }
        guard !excesses.isEmpty else {
            return .refused(Refusal(.overrideNotNeeded).about(id))
        }
        if let refusal = try refusal(beyond: limit, excesses, context.actor, reader) {
            return .refused(refusal.about(id))
        }
        var body = EventBody(.overridden, answer: Answer(subject: LedgerText(known: id.text)))
        let sequence = try reader.nextSequence()
        for excess in excesses {
            body.rows.append(
                .override(
                    Override(
                        request: id, row: excess.key, authority: context.actor, reason: reason,
                        amount: try excess.growth, sequence: sequence)))
        }
        return .accepted(body)
    }

    /// Returns what the submission would go beyond, were its money held now.
    private func overrun(
        in reader: some LedgerReader, _ context: CommandContext
    ) throws(Problem) -> Ruling<[Excess]> {
        var asker = context
        asker.actor = requester
        asker.onBehalfOf = nil
        var draft: PostingDraft
        if let work = try reader.work(on: submission.id), work.request.state == .submitted {
            draft = PostingDraft()
            for line in work.lines where line.reserved.isZero {
                try draft.add(line.amount, to: .reserved, of: line.node, line.period, reader)
            }
        } else {
            switch try submission.plan(in: reader, context: asker) {
            case .refused(let refusal): return .refused(refusal)
            case .granted(var plan):
                if plan.draft.touched.isEmpty {
                    plan.request.approval.terms.reserve = .submission
                    try plan.hold(reader)
                }
                draft = plan.draft
            }
        }
        return .granted(try draft.excesses(reader))
    }

    private func refusal(
        beyond limit: MinorUnits, _ excesses: [Excess], _ authority: PersonID,
        _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        // Lines above a charged one show the same money again, so the largest sum of one level counts.
        let charged = Set(submission.lines.map(\.node))
        var (own, above) = (MinorUnits.zero, MinorUnits.zero)
        for excess in excesses {
            if charged.contains(excess.key.node) {
                own = try own + excess.growth
            } else {
                above = max(above, try excess.growth)
            }
        }
        if let refusal = try Self.refusal(of: max(own, above), beyond: limit) { return refusal }
        for excess in excesses {
            var sum = try excess.growth
            for earlier in try reader.overrides(by: authority, on: excess.key.node)
            where earlier.row.period.year == excess.key.period.year
                && earlier.request != submission.id
            {
                sum = try sum + earlier.amount
            }
            if let refusal = try Self.refusal(of: sum, beyond: limit) {
                return refusal.blocking(excess.key)
            }
        }
        return nil
    }

    private static func refusal(
        of sum: MinorUnits, beyond limit: MinorUnits
    ) throws(Problem) -> Refusal? {
        guard sum > limit else { return nil }
        var refusal = Refusal(.overrideLimitExceeded)
        refusal.available = limit
        refusal.requested = sum
        refusal.shortBy = try sum - limit
        return refusal
    }
}
