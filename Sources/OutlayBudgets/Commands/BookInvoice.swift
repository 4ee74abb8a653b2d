import OutlayProblems
import OutlayValues

/// Books a vendor's invoice against an order.
///
/// The bill says what falls on which line; without that, the amount fills the order's lines in their
/// order, and what goes beyond the order within its tolerance falls on the last one. What an agreement owes of its
/// guaranteed minimum is billed against the request that it was approved by, and needs no receipt. A bill that the order, the receipts or the tolerance do not cover is refused
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
    /// What of it falls on which line of the order, in its currency; nil to fill the lines in order.
    public var parts: [LinePart]?
    /// Whether it is the last one: what is still open is released, and the order closed; of a guaranteed
    /// minimum, nothing is owed from then on.
    public var isFinal: Bool

    /// Creates the command.
    public init(
        _ id: RequestID, number: LedgerText, amount: MinorUnits, currency: Currency? = nil,
        rate: ExactDecimal? = nil, parts: [LinePart]? = nil, isFinal: Bool = false
    ) {
        self.id = id
        self.number = number
        self.amount = amount
        self.currency = currency
        self.rate = rate
        self.parts = parts
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
        writer.key("parts")
        writer.optional(parts) { $0.parts($1) }
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
            of: .bookInvoices, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        guard try work.takeUp(reader) else {
            return .refused(Refusal(.notApproved, note: try work.noMinimum(reader)).about(id))
        }
        let billing = billing(of: work)
        if let refusal = CurrencyConversion.refusal(
            from: billing.from, to: billing.to, rate: billing.rate)
        {
            return .refused(refusal.about(id))
        }
        var invoice = Invoice(
            issuer: work.request.issuer, number: number, request: id, kind: .invoice,
            date: context.moment.effective, foreignAmount: amount, currency: billing.from,
            rate: billing.from == billing.to ? nil : billing.rate, bookedBy: context.actor,
            sequence: try reader.nextSequence())
        invoice.isFinal = isFinal
        let ordered =
            billing.from == work.conversion.from
            ? amount : try work.conversion.reversed(try billing.converted(amount))
        guard let shares = try shares(of: ordered, work) else {
            return .refused(OrderWork.badParts.about(id))
        }
        invoice.parts = parts ?? []
        if let refusal = try refusal(of: shares, work, reader) {
            return .refused(refusal.about(id))
        }
        switch try work.match(invoice, ordered, shares, reader).ruling() {
        case .refused(var refusal):
            if work.minimumLine != nil, refusal.code == .overInvoiceTolerance {
                refusal.hint = "ask for a bill of no more than what is open of the minimum"
            }
            if refusal.code != .duplicateInvoice {
                invoice.state = .disputed
                refusal.rows = [.invoice(invoice)]
            }
            return .refused(refusal.about(id))
        case .granted(let flags):
            return try book(invoice, as: shares, billing, flags, &work, reader)
        }
    }

    private func billing(of work: OrderWork) -> CurrencyConversion {
        let from = currency ?? work.conversion.from
        let usual = from == work.conversion.from ? work.conversion.rate : nil
        return CurrencyConversion(from: from, to: work.conversion.to, rate: rate ?? usual)
    }

    /// Returns why the periods that the bill falls in take nothing, or nil.
    private func refusal(
        of shares: [OrderWork.Share], _ work: OrderWork, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        if isFinal {
            return try work.refusal(.fact, touching: shares.map(\.index), reader)
        }
        for share in shares {
            let line = work.lines[share.index]
            if let refusal = try reader.refusal(ofPostingIn: line.period, .fact) {
                return refusal.blocking(BalanceKey(line.node, line.period))
            }
        }
        return nil
    }

    private func shares(
        of ordered: MinorUnits, _ work: OrderWork
    ) throws(Problem) -> [OrderWork.Share]? {
        guard let parts else {
            if let index = work.minimumLine {
                return [OrderWork.Share(index: index, amount: ordered)]
            }
            return try work.shares(of: ordered)
        }
        let shares = try work.shares(parts, of: amount, as: ordered)
        guard let index = work.minimumLine else { return shares }
        return shares?.map(\.index) == [index] ? shares : nil
    }

    private func book(
        _ invoice: Invoice, as parts: [OrderWork.Share], _ billing: CurrencyConversion,
        _ flags: [AnswerFlag], _ work: inout OrderWork, _ reader: some LedgerReader
    ) throws(Problem) -> Decision {
        var invoice = invoice
        let spent = try spent(parts, billing, work)
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
        if isFinal, work.minimumLine != nil {
            work.endsMinimum = true
        } else if isFinal {
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
        _ parts: [OrderWork.Share], _ billing: CurrencyConversion, _ work: OrderWork
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
    /// Returns what the rules of invoices look at.
    func match(
        _ invoice: Invoice, _ ordered: MinorUnits, _ shares: [Share], _ reader: some LedgerReader
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
        var context = InvoiceContext(
            request.id, issuer: invoice.issuer, number: invoice.number, date: invoice.date,
            amount: ordered, ordered: request.foreignTotal, billed: try foreignBilled(),
            received: try reader.received(for: request.id), terms: terms, others: others)
        let owed = try owedMinimum()
        if let owed {
            context.ordered = try context.billed + owed
            context.terms.matching = .order
        }
        guard !invoice.parts.isEmpty else { return context }
        let matches = try matches(reader.receipts(of: request.id))
        for share in shares {
            guard var line = matches[share.index] else { continue }
            line.amount = share.amount
            if let owed { line.ordered = try line.billed + owed }
            context.lines.append(line)
        }
        return context
    }

    /// Those whose invoices are looked at: the vendor and who belongs to it.
    private func issuers(
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> [LedgerText] {
        guard let vendor = request.vendor else { return [request.issuer] }
        return try reader.approvalRules.party(of: vendor, on: date, in: reader)
            .map(Request.issuer)
    }
}
