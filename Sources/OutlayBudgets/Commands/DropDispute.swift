import OutlayProblems

/// Gives up a disputed invoice: the vendor took it back, or replaced it.
public struct DropDispute: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "drop_dispute"
    /// The order.
    public var id: RequestID
    /// The invoice's number.
    public var number: LedgerText
    /// Why.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ id: RequestID, number: LedgerText, reason: LedgerText) {
        self.id = id
        self.number = number
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("number")
        writer.text(number.text)
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the end of the dispute, or a refusal where there is none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard let request = try reader.request(id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .bookInvoices, in: context, for: request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        guard var invoice = try reader.invoice(issuer: request.issuer, number: number),
            invoice.state == .disputed
        else { return .refused(Refusal(.unknownInvoice, subject: number)) }
        invoice.state = .dropped
        invoice.sequence = try reader.nextSequence()
        var body = EventBody(.disputeDropped, answer: Answer(subject: number))
        body.rows = [.invoice(invoice)]
        if !reason.isEmpty { body.details = ["reason": .string(reason.text)] }
        return .accepted(body)
    }
}
