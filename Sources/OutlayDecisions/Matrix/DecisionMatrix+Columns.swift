import OutlaySampling

extension DecisionMatrix {
    /// The least and the largest performance of a column.
    typealias Ends = (low: Double, high: Double)

    /// How many rows one core takes at a time.
    static let blockRows = 16_384

    /// Returns the least and the largest performance of each column; infinite ones without options.
    ///
    /// - Complexity: O(*n*) in the number of cells, over all cores.
    func columnEnds() -> [Ends] {
        let count = columns.count
        let blocks = mapBlocks { cells, _ in
            var ends = [Ends](repeating: (.infinity, -.infinity), count: count)
            ends.withUnsafeMutableBufferPointer { ends in
                var index = 0
                while index < cells.count {
                    for column in 0..<count {
                        let cell = cells[index + column]
                        ends[column].low = cell < ends[column].low ? cell : ends[column].low
                        ends[column].high = cell > ends[column].high ? cell : ends[column].high
                    }
                    index += count
                }
            }
            return ends
        }
        return columns.indices.map { column in
            blocks.reduce(into: (.infinity, -.infinity) as Ends) { ends, block in
                ends.low = min(ends.low, block[column].low)
                ends.high = max(ends.high, block[column].high)
            }
        }
    }

    /// Returns the total of `term` over the performances of each column.
    ///
    /// The blocks are totalled by themselves, then one after the other, so that the last digit does not hang
    /// on the number of cores.
    ///
    /// - Complexity: O(*n*) in the number of cells, over all cores.
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

    /// Returns what `body` gives for the cells of each block of rows; it also takes the block's first row.
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
    func mapRows(
        _ score: @Sendable (_ row: UnsafeBufferPointer<Double>) -> Double
    ) -> [Double] {
        let count = columns.count
        return [Double](unsafeUninitializedCapacity: rowCount) { scores, initialized in
            // Each block writes the places of its own rows and no other.
            nonisolated(unsafe) let places = scores
            _ = mapBlocks { cells, firstRow in
                for row in 0..<cells.count / count {
                    let cells = UnsafeBufferPointer(
                        rebasing: cells[row * count..<(row + 1) * count])
                    places.initializeElement(at: firstRow + row, to: score(cells))
                }
            }
            initialized = rowCount
        }
    }
}
