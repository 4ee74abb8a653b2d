import OutlayProblems
import OutlayValues

/// The money of a line in a year or a part of one: the five figures that every output shows.
public struct LineBalance: Sendable, Hashable {
    /// The line.
    public var node: Node
    /// The year, or a part of it.
    public var period: PeriodID
    /// What was given to the line itself.
    public var allotted: MinorUnits
    /// What it and the lines below hold for requests that wait for approval.
    public var reserved: MinorUnits
    /// What it and the lines below owe to vendors.
    public var committed: MinorUnits
    /// What it and the lines below have spent.
    public var actual: MinorUnits
    /// What is left; below 0 where the line is overdrawn.
    public var available: MinorUnits
    /// The most that may be used, or nil where nothing binds.
    public var cap: MinorUnits?

    init(_ node: Node, _ row: Balance) throws(Problem) {
        self.node = node
        period = row.key.period
        allotted = row.allotted
        reserved = row.reserved
        committed = row.committed
        actual = row.actual
        available = try row.available()
        cap = row.cap
    }
}

extension LedgerReader {
    /// Returns the money of a line now.
    ///
    /// A line under hard or soft control carries what is used below it in its own row. A tracked one has
    /// only what was charged to itself there, so the lines below it are summed.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` for an unknown line.
    public func balance(of id: NodeID, in period: PeriodID) throws(Problem) -> LineBalance {
        let node = try line(id)
        var row = try self.row(BalanceKey(id, period))
        if node.control == .track {
            try addUse(below: id, to: &row) { key throws(Problem) in try self.row(key) }
        }
        return try LineBalance(node, row)
    }

    /// Returns the money of a line on a day, as it was known after an event.
    ///
    /// Counted is what is effective on the day or before and was recorded by then; so the answer for an
    /// event that is past never changes.
    ///
    /// - Parameters:
    ///   - id: The line.
    ///   - period: The year, or a part of it that the line is phased by.
    ///   - date: The day.
    ///   - sequence: The number of the last event that was known, or nil for all that are there.
    /// - Returns: The five figures.
    /// - Throws: ``ProblemCode/unknownReference`` for an unknown line.
    public func balance(
        of id: NodeID, in period: PeriodID, asOf date: CalendarDate, knownAfter sequence: Int64?
    ) throws(Problem) -> LineBalance {
        let node = try line(id)
        let newest = try head().sequence
        let last = sequence ?? newest
        func past(_ key: BalanceKey) throws(Problem) -> Balance {
            var row = Balance(key)
            for posting in try postings(to: key.node, upTo: last, effectiveBy: date)
            where posting.row == key {
                row[posting.bucket] = try row[posting.bucket] + posting.amount
            }
            return row
        }
        var row = try past(BalanceKey(id, period))
        if node.control == .track { try addUse(below: id, to: &row, past) }
        row.cap = try node.cap(of: row)
        return try LineBalance(node, row)
    }

    /// Returns the money of all lines in a period, in the order of their names.
    public func balances(in period: PeriodID) throws(Problem) -> [LineBalance] {
        try nodes().map { node throws(Problem) in try balance(of: node.id, in: period) }
    }

    private func line(_ id: NodeID) throws(Problem) -> Node {
        guard let node = try node(id) else {
            let names = try nodes().map(\.id.text)
            throw Problem(
                .unknownEntry, "the ledger has no line \(Problem.quoted(id.text))",
                because: "it has \(names.count) lines",
                hint: Suggestion.hint(for: id.text, among: names)
                    ?? "`outlay budget show` names all")
        }
        return node
    }

    /// Adds what the lines below a tracked one use: rows of controlled lines hold all below them.
    private func addUse(
        below id: NodeID, to row: inout Balance,
        _ read: (BalanceKey) throws(Problem) -> Balance
    ) throws(Problem) {
        for child in try children(of: id) {
            let lower = try read(BalanceKey(child.id, row.key.period))
            for bucket in [Bucket.reserved, .committed, .actual] {
                row[bucket] = try row[bucket] + lower[bucket]
            }
            if child.control == .track { try addUse(below: child.id, to: &row, read) }
        }
    }
}
