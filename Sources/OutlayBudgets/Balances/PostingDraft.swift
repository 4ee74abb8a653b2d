import OutlayProblems
import OutlayValues

/// What a decision would add to balance rows, before it is settled against the limits.
///
/// Amounts used count for the line and for every line above it under hard or soft control; allotments
/// for the line alone. Lines come in the order in which they were first touched, which is the order in
/// which a refusal looks for the one to name.
struct PostingDraft {
    /// The rows of one line in one year.
    struct Touched {
        var node: Node
        var year: PeriodID
        /// The whole year, and each part that was touched.
        var rows: [Change]
    }

    /// A row before and after.
    struct Change {
        var before: Balance
        var after: Balance
        /// What was taken out of reserved and committed: the request's own, which a check leaves out.
        var released: MinorUnits = .zero
    }

    private(set) var touched: [Touched] = []
    /// What becomes of a plan in a later year without money, by the policy of the request.
    var futureYears = FutureYears.track
    private var chains: [NodeID: [Node]] = [:]

    /// Adds `amount` to a bucket of what is used of a line in a month.
    mutating func add(
        _ amount: MinorUnits, to bucket: Bucket, of node: NodeID, _ month: PeriodID,
        _ reader: some LedgerReader
    ) throws(Problem) {
        guard !amount.isZero else { return }
        for node in try chain(of: node, reader) {
            let index = try touch(node, month.wholeYear, reader)
            try touched[index].add(amount, to: bucket, in: month.wholeYear, reader)
            if node.phasing.isPhased {
                let part = month.period(of: node.phasing.division)
                try touched[index].add(amount, to: bucket, in: part, reader)
            }
        }
    }

    /// Where in a phased year a change of the allotment falls.
    enum Placement {
        /// On every part, by its share.
        case shares
        /// On one part, whose commitment brings its money along or takes it away.
        case part(PeriodID)
        /// On what is left: from the year's end on where sums from its beginning bind, and in each part
        /// where each binds.
        case rest
    }

    /// Adds `amount` to the allotment of a line in a year; its parts go on summing to it exactly.
    mutating func allot(
        _ amount: MinorUnits, to node: Node, _ year: PeriodID, on placement: Placement = .shares,
        _ reader: some LedgerReader
    ) throws(Problem) {
        guard !amount.isZero else { return }
        let index = try touch(node, year, reader)
        let before = touched[index].rows[0].after.allotted
        try touched[index].add(amount, to: .allotted, in: year, reader)
        guard node.phasing.isPhased else { return }
        let periods = year.siblings(node.phasing.division)
        switch placement {
        case .shares:
            let old = try node.phasing.parts(of: before)
            let new = try node.phasing.parts(of: touched[index].rows[0].after.allotted)
            for (place, period) in periods.enumerated() {
                let change = try new[place] - old[place]
                try touched[index].add(change, to: .allotted, in: period, reader)
            }
        case .part(let month):
            let part = month.period(of: node.phasing.division)
            try touched[index].add(amount, to: .allotted, in: part, reader)
        case .rest:
            var rest = try amount.negated()
            for period in periods.reversed() where rest.isPositive {
                let row = touched[index].rows[try touched[index].row(period, reader)].after
                let left = node.phasing.scope == .period ? try row.available() : row.allotted
                let part = max(.zero, min(rest, left))
                try touched[index].add(try part.negated(), to: .allotted, in: period, reader)
                rest = try rest - part
            }
            // Parts that were overdrawn before have nothing left to give.
            try touched[index].add(try rest.negated(), to: .allotted, in: periods[0], reader)
        }
    }

    /// The line and the controlled lines above it, nearest first.
    private mutating func chain(
        of id: NodeID, _ reader: some LedgerReader
    ) throws(Problem) -> [Node] {
        if let known = chains[id] { return known }
        guard let node = try reader.node(id) else {
            throw Problem(
                .damagedEvent, "`\(id)` is charged and is no line",
                because: "a charge names a line of the ledger", hint: "verify the ledger")
        }
        let chain = [node] + (try reader.ancestors(of: id)).filter { $0.control != .track }
        chains[id] = chain
        return chain
    }

    private mutating func touch(
        _ node: Node, _ year: PeriodID, _ reader: some LedgerReader
    ) throws(Problem) -> Int {
        if let index = touched.firstIndex(where: { $0.node.id == node.id && $0.year == year }) {
            return index
        }
        let row = try reader.row(BalanceKey(node.id, year))
        touched.append(Touched(node: node, year: year, rows: [Change(before: row, after: row)]))
        return touched.count - 1
    }
}

extension PostingDraft.Touched {
    /// The row of the whole year.
    var annual: PostingDraft.Change { rows[0] }

    /// Returns the place of a row, which is loaded where it was not touched before.
    mutating func row(_ period: PeriodID, _ reader: some LedgerReader) throws(Problem) -> Int {
        if let index = rows.firstIndex(where: { $0.before.key.period == period }) { return index }
        let row = try reader.row(BalanceKey(node.id, period))
        rows.append(PostingDraft.Change(before: row, after: row))
        return rows.count - 1
    }

    mutating func add(
        _ amount: MinorUnits, to bucket: Bucket, in period: PeriodID, _ reader: some LedgerReader
    ) throws(Problem) {
        let index = try row(period, reader)
        rows[index].after[bucket] = try rows[index].after[bucket] + amount
        if amount.isNegative, bucket == .reserved || bucket == .committed {
            rows[index].released = try rows[index].released - amount
        }
    }
}

extension PostingDraft.Change {
    /// How much more is used than before.
    var usedMore: MinorUnits {
        get throws(Problem) { try after.used() - before.used() }
    }
}
