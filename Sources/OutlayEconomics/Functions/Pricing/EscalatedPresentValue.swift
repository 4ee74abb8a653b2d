import OutlayProblems
import OutlayValues

/// What yearly amounts that grow are worth today.
public enum EscalatedPresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "escalated-present-value", title: "Present value of growing amounts",
            group: .pricing,
            summary: "What an amount of every year that grows is worth today.",
            inputs: [
                FunctionInput("base", "the amount before growth", .exact, unit: "money"),
                FunctionInput("growth", "growth of a year", .exact, unit: "per year"),
                FunctionInput("rate", "the discount rate", .exact, unit: "per year"),
                FunctionInput("years", "how many years", .count(from: 1), unit: "years"),
                FunctionInput(
                    "from", "the first year that has grown",
                    .choice(PriceGrowth.Start.allCases.map(\.rawValue)), .optional("year2")),
                FunctionInput(
                    "timing", "when in its year an amount counts",
                    .choice(PaymentTiming.allCases.map(\.rawValue)), .optional("end-of-year")),
            ],
            results: [
                FunctionResult("value", "the value today", unit: "money")
            ],
            formula: "Σ base × (1 + growth)^(t − 1 or t) / (1 + rate)^t",
            source: "NIST Handbook 135 (2022), section 4.2",
            examples: [
                FunctionExample(
                    "by hand: 100/1.1 + 110/1.21",
                    ["base": "100", "growth": "0.1", "rate": "0.1", "years": "2"],
                    gives: ["value": 181.8181818181818])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let start = PriceGrowth.Start(rawValue: inputs.word("from", orElse: "")) ?? .year2
        let timing = PaymentTiming(rawValue: inputs.word("timing", orElse: "")) ?? .endOfYear
        let value = try PriceGrowth.presentValue(
            of: inputs.exact("base"), growth: inputs.exact("growth"), rate: inputs.exact("rate"),
            years: inputs.count("years"), from: start, timing: timing)
        return FunctionAnswer(
            ["value": .number(value)],
            conventions: [
                start == .year1 ? "year 1 has grown" : "year 1 is as priced", timing.rawValue,
            ])
    }
}
