import OutlayProblems
import OutlayValues

/// Moves the open commitment of an order, or what is open of a guaranteed minimum, to another line or year,
/// with its money where the ledger carries money along.
///
/// What is billed stays where it was billed. The money that moves is what stands behind the commitment,
/// no more than the line has of it; for a line above that is the same in another year it moves as well.
/// Of a phased line it leaves the part that the commitment was in, and comes to the one it moves to.
/// Whatever goes beyond is checked like any plan.
public struct CarryForward: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "carry_forward"
    /// The order, or the request by which the minimum was approved.
    public var id: RequestID
    /// The budget line it moves to, or nil to stay on each of its own.
    public var to: NodeID?
    /// The month it moves to, or nil for that of the effective day.
    public var period: PeriodID?
    /// The fiscal year whose commitments move, or nil for all that is open.
    public var fromYear: Int?

    /// Creates the command.
    public init(
        _ id: RequestID, to node: NodeID? = nil, in period: PeriodID? = nil, fromYear: Int? = nil
    ) {
        self.id = id
        to = node
        self.period = period
        self.fromYear = fromYear
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("from_year")
        writer.optional(fromYear) { $0.number($1) }
        writer.key("id")
        writer.text(id.text)
        writer.key("period")
        writer.optional(period) { $0.text($1.description) }
        writer.key("to")
        writer.optional(to) { $0.name($1) }
    }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("from_year")
        fromYear = try reader.optional { reader throws(Problem) in try reader.count() }
        try reader.key("id")
        id = try reader.name()
        try reader.key("period")
        period = try reader.optional { reader throws(Problem) in
            try PeriodID(parsing: try reader.text())
        }
        try reader.key("to")
        to = try reader.optional { reader throws(Problem) in try reader.name() }
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "carry what is open of \(id.text)" + (fromYear.map { " in FY\($0)" } ?? "") + " forward"
            + (to.map { " to \($0.text)" } ?? "") + (period.map { " into \($0)" } ?? "")
    }

    /// Returns the move, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let settings = try reader.requireSettings()
        let date = context.moment.effective
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        guard try work.takeUp(reader) else {
            return .refused(Refusal(.notApproved).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .transfer, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let month =
            (period ?? PeriodID(monthOf: date, in: settings.calendar)).period(of: .monthly)
        var moved = false
        for index in work.lines.indices {
            let line = work.lines[index]
            let target = to ?? line.node
            guard line.committed.isPositive, fromYear.map({ $0 == line.period.year }) ?? true,
                target != line.node || month.year != line.period.year
            else { continue }
            if let refusal = try reader.refusal(ofPostingIn: line.period, .fact) {
                return .refused(refusal.about(id))
            }
            if let refusal = try reader.refusal(ofPostingTo: target, in: month, on: date, .plan) {
                return .refused(refusal.about(id))
            }
            try work.carry(index, to: target, month, withMoney: settings.carriesMoney, reader)
            moved = true
        }
        if let row = work.framework?.minimumRow, fromYear.map({ $0 == row.period.year }) ?? true {
            let target = BalanceKey(to ?? row.node, month)
            if target.node != row.node || month.year != row.period.year {
                if let refusal = try work.carryMinimum(
                    to: target, withMoney: settings.carriesMoney, on: date, reader)
                {
                    return .refused(refusal.about(id))
                }
                moved = true
            }
        }
        guard moved else { return .refused(Refusal(.nothingOpen).about(id)) }
        switch try work.finish(.carriedForward, Answer(), .plan(id), on: date, reader) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let body): return .accepted(body)
        }
    }
}

extension OrderWork {
    /// Moves what is open of a line to a new line of the request, under a number that the request never had: a bill
    /// that names a line of an earlier revision falls on no other one.
    mutating func carry(
        _ index: Int, to node: NodeID, _ month: PeriodID, withMoney: Bool,
        _ reader: some LedgerReader
    ) throws(Problem) {
        let line = lines[index]
        var added = RequestLine(
            request.id, (lines.map(\.number).max() ?? 0) + 1, node: node, period: month,
            foreignAmount: line.foreignOpen, amount: line.committed)
        if withMoney {
            try moveMoney(
                line.committed, from: BalanceKey(line.node, line.period),
                to: BalanceKey(node, month), reader)
        }
        lines[index].foreignAmount = try line.foreignAmount - line.foreignOpen
        lines[index].foreignOpen = .zero
        try settle(index, reader)
        lines[index].amount = try conversion.converted(lines[index].foreignAmount)
        lines[index].carriedTo = added.number
        added.committed = .zero
        lines.append(added)
        try set(lines.count - 1, reserved: .zero, committed: line.committed, reader)
    }

    /// Moves what is open of the minimum that the request guarantees, with the line that it is billed on; or returns
    /// why the one month or the other takes no posting.
    fileprivate mutating func carryMinimum(
        to row: BalanceKey, withMoney: Bool, on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard var agreement = framework, let index = minimumLine else { return nil }
        let (line, open) = (lines[index], agreement.minimumOpen)
        if let refusal = try reader.refusal(ofPostingIn: line.period, .fact) { return refusal }
        if let refusal = try reader.refusal(
            ofPostingTo: row.node, in: row.period, on: date, .plan)
        {
            return refusal
        }
        if withMoney {
            try moveMoney(open, from: BalanceKey(line.node, line.period), to: row, reader)
        }
        try draft.add(
            try open.negated(), to: .committed, of: line.node, line.period, reader)
        try draft.add(open, to: .committed, of: row.node, row.period, reader)
        let unbilled = max(.zero, try line.foreignAmount - line.foreignBilled)
        let moved = min(unbilled, try conversion.reversed(open))
        lines[index].foreignAmount = try line.foreignAmount - moved
        lines[index].amount = try conversion.converted(lines[index].foreignAmount)
        lines[index].carriedTo = try addMinimumLine(at: row, moved)
        agreement.minimumRow = row
        agreement.sequence = try reader.nextSequence()
        framework = agreement
        return nil
    }

    private mutating func moveMoney(
        _ amount: MinorUnits, from old: BalanceKey, to new: BalanceKey, _ reader: some LedgerReader
    ) throws(Problem) {
        guard let giver = try reader.node(old.node), let taker = try reader.node(new.node) else {
            return
        }
        let (from, to) = (old.period.wholeYear, new.period.wholeYear)
        var pairs = [(giver, taker)]
        if from != to {
            let above = try reader.ancestors(of: new.node)
            for ancestor in try reader.ancestors(of: old.node)
            where ancestor.control != .track && above.contains(where: { $0.id == ancestor.id }) {
                pairs.append((ancestor, ancestor))
            }
        }
        for (giver, taker) in pairs {
            let row = try draft.current(BalanceKey(giver.id, from), reader)
            let behind = try row.available() + amount
            let money = max(.zero, min(amount, min(behind, row.allotted)))
            try draft.allot(
                try money.negated(), to: giver, from, on: .part(old.period), reader)
            try draft.allot(money, to: taker, to, on: .part(new.period), reader)
        }
    }
}

extension PostingDraft {
    /// Returns a row as the draft leaves it so far.
    func current(_ key: BalanceKey, _ reader: some LedgerReader) throws(Problem) -> Balance {
        for line in touched where line.node.id == key.node {
            for change in line.rows where change.before.key == key { return change.after }
        }
        return try reader.row(key)
    }
}
