import OutlayProblems

extension FunctionInput {
    /// When the flows of a list are due.
    static let convention = FunctionInput(
        "convention", "when the flows are due", .choice(FlowConvention.allCases.map(\.rawValue)),
        .optional(FlowConvention.firstAtPeriod0.rawValue))

    /// The rate per period.
    static let rate = FunctionInput("rate", "the rate per period", .rate, unit: "per period")

    /// How days become years.
    static let dayCount = FunctionInput(
        "day-count", "how days become years", .choice(DayCount.allCases.map(\.rawValue)),
        .optional(DayCount.actual365Fixed.rawValue))

    /// Whether payments fall at the end or the beginning of their periods.
    static let due = FunctionInput(
        "due", "when in its period a payment falls", .choice(PaymentDue.allCases.map(\.rawValue)),
        .optional(PaymentDue.end.rawValue))
}

extension FunctionInputs {
    /// The inputs that state a rate, one way or another.
    static let discounting = [
        FunctionInput(
            "rate", "the rate per period", .rate, unit: "per period",
            .optional("one of the other rates")),
        FunctionInput(
            "annual-effective-rate", "the rate that compounds over the year's periods", .rate,
            unit: "per year", .optional("one of the other rates")),
        FunctionInput(
            "annual-nominal-rate", "the rate that is divided by the year's periods", .anyNumber,
            unit: "per year", .optional("one of the other rates")),
        FunctionInput(
            "periods-per-year", "the periods of a year, for yearly rates", .count(from: 1),
            .optional("12")),
        FunctionInput(
            "rate-schedule", "rates that hold for some periods each", .rateSteps,
            .optional("one of the other rates")),
        FunctionInput(
            "rates-by-term", "rates of terms, interpolated between them", .rateSteps,
            .optional("one of the other rates")),
    ]

    /// Returns the rate that is stated, and how it was, in plain words.
    ///
    /// - Throws: ``ProblemCode/missingField`` without a rate, ``ProblemCode/fieldsExclude`` with two.
    func discounting() throws(Problem) -> (Discounting, words: String) {
        let names = [
            "rate", "annual-effective-rate", "annual-nominal-rate", "rate-schedule",
            "rates-by-term",
        ]
        let given = names.filter { has($0) }
        guard given.count == 1 else {
            throw Problem(
                given.isEmpty ? .missingField : .fieldsExclude,
                given.isEmpty
                    ? "no rate is given"
                    : given.map { "`\($0)`" }.list("and") + " are given together",
                because: "one rate discounts the flows: " + names.map { "`\($0)`" }.list("or"))
        }
        guard given[0] == "rate" || given[0].hasPrefix("annual") || !has("periods-per-year") else {
            throw Problem(
                .fieldsExclude, "`periods-per-year` goes with a yearly rate",
                because: "`\(given[0])` states rates per period", hint: "leave it out")
        }
        let periods = count("periods-per-year", orElse: 12)
        switch given[0] {
        case "annual-effective-rate":
            let rate = try PeriodRate(
                effectivePerYear: number(given[0]), periodsPerYear: periods)
            return (.rate(rate), "effective yearly rate, (1 + r)^(1/\(periods)) − 1 per period")
        case "annual-nominal-rate":
            let rate = try PeriodRate(nominalPerYear: number(given[0]), periodsPerYear: periods)
            return (.rate(rate), "nominal yearly rate, r / \(periods) per period")
        case "rate-schedule":
            let schedule = try RateSteps(steps(given[0]) ?? [])
            return (.steps(schedule), "changing rates: the factor is a running product")
        case "rates-by-term":
            let points = steps(given[0]) ?? []
            let terms = points.compactMap(\.through)
            let curve = try TermRates(terms: terms, rates: points.map(\.rate))
            return (.terms(curve), "rates by term, interpolated in a straight line")
        default:
            return (.rate(try PeriodRate(perPeriod: number("rate"))), "rate per period")
        }
    }

    /// When the flows are due.
    var convention: FlowConvention {
        FlowConvention(rawValue: word("convention", orElse: "")) ?? .firstAtPeriod0
    }

    /// When in its period a payment falls.
    var due: PaymentDue { PaymentDue(rawValue: word("due", orElse: "")) ?? .end }

    /// How days become years.
    var dayCount: DayCount { DayCount(rawValue: word("day-count", orElse: "")) ?? .actual365Fixed }
}
