import OutlayProblems
import OutlayValues

/// Books a credit note: money that a vendor gives back.
///
/// It says what comes off which line; without that, it comes off the lines that were billed last. Where a
/// line's period is closed, the credit is a fact of the present month. With `reopens` what it gives back
/// is owed again, and a closed order is open for it; what its last invoice released stays released. What it
/// gives back of a guaranteed minimum is owed by the agreement again, unless nothing of that is owed any more.
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
    /// What of it comes off which line of the order; nil for the lines that were billed last.
    public var parts: [LinePart]?
    /// Whether what it gives back is owed again.
    public var reopens: Bool

    /// Creates the command.
    public init(
        _ id: RequestID, amount: MinorUnits, number: LedgerText? = nil,
        invoice: LedgerText? = nil, rate: ExactDecimal? = nil, parts: [LinePart]? = nil,
        reopens: Bool = false
    ) {
        self.id = id
        self.number = number
        self.invoice = invoice
        self.amount = amount
        self.rate = rate
        self.parts = parts
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
        writer.key("parts")
        writer.optional(parts) { $0.parts($1) }
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
            of: .bookInvoices, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let request = work.request
        let isBillable = request.state.isApproved || request.state == .closed
        guard isBillable || (request.state == .cancelled && !reopens) else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if request.state == .closed, let agreement = try reader.agreement(guaranteedBy: id) {
            guard !reopens else {
                return .refused(
                    Refusal(
                        .badCommand,
                        note: "what is given back of a guaranteed minimum reopens no order",
                        hint: "book it without reopening; the agreement owes it again by itself"
                    ).about(id))
            }
            work.framework = agreement
        }
        let sequence = try reader.nextSequence()
        var note = Invoice(
            issuer: request.issuer, number: number ?? LedgerText(known: "credit-\(sequence)"),
            request: id, kind: .credit, date: context.moment.effective, foreignAmount: amount,
            currency: request.currency, rate: request.rate, bookedBy: context.actor,
            sequence: sequence)
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
        if let parts {
            guard try work.isWhole(parts, of: amount) else {
                return .refused(OrderWork.badParts.about(id))
            }
            note.parts = parts
        }
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
        let shares: [OrderWork.Share]
        switch try work.shares(crediting: note, conversion) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let found): shares = found
        }
        if reopens, work.request.state == .closed {
            try work.limitToBilled()
            work.request.state = .ordered
        }
        var value = MinorUnits.zero
        for share in shares { value = try value + share.amount }
        if let named, try value > named.booked - named.credited {
            return .refused(
                try OrderWork.overCredit(value, named.booked - named.credited).about(id))
        }
        for share in shares {
            let place: Int
            switch try work.place(crediting: share.index, on: note.date, reader) {
            case .refused(let refusal): return .refused(refusal.about(id))
            case .granted(let found): place = found
            }
            try work.spend(try share.amount.negated(), on: place, reader)
            if reopens {
                try work.reopen(
                    share.index, at: place, try conversion.reversed(share.amount), reader)
            }
        }
        note.booked = value
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
    /// Returns what a credit note takes off which line, in the ledger's currency, or the refusal of one
    /// that gives back more than stands in actual.
    func shares(
        crediting note: Invoice, _ conversion: CurrencyConversion
    ) throws(Problem) -> Ruling<[Share]> {
        var shares: [Share] = []
        guard note.parts.isEmpty else {
            for part in note.parts {
                guard let index = lines.firstIndex(where: { $0.number == part.line }) else {
                    return .refused(Self.badParts)
                }
                let value = try conversion.converted(part.amount)
                let room = min(
                    lines[index].billed, try net()[target(of: part.line) ?? index] ?? .zero)
                guard value <= room else {
                    let row = BalanceKey(lines[index].node, lines[index].period)
                    return .refused(try Self.overCredit(value, room).blocking(row))
                }
                shares.append(Share(index: index, amount: value))
            }
            return .granted(shares)
        }
        let value = try conversion.converted(note.foreignAmount)
        let room = try billed()
        guard value <= room else { return .refused(try Self.overCredit(value, room)) }
        var left = try net()
        var rest = value
        for index in lines.indices.reversed() where rest.isPositive {
            let place = target(of: lines[index].number) ?? index
            let part = min(rest, min(lines[index].billed, left[place] ?? .zero))
            guard part.isPositive else { continue }
            shares.append(Share(index: index, amount: part))
            left[place] = try (left[place] ?? .zero) - part
            rest = try rest - part
        }
        return .granted(shares)
    }

    /// What stands in actual of each line, with what it was carried from.
    private func net() throws(Problem) -> [Int: MinorUnits] {
        var sums: [Int: MinorUnits] = [:]
        for (index, line) in lines.enumerated() {
            let place = target(of: line.number) ?? index
            sums[place] = try (sums[place] ?? .zero) + line.billed
        }
        return sums
    }

    /// Returns the place of the line that takes a credit for the one at `index`: that line, or, where its
    /// period is closed, the one it was carried to, or a new one of the same budget line in the month of
    /// `date`; or why that month takes nothing.
    mutating func place(
        crediting index: Int, on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<Int> {
        let line = lines[index]
        let own = try reader.refusal(ofPostingIn: line.period, .fact)
        guard own != nil else { return .granted(index) }
        if let place = target(of: line.number),
            try reader.refusal(ofPostingIn: lines[place].period, .fact) == nil
        {
            return .granted(place)
        }
        let month = PeriodID(monthOf: date, in: try reader.requireSettings().calendar)
        if let refusal = try reader.refusal(ofPostingIn: month, .fact) {
            return .refused(refusal.blocking(BalanceKey(line.node, month)))
        }
        let number = (lines.map(\.number).max() ?? 0) + 1
        lines[target(of: line.number) ?? index].carriedTo = number
        lines.append(
            RequestLine(
                request.id, number, node: line.node, period: month, foreignAmount: .zero,
                amount: .zero))
        return .granted(lines.count - 1)
    }

    static func overCredit(
        _ value: MinorUnits, _ room: MinorUnits
    ) throws(Problem) -> Refusal {
        var refusal = Refusal(.overCredit)
        refusal.available = room
        refusal.requested = value
        refusal.shortBy = try value - room
        return refusal
    }

    /// Lets the order ask for no more than was billed: what the last invoice released is gone, and comes back by a
    /// change order alone.
    mutating func limitToBilled() throws(Problem) {
        request.foreignTotal = .zero
        request.total = .zero
        for index in lines.indices {
            lines[index].foreignAmount = min(
                lines[index].foreignAmount, lines[index].foreignBilled)
            lines[index].amount = try conversion.converted(lines[index].foreignAmount)
            request.foreignTotal = try request.foreignTotal + lines[index].foreignAmount
            request.total = try request.total + lines[index].amount
        }
    }

    /// Makes `amount` of what was billed of a line owed again, at the line that takes the credit.
    mutating func reopen(
        _ index: Int, at place: Int, _ amount: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) {
        let line = lines[index]
        let part = min(amount, line.foreignBilled)
        lines[index].foreignBilled = try line.foreignBilled - part
        if place != index {
            lines[index].foreignAmount = max(.zero, try line.foreignAmount - part)
            lines[index].amount = try conversion.converted(lines[index].foreignAmount)
            lines[place].foreignAmount = try lines[place].foreignAmount + part
            lines[place].amount = try conversion.converted(lines[place].foreignAmount)
        }
        let open = try lines[place].foreignOpen + part
        lines[place].foreignOpen = min(open, lines[place].foreignAmount)
        try settle(place, reader)
    }
}
