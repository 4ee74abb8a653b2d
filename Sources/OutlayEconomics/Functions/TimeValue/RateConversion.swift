import OutlayProblems

/// A rate as it is stated for a period, for a year with compounding, and for a year without.
public enum RateConversion: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "rate-conversion", title: "Effective and nominal rates", group: .timeValue,
            summary: "A rate per period, and the yearly rates that mean the same.",
            inputs: FunctionInputs.discounting.filter { !$0.name.hasPrefix("rate") } + [
                FunctionInput(
                    "rate", "the rate per period", .rate, unit: "per period",
                    .optional("one of the yearly rates"))
            ],
            results: [
                FunctionResult("rate", "the rate per period", unit: "per period"),
                FunctionResult(
                    "annual_effective_rate", "the rate that compounds over the year's periods",
                    unit: "per year"),
                FunctionResult(
                    "annual_nominal_rate", "the rate that is divided by the year's periods",
                    unit: "per year"),
            ],
            formula: "1 + effective = (1 + r)^n; nominal = n × r; n periods make a year",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.4",
            examples: [
                FunctionExample(
                    "by hand: 1.005^12 − 1",
                    ["annual-nominal-rate": "0.06"],
                    gives: [
                        "rate": 0.005, "annual_effective_rate": 0.06167781186449828,
                        "annual_nominal_rate": 0.06,
                    ]),
                FunctionExample(
                    "by hand: 1.21^(1/2) − 1",
                    ["annual-effective-rate": "0.21", "periods-per-year": "2"],
                    gives: [
                        "rate": 0.1, "annual_effective_rate": 0.21, "annual_nominal_rate": 0.2,
                    ]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let periods = inputs.count("periods-per-year", orElse: 12)
        let rate: PeriodRate
        let given = ["rate", "annual-effective-rate", "annual-nominal-rate"].filter(inputs.has)
        guard given.count == 1 else {
            throw Problem(
                given.isEmpty ? .missingField : .fieldsExclude,
                given.isEmpty
                    ? "no rate is given"
                    : given.map { "`\($0)`" }.list("and") + " are given together",
                because: "the other two rates follow from one of `rate`, `annual-effective-rate` "
                    + "and `annual-nominal-rate`")
        }
        switch given[0] {
        case "annual-effective-rate":
            rate = try PeriodRate(
                effectivePerYear: inputs.number(given[0]), periodsPerYear: periods)
        case "annual-nominal-rate":
            rate = try PeriodRate(nominalPerYear: inputs.number(given[0]), periodsPerYear: periods)
        default: rate = try PeriodRate(perPeriod: inputs.number("rate"))
        }
        let count = Double(periods)
        return FunctionAnswer(
            [
                "rate": .number(rate.ratePerPeriod),
                "annual_effective_rate": .number(Growth.minusOne(rate.ratePerPeriod, count)),
                "annual_nominal_rate": .number(rate.ratePerPeriod * count),
            ], conventions: ["\(periods) periods in a year"])
    }
}
