import OutlayProblems
import OutlayValues

/// Returns what is left of a line's allotment.
///
/// What is reserved, committed and spent stays with the money behind it, and with it what was received
/// and not billed. An overdrawn line has nothing left, and no line returns more than it was given.
public struct Lapse: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "lapse"
    /// The line.
    public var node: NodeID
    /// The fiscal year.
    public var year: Int

    /// Creates the command.
    public init(_ node: NodeID, in year: Int) {
        self.node = node
        self.year = year
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("node")
        writer.text(node.text)
        writer.key("year")
        writer.number(year)
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("node")
        node = try reader.name()
        try reader.key("year")
        year = try reader.count()
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "let lapse what is left of \(node.text) in FY\(year)"
    }

    /// Returns the lapse, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        try reader.setAllotment(
            of: node, in: PeriodID(year: year), .lapsed, duty: .loadBudget, on: .rest,
            context
        ) { (row: Balance) throws(Problem) in
            try max(.zero, min(row.available(), row.allotted)).negated()
        }
    }
}
