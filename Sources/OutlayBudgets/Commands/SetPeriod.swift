import OutlayProblems
import OutlayValues

/// Closes a period, or opens it again.
public struct SetPeriod: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "set_period"
    /// A fiscal year, or a month of one.
    public var period: PeriodID
    /// What may be posted from now on.
    public var state: PeriodState

    /// Creates the command.
    public init(_ period: PeriodID, _ state: PeriodState) {
        self.period = period
        self.state = state
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("period")
        writer.text(period.description)
        writer.key("state")
        writer.text(state.rawValue)
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("period")
        period = try PeriodID(parsing: try reader.text())
        try reader.key("state")
        state = try reader.word()
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        switch state {
        case .open: "open \(period) again"
        case .softClosed: "close \(period) softly"
        case .closed: "close \(period)"
        }
    }

    /// Returns the new state, or a refusal where the period was never opened.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        if let refusal = try reader.approvalRules.refusal(
            of: .loadBudget, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        let subject = LedgerText(known: period.description)
        guard var row = try reader.period(period) else {
            return .refused(Refusal(.noBudgetPeriod, subject: subject))
        }
        row.state = state
        var body = EventBody(.periodSet, answer: Answer(subject: subject))
        body.rows = [.period(row)]
        return .accepted(body)
    }
}
