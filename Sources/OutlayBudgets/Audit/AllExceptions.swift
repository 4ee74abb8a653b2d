/// The kinds of exceptions that an audit looks for, in the order of its report.
public enum AllExceptions {
    /// The kinds.
    public static let list: [any AuditException.Type] = [
        NearTier.self, SplitPurchases.self, HastyApprovals.self, OverridesByPerson.self,
        LateReceipts.self, Ratifications.self, FlaggedEntries.self, DisputedInvoices.self,
        DutiesTogether.self,
    ]
}
