import OutlayValues

/// A cost model that binds for months of its own, whatever the contract's term: a lease, a loan.
protocol OwnTermModel: CostModel {
    /// The first day, nil for the horizon's start.
    var begins: CalendarDate? { get }
    /// The months it runs, 1 or more.
    var months: Int { get }
}

extension OwnTermModel {
    /// Returns the months from `start` that cover it to its end, or nil where it begins only after `limit`
    /// months, so that nothing of it is signed for by then.
    func ownMonths(from start: CalendarDate, within limit: Int) -> Int? {
        let first = begins ?? start
        guard first < start.adding(months: limit) else { return nil }
        let end = first.adding(months: months)
        let whole = max(0, start.wholeMonths(until: end))
        return start.adding(months: whole) < end ? whole + 1 : whole
    }
}
