import OutlayProblems

/// Sets a line's allotment of a year anew: a later version of the budget.
///
/// A cut below what is used is posted as an overrun, which bars new plans until it is covered.
public struct Revise: LedgerCommand {
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
