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
    /// What of it is which line of the order; nil where that is not said, and it fills them in order.
    public var parts: [LinePart]?

    /// Creates the command.
    public init(
        _ id: RequestID, number: LedgerText, amount: MinorUnits, parts: [LinePart]? = nil
    ) {
        self.id = id
        self.number = number
        self.amount = amount
        self.parts = parts
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("id")
        writer.text(id.text)
        writer.key("number")
        writer.text(number.text)
        writer.key("parts")
        writer.optional(parts) { $0.parts($1) }
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
            of: .receive, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let receipts = try reader.receipts(of: id)
        guard !number.isEmpty, !receipts.contains(where: { $0.number == number }) else {
            return .refused(Refusal(.alreadyExists, note: number).about(id))
        }
        let received = try reader.received(for: id)
        let room =
            try work.request.foreignTotal
            + work.tolerance(of: work.request.foreignTotal) - received
        guard amount <= room else { return .refused(try Self.tooMuch(amount, room).about(id)) }
        if let parts {
            guard let shares = try work.shares(parts, of: amount, as: amount) else {
                return .refused(OrderWork.badParts.about(id))
            }
            let matches = try work.matches(receipts)
            for share in shares {
                guard let line = matches[share.index] else { continue }
                let room = try line.ordered + work.tolerance(of: line.ordered) - line.received
                guard share.amount > room else { continue }
                return .refused(
                    try Self.tooMuch(share.amount, room).blocking(line.row).about(id))
            }
        }
        var body = EventBody(.received, answer: Answer(subject: LedgerText(known: id.text)))
        body.rows = [
            .receipt(
                Receipt(
                    request: id, number: number, date: context.moment.effective,
                    foreignAmount: amount, parts: parts ?? [], receiver: context.actor,
                    sequence: try reader.nextSequence()))
        ]
        return .accepted(body)
    }

    private static func tooMuch(
        _ amount: MinorUnits, _ room: MinorUnits
    ) throws(Problem) -> Refusal {
        var refusal = Refusal(.overReceipt)
        refusal.available = room
        refusal.requested = amount
        refusal.shortBy = try amount - room
        return refusal
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
    /// How far receipts may go beyond what was `ordered`, in its currency.
    func tolerance(of ordered: MinorUnits) throws(Problem) -> MinorUnits {
        let terms = request.approval.terms
        return try terms.invoiceTolerance.share(of: ordered)
            + conversion.reversed(terms.invoiceToleranceAmount)
    }
}
