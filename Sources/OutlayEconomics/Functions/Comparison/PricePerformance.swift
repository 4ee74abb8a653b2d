import OutlayProblems

/// Performance for each unit of money.
public enum PricePerformance {
    /// Returns metric × per / total: the performance that `per` units of money buy.
    ///
    /// - Throws: ``ProblemCode/zeroDenominator`` for a price of 0 or less, ``ProblemCode/nonFinite``.
    /// - Source: LDBC Social Network Benchmark, full disclosure reports, price/performance.
    public static func of(
        metric: Double, total: Double, per: Double = 1000
    ) throws(Problem) -> Double {
        try FlowProblems.check([metric, total, per], "inputs")
        try Ratio.check(positive: total, "the price is")
        return metric * per / total
    }
}

extension PricePerformance: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "price-performance", title: "Performance for the price", group: .comparison,
            summary: "The performance that an amount of money buys.",
            inputs: [
                FunctionInput("metric", "the performance measured", .anyNumber),
                FunctionInput("total", "the price of what achieved it", .anyNumber, unit: "money"),
                FunctionInput(
                    "per", "the amount of money", .anyNumber, unit: "money", .optional("1000")),
            ],
            results: [FunctionResult("performance", "the performance for that amount")],
            formula: "metric × per / total",
            source: "LDBC Social Network Benchmark, full disclosure reports, price/performance",
            examples: [
                FunctionExample(
                    "LDBC SNB audited result", ["metric": "34949.74", "total": "1398469.32"],
                    gives: ["performance": 24.991424195133575])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "performance": .number(
                try of(
                    metric: inputs.number("metric"), total: inputs.number("total"),
                    per: inputs.number("per", orElse: 1000)))
        ])
    }
}
