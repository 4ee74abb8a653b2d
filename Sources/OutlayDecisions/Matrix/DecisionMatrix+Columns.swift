import OutlaySampling

extension DecisionMatrix {
    /// The least and the largest performance of a column.
    struct Ends: Sendable, Hashable {
        /// The least.
        var low = Double.infinity
        /// The largest.
        var high = -Double.infinity

        /// Widens the ends so that they take in `other`.
        mutating func take(in other: Ends) {
            low = min(low, other.low)
            high = max(high, other.high)
        }

        /// Returns the end of least worth.
        func worst(_ direction: Direction) -> Double { direction == .higher ? low : high }

        /// Returns the end of most worth.
        func best(_ direction: Direction) -> Double { direction == .higher ? high : low }
    }

    /// How many rows one core takes at a time.
    static let blockRows = 4_096

    /// Returns the least and the largest performance of each column; infinite ones without options.
    ///
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    func columnEnds() -> [Ends] {
        let count = columns.count
        let blocks = mapBlocks { cells, _ in
            var lows = [Double](repeating: .infinity, count: count)
            var highs = [Double](repeating: -.infinity, count: count)
            lows.withUnsafeMutableBufferPointer { lows in
                highs.withUnsafeMutableBufferPointer { highs in
                    var index = 0
                    while index < cells.count {
                        for column in 0..<count {
                            let cell = cells[index + column]
                            lows[column] = min(lows[column], cell)
                            highs[column] = max(highs[column], cell)
                        }
                        index += count
                    }
                }
            }
            return (0..<count).map { Ends(low: lows[$0], high: highs[$0]) }
        }
        var ends = blocks.first ?? [Ends](repeating: Ends(), count: count)
        for block in blocks.dropFirst() {
            for column in ends.indices { ends[column].take(in: block[column]) }
        }
        return ends
    }

    /// Returns the total of `term` over the performances of each column.
    ///
    /// The blocks are totalled by themselves, then one after the other, so that the last digit does not hang
    /// on the number of cores.
    ///
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    @inline(__always)
    func columnTotals(of term: @Sendable (Double) -> Double) -> [Double] {
        let count = columns.count
        let blocks = mapBlocks { cells, _ in
            var totals = [Double](repeating: 0, count: count)
            totals.withUnsafeMutableBufferPointer { totals in
                var index = 0
                while index < cells.count {
                    for column in 0..<count { totals[column] += term(cells[index + column]) }
                    index += count
                }
            }
            return totals
        }
        return columns.indices.map { column in blocks.reduce(0) { $0 + $1[column] } }
    }

    /// Returns the index of the first cell, row by row, that is below its column's limit, or nil.
    ///
    /// - Complexity: O(*n*) in the number of cells; O(1) without a limit.
    func firstCell(below limits: [Double]) -> Int? {
        guard limits.contains(where: { $0 > -.infinity }) else { return nil }
        var index = 0
        while index < cells.count {
            for limit in limits {
                if cells[index] < limit { return index }
                index += 1
            }
        }
        return nil
    }

    /// Returns for each column the total of the performances, or of their inverses where less is better.
    ///
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    func columnTotalsOfWorth() -> [Double] {
        zip(columns, zip(columnTotals { $0 }, columnTotals { 1 / $0 })).map {
            $0.direction == .higher ? $1.0 : $1.1
        }
    }

    /// Returns what `body` gives for the cells of each block of rows; it also takes the block's first row.
    @inline(__always)
    func mapBlocks<Element: Sendable>(
        _ body: @Sendable (_ cells: UnsafeBufferPointer<Double>, _ firstRow: Int) -> Element
    ) -> [Element] {
        cells.withUnsafeBufferPointer { cells in
            // Only read, and alive until every block is done.
            nonisolated(unsafe) let cells = cells
            return Blocks.map(of: rowCount, size: Self.blockRows) { _, rows in
                body(
                    UnsafeBufferPointer(
                        rebasing: cells[
                            rows.lowerBound * columns.count..<rows.upperBound * columns.count]),
                    rows.lowerBound)
            }
        }
    }

    /// Returns a score for each row from its cells, over all cores.
    @inline(__always)
    func mapRows(
        _ score: @Sendable (_ row: UnsafeBufferPointer<Double>) -> Double
    ) -> [Double] {
        let count = columns.count
        var scores = [Double](repeating: 0, count: rowCount)
        scores.withUnsafeMutableBufferPointer { scores in
            // Each block writes the places of its own rows and no other.
            nonisolated(unsafe) let places = scores
            _ = mapBlocks { cells, firstRow in
                for row in 0..<cells.count / count {
                    let cells = UnsafeBufferPointer(
                        rebasing: cells[row * count..<(row + 1) * count])
                    places[firstRow + row] = score(cells)
                }
            }
        }
        return scores
    }
}
