import OutlayProblems
import OutlayValues

/// How a price grows from year to year.
public struct Escalation: Sendable, Hashable {
    /// How much it grows.
    public var growth: Growth
    /// When growth sets in.
    public var origin: Origin

    /// How much a price grows.
    public enum Growth: Sendable, Hashable {
        /// By the same rate in each year; 0 is "does not grow".
        case constant(ExactDecimal)
        /// By a rate of its own in each year; the last one holds.
        case yearly([ExactDecimal])
        /// As an index does.
        case index(Indexation)
    }

    /// When growth sets in.
    public enum Origin: Sendable, Hashable {
        /// From the day of the price to the day that an amount stands for, by whole months.
        case baseDate(CalendarDate)
        /// Year 1 has grown once: (1 + e)^t.
        case year1
        /// Year 1 is as priced: (1 + e)^(t − 1).
        case year2
    }

    /// No growth.
    public static let none = Escalation(ratePerYear: .zero)

    /// Creates an escalation; `ratePerYear` is above -1.
    public init(ratePerYear: ExactDecimal, origin: Origin = .year2) {
        precondition(ratePerYear > ExactDecimal(-1), "a growth rate is above -1")
        growth = .constant(ratePerYear)
        self.origin = origin
    }

    /// Creates an escalation by one rate a year, each above -1, of which the last one holds.
    public init(ratesPerYear rates: [ExactDecimal], origin: Origin = .year2) {
        precondition(!rates.isEmpty, "growth by the year has a rate")
        precondition(rates.allSatisfy { $0 > ExactDecimal(-1) }, "a growth rate is above -1")
        growth = .yearly(rates)
        self.origin = origin
    }

    /// Creates an escalation that follows an index.
    public init(_ indexation: Indexation, origin: Origin = .year2) {
        growth = .index(indexation)
        self.origin = origin
    }

    /// The yearly growth as a fraction: the highest of several rates; of an index the cap, 0 where it has none.
    public var ratePerYear: ExactDecimal {
        switch growth {
        case .constant(let rate): rate
        case .yearly(let rates): rates.max() ?? .zero
        case .index(let indexation): indexation.cap ?? .zero
        }
    }

    /// Whether it is anything but growth by 0.
    public var grows: Bool { growth != .constant(.zero) }

    /// The rate of each year where all years have the same, or nil.
    public var constantRatePerYear: ExactDecimal? {
        if case .constant(let rate) = growth { rate } else { nil }
    }

    /// Returns the growth up to study year `year` (0 for time 0), which `day` stands for.
    ///
    /// Whole powers are exact up to ``ExactDecimal/carriedPlaces`` decimals. A part of a year, which only
    /// ``Origin/baseDate(_:)`` knows, is (1 + e)^(months / 12), rounded to 15 decimals. An index counts with
    /// its values on the eve of `day` and of the same day of each year before.
    ///
    /// - Throws: ``ProblemCode/seriesTooShort`` for a year that an index does not reach,
    ///   ``ProblemCode/overflow`` when the factor needs more than 38 digits.
    public func factor(year: Int, by day: CalendarDate) throws(Problem) -> ExactDecimal {
        guard grows else { return .one }
        switch origin {
        case .year2: return try factor(years: max(0, year - 1), until: day)
        case .year1: return try factor(years: max(0, year), until: day)
        case .baseDate(let base):
            let months = max(0, base.wholeMonths(until: day))
            let anniversary = base.adding(months: months / 12 * 12)
            let whole = try factor(years: months / 12, until: anniversary)
            guard months % 12 != 0 else { return whole }
            return try whole.multiplied(
                by: part(after: months / 12, from: anniversary, to: day, months: months % 12))
        }
    }

    /// Returns the growth of some whole years that end on `day`.
    private func factor(years: Int, until day: CalendarDate) throws(Problem) -> ExactDecimal {
        switch growth {
        case .constant(let rate): return try (ExactDecimal.one + rate).raised(to: years)
        case .yearly(let rates):
            var factor = ExactDecimal.one
            for step in 0..<years {
                let rate = rates[min(step, rates.count - 1)]
                factor = try factor.multiplied(by: ExactDecimal.one + rate)
            }
            return factor
        case .index(let indexation):
            let eve = day.adding(days: -1)
            var factor = ExactDecimal.one
            for step in 0..<years {
                factor = try factor.multiplied(
                    by: indexation.factor(
                        from: eve.adding(years: step - years),
                        to: eve.adding(years: step + 1 - years)))
            }
            return factor
        }
    }

    /// Returns the growth of some months after whole years.
    private func part(
        after years: Int, from anniversary: CalendarDate, to day: CalendarDate, months: Int
    ) throws(Problem) -> ExactDecimal {
        let rate: ExactDecimal
        switch growth {
        case .constant(let constant): rate = constant
        case .yearly(let rates): rate = rates[min(years, rates.count - 1)]
        case .index(let indexation):
            return try indexation.factor(
                from: anniversary.adding(days: -1), to: day.adding(days: -1), months: months)
        }
        let part = power((try ExactDecimal.one + rate).doubleValue, Double(months) / 12)
        return try ExactDecimal(nearest: part, places: 15)
    }

    /// Returns growth at `cap` per year in place of any other growth; what does not grow stays as it is.
    func capped(at cap: ExactDecimal?) -> Escalation {
        guard let cap else { return self }
        if case .constant(let rate) = growth, rate <= .zero { return self }
        return Escalation(ratePerYear: cap, origin: origin)
    }

    /// Returns growth as `window` counts it: under its cap, and in a contract an index at its own.
    func counted(in window: Window) -> Escalation {
        if window.escalationCap != nil { return capped(at: window.escalationCap) }
        guard window.isContract, case .index(let indexation) = growth, let cap = indexation.cap
        else { return self }
        return Escalation(ratePerYear: cap, origin: origin)
    }
}

extension CalendarDate {
    /// Returns the number of whole months from this day to `other`; negative where `other` is earlier.
    package func wholeMonths(until other: CalendarDate) -> Int {
        let (year, month, _) = components
        let (otherYear, otherMonth, _) = other.components
        let months = (otherYear - year) * 12 + otherMonth - month
        return adding(months: months) > other ? months - 1 : months
    }
}
