import OutlayProblems

/// Sends an approved order to its vendor.
public struct PlaceOrder: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "place_order"
    /// The request.
    public var id: RequestID
    /// The number under which it goes out; may be empty.
    public var number: LedgerText

    /// Creates the command.
    public init(_ id: RequestID, number: LedgerText = .empty) {
        self.id = id
        self.number = number
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("number")
        writer.text(number.text)
    }

    /// Returns the order, or a refusal before the last approval, when it went out already, or when the
    /// days in which it had to are over.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        let date = context.moment.effective
        guard work.request.state == .approved, !work.request.wasNotPlaced(by: date) else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .order, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        work.request.state = .ordered
        work.request.orderedBy = context.actor
        switch try work.finish(.ordered, Answer(), .plan(id), on: date, reader) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var body):
            if !number.isEmpty { body.details = ["order_number": .string(number.text)] }
            return .accepted(body)
        }
    }
}
