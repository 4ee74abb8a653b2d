/// Where a request stands.
///
///     draft → submitted → approved → ordered → closed
///
/// with the side exits withdrawn, rejected, returned, expired, cancelled and not awarded. A change order runs beside
/// `approved` and `ordered`, as the request's ``Request/amendment``.
public enum RequestState: String, Sendable, Hashable, CaseIterable {
    /// Its first revision is frozen and not yet submitted; it holds no money.
    case draft
    /// It waits for approval.
    case submitted
    /// Every step agreed; the order may go out and bills may come in.
    case approved
    /// The order went to the vendor.
    case ordered
    /// The last invoice came; nothing is open.
    case closed
    /// The requester took it back before approval.
    case withdrawn
    /// An approver refused it.
    case rejected
    /// An approver gave it back for changes; it may be submitted again.
    case returned
    /// Nobody decided in time.
    case expired
    /// What was not billed was released after approval.
    case cancelled
    /// It was decided to buy nothing.
    case notAwarded = "not_awarded"

    /// Whether invoices, credits, receipts, change orders and cancelling are possible.
    public var isApproved: Bool { self == .approved || self == .ordered }
    /// Whether something was bought or is to be.
    public var isDecided: Bool { isApproved || self == .closed }
}
