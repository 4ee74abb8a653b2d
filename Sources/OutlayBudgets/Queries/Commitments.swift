import OutlayProblems
import OutlayValues

/// What open requests, orders and guaranteed minimums take of a fiscal year.
public struct YearCommitment: Sendable, Hashable {
    /// The fiscal year.
    public var year: PeriodID
    /// Held for requests that wait for approval.
    public var reserved: MinorUnits
    /// Owed by approved orders and guaranteed by agreements.
    public var committed: MinorUnits
    /// Of both, what charges lines without any money for the year.
    public var unfunded: MinorUnits
    /// The same by budget line, in the order of their names; lines without an open charge left out.
    public var lines: [LineCommitment]
}

/// What open requests, orders and guaranteed minimums take of one line in one year.
public struct LineCommitment: Sendable, Hashable {
    /// The budget line.
    public var node: NodeID
    /// Held for requests that wait for approval.
    public var reserved: MinorUnits
    /// Owed by approved orders and guaranteed by agreements.
    public var committed: MinorUnits
    /// Whether the line has no money at all in the year.
    public var isUnfunded: Bool
}

extension LedgerReader {
    /// Returns what is reserved and committed by fiscal year, the earliest first.
    ///
    /// A commitment of several years stands in each year that it charges. Years without money are shown
    /// as unfunded; they bind nobody yet, and so would otherwise be overlooked.
    ///
    /// - Complexity: O(*n* log *n*) in the number of request lines.
    public func commitmentsByYear() throws(Problem) -> [YearCommitment] {
        var rows: [BalanceKey: LineCommitment] = [:]
        func add(
            _ reserved: MinorUnits, _ committed: MinorUnits, to node: NodeID, _ month: PeriodID
        ) throws(Problem) {
            let key = BalanceKey(node, month.wholeYear)
            var row =
                rows[key]
                ?? LineCommitment(
                    node: node, reserved: .zero, committed: .zero, isUnfunded: false)
            row.reserved = try row.reserved + reserved
            row.committed = try row.committed + committed
            rows[key] = row
        }
        for node in try nodes() {
            for line in try lines(charging: node.id)
            where line.reserved.isPositive || line.committed.isPositive {
                try add(line.reserved, line.committed, to: node.id, line.period)
            }
        }
        for framework in try frameworks() where framework.minimumOpen.isPositive {
            guard let row = framework.minimumRow else { continue }
            try add(.zero, framework.minimumOpen, to: row.node, row.period)
        }
        var years: [YearCommitment] = []
        for key in rows.keys.sorted(by: { ($0.period, $0.node) < ($1.period, $1.node) }) {
            guard var row = rows[key] else { continue }
            row.isUnfunded = try self.row(key).allotted.isZero
            if years.last?.year != key.period {
                years.append(
                    YearCommitment(
                        year: key.period, reserved: .zero, committed: .zero, unfunded: .zero,
                        lines: []))
            }
            let last = years.count - 1
            years[last].reserved = try years[last].reserved + row.reserved
            years[last].committed = try years[last].committed + row.committed
            if row.isUnfunded {
                years[last].unfunded = try years[last].unfunded + row.reserved + row.committed
            }
            years[last].lines.append(row)
        }
        return years
    }
}
