import OutlayProblems
import OutlayValues

/// The inputs of one line, by the names its model declares.
public struct CostModelInputs: Sendable, Hashable {
    /// The values given.
    public var values: [String: Value]

    /// One value.
    public enum Value: Sendable, Hashable {
        case operand(Operand)
        case pricePeriod(PricePeriod)
        case moment(Moment)
        case date(CalendarDate)
        case factors([ExactDecimal])
        case escalation(Escalation)
        case instalments(Instalments)
        case tiers([PriceTier])
        case schedule(AmountSchedule)
        case names([String])
        case flag(Bool)
        case word(String)
    }

    /// Creates inputs.
    public init(_ values: [String: Value]) {
        self.values = values
    }

    func operand(_ name: String) -> Operand? {
        if case .operand(let operand) = values[name] { operand } else { nil }
    }

    /// Returns the operand called `name`.
    ///
    /// - Throws: ``ProblemCode/missingField`` where it was not given.
    func required(_ name: String) throws(Problem) -> Operand {
        guard let operand = operand(name) else {
            throw Problem(
                .missingField, "the line has no `\(name)`",
                because: "what it costs follows from it", hint: "add `\(name):`")
        }
        return operand
    }

    /// Returns the number called `name` where it is stated and no assumption.
    func constant(_ name: String) -> ExactDecimal? {
        if case .constant(let number)? = operand(name) { number } else { nil }
    }

    /// Returns the count of months called `name`.
    ///
    /// - Throws: ``ProblemCode/missingField``, or ``ProblemCode/outOfRange`` for no whole number of 1 or more.
    func months(_ name: String) throws(Problem) -> Int {
        guard case .constant(let number) = try required(name), let months = number.wholeValue,
            (1...600).contains(months)
        else {
            throw Problem(
                .outOfRange, "`\(name)` is no count of months",
                because: "it is a whole number from 1 to 600",
                hint: "write months: 36 is three years")
        }
        return months
    }

    func pricePeriod(_ name: String) -> PricePeriod? {
        if case .pricePeriod(let period) = values[name] { period } else { nil }
    }

    func moment(_ name: String) -> Moment? {
        if case .moment(let moment) = values[name] { moment } else { nil }
    }

    func date(_ name: String) -> CalendarDate? {
        if case .date(let date) = values[name] { date } else { nil }
    }

    func factors(_ name: String) -> [ExactDecimal]? {
        if case .factors(let factors) = values[name] { factors } else { nil }
    }

    func escalation(_ name: String) -> Escalation? {
        if case .escalation(let escalation) = values[name] { escalation } else { nil }
    }

    func names(_ name: String) -> [String] {
        if case .names(let names) = values[name] { names } else { [] }
    }

    func flag(_ name: String) -> Bool {
        if case .flag(let flag) = values[name] { flag } else { false }
    }

    func word(_ name: String) -> String? {
        if case .word(let word) = values[name] { word } else { nil }
    }

    func tiers(_ name: String) -> [PriceTier]? {
        if case .tiers(let tiers) = values[name] { tiers } else { nil }
    }

    func schedule(_ name: String) -> AmountSchedule? {
        if case .schedule(let schedule) = values[name] { schedule } else { nil }
    }

    func instalments(_ name: String) -> Instalments? {
        if case .instalments(let instalments) = values[name] { instalments } else { nil }
    }
}

/// When a one-off amount is paid.
public enum Moment: Sendable, Hashable {
    /// At time 0.
    case start
    /// At the end of the last year.
    case end
    /// On a day.
    case date(CalendarDate)
}

/// When within its year a charge is paid.
public enum Instalments: Sendable, Hashable {
    /// At the beginning of each charge period.
    case advance
    /// At the end of each charge period.
    case arrears
    /// In twelve parts, at the end of each month.
    case monthly
    /// In four parts, at the end of each quarter.
    case quarterly
    /// In equal parts on those of the days that fall in the year.
    case dates([CalendarDate])
}
