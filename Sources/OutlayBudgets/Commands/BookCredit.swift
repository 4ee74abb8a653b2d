import OutlayProblems
import OutlayValues

/// Books a credit note: money that a vendor gives back.
///
/// It comes off the lines that were billed last. With `reopens` what it gives back is owed again, and a
/// closed order with it.
public struct BookCredit: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "credit"
    /// The order.
    public var id: RequestID
    /// The note's own number, or nil where it has none.
    public var number: LedgerText?
    /// The invoice it names, or nil for all that was billed.
    public var invoice: LedgerText?
    /// The amount in the order's currency, above 0.
    public var amount: MinorUnits
    /// One unit of the order's currency in the ledger's; nil for the rate at which the invoice, or else
    /// the order, stands in the ledger.
    public var rate: ExactDecimal?
    /// Whether what it gives back is owed again.
    public var reopens: Bool

    /// Creates the command.
    public init(
        _ id: RequestID, amount: MinorUnits, number: LedgerText? = nil,
        invoice: LedgerText? = nil, rate: ExactDecimal? = nil, reopens: Bool = false
    ) {
        self.id = id
        self.number = number
        self.invoice = invoice
        self.amount = amount
        self.rate = rate
        self.reopens = reopens
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("id")
        writer.text(id.text)
        writer.key("invoice")
        writer.optional(invoice) { $0.text($1.text) }
        writer.key("number")
        writer.optional(number) { $0.text($1.text) }
        writer.key("rate")
        writer.decimal(rate)
        writer.key("reopens")
        writer.bool(reopens)
    }

    /// Returns the booking, or why there is none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive else { return .refused(Refusal(.badAmount).about(id)) }
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .bookInvoices, in: context, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let request = work.request
        let isBillable = request.state.isApproved || request.state == .closed
        guard isBillable || (request.state == .cancelled && !reopens) else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if let refusal = try work.refusal(.fact, reader) { return .refused(refusal.about(id)) }
        let sequence = try reader.nextSequence()
        var note = Invoice(
            issuer: request.issuer, number: number ?? LedgerText(known: "credit-\(sequence)"),
            request: id, kind: .credit, date: context.moment.effective, foreignAmount: amount,
            currency: request.currency, rate: request.rate, sequence: sequence)
        guard try reader.invoice(issuer: note.issuer, number: note.number) == nil else {
            return .refused(Refusal(.duplicateInvoice, subject: note.number))
        }
        var named: Invoice?
        if let invoice {
            named = try reader.invoice(issuer: note.issuer, number: invoice)
            guard named?.kind == .invoice, named?.state == .booked else {
                return .refused(Refusal(.unknownInvoice, subject: invoice))
            }
            note.credits = invoice
        }
        if let named, named.currency == request.currency { note.rate = named.rate }
        note.rate = rate ?? note.rate
        let conversion = CurrencyConversion(
            from: request.currency, to: work.conversion.to, rate: note.rate)
        if let refusal = CurrencyConversion.refusal(
            from: conversion.from, to: conversion.to, rate: note.rate)
        {
            return .refused(refusal.about(id))
        }
        return try book(note, against: named, conversion, &work, reader)
    }

    private func book(
        _ note: Invoice, against named: Invoice?, _ conversion: CurrencyConversion,
        _ work: inout OrderWork, _ reader: some LedgerReader
    ) throws(Problem) -> Decision {
        var note = note
        let value = try conversion.converted(amount)
        var room = try work.billed()
        if let named { room = min(room, try named.booked - named.credited) }
        guard value <= room else {
            var refusal = Refusal(.overCredit)
            refusal.available = room
            refusal.requested = value
            refusal.shortBy = try value - room
            return .refused(refusal.about(id))
        }
        var rest = value
        for index in work.lines.indices.reversed() where rest.isPositive {
            let part = min(rest, max(.zero, work.lines[index].billed))
            guard part.isPositive else { continue }
            try work.spend(try part.negated(), on: index, reader)
            rest = try rest - part
            if reopens { try work.reopen(index, try conversion.reversed(part), reader) }
        }
        note.booked = value
        if reopens, work.request.state == .closed { work.request.state = .ordered }
        switch try work.finish(
            .credited, Answer(), .fact(.invoice), on: note.date, reader)
        {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var body):
            body.rows.append(.invoice(note))
            if var named {
                named.credited = try named.credited + value
                named.sequence = note.sequence
                body.rows.append(.invoice(named))
            }
            return .accepted(body)
        }
    }
}

extension OrderWork {
    /// Makes `amount` of what was billed of a line owed again.
    mutating func reopen(
        _ index: Int, _ amount: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) {
        let line = lines[index]
        let part = min(amount, line.foreignBilled)
        lines[index].foreignBilled = try line.foreignBilled - part
        let open = try min(line.foreignOpen + part, line.foreignAmount)
        lines[index].foreignOpen = open
        try settle(index, reader)
    }
}
