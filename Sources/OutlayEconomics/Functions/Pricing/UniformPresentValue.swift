import OutlayProblems
import OutlayValues

/// What 1 of every year that grows from the base date is worth, after some years of planning.
public enum UniformPresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "uniform-present-value", title: "Modified uniform present value",
            group: .pricing,
            summary:
                "What 1 of every year of service, growing from the base date on, is worth on that date.",
            inputs: [
                FunctionInput(
                    "growth", "growth of a year", .exact, unit: "per year", .optional("0")),
                FunctionInput("rate", "the discount rate", .exact, unit: "per year"),
                FunctionInput("years", "the years of service", .count(from: 1), unit: "years"),
                FunctionInput(
                    "planning-years",
                    "the years between the base date and the first year of service",
                    .count(from: 0), unit: "years", .optional("0")),
                FunctionInput(
                    "timing", "when in its year an amount counts",
                    .choice(PaymentTiming.allCases.map(\.rawValue)), .optional("end-of-year")),
                FunctionInput(
                    "grows-while-planning",
                    "whether growth runs from the base date, not from the first day of service",
                    .flag, .optional("yes")),
            ],
            results: [
                FunctionResult("factor", "the value on the base date of 1 a year")
            ],
            formula: "Σ ((1 + growth) / (1 + rate))^t",
            source: "NIST Handbook 135 (2022), section 4.2: UPV and UPV*",
            examples: [
                FunctionExample(
                    "by hand: 1/1.03 + 1/1.03²",
                    ["rate": "0.03", "years": "2"],
                    gives: ["factor": 1.9134696955415214])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let timing = PaymentTiming(rawValue: inputs.word("timing", orElse: "")) ?? .endOfYear
        let factor = try PriceGrowth.presentValueFactor(
            growth: inputs.exact("growth", orElse: .zero), rate: inputs.exact("rate"),
            years: inputs.count("years"), planningYears: inputs.count("planning-years", orElse: 0),
            timing: timing, growsWhilePlanning: inputs.flag("grows-while-planning", orElse: true))
        return FunctionAnswer(["factor": .number(factor)], conventions: [timing.rawValue])
    }
}
