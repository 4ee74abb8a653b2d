import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns why the money of a submission could not be held on a day, or nil where it could.
    ///
    /// Approvals are not looked at, and what the request holds already is left out: it would be exchanged.
    ///
    /// - Throws: A ``Problem`` for malformed input or a damaged store.
    public func fundsRefusal(
        of submission: Submit, on date: CalendarDate
    ) throws(Problem) -> Refusal? {
        let settings = try requireSettings()
        let currency = submission.currency ?? settings.currency
        if let refusal = CurrencyConversion.refusal(
            from: currency, to: settings.currency, rate: submission.rate)
        {
            return refusal.about(submission.id)
        }
        let conversion = CurrencyConversion(
            from: currency, to: settings.currency, rate: submission.rate)
        var draft = PostingDraft()
        draft.futureYears = try policy(inForceOn: date)?.terms.futureYears ?? .track
        for held in try lines(of: submission.id) where held.reserved.isPositive {
            try draft.add(
                try held.reserved.negated(), to: .reserved, of: held.node, held.period, self)
        }
        let month = PeriodID(monthOf: date, in: settings.calendar)
        let isFact = submission.details.route == .ratification
        for line in submission.lines {
            let period = (line.period ?? month).period(of: .monthly)
            if let refusal = try refusal(
                ofPostingTo: line.node, in: period, on: date, isFact ? .fact : .plan)
            {
                return refusal.about(submission.id)
            }
            try draft.add(
                try conversion.converted(line.amount), to: .reserved, of: line.node, period, self)
        }
        switch try draft.settle(
            isFact ? .fact(.ratification) : .plan(submission.id), on: date, self)
        {
        case .refused(let refusal): return refusal.about(submission.id)
        case .granted: return nil
        }
    }
}
