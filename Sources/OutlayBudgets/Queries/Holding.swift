import OutlayProblems

/// What one request holds of a budget line in a year.
public struct Holding: Sendable, Hashable {
    /// The request.
    public var request: RequestID
    /// What is held until it is decided.
    public var reserved: MinorUnits
    /// What is owed to its vendor.
    public var committed: MinorUnits

    /// Creates what a request holds.
    public init(_ request: RequestID, reserved: MinorUnits, committed: MinorUnits) {
        self.request = request
        self.reserved = reserved
        self.committed = committed
    }

    /// Returns one holding for each request, in the order of their names; those that hold nothing are left out.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package static func summed(_ parts: [Holding]) throws(Problem) -> [Holding] {
        var sums: [RequestID: Holding] = [:]
        for part in parts where part.reserved.isPositive || part.committed.isPositive {
            guard var sum = sums[part.request] else {
                sums[part.request] = part
                continue
            }
            sum.reserved = try sum.reserved + part.reserved
            sum.committed = try sum.committed + part.committed
            sums[part.request] = sum
        }
        return sums.values.sorted { $0.request < $1.request }
    }
}
