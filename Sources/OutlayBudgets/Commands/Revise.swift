import OutlayProblems
import OutlayValues

/// Sets a line's allotment of a year anew: a later version of the budget.
///
/// A cut below what is used is posted as an overrun, which bars new plans until it is covered.
public struct Revise: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "revise"
    /// The line.
    public var node: NodeID
    /// The fiscal year.
    public var year: Int
    /// The new allotment, 0 or more.
    public var amount: MinorUnits
    /// Why.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ node: NodeID, in year: Int, to amount: MinorUnits, reason: LedgerText = .empty) {
        self.node = node
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("node")
        writer.text(node.text)
        writer.key("reason")
        writer.text(reason.text)
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
        try reader.key("reason")
        reason = try reader.phrase()
        try reader.key("year")
        year = try reader.count()
    }

    /// The money it is about.
    public var proposedAmount: MinorUnits? { amount }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "set the allotment of \(node.text) in FY\(year) to \(amount.text(in: currency))"
            + reason.because
    }

    /// Returns the new allotment, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard !amount.isNegative else { return .refused(Refusal(.badAmount)) }
        let decision = try reader.setAllotment(
            of: node, in: PeriodID(year: year), .revised, duty: .loadBudget, context
        ) { (row: Balance) throws(Problem) in try amount - row.allotted }
        guard case .accepted(var body) = decision, !reason.isEmpty else { return decision }
        body.details = ["reason": .string(reason.text)]
        return .accepted(body)
    }
}
