import OutlayProblems
import OutlayValues

/// When a budget is charged with the payments of a contract: on their days, or over what they serve.
struct ServicePeriods {
    /// The lines as if they were paid at the end of each month they run; none where payments count as they
    /// are due.
    private var monthly: [String: ScheduledLine] = [:]
    private let basis: ChargeBasis

    init(
        of lines: [CostLine], under term: ContractTerm?, in study: Study, _ openEndMonths: Int,
        chargedBy basis: ChargeBasis
    ) throws(Problem) {
        self.basis = basis
        guard basis == .servicePeriod else { return }
        var spread: [CostLine] = []
        var ids: Set<String> = []
        for line in lines {
            if !line.isCapital, line.serviceMonths == nil, let copy = try line.paidMonthly() {
                spread.append(copy)
                ids.insert(line.id)
            } else {
                spread.append(line)
            }
        }
        for scheduled in try ContractSchedule.lines(spread, under: term, in: study, openEndMonths)
        where ids.contains(scheduled.line.id) {
            monthly[scheduled.line.id] = scheduled
        }
    }

    /// Splits the settled cost of a line's study year over the days that it is charged on; the parts
    /// re-add to it.
    func split(
        _ cost: Money, of line: CostLine, _ column: Int, paidBy entries: [ScheduledLine.Entry]
    ) throws(Problem) -> [(day: CalendarDate, amount: Money)] {
        let served = monthly[line.id]?.counted(.all).filter { $0.payment.column == column } ?? []
        let isServed = served.contains { !$0.cost.isZero }
        let days = isServed ? served : entries
        let shares = try Contract.split(cost, by: days.map(\.cost))
        let charges = zip(days, shares).map { (day: $0.payment.due, amount: $1) }
        guard basis == .servicePeriod, !line.isCapital, let months = line.serviceMonths else {
            return charges
        }
        var spread: [(day: CalendarDate, amount: Money)] = []
        for charge in charges {
            let whole = LineCashflow.Movement(
                day: charge.day, amount: charge.amount, column: column)
            for part in try whole.spread(overMonths: months) {
                spread.append((part.day, part.amount))
            }
        }
        return spread
    }
}
