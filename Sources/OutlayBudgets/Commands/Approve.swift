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
    /// What the approver says; may be empty.
    public var reason: LedgerText
    /// The revision the approver saw, or nil for the present one.
    public var revision: Int?

    /// Creates the command.
    public init(
        _ id: RequestID, rate: ExactDecimal? = nil, reason: LedgerText = .empty,
        revision: Int? = nil
    ) {
        self.id = id
        self.rate = rate
        self.reason = reason
        self.revision = revision
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("rate")
        writer.decimal(rate)
        writer.key("reason")
        writer.text(reason.text)
        writer.key("revision")
        writer.optional(revision) { $0.number($1) }
    }

    /// Returns the act, or why it does not count.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        switch try reader.act(.approve, on: id, revision, reason, context) {
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

/// Refuses a request, or the change order that waits beside it, and gives its money back.
public struct Reject: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "reject"
    /// The request.
    public var id: RequestID
    /// Why; may be empty where the policy does not ask for it.
    public var reason: LedgerText
    /// The revision the approver saw, or nil for the present one.
    public var revision: Int?

    /// Creates the command.
    public init(_ id: RequestID, reason: LedgerText = .empty, revision: Int? = nil) {
        self.id = id
        self.reason = reason
        self.revision = revision
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("reason")
        writer.text(reason.text)
        writer.key("revision")
        writer.optional(revision) { $0.number($1) }
    }

    /// Returns the act, or why it does not count.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        switch try reader.act(.reject, on: id, revision, reason, context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var work):
            return try work.end(.rejected, as: .rejected, .rejected, context, reader)
        }
    }
}
