import OutlayProblems
import OutlayValues

/// A price index over time, such as a consumer price index.
public struct IndexSeries: Sendable, Hashable {
    /// The name that growth refers to.
    public let id: String
    /// The values with their times, ascending.
    public let values: [Value]
    /// Growth per year beyond the last value, where it is stated.
    public let forecastPerYear: ExactDecimal?
    /// Where the values come from.
    public let source: String

    /// One value of the index.
    public struct Value: Sendable, Hashable {
        /// The first day it holds.
        public var from: CalendarDate
        /// The index number, above 0.
        public var value: ExactDecimal

        /// Creates a value.
        public init(from: CalendarDate, value: ExactDecimal) {
            self.from = from
            self.value = value
        }
    }

    /// Creates an index from values in any order.
    ///
    /// - Throws: ``ProblemCode/badSeries`` where there is no value, or two of one day;
    ///   ``ProblemCode/outOfRange`` for a value that is not above 0.
    public init(
        id: String, values: [Value], forecastPerYear: ExactDecimal? = nil, source: String
    ) throws(Problem) {
        let sorted = values.sorted { $0.from < $1.from }
        for (value, next) in zip(sorted, sorted.dropFirst()) where value.from == next.from {
            throw Problem(
                .badSeries, "the index `\(id)` has two values of \(value.from)",
                because: "an index has one value at a time", hint: "remove one of them")
        }
        guard !sorted.isEmpty else {
            throw Problem(
                .badSeries, "the index `\(id)` has no value",
                because: "growth is the change between two values", hint: "add its values")
        }
        for value in sorted where value.value <= .zero {
            throw Problem(
                .outOfRange, "the index `\(id)` is \(value.value) from \(value.from)",
                because: "an index is above 0", hint: "correct the value")
        }
        self.id = id
        self.values = sorted
        self.forecastPerYear = forecastPerYear
        self.source = source
    }

    /// Returns the value that holds on `day`.
    ///
    /// A value holds until the next; the last one as long as the one before it did, a year where it is alone.
    /// Beyond that it grows by ``forecastPerYear``, by whole months.
    ///
    /// - Throws: ``ProblemCode/seriesTooShort`` before the first value, and beyond the last without a forecast.
    /// - Complexity: O(log *n*) in the number of values.
    public func value(on day: CalendarDate) throws(Problem) -> ExactDecimal {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle].from <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { throw tooShort(day, because: "begins on \(values[0].from)") }
        let latest = values[low - 1]
        guard low == values.count else { return latest.value }
        let reach = latest.from.adding(months: lastMonths)
        guard day >= reach else { return latest.value }
        guard let forecastPerYear else {
            throw tooShort(day, because: "ends on \(reach.adding(days: -1))")
        }
        let months = latest.from.wholeMonths(until: day)
        let growth = try ExactDecimal.one + forecastPerYear
        let whole = try latest.value.multiplied(by: growth.raised(to: months / 12))
        guard !months.isMultiple(of: 12) else { return whole }
        let part = power(growth.doubleValue, Double(months % 12) / 12)
        return try whole.multiplied(by: ExactDecimal(nearest: part, places: 15))
    }

    /// The months that the last value holds.
    private var lastMonths: Int {
        guard values.count > 1 else { return 12 }
        let (before, last) = (values[values.count - 2].from, values[values.count - 1].from)
        return max(1, before.wholeMonths(until: last))
    }

    private func tooShort(_ day: CalendarDate, because reach: String) -> Problem {
        Problem(
            .seriesTooShort, "the index `\(id)` has no value on \(day)",
            because: "it \(reach), and no value is made up",
            hint:
                "add values with their source under `indices`, or `forecast:` for the years beyond")
    }
}

/// Growth that follows an index: its change from year to year, and a little more, within bounds.
public struct Indexation: Sendable, Hashable {
    /// The index.
    public var series: IndexSeries
    /// What is added to the change of each year, as a fraction.
    public var plus: ExactDecimal
    /// The least growth of a year, where it is bounded.
    public var floor: ExactDecimal?
    /// The most growth of a year, where it is bounded.
    public var cap: ExactDecimal?

    /// Creates growth by an index.
    public init(
        _ series: IndexSeries, plus: ExactDecimal = .zero, floor: ExactDecimal? = nil,
        cap: ExactDecimal? = nil
    ) {
        self.series = series
        self.plus = plus
        self.floor = floor
        self.cap = cap
    }

    /// Returns the growth factor between two days that lie `months` months apart, 12 or fewer.
    ///
    /// What is added and the bounds are those of a year, taken by the months.
    ///
    /// - Throws: ``ProblemCode/seriesTooShort``, or ``ProblemCode/overflow``.
    func factor(
        from first: CalendarDate, to last: CalendarDate, months: Int = 12
    ) throws(Problem) -> ExactDecimal {
        let share = try ExactDecimal(months).divided(by: ExactDecimal(12))
        let change = try series.value(on: last).divided(by: series.value(on: first)) - .one
        var growth = try change + plus.multiplied(by: share)
        if let floor { growth = max(growth, try floor.multiplied(by: share)) }
        if let cap { growth = min(growth, try cap.multiplied(by: share)) }
        return try ExactDecimal.one + growth
    }
}
