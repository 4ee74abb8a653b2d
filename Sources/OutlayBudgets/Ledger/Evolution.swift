import OutlayProblems

extension LedgerReader {
    /// Returns the balance rows as they are after an event, in the order of their keys: its postings
    /// added, the caps following the rows and the lines.
    ///
    /// This and the event's own rows are all that an event changes; every store applies them as they
    /// are, and a replay makes the same rows again.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for a posting to an unknown line.
    public func balances(after body: EventBody) throws(Problem) -> [Balance] {
        var changedLines: [NodeID: Node] = [:]
        var rows: [BalanceKey: Balance] = [:]
        for case .node(let node) in body.rows {
            changedLines[node.id] = node
            for row in try balances(of: node.id) { rows[row.key] = row }
        }
        for posting in body.postings {
            var row: Balance
            if let known = rows[posting.row] {
                row = known
            } else {
                row = try self.row(posting.row)
            }
            row[posting.bucket] = try row[posting.bucket] + posting.amount
            rows[posting.row] = row
        }
        var result: [Balance] = []
        for key in rows.keys.sorted() {
            guard var row = rows[key], let node = try line(key.node, changedLines) else {
                throw Problem(
                    .damagedEvent, "an event posts to the unknown line `\(key.node)`",
                    because: "postings name lines of the ledger", hint: "verify the ledger")
            }
            row.cap = try node.cap(of: row)
            result.append(row)
        }
        return result
    }

    /// Returns a balance row, one without money where nothing was posted to it.
    func row(_ key: BalanceKey) throws(Problem) -> Balance {
        if let row = try balance(key) { return row }
        return Balance(key)
    }

    private func line(_ id: NodeID, _ changed: [NodeID: Node]) throws(Problem) -> Node? {
        if let node = changed[id] { return node }
        return try node(id)
    }
}

extension Node {
    /// Returns the most that may be used of a row, or nil where nothing binds it.
    ///
    /// The row of a year binds unless each of its periods does; those are checked from the year's
    /// beginning only while deciding, where they are checked so.
    func cap(of row: Balance) throws(Problem) -> MinorUnits? {
        let isYear = row.key.period.division == .yearly
        guard isYear != (phasing.scope == .period && phasing.isPhased) else { return nil }
        guard let limit = try limit(of: row.allotted) else { return nil }
        return try limit + row.excused
    }
}
