import OutlayProblems

/// Takes a request back before it is decided, or the change order that waits beside an order.
public struct Withdraw: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "withdraw"
    /// The request.
    public var id: RequestID
    /// Why, or empty.
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
        guard !reason.isEmpty else { return }
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the withdrawal, or a refusal where nothing waits or somebody else asks.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        let request = work.request
        let waits = request.state == .draft || request.state == .submitted
        guard waits || request.amendment != nil else {
            return .refused(Refusal(.notPending).about(id))
        }
        let asker = context.onBehalfOf ?? context.actor
        guard [request.requester, request.lastEditor, request.amendment?.editor].contains(asker)
        else {
            var refusal = Refusal(.dutyNotHeld, note: "requesters withdraw their own requests")
            refusal.person = asker
            return .refused(refusal.about(id))
        }
        let decision = try work.end(.withdrawn, as: .withdrawn, .withdrawn, context, reader)
        guard case .accepted(var body) = decision, !reason.isEmpty else { return decision }
        body.details = ["reason": .string(reason.text)]
        return .accepted(body)
    }
}
