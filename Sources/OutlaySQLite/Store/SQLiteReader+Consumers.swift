import OutlayBudgets
import OutlayProblems

extension SQLiteReader {
    /// Returns what requests hold of a budget line in a year, lines below it left out, in the order of
    /// their names.
    ///
    /// All of it stands in an index, so that no line is looked up.
    public func holdings(of node: NodeID, in year: PeriodID) throws(Problem) -> [Holding] {
        let statement = try statements.statement(
            """
            SELECT request, reserved, committed FROM request_line
            WHERE node = ?1 AND period >= ?2 AND period < ?3 AND (reserved > 0 OR committed > 0)
            """)
        statement.bind(1, node.text)
        // Parts of a year are named after it, such as FY2027-M01; the full stop is what follows the hyphen.
        statement.bind(2, year.description)
        statement.bind(3, year.description + ".")
        defer { statement.reset() }
        var parts: [Holding] = []
        while try statement.step() {
            parts.append(
                Holding(
                    RequestID(known: statement.text(0)),
                    reserved: MinorUnits(statement.integer(1)),
                    committed: MinorUnits(statement.integer(2))))
        }
        return try Holding.summed(parts)
    }

    /// Returns the requests that use most of a line and the lines below it in a year, the largest
    /// first, ties by name.
    ///
    /// The index has the lines of requests by what they use, so that the largest of each budget line are
    /// at hand. A request is what its lines use together; one whose lines were not looked at uses at
    /// most the largest of those times the number of lines that any request has. Where every request has
    /// one line, `limit` of them are looked at for each budget line, however many there are.
    ///
    /// - Complexity: O(*n* log *n*) in the number of budget lines, times `limit`, where requests have
    ///   one line; in the number of request lines at worst.
    public func consumers(
        of node: NodeID, in year: PeriodID, limit: Int
    ) throws(Problem) -> [Consumer] {
        guard limit > 0 else { return [] }
        let nodes = try subtree(of: node)
        let mostLines = try mostLines()
        var count = limit
        while true {
            let found = try largest(count, of: nodes, in: year)
            if let consumers = try consumers(found, mostLines, Set(nodes), year, limit) {
                return consumers
            }
            count *= 8
        }
    }

    /// What a request's line uses of a budget line.
    private struct Use {
        var request: RequestID
        var amount: MinorUnits
    }

    /// The lines of requests that use most, and what those that were left out use at most.
    private struct LargestUses {
        var uses: [Use] = []
        var bound: MinorUnits?
    }

    /// Returns the `count` largest uses of each line, the largest first, ties by name.
    private func largest(
        _ count: Int, of nodes: [NodeID], in year: PeriodID
    ) throws(Problem) -> LargestUses {
        let statement = try statements.statement(
            """
            SELECT request, reserved + committed + billed FROM request_line
            WHERE node = ?1 AND \(Self.year) = ?2 AND -(reserved + committed + billed) < 0
            ORDER BY -(reserved + committed + billed), request LIMIT ?3
            """)
        var found = LargestUses()
        for node in nodes {
            statement.bind(1, node.text)
            statement.bind(2, year.description)
            statement.bind(3, Int64(count))
            defer { statement.reset() }
            var taken = 0
            while try statement.step() {
                taken += 1
                found.uses.append(
                    Use(
                        request: RequestID(known: statement.text(0)),
                        amount: MinorUnits(statement.integer(1))))
            }
            if taken == count, let last = found.uses.last {
                found.bound = max(found.bound ?? .zero, last.amount)
            }
        }
        found.uses.sort {
            $0.amount == $1.amount ? $0.request < $1.request : $0.amount > $1.amount
        }
        return found
    }

    /// The year of a line, as the index has it.
    static let year = "substr(period, 1, instr(period || '-', '-') - 1)"

    /// Returns the most lines that a request has.
    private func mostLines() throws(Problem) -> Int64 {
        let statement = try statements.statement(
            "SELECT max(number) FROM request_line WHERE number > 1")
        defer { statement.reset() }
        return try statement.step() ? max(1, statement.integer(0)) : 1
    }

    /// Returns the largest consumers, or nil where one whose lines were left out may be among them.
    private func consumers(
        _ found: LargestUses, _ mostLines: Int64, _ nodes: Set<NodeID>, _ year: PeriodID,
        _ limit: Int
    ) throws(Problem) -> [Consumer]? {
        var consumers: [Consumer] = []
        var known: Set<RequestID> = []
        for use in found.uses {
            // From here on every other request uses at most this much, and comes later by name.
            let isLast = consumers.count == limit
            if isLast, let least = consumers.last {
                if mostLines == 1 { return consumers }
                if least.amount > use.amount.times(mostLines) { break }
            }
            guard known.insert(use.request).inserted else { continue }
            var sum = MinorUnits.zero
            for line in try lines(of: use.request)
            where line.period.wholeYear == year && nodes.contains(line.node) {
                sum = try sum + line.reserved + line.committed + line.billed
            }
            guard sum.isPositive else { continue }
            consumers.append(Consumer(use.request, sum))
            consumers.sort {
                $0.amount == $1.amount ? $0.request < $1.request : $0.amount > $1.amount
            }
            if consumers.count > limit { consumers.removeLast() }
        }
        guard let bound = found.bound else { return consumers }
        guard consumers.count == limit, let least = consumers.last else { return nil }
        let isCertain = mostLines == 1 || least.amount > bound.times(mostLines)
        return isCertain ? consumers : nil
    }
}

extension MinorUnits {
    /// Returns the amount `count` times, or the largest one there is.
    fileprivate func times(_ count: Int64) -> MinorUnits {
        let (product, isTooLarge) = self.count.multipliedReportingOverflow(by: count)
        return MinorUnits(isTooLarge ? .max : product)
    }
}
