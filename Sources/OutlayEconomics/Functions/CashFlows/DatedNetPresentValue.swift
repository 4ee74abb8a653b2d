import OutlayProblems

/// The value on a day of flows on dates: XNPV.
public enum DatedNetPresentValue {
    /// Returns the value of `flows` in the money of their base date.
    ///
    /// The base date is the earliest one unless the flows name another, so that their order does not matter;
    /// Excel takes the first one written.
    ///
    /// - Parameters:
    ///   - flows: Amounts on days.
    ///   - rate: The yearly rate as a fraction above -1.
    /// - Returns: The unrounded sum of flow / (1 + rate)^years.
    /// - Throws: ``ProblemCode/rateOutOfDomain`` or ``ProblemCode/nonFinite`` for the rate.
    /// - Source: Microsoft, "XNPV function", support.microsoft.com, read 2026-11-23.
    public static func of(_ flows: DatedFlows, ratePerYear rate: Double) throws(Problem) -> Double {
        try FlowProblems.check(rate: rate)
        return zip(flows.amounts, flows.years).reduce(0) { sum, flow in
            sum + flow.0 * Growth.factor(rate, -flow.1)
        }
    }
}

extension DatedNetPresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "xnpv", title: "Net present value of dated flows", group: .cashFlows,
            summary: "What flows on dates are worth on the earliest of them.",
            inputs: FunctionInputs.dated + [
                FunctionInput("rate", "the yearly rate", .rate, unit: "per year"),
                FunctionInput(
                    "base-date", "the day whose money the value is in", .date,
                    .optional("the earliest date")),
            ],
            results: [FunctionResult("npv", "the value on the base date", unit: "money")],
            formula:
                "XNPV = Σ flow_i / (1 + rate)^years_i; years run from the base date by the day count",
            source: "Microsoft, XNPV function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "Microsoft, XNPV function",
                    [
                        "dates": "2008-01-01 2008-03-01 2008-10-30 2009-02-15 2009-04-01",
                        "flows": "-10000 2750 4250 3250 2750", "rate": "0.09",
                    ],
                    gives: ["npv": 2086.6476020315367])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let flows = try inputs.datedFlows()
        let value = try of(flows, ratePerYear: inputs.number("rate"))
        return FunctionAnswer(
            ["npv": .number(value)],
            conventions: ["years by \(flows.dayCount.rawValue) from \(flows.base)"])
    }
}

extension FunctionInputs {
    /// The inputs of dated flows.
    static let dated = [
        FunctionInput("flows", "the flows, costs negative", .numbers),
        FunctionInput("dates", "the date of each flow, in any order", .dates),
        FunctionInput.dayCount,
    ]

    /// Returns the dated flows that are given.
    func datedFlows() throws(Problem) -> DatedFlows {
        try DatedFlows(
            numbers("flows"), on: dates("dates"), by: dayCount, base: date("base-date"))
    }
}
