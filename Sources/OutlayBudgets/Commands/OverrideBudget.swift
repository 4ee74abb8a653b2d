import OutlayProblems
import OutlayValues

/// An authority's own act that lets one request go beyond the budget, before it is submitted or, where
/// its money is held at approval, before that.
///
/// The act names the request as it will be submitted and covers exactly what that lacks, for as long as
/// the request could be decided were it submitted today. A new act for the same request takes the place
/// of the earlier one. The limit holds for the request and, summed, for each line and year; what was not
/// used, or is covered by now, does not count.
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
        let overrun: Overdraft
        switch try overdraft(in: reader, context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let found): overrun = found
        }
        guard !overrun.excesses.isEmpty else {
            return .refused(Refusal(.overrideNotNeeded).about(id))
        }
        if let refusal = try refusal(beyond: limit, overrun.excesses, context, reader) {
            return .refused(refusal.about(id))
        }
        var body = EventBody(.overridden, answer: Answer(subject: LedgerText(known: id.text)))
        let sequence = try reader.nextSequence()
        for excess in overrun.excesses {
            body.rows.append(
                .override(
                    Override(
                        request: id, row: excess.key, authority: context.actor, reason: reason,
                        amount: try excess.growth, expires: overrun.expires, sequence: sequence)))
        }
        let rows = Set(overrun.excesses.map(\.key))
        for var earlier in try reader.overrides(for: id)
        where earlier.authority == context.actor && !rows.contains(earlier.row) && !earlier.isOver {
            earlier.isOver = true
            body.rows.append(.override(earlier))
        }
        return .accepted(body)
    }

    /// What a submission goes beyond, and how long it could be decided.
    private struct Overdraft {
        var excesses: [Excess]
        var expires: CalendarDate?
    }

    /// Returns what the submission would go beyond, were its money held now.
    private func overdraft(
        in reader: some LedgerReader, _ context: CommandContext
    ) throws(Problem) -> Ruling<Overdraft> {
        var asker = context
        asker.actor = requester
        asker.onBehalfOf = nil
        var draft: PostingDraft
        let expires: CalendarDate?
        if let work = try reader.work(on: submission.id), work.request.state == .submitted {
            draft = work.draft
            for line in work.lines where line.reserved.isZero {
                try draft.add(line.amount, to: .reserved, of: line.node, line.period, reader)
            }
            expires = work.request.expires
        } else {
            switch try submission.plan(in: reader, context: asker) {
            case .refused(let refusal): return .refused(refusal)
            case .granted(var plan):
                if plan.draft.touched.isEmpty {
                    plan.request.approval.terms.reserve = .submission
                    try plan.hold(reader)
                }
                draft = plan.draft
                expires = plan.request.expires
            }
        }
        let excesses = try draft.excesses(on: context.moment.effective, reader)
        return .granted(Overdraft(excesses: excesses, expires: expires))
    }

    private func refusal(
        beyond limit: MinorUnits, _ excesses: [Excess], _ context: CommandContext,
        _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        let most = try submission.overdraft(excesses)
        if let refusal = try Self.refusal(of: most, beyond: limit) { return refusal }
        for excess in excesses {
            let earlier = try reader.overridden(
                by: context.actor, on: excess.key.node, in: excess.key.period.wholeYear,
                besides: submission.id, on: context.moment.effective)
            if let refusal = try Self.refusal(of: earlier + excess.growth, beyond: limit) {
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

extension Submit {
    /// Returns what is lacking in all: lines above a charged one show the same money again, so the largest
    /// sum of one level counts.
    func overdraft(_ excesses: [Excess]) throws(Problem) -> MinorUnits {
        let charged = Set(lines.map(\.node))
        var (own, above) = (MinorUnits.zero, MinorUnits.zero)
        for excess in excesses {
            if charged.contains(excess.key.node) {
                own = try own + excess.growth
            } else {
                above = max(above, try excess.growth)
            }
        }
        return max(own, above)
    }
}
