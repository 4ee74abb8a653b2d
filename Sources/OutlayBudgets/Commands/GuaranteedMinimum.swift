import OutlayProblems
import OutlayValues

extension PostingDraft {
    /// Counts `change` more or less as agreed on in an agreement, and drafts what that leaves of its
    /// guaranteed minimum: it was committed when the agreement was made.
    ///
    /// Where nothing of it stood in a month that is closed by now, what is owed again is owed in that of
    /// `date`.
    ///
    /// - Returns: Whether more of the minimum is owed than before, which no budget can refuse; or why the
    ///   month of the minimum takes no posting.
    mutating func count(
        _ change: MinorUnits, in agreement: inout Framework, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<Bool> {
        agreement.agreed = max(.zero, try agreement.agreed + change)
        agreement.sequence = try reader.nextSequence()
        let open = max(.zero, try agreement.guaranteedMinimum - agreement.agreed)
        guard var row = agreement.minimumRow, open != agreement.minimumOpen else {
            return .granted(false)
        }
        if agreement.minimumOpen.isZero,
            try reader.refusal(ofPostingIn: row.period, .fact) != nil
        {
            let calendar = try reader.requireSettings().calendar
            row = BalanceKey(row.node, PeriodID(monthOf: date, in: calendar))
            agreement.minimumRow = row
        }
        if let refusal = try reader.refusal(ofPostingIn: row.period, .fact) {
            return .refused(refusal.blocking(row))
        }
        let difference = try open - agreement.minimumOpen
        try add(difference, to: .committed, of: row.node, row.period, reader)
        agreement.minimumOpen = open
        return .granted(difference.isPositive)
    }

    /// Drafts that nothing is owed any more of an agreement's guaranteed minimum, whatever becomes of its
    /// call-offs; or returns why the month of the minimum takes no posting.
    mutating func release(
        minimumOf agreement: inout Framework, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        if let row = agreement.minimumRow, agreement.minimumOpen.isPositive {
            if let refusal = try reader.refusal(ofPostingIn: row.period, .fact) {
                return refusal.blocking(row)
            }
            try add(
                try agreement.minimumOpen.negated(), to: .committed, of: row.node, row.period,
                reader)
        }
        agreement.minimumOpen = .zero
        agreement.minimumRow = nil
        agreement.sequence = try reader.nextSequence()
        return nil
    }
}

extension OrderWork {
    /// Returns whether the request is an open order, or was approved for a minimum that is open; then it takes that
    /// up, to be billed or carried.
    mutating func takeUp(_ reader: some LedgerReader) throws(Problem) -> Bool {
        guard !request.state.isApproved else { return true }
        guard request.state == .closed,
            let agreement = try reader.agreement(guaranteedBy: request.id),
            agreement.minimumOpen.isPositive, let row = agreement.minimumRow
        else { return false }
        framework = agreement
        if let index = lines.lastIndex(where: { BalanceKey($0.node, $0.period) == row }) {
            minimumLine = index
        } else {
            _ = try addMinimumLine(at: row, .zero)
        }
        return true
    }

    /// Adds the line on which the minimum is billed from now on, over `amount` in the request's currency; returns its
    /// number, which the request never had.
    mutating func addMinimumLine(
        at row: BalanceKey, _ amount: MinorUnits
    ) throws(Problem) -> Int {
        var line = RequestLine(
            request.id, (lines.map(\.number).max() ?? 0) + 1, node: row.node, period: row.period,
            foreignAmount: amount, amount: try conversion.converted(amount))
        line.foreignOpen = .zero
        lines.append(line)
        minimumLine = lines.count - 1
        return line.number
    }

    /// What is open of the minimum that was taken up, in the request's currency; nil where none was.
    func owedMinimum() throws(Problem) -> MinorUnits? {
        guard minimumLine != nil, let framework else { return nil }
        return try conversion.reversed(framework.minimumOpen)
    }

    /// What is said beside the refusal of a request that has no open minimum: which agreement owes no more.
    func noMinimum(_ reader: some LedgerReader) throws(Problem) -> LedgerText {
        guard request.state == .closed,
            let agreement = try reader.agreement(guaranteedBy: request.id)
        else { return .empty }
        return LedgerText(known: "nothing is open of what \(agreement.id) guarantees")
    }
}

extension LedgerReader {
    /// Returns the agreement whose guaranteed minimum was approved by a request, or nil.
    func agreement(guaranteedBy id: RequestID) throws(Problem) -> Framework? {
        try frameworks().first { $0.approvedBy == id }
    }
}
