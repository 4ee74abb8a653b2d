import OutlayProblems
import OutlayValues

/// Moves unused money from one line and year to another in one event (virement).
public struct Transfer: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "transfer"
    /// The line that gives.
    public var from: NodeID
    /// The line that gets.
    public var to: NodeID
    /// What is moved, above 0.
    public var amount: MinorUnits
    /// The fiscal year whose money it is.
    public var year: Int
    /// The fiscal year it goes to.
    public var toYear: Int
    /// Why.
    public var reason: LedgerText

    /// Creates the command; without `toYear` the money stays in its year.
    public init(
        _ amount: MinorUnits, from: NodeID, to: NodeID, in year: Int, toYear: Int? = nil,
        reason: LedgerText = .empty
    ) {
        self.from = from
        self.to = to
        self.amount = amount
        self.year = year
        self.toYear = toYear ?? year
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("from")
        writer.text(from.text)
        writer.key("reason")
        writer.text(reason.text)
        writer.key("to")
        writer.text(to.text)
        writer.key("to_year")
        writer.number(toYear)
        writer.key("year")
        writer.number(year)
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("amount")
        amount = try reader.amount()
        try reader.key("from")
        from = try reader.name()
        try reader.key("reason")
        reason = try reader.phrase()
        try reader.key("to")
        to = try reader.name()
        try reader.key("to_year")
        toYear = try reader.count()
        try reader.key("year")
        year = try reader.count()
    }

    /// The money it is about.
    public var proposedAmount: MinorUnits? { amount }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "transfer \(amount.text(in: currency)) from \(from.text) in FY\(year) to \(to.text)"
            + (toYear == year ? "" : " in FY\(toYear)") + reason.because
    }

    /// Returns the transfer, or a refusal where the giving line has less to spare.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive else { return .refused(Refusal(.badAmount)) }
        let source = BalanceKey(from, PeriodID(year: year))
        let target = BalanceKey(to, PeriodID(year: toYear))
        guard source != target else { return .refused(Refusal(.badCommand)) }
        if let refusal = try reader.approvalRules.refusal(
            of: .transfer, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        for row in [source, target] {
            if let refusal = try reader.refusal(ofAllotting: row.node, in: row.period) {
                return .refused(refusal)
            }
        }
        let available = try reader.row(source).available()
        guard available >= amount else {
            var refusal = Refusal(.insufficientFunds)
            refusal.row = source
            refusal.available = available
            refusal.requested = amount
            refusal.shortBy = try amount - available
            refusal.consumers = try reader.consumers(of: from, in: source.period, limit: 3)
            return .refused(refusal)
        }
        guard let giver = try reader.node(from), let taker = try reader.node(to) else {
            return .refused(Refusal(.unknownLine))
        }
        var draft = PostingDraft()
        try draft.allot(try amount.negated(), to: giver, source.period, reader)
        try draft.allot(amount, to: taker, target.period, reader)
        switch try draft.settle(.plan(nil), on: context.moment.effective, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            var body = EventBody(
                .transferred, answer: Answer(subject: LedgerText(known: from.text)))
            body.add(settlement, sequence: try reader.nextSequence())
            if !reason.isEmpty { body.details = ["reason": .string(reason.text)] }
            return .accepted(body)
        }
    }
}
