import OutlayProblems
import OutlayValues

/// What an option returns on what it costs more than the baseline: rates, ratios and times.
///
/// A figure that cannot be defined is nil, and a rate of return says why there is none or more than one.
public struct Returns: Sendable, Hashable {
    /// The added flows by rising time, gains positive; times at which nothing is left are not there.
    public var flows: [Flow]
    /// The rates at which ``flows`` are worth nothing: the IRR.
    public var rateOfReturn: RateOfReturn
    /// The MIRR at the stated rates, of one flow for each year; nil without rates, or without both signs.
    public var modifiedRateOfReturn: Double?
    /// What more is paid at time 0, exact.
    public var addedInitialCost: ExactDecimal
    /// The present value of the additional investment.
    public var addedInvestment: Double
    /// The present value of what else is saved or gained.
    public var savings: Double
    /// ``savings`` less ``addedInvestment``: the net present value in NIST's terms.
    public var netSavings: Double { savings - addedInvestment }
    /// ``savings`` / ``addedInvestment``, the SIR; nil where no investment is added.
    public var savingsToInvestment: Double?
    /// The adjusted rate of return, the AIRR; nil where there is no ``savingsToInvestment`` or a loss.
    public var adjustedRateOfReturn: Double?
    /// When the added flows have paid back, undiscounted.
    public var payback: Payback.Times
    /// When they have paid back at their present values.
    public var discountedPayback: Payback.Times
    /// What the first year saves: what comes back every year, at the prices of the base date, and a year's share
    /// of all other savings.
    public var firstYearSavings: Double
    /// What more is paid at time 0 over ``firstYearSavings``; nil where either is 0 or less.
    public var simplePaybackYears: Double?

    /// What is gained more at one time.
    public struct Flow: Sendable, Hashable {
        /// The years from time 0.
        public var years: Double
        /// The amount, gains positive.
        public var amount: ExactDecimal

        /// Creates a flow.
        public init(years: Double, amount: ExactDecimal) {
            self.years = years
            self.amount = amount
        }
    }

    /// Compares `option` with `baseline`, whose net flows in each column of the year table are given.
    ///
    /// Investment is what is paid at time 0, all of a line with `capex`, and what things with a life cost again
    /// and bring at their end. Everything else is saved or gained.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed or a number is too large.
    /// - Source: NIST Handbook 135 (2022), chapter 6; for the first year, NIST BLCC 5.3-19, ECIP report.
    init(
        of option: OptionEconomics, over baseline: OptionEconomics, _ coverage: Coverage,
        netFlows: [ExactDecimal], discounted: [Double]
    ) throws(Problem) {
        let rate = option.study.rate
        let years = option.study.horizon.years
        var amounts: [Double: ExactDecimal] = [:]
        addedInitialCost = .zero
        (addedInvestment, savings) = (0, 0)
        for (economics, isOption) in [(option, true), (baseline, false)] {
            for line in economics.costs + economics.benefits {
                let isGain = (line.line.direction == .cost) != isOption
                let movement = try line.movement(in: economics.study)
                for entry in line.counted(coverage) {
                    let amount = isGain ? entry.cost : entry.cost.negated
                    let flow = try movement.undone(of: amount, entry.payment, at: rate)
                    try amounts[flow.years, default: .zero] += flow.amount
                    let present = rate.presentValue(of: amount, years: entry.payment.years)
                    if line.isInvestment(entry) {
                        addedInvestment -= present
                        if entry.payment.column == 0 { try addedInitialCost += amount.negated }
                    } else {
                        savings += present
                    }
                }
            }
        }
        flows = amounts.filter { !$0.value.isZero }.map { Flow(years: $0.key, amount: $0.value) }
            .sorted { $0.years < $1.years }
        rateOfReturn = Self.rateOfReturn(of: flows)
        modifiedRateOfReturn = try Self.modified(netFlows, rate)
        let settled = option.study.settled(addedInvestment)
        savingsToInvestment =
            settled > 0
            ? try SavingsToInvestment.ratio(
                savings: savings, additionalInvestment: addedInvestment) : nil
        adjustedRateOfReturn = try savingsToInvestment.flatMap { (ratio) throws(Problem) in
            guard ratio >= 0 else { return nil }
            return try SavingsToInvestment.adjustedRate(
                ratio: ratio, discountRate: rate.ratePerYear.doubleValue, years: Double(years))
        }
        payback = try Payback.times(of: netFlows)
        discountedPayback = try Payback.times(
            of: discounted, at: .rate(PeriodRate(perPeriod: 0)))
        firstYearSavings = try
            (option.costOfFirstYear(coverage) - baseline.costOfFirstYear(coverage))
            .negated.doubleValue
        simplePaybackYears =
            addedInitialCost > .zero && firstYearSavings > 0
            ? addedInitialCost.doubleValue / firstYearSavings : nil
    }

    /// Returns the rates at which flows at some times are worth nothing.
    public static func rateOfReturn(of flows: [Flow]) -> RateOfReturn {
        RootSearch.answer(
            for: FlowSeries(flows.map(\.amount.doubleValue), at: flows.map(\.years)))
    }

    private static func modified(
        _ netFlows: [ExactDecimal], _ rate: DiscountRate
    ) throws(Problem) -> Double? {
        guard let rates = rate.modifiedReturn, netFlows.contains(where: { $0 > .zero }),
            netFlows.contains(where: \.isNegative)
        else { return nil }
        return try ModifiedRateOfReturn.of(
            netFlows.map(\.doubleValue), financeRate: rates.finance.doubleValue,
            reinvestRate: rates.reinvestment.doubleValue)
    }
}

/// The years by which payments are counted later than they fall due, to be worth what a source says.
private struct Movement {
    var years = 0.0

    /// Returns a payment at its own time, such that at `rate` it is worth what it is when moved.
    ///
    /// Only at the study's rate does moving payments make them worth what the source says. At any other, two
    /// options whose payments are moved by almost the same time would differ by flows that nobody pays.
    func undone(
        of amount: ExactDecimal, _ payment: Payment, at rate: DiscountRate
    ) throws(Problem) -> Returns.Flow {
        guard years != 0 else { return Returns.Flow(years: payment.years, amount: amount) }
        let factor = power(1 + rate.ratePerYear.doubleValue, -years)
        // Movements undo each other but for the last bits of a time.
        let time = (payment.years - years) * 1e9
        return Returns.Flow(
            years: time.rounded() / 1e9,
            amount: try amount.multiplied(by: ExactDecimal(nearest: factor, places: 15)))
    }
}

extension ScheduledLine {
    /// Returns how far its payments are moved, to be worth a present value that its source gives.
    fileprivate func movement(in study: Study) throws(Problem) -> Movement {
        guard line.model.inputs.values["present_value"] != nil, let moved = entries.first else {
            return Movement()
        }
        var inputs = line.model.inputs
        inputs.values["present_value"] = nil
        var copy = line
        copy.model = try type(of: line.model).init(inputs)
        let plain = try ScheduledLine(copy, in: study, window: .horizon(study.horizon))
        return Movement(
            years: plain.entries.first.map { moved.payment.years - $0.payment.years } ?? 0)
    }

    /// Whether a payment is investment: paid at time 0, of a line that is capital spending, or buying a thing
    /// again and giving it away.
    func isInvestment(_ entry: Entry) -> Bool {
        guard case .cost = line.direction else { return false }
        if line.isCapital || entry.payment.column == 0 { return true }
        switch entry.payment.part {
        case .purchase, .replacement, .resale, .disposal, .buyOut: return true
        default: return false
        }
    }
}

extension OptionEconomics {
    /// Returns the present value of what of a cost line is investment, or nil where none of it is.
    package func investment(in line: ScheduledLine, _ coverage: Coverage) -> Double? {
        let entries = line.counted(coverage).filter { line.isInvestment($0) }
        guard !entries.isEmpty else { return nil }
        return entries.reduce(0) {
            $0 + study.rate.presentValue(of: $1.cost, years: $1.payment.years)
        }
    }

    /// Returns what is no investment in the first year, less gains.
    fileprivate func costOfFirstYear(_ coverage: Coverage) throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for line in costs + benefits {
            guard let amount = try firstYear(of: line, coverage) else { continue }
            sum = line.line.isCost ? try sum + amount : try sum - amount
        }
        return sum
    }

    /// Returns what a line comes to in the first year without investment, or nil where nothing of it counts.
    ///
    /// A line that pays in every year from its first to its last counts with its first year, at prices that have
    /// not grown; of all else a year of the horizon has an equal share.
    ///
    /// - Throws: A ``Problem`` when the line cannot be computed.
    package func firstYear(
        of line: ScheduledLine, _ coverage: Coverage
    ) throws(Problem) -> ExactDecimal? {
        let entries = try line.withoutGrowth(in: study).counted(coverage)
            .filter { !line.isInvestment($0) }
        guard let first = entries.map(\.payment.column).min() else { return nil }
        let columns = Set(entries.map(\.payment.column))
        let isYearly = columns.count > 1 && columns.max() == first + columns.count - 1
        let amounts = isYearly ? entries.filter { $0.payment.column == first } : entries
        let total = try amounts.map(\.cost).sum()
        return isYearly ? total : try total.divided(by: ExactDecimal(study.horizon.years))
    }
}

extension ScheduledLine {
    /// Returns the same line at prices that do not grow.
    fileprivate func withoutGrowth(in study: Study) throws(Problem) -> ScheduledLine {
        let type = type(of: line.model)
        let growing = type.descriptor.inputs.filter { $0.kind == .escalation }.map(\.name)
        guard !(line.model is any DerivedCostModel),
            growing.contains(where: { line.model.inputs.values[$0] != nil })
        else { return self }
        var inputs = line.model.inputs
        for name in growing { inputs.values[name] = nil }
        var copy = line
        copy.model = try type.init(inputs)
        return try ScheduledLine(copy, in: study, window: .horizon(study.horizon))
    }
}
