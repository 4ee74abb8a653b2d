import OutlayProblems

/// A rate per period, and where it comes from.
public struct PeriodRate: Sendable, Hashable {
    /// The rate per period as a fraction above -1.
    public let ratePerPeriod: Double

    /// A rate that is stated per period.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below, ``ProblemCode/nonFinite``.
    public init(perPeriod rate: Double) throws(Problem) {
        try FlowProblems.check(rate: rate)
        ratePerPeriod = rate
    }

    /// The rate per period that compounds to `annual` over a year: (1 + annual)^(1/n) − 1.
    ///
    ///     try PeriodRate(effectivePerYear: 0.05, periodsPerYear: 12)   // 0.004074
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below, ``ProblemCode/nonFinite``,
    ///   ``ProblemCode/outOfRange`` for no period.
    public init(effectivePerYear annual: Double, periodsPerYear: Int) throws(Problem) {
        try Self.check(periodsPerYear)
        try FlowProblems.check(rate: annual)
        ratePerPeriod = Growth.minusOne(annual, 1 / Double(periodsPerYear))
    }

    /// The rate per period of a nominal yearly rate: annual / n.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` where the rate per period is -1 or below,
    ///   ``ProblemCode/nonFinite``, ``ProblemCode/outOfRange`` for no period.
    public init(nominalPerYear annual: Double, periodsPerYear: Int) throws(Problem) {
        try Self.check(periodsPerYear)
        try FlowProblems.check(annual, named: "the rate")
        try self.init(perPeriod: annual / Double(periodsPerYear))
    }

    private static func check(_ periodsPerYear: Int) throws(Problem) {
        guard periodsPerYear > 0 else {
            throw Problem(
                .outOfRange, "a year has \(periodsPerYear) periods",
                because: "a rate per period takes 1 period a year or more")
        }
    }
}

/// Rates that hold for some periods each, as public bodies publish them for long horizons.
public struct RateSteps: Sendable, Hashable {
    /// One rate with the last period that it holds for.
    public struct Step: Sendable, Hashable {
        /// The last period, or nil for all that follow.
        public var through: Double?
        /// The rate per period as a fraction above -1.
        public var rate: Double

        /// Creates a step.
        public init(through: Double?, rate: Double) {
            self.through = through
            self.rate = rate
        }
    }

    /// The steps, ascending; the last one holds on.
    public let steps: [Step]

    /// Creates a schedule.
    ///
    /// - Throws: ``ProblemCode/emptyInput`` without a step, ``ProblemCode/rateOutOfDomain``, or
    ///   ``ProblemCode/badSeries`` for steps out of order.
    public init(_ steps: [Step]) throws(Problem) {
        guard !steps.isEmpty else { throw FlowProblems.empty("rates") }
        var last = 0.0
        for (index, step) in steps.enumerated() {
            try FlowProblems.check(rate: step.rate, named: "rate \(index + 1)")
            guard let through = step.through else {
                guard index == steps.count - 1 else {
                    throw Self.outOfOrder("only the last rate goes without a last period")
                }
                continue
            }
            guard through.isFinite, through > last else {
                throw Self.outOfOrder("each rate holds through a later period than the one before")
            }
            last = through
        }
        self.steps = steps
    }

    private static func outOfOrder(_ why: String) -> Problem {
        Problem(.badSeries, "the rates are not in the order of their periods", because: why)
    }
}

/// Rates by term, as a yield curve states them.
public struct TermRates: Sendable, Hashable {
    /// The terms in periods, ascending, above 0.
    public let terms: [Double]
    /// The rate per period of each term.
    public let rates: [Double]

    /// Creates a curve.
    ///
    /// - Throws: ``ProblemCode/emptyInput``, ``ProblemCode/lengthMismatch``,
    ///   ``ProblemCode/rateOutOfDomain``, or ``ProblemCode/badSeries`` for terms out of order.
    public init(terms: [Double], rates: [Double]) throws(Problem) {
        guard terms.count == rates.count else {
            throw FlowProblems.lengths("terms", terms.count, "rates", rates.count)
        }
        try FlowProblems.check(terms, "terms")
        for (index, rate) in rates.enumerated() {
            try FlowProblems.check(rate: rate, named: "rate \(index + 1)")
        }
        guard terms[0] > 0, zip(terms, terms.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw Problem(
                .badSeries, "the terms are not ascending",
                because: "each term is above 0 and longer than the one before")
        }
        self.terms = terms
        self.rates = rates
    }

    /// Returns the rate of a term: in a straight line between the stated ones, the outer ones held.
    public func rate(at term: Double) -> Double {
        guard let upper = terms.firstIndex(where: { $0 >= term }) else {
            return rates[rates.count - 1]
        }
        guard upper > 0 else { return rates[0] }
        let share = (term - terms[upper - 1]) / (terms[upper] - terms[upper - 1])
        return rates[upper - 1] + share * (rates[upper] - rates[upper - 1])
    }
}

/// How money of later periods is brought to today.
public enum Discounting: Sendable, Hashable {
    /// One rate throughout: (1 + r)^-t.
    case rate(PeriodRate)
    /// Rates that hold for some periods each: the running product of 1 / (1 + rate).
    case steps(RateSteps)
    /// The rate of each term, interpolated: (1 + r(t))^-t.
    case terms(TermRates)

    /// Returns what 1 at `time` is worth today.
    ///
    /// - Parameter time: Periods from today, 0 or more.
    /// - Returns: The factor, unrounded.
    /// - Source: HM Treasury, *The Green Book* (2022), annex 6, for declining rates as a running product.
    public func factor(at time: Double) -> Double {
        switch self {
        case .rate(let rate): return Growth.factor(rate.ratePerPeriod, -time)
        case .terms(let curve): return Growth.factor(curve.rate(at: time), -time)
        case .steps(let schedule):
            var (factor, start) = (1.0, 0.0)
            for (index, step) in schedule.steps.enumerated() where start < time {
                let isLast = index == schedule.steps.count - 1
                let end = isLast ? time : min(time, step.through ?? time)
                factor *= Growth.factor(step.rate, start - end)
                start = end
            }
            return factor
        }
    }
}
