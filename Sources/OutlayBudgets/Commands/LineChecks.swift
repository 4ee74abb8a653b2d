import OutlayProblems
import OutlayValues

/// Whether a posting is a new plan or books what was ordered before.
enum PostingKind {
    case plan
    case fact
}

extension LedgerReader {
    /// Returns why a line cannot be posted to in a month on a day, or nil.
    func refusal(
        ofPostingTo node: NodeID, in month: PeriodID, on date: CalendarDate, _ kind: PostingKind
    ) throws(Problem) -> Refusal? {
        guard let line = try self.node(node) else {
            var refusal = Refusal(.unknownLine, subject: LedgerText(known: node.text))
            refusal.row = BalanceKey(node, month)
            return refusal
        }
        if let refusal = try refusal(ofPostingIn: month, kind) {
            return refusal.blocking(BalanceKey(node, month))
        }
        if kind == .plan {
            let begins = line.validFrom.map { $0 <= date } ?? true
            let ends = line.validTo.map { date <= $0 } ?? true
            guard begins, ends else {
                return Refusal(.lineClosed, subject: LedgerText(known: node.text))
                    .blocking(BalanceKey(node, month))
            }
        }
        return nil
    }

    /// Returns why nothing can be posted in a period, or nil.
    func refusal(ofPostingIn period: PeriodID, _ kind: PostingKind) throws(Problem) -> Refusal? {
        for id in [period, period.wholeYear] {
            guard let row = try self.period(id) else {
                return Refusal(.noBudgetPeriod, subject: LedgerText(known: id.description))
            }
            let isOpen = row.state == .open || (row.state == .softClosed && kind == .fact)
            guard isOpen else {
                return Refusal(.periodClosed, subject: LedgerText(known: id.description))
            }
        }
        return nil
    }

    /// Returns why the year of a line's allotment cannot be changed, or nil.
    func refusal(
        ofAllotting node: NodeID, in year: PeriodID
    ) throws(Problem) -> Refusal? {
        guard try self.node(node) != nil else {
            return Refusal(.unknownLine, subject: LedgerText(known: node.text))
        }
        return try refusal(ofPostingIn: year, .plan)?.blocking(BalanceKey(node, year))
    }
}

extension Refusal {
    /// Returns the refusal with the row that blocks it, unless it names one.
    func blocking(_ row: BalanceKey) -> Refusal {
        var copy = self
        copy.row = self.row ?? row
        return copy
    }

    /// Returns the refusal with what it is about, unless it names that.
    func about(_ subject: some LedgerName) -> Refusal {
        var copy = self
        if copy.subject.isEmpty { copy.subject = LedgerText(known: subject.text) }
        return copy
    }
}

extension EventBody {
    /// Takes over what a settlement posts, flags and records; overruns get the number of the event.
    mutating func add(_ settlement: Settlement, sequence: Int64) {
        postings = settlement.postings
        for var overrun in settlement.overruns {
            overrun.sequence = sequence
            rows.append(.overrun(overrun))
        }
        for override in settlement.overrides { rows.append(.override(override)) }
        let flags = answer.flags + settlement.flags
        answer.flags = AnswerFlag.allCases.filter(flags.contains)
    }
}

extension LedgerReader {
    /// The number that the next event gets.
    func nextSequence() throws(Problem) -> Int64 {
        try head().sequence + 1
    }
}
