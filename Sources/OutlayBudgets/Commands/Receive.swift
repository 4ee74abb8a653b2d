import OutlayProblems

/// Records what came for an order; what a three-way match compares invoices with.
public struct Receive: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "receive"
    /// The order.
    public var id: RequestID
    /// The delivery note's number, unique within the order.
    public var number: LedgerText
    /// What came, by the order's prices in the order's currency; above 0.
    public var amount: MinorUnits

    /// Creates the command.
    public init(_ id: RequestID, number: LedgerText, amount: MinorUnits) {
        self.id = id
        self.number = number
        self.amount = amount
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("id")
        writer.text(id.text)
        writer.key("number")
        writer.text(number.text)
    }

    /// Returns the receipt, or a refusal where more came than was ordered.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive else { return .refused(Refusal(.badAmount).about(id)) }
        guard let work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        guard work.request.state.isApproved else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .receive, in: context, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let receipts = try reader.receipts(of: id)
        guard !number.isEmpty, !receipts.contains(where: { $0.number == number }) else {
            return .refused(Refusal(.alreadyExists, note: number).about(id))
        }
        let received = try reader.received(for: id)
        let room = try work.request.foreignTotal + work.tolerance() - received
        guard amount <= room else {
            var refusal = Refusal(.overReceipt)
            refusal.available = room
            refusal.requested = amount
            refusal.shortBy = try amount - room
            return .refused(refusal.about(id))
        }
        var body = EventBody(.received, answer: Answer(subject: LedgerText(known: id.text)))
        body.rows = [
            .receipt(
                Receipt(
                    request: id, number: number, date: context.moment.effective,
                    foreignAmount: amount, receiver: context.actor,
                    sequence: try reader.nextSequence()))
        ]
        return .accepted(body)
    }
}

extension LedgerReader {
    /// Returns what came for an order, in its currency.
    func received(for id: RequestID) throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        for receipt in try receipts(of: id) { sum = try sum + receipt.foreignAmount }
        return sum
    }
}

extension OrderWork {
    /// How far bills and receipts may go beyond the order, in its currency.
    func tolerance() throws(Problem) -> MinorUnits {
        let terms = request.approval.terms
        return try terms.invoiceTolerance.share(of: request.foreignTotal)
            + conversion.reversed(terms.invoiceToleranceAmount)
    }
}
