import OutlayProblems

/// The rate of return with stated rates for what is borrowed and what is put aside: MIRR.
public enum ModifiedRateOfReturn {
    /// Returns the rate at which what is laid out, discounted to today at `financeRate`, grows to what comes
    /// in, put aside to the end at `reinvestRate`.
    ///
    /// There is one answer wherever there are costs and gains, however often the sign changes.
    ///
    /// - Parameters:
    ///   - flows: One for each period from today, costs negative.
    ///   - financeRate: The rate per period that costs are discounted at, above -1.
    ///   - reinvestRate: The rate per period that gains grow at, above -1.
    /// - Returns: A rate per period.
    /// - Throws: ``ProblemCode/noSignChange`` without a cost or without a gain, ``ProblemCode/noTimeSpan`` for
    ///   one flow, and what is wrong with a number.
    /// - Source: Microsoft, "MIRR function", support.microsoft.com, read 2026-11-23.
    public static func of(
        _ flows: [Double], financeRate: Double, reinvestRate: Double
    ) throws(Problem) -> Double {
        try FlowProblems.check(flows)
        try FlowProblems.check(rate: financeRate, named: "the finance rate")
        try FlowProblems.check(rate: reinvestRate, named: "the reinvestment rate")
        let last = flows.count - 1
        var (costs, gains) = (0.0, 0.0)
        for (period, flow) in flows.enumerated() {
            if flow < 0 {
                costs -= flow * Growth.factor(financeRate, -Double(period))
            } else {
                gains += flow * Growth.factor(reinvestRate, Double(last - period))
            }
        }
        guard costs > 0, gains > 0 else { return try RateOfReturn.none(.noSignChange).requireOne() }
        return power(gains / costs, 1 / Double(last)) - 1
    }
}

extension ModifiedRateOfReturn: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "mirr", title: "Modified rate of return", group: .cashFlows,
            summary: "The rate of return with stated rates for costs and for gains put aside.",
            inputs: [
                FunctionInput("flows", "the flows, costs negative", .numbers),
                FunctionInput(
                    "finance-rate", "the rate that costs are discounted at", .rate,
                    unit: "per period"),
                FunctionInput(
                    "reinvest-rate", "the rate that gains grow at", .rate, unit: "per period"),
            ],
            results: [FunctionResult("mirr", "the rate of return", unit: "per period")],
            formula:
                "MIRR = (FV of gains at the reinvestment rate / PV of costs at the finance rate)^(1/n) − 1",
            source: "Microsoft, MIRR function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "Microsoft, MIRR function: -5 % after three years",
                    [
                        "flows": "-120000 39000 30000 21000", "finance-rate": "0.1",
                        "reinvest-rate": "0.12",
                    ],
                    gives: ["mirr": -0.04804465524998082])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let rate = try of(
            inputs.numbers("flows"), financeRate: inputs.number("finance-rate"),
            reinvestRate: inputs.number("reinvest-rate"))
        return FunctionAnswer(
            ["mirr": .number(rate)], conventions: ["one flow for each period, the first today"])
    }
}
