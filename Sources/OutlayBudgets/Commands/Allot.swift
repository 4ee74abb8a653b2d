import OutlayProblems
import OutlayValues

/// Gives a line money for a year.
///
/// A phased line's periods get their shares of the new sum; they sum to it exactly.
public struct Allot: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "allot"
    /// The line.
    public var node: NodeID
    /// The fiscal year.
    public var year: Int
    /// What is added to its allotment, above 0.
    public var amount: MinorUnits

    /// Creates the command.
    public init(_ amount: MinorUnits, to node: NodeID, in year: Int) {
        self.node = node
        self.year = year
        self.amount = amount
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("node")
        writer.text(node.text)
        writer.key("year")
        writer.number(year)
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("amount")
        amount = try reader.amount()
        try reader.key("node")
        node = try reader.name()
        try reader.key("year")
        year = try reader.count()
    }

    /// The money it is about.
    public var proposedAmount: MinorUnits? { amount }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "give \(amount.text(in: currency)) to \(node.text) in FY\(year)"
    }

    /// Returns the allotment, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive else { return .refused(Refusal(.badAmount)) }
        return try reader.setAllotment(
            of: node, in: PeriodID(year: year), .allotted, duty: .loadBudget, context
        ) { (_: Balance) throws(Problem) in amount }
    }
}

extension LedgerReader {
    /// Returns the event by which a line's allotment changes by what `change` makes of its row: a fact,
    /// which leaves an overrun where it ends below what is used.
    func setAllotment(
        of id: NodeID, in year: PeriodID, _ kind: EventKind, duty: Duty,
        on placement: PostingDraft.Placement = .shares, _ context: CommandContext,
        by change: (Balance) throws(Problem) -> MinorUnits
    ) throws(Problem) -> Decision {
        if let refusal = try approvalRules.refusal(of: duty, in: context, reader: self) {
            return .refused(refusal)
        }
        if let refusal = try refusal(ofAllotting: id, in: year) { return .refused(refusal) }
        guard let node = try node(id) else { return .refused(Refusal(.unknownLine)) }
        var draft = PostingDraft()
        let amount = try change(try row(BalanceKey(id, year)))
        try draft.allot(amount, to: node, year, on: placement, self)
        let date = context.moment.effective
        switch try draft.settle(.fact(.allotment), on: date, self) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            var body = EventBody(kind, answer: Answer(subject: LedgerText(known: id.text)))
            body.add(settlement, sequence: try nextSequence())
            return .accepted(body)
        }
    }
}
