/// How many rows of a table were read, and what became of them.
package struct RowCounts: Sendable, Hashable {
    /// All rows.
    package private(set) var read = 0
    /// The rows that are kept.
    package private(set) var kept = 0
    /// The rows that a condition does not hold for.
    package private(set) var dropped = 0
    /// The rows left out for an empty cell, by the table's column.
    package private(set) var empty: [Int: Int] = [:]
    /// The rows left out for a cell that cannot be read, by the table's column.
    package private(set) var unreadable: [Int: Int] = [:]

    /// Counts one row, and returns whether it is kept.
    @inline(__always)
    mutating func take(_ outcome: RowTest.Outcome, of test: RowTest) -> Bool {
        read += 1
        switch outcome {
        case .kept:
            kept += 1
            return true
        case .dropped: dropped += 1
        case .empty(let condition): empty[test.columns[condition], default: 0] += 1
        case .unreadable(let condition): unreadable[test.columns[condition], default: 0] += 1
        }
        return false
    }

    /// Moves the row counted last from the kept ones to those left out.
    mutating func leaveOut(_ column: Int, isEmpty: Bool) {
        kept -= 1
        if isEmpty {
            empty[column, default: 0] += 1
        } else {
            unreadable[column, default: 0] += 1
        }
    }

    /// Returns the counts of both.
    static func + (left: RowCounts, right: RowCounts) -> RowCounts {
        var sum = left
        sum.read += right.read
        sum.kept += right.kept
        sum.dropped += right.dropped
        sum.empty.merge(right.empty, uniquingKeysWith: +)
        sum.unreadable.merge(right.unreadable, uniquingKeysWith: +)
        return sum
    }
}
