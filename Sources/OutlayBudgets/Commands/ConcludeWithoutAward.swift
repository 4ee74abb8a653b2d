import OutlayProblems

/// Ends a request with the decision to buy nothing, for a recorded reason; what it held is given back.
public struct ConcludeWithoutAward: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "conclude_without_award"
    /// The request.
    public var id: RequestID
    /// Why nothing is bought.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ id: RequestID, reason: LedgerText) {
        self.id = id
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the end of the request, or why it is refused.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        guard [.draft, .submitted, .returned].contains(work.request.state) else {
            return .refused(Refusal(.notPending).about(id))
        }
        guard !reason.isEmpty else { return .refused(Refusal(.choiceReasonRequired).about(id)) }
        if let refusal = try reader.approvalRules.refusal(
            of: .request, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let asker = context.onBehalfOf ?? context.actor
        guard [work.request.requester, work.request.lastEditor].contains(asker) else {
            var refusal = Refusal(.dutyNotHeld, note: "requesters conclude their own requests")
            refusal.person = asker
            return .refused(refusal.about(id))
        }
        work.request.details.award = .none
        work.request.details.choiceReason = reason
        work.request.details.reviewOn = nil
        return try work.end(.notAwarded, as: .notAwarded, .accepted, context, reader)
    }
}
