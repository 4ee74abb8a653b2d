import OutlayProblems
import OutlayValues

/// How prices grow from year to year: the arithmetic under lines that escalate.
public enum PriceGrowth {
    /// The first amount that has grown.
    public enum Start: String, Sendable, Hashable, CaseIterable {
        /// Year 1 has grown once: (1 + e)^t.
        case year1
        /// Year 1 is as priced: (1 + e)^(t − 1).
        case year2
    }

    /// Returns `base` in each of `years` years, growing by the same rate.
    ///
    ///     try PriceGrowth.constant(5_600, by: 0.001, years: 2, from: .year1)   // 5 605.6, 5 611.2056
    ///
    /// - Parameters:
    ///   - base: The price before growth.
    ///   - rate: Growth of a year, above -1.
    ///   - years: How many years, 0 or more.
    ///   - start: The first year that has grown.
    /// - Returns: One amount a year, carried to 20 decimals.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/outOfRange``, ``ProblemCode/overflow``.
    /// - Source: NIST Handbook 135 (2022), section 4.2: the uniform rate of price change.
    public static func constant(
        _ base: ExactDecimal, by rate: ExactDecimal, years: Int, from start: Start = .year2
    ) throws(Problem) -> [ExactDecimal] {
        try requireCount(years)
        try requireRate(rate)
        let rates = [ExactDecimal](repeating: rate, count: years)
        return Array(try schedule(base, by: rates, from: start).prefix(years))
    }

    /// Returns `base` in each year, growing by a rate of its own in each.
    ///
    /// - Parameters:
    ///   - base: The price before growth.
    ///   - rates: Growth from year to year, each above -1: the first into year 1, or into year 2.
    ///   - start: The first year that has grown.
    /// - Returns: One amount a year: as many as rates, and one more where year 1 has not grown.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/overflow``.
    /// - Source: NIST Handbook 135 (2022), section 4.2: rates of price change that vary, as for energy.
    public static func schedule(
        _ base: ExactDecimal, by rates: [ExactDecimal], from start: Start = .year2
    ) throws(Problem) -> [ExactDecimal] {
        var amount = base
        var amounts: [ExactDecimal] = start == .year2 ? [base] : []
        for rate in rates {
            try requireRate(rate)
            amount = try amount.multiplied(by: ExactDecimal.one + rate)
            amounts.append(amount)
        }
        return amounts
    }

    /// Returns a monthly price over some months, raised every so many months and rounded.
    ///
    /// The price after *k* steps is base × (1 + uplift)^k, rounded once.
    ///
    /// - Parameters:
    ///   - base: The price of the first month.
    ///   - uplift: Growth at each step, above -1.
    ///   - months: How many months, 0 or more.
    ///   - step: The months between two steps, 1 or more.
    ///   - places: The decimals of the currency.
    ///   - rounding: The rule for what lies between, or nil to round nothing.
    /// - Returns: One price a month.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/outOfRange``, ``ProblemCode/overflow``.
    public static func monthly(
        _ base: ExactDecimal, uplift: ExactDecimal, months: Int, every step: Int = 12,
        places: Int = 2, _ rounding: Rounding? = .halfEven
    ) throws(Problem) -> [ExactDecimal] {
        try requireCount(months)
        try requireStep(step)
        try requireRate(uplift)
        let growth = try ExactDecimal.one + uplift
        var amounts: [ExactDecimal] = []
        for month in 0..<months {
            let price = try base.multiplied(by: growth.raised(to: month / step))
            amounts.append(rounding.map { price.rounded(toPlaces: places, $0) } ?? price)
        }
        return amounts
    }

    /// Returns a yearly price over some years, raised at each renewal alone.
    ///
    /// - Parameters:
    ///   - base: The price of the first term.
    ///   - uplift: Growth at each renewal, above -1.
    ///   - termYears: The years of a term, 1 or more.
    ///   - years: How many years, 0 or more.
    /// - Returns: One price a year, unrounded.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/outOfRange``, ``ProblemCode/overflow``.
    public static func steps(
        _ base: ExactDecimal, uplift: ExactDecimal, termYears: Int, years: Int
    ) throws(Problem) -> [ExactDecimal] {
        try monthly(base, uplift: uplift, months: years, every: termYears, nil)
    }

    /// Returns what a share of a price is worth after it has grown for some years.
    ///
    /// - Parameters:
    ///   - base: The price before growth.
    ///   - factor: The share that is left, 0 or more.
    ///   - rate: Growth of a year, above -1.
    ///   - years: How many years, 0 or more.
    /// - Returns: base × factor × (1 + rate)^years, unrounded.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/negativeQuantity``, ``ProblemCode/outOfRange``,
    ///   ``ProblemCode/overflow``.
    /// - Source: NIST Handbook 135 (2022), section 4.2: residual values.
    public static func residual(
        _ base: ExactDecimal, factor: ExactDecimal, by rate: ExactDecimal, years: Int
    ) throws(Problem) -> ExactDecimal {
        try requireCount(years)
        try requireRate(rate)
        try Problem.requireQuantity(factor, "residual factor")
        return try base.multiplied(by: factor).multiplied(
            by: (ExactDecimal.one + rate).raised(to: years))
    }

    /// Returns the present value of `base` each year, growing.
    ///
    /// - Parameters:
    ///   - base: The price before growth.
    ///   - growth: Growth of a year, above -1.
    ///   - rate: The discount rate of a year, above -1.
    ///   - years: How many payments, 0 or more.
    ///   - start: The first year that has grown.
    ///   - timing: When in its year a payment counts.
    /// - Returns: The unrounded sum.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/outOfRange``.
    public static func presentValue(
        of base: ExactDecimal, growth: ExactDecimal, rate: ExactDecimal, years: Int,
        from start: Start = .year2, timing: PaymentTiming = .endOfYear
    ) throws(Problem) -> Double {
        try requireCount(years)
        try requireRate(growth)
        try requireRate(rate)
        let (up, down) = (1 + growth.doubleValue, 1 + rate.doubleValue)
        var sum = 0.0
        for year in stride(from: 1, through: years, by: 1) {
            let grown = power(up, Double(start == .year1 ? year : year - 1))
            sum += grown / power(down, Double(year) + timing.shift)
        }
        return base.doubleValue * sum
    }

    /// Returns the present value of 1 a year that grows from the base date on, after some years of planning.
    ///
    /// Growth runs to the moment a payment counts, as discounting does.
    ///
    /// - Parameters:
    ///   - growth: Growth of a year, above -1.
    ///   - rate: The discount rate of a year, above -1.
    ///   - years: The years of service, 0 or more.
    ///   - planningYears: The years between the base date and the first year of service, 0 or more.
    ///   - timing: When in its year a payment counts.
    ///   - growsWhilePlanning: Whether growth runs from the base date; otherwise from the first day of service.
    /// - Returns: The unrounded factor.
    /// - Throws: ``ProblemCode/rateOutOfDomain``, ``ProblemCode/outOfRange``.
    /// - Source: NIST BLCC 5.3-19, ECIP report: annually recurring amounts of MILCON analyses.
    public static func presentValueFactor(
        growth: ExactDecimal, rate: ExactDecimal, years: Int, planningYears: Int = 0,
        timing: PaymentTiming = .midYear, growsWhilePlanning: Bool = true
    ) throws(Problem) -> Double {
        try requireCount(years)
        try requireCount(planningYears)
        try requireRate(growth)
        try requireRate(rate)
        let (up, down) = (1 + growth.doubleValue, 1 + rate.doubleValue)
        var sum = 0.0
        for year in stride(from: 1, through: years, by: 1) {
            let served = Double(year) + timing.shift
            let elapsed = served + Double(planningYears)
            sum += power(up, growsWhilePlanning ? elapsed : served) / power(down, elapsed)
        }
        return sum
    }

    private static func requireRate(_ rate: ExactDecimal) throws(Problem) {
        guard rate <= ExactDecimal(-1) else { return }
        throw Problem(
            .rateOutOfDomain, "a rate of \(rate)",
            because: "a price cannot lose all of itself or more: a rate is above -1",
            hint: "write fractions of 1: -0.05 is 5 % less")
    }

    private static func requireCount(_ count: Int) throws(Problem) {
        guard !(0...10_000).contains(count) else { return }
        throw Problem(
            .outOfRange, "a count of \(count)", because: "it is from 0 to 10000",
            hint: "correct the count of years or months")
    }

    private static func requireStep(_ step: Int) throws(Problem) {
        guard step < 1 else { return }
        throw Problem(
            .outOfRange, "a step of \(step)", because: "a term has at least one period",
            hint: "write 1 or more")
    }
}

extension PaymentTiming {
    /// The years by which a payment counts before the end of its year, as a number of 0 or less.
    fileprivate var shift: Double {
        switch self {
        case .endOfYear: 0
        case .midYear: -0.5
        case .startOfYear: -1
        }
    }
}
