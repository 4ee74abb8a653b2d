import OutlayProblems

/// One amount that an event adds to one bucket of one balance row.
///
/// An event carries a posting for every row it changes, those of controlled ancestors included, so
/// that the rows are the sums of the postings and nothing else.
public struct Posting: Sendable, Hashable {
    /// The row.
    public var row: BalanceKey
    /// The bucket.
    public var bucket: Bucket
    /// What is added; below 0 what is taken away; never 0.
    public var amount: MinorUnits

    /// Creates a posting.
    public init(_ row: BalanceKey, _ bucket: Bucket, _ amount: MinorUnits) {
        self.row = row
        self.bucket = bucket
        self.amount = amount
    }
}

/// What a balance row is found by.
public struct BalanceKey: Sendable, Hashable, Comparable {
    /// The line.
    public var node: NodeID
    /// The year, or a part of it.
    public var period: PeriodID

    /// Creates a key.
    public init(_ node: NodeID, _ period: PeriodID) {
        self.node = node
        self.period = period
    }

    /// Returns whether `left` is locked and written before `right`: the one order of all writers.
    public static func < (left: BalanceKey, right: BalanceKey) -> Bool {
        left.node == right.node ? left.period < right.period : left.node < right.node
    }
}
