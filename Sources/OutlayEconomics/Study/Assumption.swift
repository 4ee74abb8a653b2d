import OutlayProblems
import OutlayValues

/// A named number that drives cost and benefit lines.
public struct Assumption: Sendable, Hashable {
    /// The stable identifier that lines refer to.
    public var id: String
    /// What it counts or costs, such as `seat` or `EUR/year`; empty where not stated.
    public var unit: String
    /// The value over time, in ascending order of its first days; at least one step.
    public var steps: [Step]
    /// How the value grows from study year to study year.
    public var escalation: Escalation
    /// How far it may be off, where stated.
    public var range: UncertainRange?
    /// The identifier of its source, where stated.
    public var source: String?
    /// Why it is assumed, where no source gives it.
    public var reason: String?

    /// A value from a day on; a constant is one step without a day.
    public struct Step: Sendable, Hashable {
        /// The first day the value holds, or nil for "always".
        public var from: CalendarDate?
        /// The value.
        public var value: ExactDecimal

        /// Creates a step.
        public init(from: CalendarDate?, value: ExactDecimal) {
            self.from = from
            self.value = value
        }
    }

    /// Creates an assumption.
    public init(
        id: String, unit: String = "", steps: [Step], escalation: Escalation = .none,
        range: UncertainRange? = nil, source: String? = nil, reason: String? = nil
    ) {
        precondition(!steps.isEmpty, "an assumption has at least one value")
        self.id = id
        self.unit = unit
        self.steps = steps
        self.escalation = escalation
        self.range = range
        self.source = source
        self.reason = reason
    }

    /// Returns the value on `date`, grown up to study year `year`, which `day` stands for.
    ///
    /// - Throws: ``ProblemCode/badSeries`` when the series begins later than `date`.
    package func value(
        on date: CalendarDate, year: Int, by day: CalendarDate
    ) throws(Problem) -> ExactDecimal {
        guard let step = steps.last(where: { $0.from.map { $0 <= date } ?? true }) else {
            throw Problem(
                .badSeries, "`\(id)` has no value on \(date)", at: .part("assumption \(id)"),
                because: "its series begins on \(steps[0].from.map(\.description) ?? "no day")",
                hint: "begin the series on or before \(date)")
        }
        return try step.value.multiplied(by: escalation.factor(year: year, by: day))
    }
}

/// A number of a line: stated there, or a named assumption.
public enum Operand: Sendable, Hashable {
    /// The number itself.
    case constant(ExactDecimal)
    /// The identifier of an ``Assumption``.
    case assumption(String)
}
