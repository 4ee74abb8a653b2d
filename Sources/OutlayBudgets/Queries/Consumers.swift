import OutlayProblems

extension LedgerReader {
    /// Returns the requests that use most of a line and the lines below it in a year, the largest
    /// first, ties by name.
    ///
    /// This looks at every request that charges these lines; a store with an index does better.
    ///
    /// - Complexity: O(*n* log *n*) in the number of request lines.
    public func consumers(
        of node: NodeID, in year: PeriodID, limit: Int
    ) throws(Problem) -> [Consumer] {
        var sums: [RequestID: MinorUnits] = [:]
        for id in try subtree(of: node) {
            for line in try lines(charging: id) where line.period.wholeYear == year {
                let used = try line.reserved + line.committed + line.billed
                sums[line.request] = try (sums[line.request] ?? .zero) + used
            }
        }
        let sorted = sums.filter { $0.value.isPositive }.sorted {
            $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
        }
        return sorted.prefix(limit).map { Consumer($0.key, $0.value) }
    }

    /// Returns a line and all lines below it, each before those below it.
    public func subtree(of node: NodeID) throws(Problem) -> [NodeID] {
        var result = [node]
        var index = 0
        while index < result.count {
            result.append(contentsOf: try children(of: result[index]).map(\.id))
            index += 1
        }
        return result
    }
}
