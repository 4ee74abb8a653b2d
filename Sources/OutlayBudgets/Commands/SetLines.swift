import OutlayProblems
import OutlayValues

/// Adds lines to the budget tree, or changes what they are called and how they bind.
///
/// A line's parent is there before it, in the ledger or in the list. Once money was posted to a line,
/// its parent and its phasing stay, and a line with others below it does not turn to or from
/// ``ControlMode/track``.
public struct SetLines: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "set_lines"
    /// The lines, parents first.
    public var lines: [Node]

    /// Creates the command.
    public init(_ lines: [Node]) {
        self.lines = lines
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("lines")
        writer.beginArray()
        for line in lines {
            writer.beginArray()
            line.write(to: &writer)
            writer.endArray()
        }
        writer.endArray()
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("lines")
        lines = try reader.array { reader throws(Problem) in
            try reader.beginArray()
            var cells: [RowValue] = []
            for column in Node.shape.columns { cells.append(try column.cell(from: &reader)) }
            try reader.endArray()
            return try Node(values: cells)
        }
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "set \(lines.count == 1 ? "the line" : "the lines") "
            + lines.map(\.id.text).joined(separator: ", ")
    }

    /// Returns the lines, or a refusal that names the first one that cannot be.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        if let refusal = try reader.approvalRules.refusal(
            of: .loadBudget, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        guard !lines.isEmpty else { return .refused(Refusal(.badCommand)) }
        var body = EventBody(.linesSet)
        var added: Set<NodeID> = []
        for line in lines {
            if let refusal = try refusal(of: line, added, reader) { return .refused(refusal) }
            added.insert(line.id)
            body.rows.append(.node(line))
            for row in try reader.balances(of: line.id) {
                let excused = try line.excused(row) - row.excused
                if !excused.isZero { body.postings.append(Posting(row.key, .excused, excused)) }
            }
        }
        body.postings.sort { $0.row < $1.row }
        return .accepted(body)
    }

    /// Returns why a line cannot be set, or nil.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - added: Those that were set before it by the same command.
    ///   - reader: The ledger before the command.
    ///   - rephases: Whether the command spreads the money anew, so that only the periods have to stay.
    /// - Returns: The first reason against it.
    /// - Throws: A ``Problem`` for weights that do not fit the periods, or of the store.
    func refusal(
        of line: Node, _ added: Set<NodeID>, _ reader: some LedgerReader, rephases: Bool = false
    ) throws(Problem) -> Refusal? {
        let subject = LedgerText(known: line.id.text)
        if added.contains(line.id) { return Refusal(.badCommand, subject: subject) }
        if line.toleranceAmount.isNegative { return Refusal(.badAmount, subject: subject) }
        _ = try line.phasing.parts(of: MinorUnits(100))
        let known = try reader.node(line.id)
        if let parent = line.parent, !added.contains(parent) || known != nil {
            guard try reader.node(parent) != nil else {
                return Refusal(.unknownLine, subject: LedgerText(known: parent.text))
            }
        }
        guard let known else { return nil }
        let isUsed = try reader.balances(of: line.id).isEmpty == false
        let below = try reader.subtree(of: line.id).dropFirst()
        var isUsedBelow = false
        for id in below where try reader.balances(of: id).isEmpty == false { isUsedBelow = true }
        let moves = known.parent != line.parent
        if moves,
            isUsed || isUsedBelow || below.contains(where: { $0 == line.parent })
                || line.parent == line.id
        {
            return Refusal(.badCommand, subject: subject, note: "its parent stays")
        }
        var phasing = line.phasing
        if rephases { phasing.weights = known.phasing.weights }
        if known.phasing != phasing, isUsed {
            return Refusal(.badCommand, subject: subject, note: "its phasing stays")
        }
        let turns = (known.control == .track) != (line.control == .track)
        if turns, isUsedBelow {
            return Refusal(.badCommand, subject: subject, note: "lines below it were posted to")
        }
        return nil
    }
}
