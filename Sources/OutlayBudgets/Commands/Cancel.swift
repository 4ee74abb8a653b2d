import OutlayProblems

/// Ends an order: what is not billed is released, once.
public struct Cancel: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "cancel"
    /// The order.
    public var id: RequestID
    /// Why.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ id: RequestID, reason: LedgerText = .empty) {
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

    /// Returns the cancellation, or a refusal where the order is over or was never approved.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        guard work.request.state.isApproved else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .order, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        if let refusal = try work.refusal(.fact, reader) { return .refused(refusal.about(id)) }
        work.request.amendment = nil
        let decision = try work.end(.cancelled, as: .cancelled, .accepted, context, reader)
        guard case .accepted(var body) = decision, !reason.isEmpty else { return decision }
        body.details = ["reason": .string(reason.text)]
        return .accepted(body)
    }
}
