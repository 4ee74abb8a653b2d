import OutlayProblems
import OutlayValues

/// What all lines of a comparison share: the horizon, the rate, the assumptions and the calendar.
public struct Study: Sendable {
    /// The years looked at.
    public var horizon: Horizon
    /// The rate that later money is discounted at.
    public var rate: DiscountRate
    /// The currency of every result.
    public var currency: Currency
    /// Money due before this day is sunk.
    public var decisionDate: CalendarDate
    /// The years that charges are budgeted by.
    public var fiscalCalendar: FiscalCalendar
    /// The assumptions by identifier.
    public var assumptions: [String: Assumption]
    /// The assumptions that were given another value for this run, in the order they were set.
    public internal(set) var overrides: [AssumptionOverride] = []

    /// Creates a study; the decision date is the horizon's start unless given.
    public init(
        horizon: Horizon, rate: DiscountRate, currency: Currency,
        decisionDate: CalendarDate? = nil, fiscalCalendar: FiscalCalendar = .calendarYear,
        assumptions: [Assumption] = []
    ) {
        self.horizon = horizon
        self.rate = rate
        self.currency = currency
        self.decisionDate = decisionDate ?? horizon.start
        self.fiscalCalendar = fiscalCalendar
        self.assumptions = Dictionary(
            assumptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns `amount` rounded half-even to the currency's minor unit, so that equal sums compare equal.
    package func settled(_ amount: Double) -> Double {
        let unit = power(10, Double(currency.minorUnitPlaces))
        return (amount * unit).rounded(.toNearestOrEven) / unit
    }

    /// Returns the day that a recurring amount of `year` stands for, by the timing of the study.
    package func day(standingFor year: Int) -> CalendarDate {
        switch rate.timing {
        case .startOfYear: horizon.firstDay(ofYear: year)
        case .midYear: horizon.firstDay(ofMonth: 7, inYear: year)
        case .endOfYear: horizon.firstDay(ofYear: year + 1)
        }
    }

    /// Returns the value of `operand` on `date`, grown up to study year `year`, which `day` stands for.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` for an assumption that the study does not have.
    package func value(
        of operand: Operand, on date: CalendarDate, year: Int, by day: CalendarDate
    ) throws(Problem) -> ExactDecimal {
        switch operand {
        case .constant(let value): return value
        case .assumption(let id):
            guard let assumption = assumptions[id] else {
                throw Problem(
                    .unknownReference, "there is no assumption `\(id)`",
                    because: "a line refers to it",
                    hint: Suggestion.hint(for: id, among: assumptions.keys))
            }
            return try assumption.value(on: date, year: year, by: day)
        }
    }
}

extension Study {
    /// Returns the value of `operand` on `date`, as ``value(of:on:year:by:)``, of the input called `name`.
    ///
    /// - Throws: ``ProblemCode/negativeQuantity`` or, for money, ``ProblemCode/negativePrice`` below 0;
    ///   ``ProblemCode/unknownReference``, ``ProblemCode/badSeries``.
    func quantity(
        of operand: Operand, _ name: String, on date: CalendarDate, year: Int, by day: CalendarDate
    ) throws(Problem) -> ExactDecimal {
        let value = try value(of: operand, on: date, year: year, by: day)
        guard value.isNegative else { return value }
        let isPrice = CostModelInputDescriptor.isPrice(name)
        var reason = isPrice ? "a price is 0 or more" : "nobody buys or uses less than nothing"
        if case .assumption(let id) = operand {
            reason = "the assumption `\(id)` is \(value) on \(date)"
        }
        throw Problem(
            isPrice ? .negativePrice : .negativeQuantity, "`\(name)` is \(value)",
            because: reason,
            hint: "correct the sign; money that comes back is a residual or a benefit")
    }
}

/// The stretch of time that payments are asked for.
public struct Window: Sendable, Hashable {
    /// The number of study years, 1 or more; may go beyond the horizon.
    public var years: Int
    /// The first day that counts, or nil for every day up to the last.
    public var firstDay: CalendarDate?
    /// The last day that counts.
    public var lastDay: CalendarDate
    /// The yearly growth that growing lines are taken at instead of their own, where there is a cap.
    public var escalationCap: ExactDecimal?

    /// How much use it counts where use is not what was agreed on.
    public var use = Use.expected

    /// How much is counted of what goes by use.
    public enum Use: Sendable, Hashable {
        /// What is expected, at most the ceiling where one is agreed on.
        case expected
        /// The ceiling, where one is agreed on.
        case ceiling
        /// Nothing but what is paid for, used or not.
        case committed
    }

    /// Whether it is that of a contract.
    var isContract: Bool { use != .expected }

    /// The window of a life-cycle cost: the horizon, at each line's own growth.
    public static func horizon(_ horizon: Horizon) -> Window {
        Window(years: horizon.years, lastDay: horizon.end, escalationCap: nil)
    }

    /// The window of a contract: `months` from the horizon's start, at the capped growth, use at its ceiling
    /// unless said otherwise.
    public static func term(
        months: Int, from horizon: Horizon, escalationCap: ExactDecimal?, use: Use = .ceiling
    ) -> Window {
        Window(
            years: (months + 11) / 12,
            lastDay: horizon.start.adding(months: months).adding(days: -1),
            escalationCap: escalationCap, use: use)
    }

    /// Returns whether `day` counts.
    func contains(_ day: CalendarDate) -> Bool {
        day <= lastDay && firstDay.map { $0 <= day } ?? true
    }

    /// Returns the units that are counted where `expected` are used, of at most `ceiling`.
    func units(_ expected: ExactDecimal, ceiling: ExactDecimal?) -> ExactDecimal {
        switch use {
        case .expected: ceiling.map { min(expected, $0) } ?? expected
        case .ceiling: ceiling ?? expected
        case .committed: .zero
        }
    }

    /// Returns the part of the window from `day` on.
    func beginning(_ day: CalendarDate) -> Window {
        var part = self
        part.firstDay = day
        return part
    }
}
