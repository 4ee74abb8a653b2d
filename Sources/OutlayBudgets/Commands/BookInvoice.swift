import OutlayProblems
import OutlayValues

/// Books a vendor's invoice against an order.
///
/// The amount fills the order's lines in their order; what goes beyond the order within its tolerance
/// falls on the last one. A bill that the order, the receipts or the tolerance do not cover is refused
/// as a posting and kept as disputed. What the booking uses beyond the budget is a fact: an overrun.
public struct BookInvoice: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "invoice"
    /// The order.
    public var id: RequestID
    /// The vendor's number.
    public var number: LedgerText
    /// The amount in ``currency``, above 0.
    public var amount: MinorUnits
    /// Its currency, or nil for the order's.
    public var currency: Currency?
    /// One unit of it in the ledger's currency; nil for the order's own rate, or where they agree.
    public var rate: ExactDecimal?
    /// Whether it is the last one: what is still open is released, and the order closed.
    public var isFinal: Bool

    /// Creates the command.
    public init(
        _ id: RequestID, number: LedgerText, amount: MinorUnits, currency: Currency? = nil,
        rate: ExactDecimal? = nil, isFinal: Bool = false
    ) {
        self.id = id
        self.number = number
        self.amount = amount
        self.currency = currency
        self.rate = rate
        self.isFinal = isFinal
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("currency")
        writer.optional(currency) { $0.text($1.code) }
        writer.key("final")
        writer.bool(isFinal)
        writer.key("id")
        writer.text(id.text)
        writer.key("number")
        writer.text(number.text)
        writer.key("rate")
        writer.decimal(rate)
    }

    /// Returns the booking, or why there is none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive, !number.isEmpty else {
            return .refused(Refusal(amount.isPositive ? .badCommand : .badAmount).about(id))
        }
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .bookInvoices, in: context, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        guard work.request.state.isApproved else {
            return .refused(Refusal(.notApproved).about(id))
        }
        let billing = billing(of: work)
        if let refusal = CurrencyConversion.refusal(
            from: billing.from, to: billing.to, rate: billing.rate)
        {
            return .refused(refusal.about(id))
        }
        if let refusal = try work.refusal(.fact, reader) { return .refused(refusal.about(id)) }
        var invoice = Invoice(
            issuer: work.request.issuer, number: number, request: id, kind: .invoice,
            date: context.moment.effective, foreignAmount: amount, currency: billing.from,
            rate: billing.from == billing.to ? nil : billing.rate,
            sequence: try reader.nextSequence())
        invoice.isFinal = isFinal
        let ordered =
            billing.from == work.conversion.from
            ? amount : try work.conversion.reversed(try billing.converted(amount))
        switch try work.match(invoice, ordered, reader).ruling() {
        case .refused(var refusal):
            if refusal.code != .duplicateInvoice {
                invoice.state = .disputed
                refusal.rows = [.invoice(invoice)]
            }
            return .refused(refusal.about(id))
        case .granted(let flags):
            return try book(invoice, as: ordered, billing, flags, &work, reader)
        }
    }

    private func billing(of work: OrderWork) -> CurrencyConversion {
        let from = currency ?? work.conversion.from
        let usual = from == work.conversion.from ? work.conversion.rate : nil
        return CurrencyConversion(from: from, to: work.conversion.to, rate: rate ?? usual)
    }

    private func book(
        _ invoice: Invoice, as ordered: MinorUnits, _ billing: CurrencyConversion,
        _ flags: [AnswerFlag], _ work: inout OrderWork, _ reader: some LedgerReader
    ) throws(Problem) -> Decision {
        var invoice = invoice
        let parts = try work.shares(of: ordered)
        let spent = try spent(ordered, parts, billing, work)
        for (part, amount) in zip(parts, spent) {
            let index = part.index
            let line = work.lines[index]
            work.lines[index].foreignBilled = try line.foreignBilled + part.amount
            let open = max(.zero, try line.foreignOpen - part.amount)
            work.lines[index].foreignOpen = open
            try work.settle(index, reader)
            try work.spend(amount, on: index, reader)
            invoice.booked = try invoice.booked + amount
        }
        if isFinal {
            work.request.amendment = nil
            try work.release(reader)
            work.request.state = .closed
            let given = try work.request.total - work.billed()
            work.framework = try reader.framework(of: work.request, givingBack: given)
        }
        switch try work.finish(
            .invoiced, Answer(flags: flags), .fact(.invoice), on: invoice.date, reader)
        {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var body):
            body.rows.append(.invoice(invoice))
            return .accepted(body)
        }
    }

    /// Returns what each part comes to in the ledger's currency: converted once per line, so that a
    /// bill in the ledger's own currency is booked to the last minor unit.
    private func spent(
        _ ordered: MinorUnits, _ parts: [OrderWork.Share], _ billing: CurrencyConversion,
        _ work: OrderWork
    ) throws(Problem) -> [MinorUnits] {
        guard billing.from == work.conversion.from else {
            return try billing.converted(amount).split(by: parts.map(\.amount))
        }
        return try parts.map { part throws(Problem) in try billing.converted(part.amount) }
    }
}

extension Request {
    /// Who bills it: its vendor, or the request itself where the vendor is not known.
    var issuer: LedgerText {
        vendor.map(Self.issuer) ?? LedgerText(known: "request:\(id.text)")
    }

    /// How a vendor is named as an issuer.
    static func issuer(_ vendor: VendorID) -> LedgerText {
        LedgerText(known: "vendor:\(vendor.text)")
    }
}

extension OrderWork {
    /// A part of a bill that falls on one line, in the order's currency.
    struct Share {
        var index: Int
        var amount: MinorUnits
    }

    /// Returns what the rules of invoices look at.
    func match(
        _ invoice: Invoice, _ ordered: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) -> InvoiceContext {
        var terms = request.approval.terms
        terms.invoiceToleranceAmount = try conversion.reversed(terms.invoiceToleranceAmount)
        var others: [Invoice] = []
        for issuer in try issuers(on: invoice.date, reader) {
            if let other = try reader.invoice(issuer: issuer, number: invoice.number) {
                others.append(other)
            }
            others += try reader.invoices(issuer: issuer, on: invoice.date).filter {
                $0.number != invoice.number && $0.currency == invoice.currency
            }
        }
        return InvoiceContext(
            request.id, issuer: invoice.issuer, number: invoice.number, date: invoice.date,
            amount: ordered, ordered: request.foreignTotal, billed: try foreignBilled(),
            received: try reader.received(for: request.id), terms: terms, others: others)
    }

    /// Those whose invoices are looked at: the vendor and who belongs to it.
    private func issuers(
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> [LedgerText] {
        guard let vendor = request.vendor else { return [request.issuer] }
        return try reader.approvalRules.party(of: vendor, on: date, in: reader)
            .map(Request.issuer)
    }

    /// Returns how a bill falls on the lines: it fills what is open in their order, and the last one
    /// takes the rest.
    func shares(of amount: MinorUnits) throws(Problem) -> [Share] {
        var rest = amount
        var shares: [Share] = []
        for (index, line) in lines.enumerated() where line.foreignOpen.isPositive {
            guard rest.isPositive else { break }
            let part = min(rest, line.foreignOpen)
            shares.append(Share(index: index, amount: part))
            rest = try rest - part
        }
        guard rest.isPositive else { return shares }
        if let last = shares.indices.last {
            shares[last].amount = try shares[last].amount + rest
        } else if let index = lines.indices.last(where: { lines[$0].foreignAmount.isPositive }) {
            shares.append(Share(index: index, amount: rest))
        }
        return shares
    }
}
