import OutlayProblems
import OutlayValues

/// The money of one line on its days, in each view.
///
/// Only money moves: what is sunk, staff that no budget releases and gains that are not cashable are left
/// out of every view. Gains are negative. Payments are settled to the minor unit per study year first, and
/// split in whole minor units from there on, so that everything re-adds exactly.
struct LineCashflow {
    let line: CostLine
    /// The payments on their due days.
    let cash: [Movement]
    /// The same money on the days that it serves; nil for capital spending without a life.
    private(set) var expense: [Movement]?
    /// What a budget is charged with.
    let charges: [Movement]

    /// Money on a day.
    struct Movement {
        var day: CalendarDate
        var amount: Money
        /// The column of the year table it comes from.
        var column: Int
        /// Which part of its line it is, where parts are told apart.
        var part: Payment.Part?
    }

    /// Looks at `scheduled`, a line over the horizon of `study`.
    ///
    /// - Throws: What scheduling throws.
    init(
        _ scheduled: ScheduledLine, in study: Study, chargedBy basis: ChargeBasis
    ) throws(Problem) {
        line = scheduled.line
        let paid = try Self.settled(scheduled.counted(.cash), study.currency)
        let served = try Self.served(scheduled.line, paid, in: study)
        let recognised = line.isCapital ? try Self.depreciated(paid, line, in: study) : served
        guard case .cost = line.direction else {
            cash = paid.map(\.negated)
            expense = recognised?.map(\.negated)
            charges = []
            return
        }
        cash = paid
        expense = recognised
        if case .budget = line.funding {
            charges = basis == .servicePeriod && !line.isCapital ? served : paid
        } else {
            charges = []
        }
    }

    private static func settled(
        _ entries: [ScheduledLine.Entry], _ currency: Currency
    ) throws(Problem) -> [Movement] {
        var movements: [Movement] = []
        let years = Dictionary(grouping: entries, by: \.payment.column)
        for (column, members) in years.sorted(by: { $0.key < $1.key }) {
            let sum = Money(try members.map(\.cost).sum(), currency).rounded(.halfEven)
            let parts = try Contract.split(sum, by: members.map(\.cost))
            movements += zip(members, parts).map {
                Movement(
                    day: $0.payment.due, amount: $1, column: column, part: $0.payment.part)
            }
        }
        return movements
    }

    /// The day on which a line that names others brings back what they bought.
    func resale(of other: CostLine) -> CalendarDate? {
        guard let model = line.model as? any DerivedCostModel, other.isCapital,
            model.basis.contains(other, askedBy: line)
        else { return nil }
        return cash.last { $0.part == .resale }?.day
    }

    /// Counts what is not yet depreciated on `day`, on which the thing is given away, on that day.
    mutating func writeOff(on day: CalendarDate) throws(Problem) {
        guard var kept = expense, let first = kept.first(where: { $0.day > day }) else { return }
        let left = kept.filter { $0.day > day }
        kept.removeAll { $0.day > day }
        let rest = Money(try left.map(\.amount.amount).sum(), first.amount.currency)
        kept.append(
            Movement(day: day, amount: rest, column: first.column, part: first.part))
        expense = kept
    }

    // MARK: - Service periods

    /// Returns the payments spread over the months that they serve.
    ///
    /// What comes back serves the months of its study year in which it runs; a single payment that states
    /// its months serves those from its own day on; any other serves the day it is paid.
    private static func served(
        _ line: CostLine, _ paid: [Movement], in study: Study
    ) throws(Problem) -> [Movement] {
        var movements: [Movement] = []
        if let months = line.serviceMonths {
            for payment in paid { movements += try payment.spread(overMonths: months) }
            return movements
        }
        guard let monthly = try line.paidMonthly() else { return paid }
        let months = try ScheduledLine(monthly, in: study, window: .horizon(study.horizon))
        let years = Dictionary(grouping: paid, by: \.column)
        for (column, payments) in years.sorted(by: { $0.key < $1.key }) {
            let weights = months.cashEntries.filter { $0.payment.column == column }
            guard weights.contains(where: { !$0.cost.isZero }) else {
                movements += payments
                continue
            }
            let sum = Money(try payments.map(\.amount.amount).sum(), study.currency)
            let parts = try Contract.split(sum, by: weights.map(\.cost))
            movements += zip(weights, parts).map {
                Movement(day: $0.payment.due, amount: $1, column: column)
            }
        }
        return movements
    }

    // MARK: - Capital spending

    /// Returns what is paid as the depreciation that follows from it, in a straight line by months, from the
    /// month of the payment on.
    ///
    /// What is got back for a thing counts on its day, and so does what was not yet depreciated then.
    private static func depreciated(
        _ paid: [Movement], _ line: CostLine, in study: Study
    ) throws(Problem) -> [Movement]? {
        guard paid.contains(where: \.isCapitalised) else { return paid }
        guard let life = try line.lifeMonths(in: study) else { return nil }
        var movements: [Movement] = []
        for payment in paid {
            if payment.isCapitalised {
                movements += try payment.spread(overMonths: life)
                continue
            }
            guard payment.amount.amount.isNegative else {
                movements.append(payment)
                continue
            }
            var rest = payment
            for left in movements where left.day > payment.day {
                rest.amount = try rest.amount + left.amount
            }
            movements.removeAll { $0.day > payment.day }
            movements.append(rest)
        }
        return movements
    }
}

extension LineCashflow.Movement {
    var negated: Self { Self(day: day, amount: amount.negated, column: column, part: part) }

    /// Whether it buys something: repairs and the work of giving things away do not.
    var isCapitalised: Bool {
        switch part {
        case .repair, .disposal, .taxShield: false
        default: amount.amount > .zero
        }
    }

    /// Returns the amount in equal parts on the first days of `count` months, the first part on its own day;
    /// the parts sum to it exactly.
    func spread(overMonths count: Int) throws(Problem) -> [Self] {
        let firstDay = day.adding(days: 1 - day.day)
        let parts = try amount.allocated(
            by: [ExactDecimal](repeating: .one, count: count))
        return parts.enumerated().map { index, share in
            Self(
                day: index == 0 ? day : firstDay.adding(months: index), amount: share,
                column: column, part: part)
        }
    }
}

extension CostLine {
    /// The same line paid at the end of each month it runs, or nil where its model has no such rule.
    func paidMonthly() throws(Problem) -> CostLine? {
        let type = type(of: model)
        // A share of other lines falls due with them, and a single payment on its day.
        guard !(model is any DerivedCostModel), model.inputs.values["at"] == nil else {
            return nil
        }
        guard type.descriptor.inputs.contains(where: { $0.kind == .instalments }) else {
            return nil
        }
        var inputs = model.inputs
        for input in type.descriptor.inputs where input.kind == .instalments {
            inputs.values[input.name] = .instalments(.monthly)
        }
        var copy = self
        copy.model = try type.init(inputs)
        return copy
    }

    /// Returns the months that capital spending is depreciated over: its life, where that is stated.
    fileprivate func lifeMonths(in study: Study) throws(Problem) -> Int? {
        guard let life = model.inputs.operand("life") else { return nil }
        let start = study.horizon.start
        let years = try study.value(of: life, on: start, year: 0, by: start)
        let months = (years.doubleValue * 12).rounded()
        return (1...1200).contains(months) ? Int(months) : nil
    }
}
