import OutlayProblems
import OutlayValues

/// One person's agreement to a request, or to the change order that waits beside it.
///
/// The last agreement commits the money; in a foreign currency at a new rate, where one is given.
public struct Approve: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "approve"
    /// The request.
    public var id: RequestID
    /// One unit of the request's currency in the ledger's on the day of approval, or nil to keep the
    /// rate of submission.
    public var rate: ExactDecimal?
    /// What the approver says and saw.
    public var view: ApprovalView

    /// Creates the command.
    public init(_ id: RequestID, rate: ExactDecimal? = nil, _ view: ApprovalView = ApprovalView()) {
        self.id = id
        self.rate = rate
        self.view = view
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("rate")
        writer.decimal(rate)
        view.write(to: &writer)
    }

    /// Returns the act, or why it does not count.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        switch try reader.act(.approve, on: id, view, context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var work):
            if let refusal = try work.rate(anew: rate, on: context.moment.effective, reader) {
                return .refused(refusal.about(id))
            }
            switch try work.agree(on: context.moment.effective, reader) {
            case .refused(let refusal): return .refused(refusal.about(id))
            case .granted(let body): return .accepted(body)
            }
        }
    }
}
