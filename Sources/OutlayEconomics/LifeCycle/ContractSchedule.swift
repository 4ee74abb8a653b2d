import OutlayProblems
import OutlayValues

/// The payments of lines over the time that a contract binds or may come to bind.
enum ContractSchedule {
    /// Returns the lines that a vendor is paid, in order, over the term and its renewals, optional purchases
    /// included; leaving costs to the end of the horizon at least, for leaving may fall due after the term.
    static func lines(
        _ lines: [CostLine], under term: ContractTerm?, in study: Study, _ openEndMonths: Int
    ) throws(Problem) -> [ScheduledLine] {
        let order = try LineOrder(lines)
        let months = term?.monthsWithRenewals ?? openEndMonths
        let cap = term?.priceCapPerYear
        let within = try scheduled(order, in: study, lasting: months) { months in
            .term(months: months, from: study.horizon, escalationCap: cap)
        }
        let after = try order.scheduled(
            in: study,
            window: .term(
                months: max(months, 12 * study.horizon.years), from: study.horizon,
                escalationCap: cap)
        ) { isPaidToVendor($0) && isLeaving($0) }
        return (within + after).sorted { order.position(of: $0) < order.position(of: $1) }
    }

    /// Returns the settled net payments without renewals and optional purchases by line and year, or nil
    /// where the contract names none.
    static func firmAmounts(
        of lines: [CostLine], under term: ContractTerm?, in study: Study, _ openEndMonths: Int
    ) throws(Problem) -> [String: [Int: Money]]? {
        guard term?.renewals != nil || lines.contains(where: { $0.optional != nil }) else {
            return nil
        }
        let months = term?.months ?? openEndMonths
        let firm = try scheduled(try LineOrder(lines), in: study, lasting: months) { months in
            var window = Window.term(
                months: months, from: study.horizon, escalationCap: term?.priceCapPerYear)
            window.countsOptional = false
            return window
        }
        var amounts: [String: [Int: Money]] = [:]
        for line in firm {
            let owed = line.counted(.all).filter { $0.payment.part?.isContractual ?? true }
            for (column, entries) in Dictionary(grouping: owed, by: \.payment.column) {
                amounts[line.line.id, default: [:]][column] = try Contract.settled(
                    entries.map(\.net), study.currency)
            }
        }
        return amounts
    }

    /// Returns the lines that a vendor is paid up to the next break, as far as they bind.
    ///
    /// A lease or loan binds to its own end unless a break is stated.
    static func committed(
        _ lines: [CostLine], under term: ContractTerm?, in study: Study
    ) throws(Problem) -> [ScheduledLine] {
        let months = term.map { min($0.months, $0.breakMonths ?? $0.months) } ?? 1
        return try scheduled(
            try LineOrder(lines), in: study, lasting: months,
            extendsOwnTerms: term?.breakMonths == nil
        ) { months in
            var window = Window.term(
                months: months, from: study.horizon, escalationCap: term?.priceCapPerYear,
                use: .committed)
            window.countsOptional = false
            return window
        }
    }

    /// Returns whether `line` is a cost that a vendor is still to be paid for.
    static func isPaidToVendor(_ line: CostLine) -> Bool {
        guard case .cost = line.direction, line.vendor != nil else { return false }
        if case .payroll = line.funding { return false }
        return !line.isSunk
    }

    private static func isLeaving(_ line: CostLine) -> Bool {
        line.category == CostLine.leavingCategory
    }

    /// Schedules what vendors are paid but for leaving costs: over so many months, or to the end of a lease
    /// or loan that begins within them.
    private static func scheduled(
        _ order: LineOrder, in study: Study, lasting months: Int, extendsOwnTerms: Bool = true,
        window: (_ months: Int) -> Window
    ) throws(Problem) -> [ScheduledLine] {
        let wanted = order.lines.filter { isPaidToVendor($0) && !isLeaving($0) }
        let spans = wanted.map { line in
            let own = (line.model as? any OwnTermModel)?.ownMonths(
                from: study.horizon.start, within: months)
            return extendsOwnTerms ? max(months, own ?? months) : months
        }
        var scheduled: [ScheduledLine] = []
        for span in Set(spans).sorted() {
            let ids = Set(zip(wanted, spans).filter { $0.1 == span }.map(\.0.id))
            scheduled += try order.scheduled(in: study, window: window(span)) {
                ids.contains($0.id)
            }
        }
        return scheduled.sorted { order.position(of: $0) < order.position(of: $1) }
    }
}
