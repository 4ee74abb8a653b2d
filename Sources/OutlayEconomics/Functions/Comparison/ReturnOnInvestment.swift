import OutlayProblems
import OutlaySampling
import OutlayValues

/// What is gained for each unit laid out.
public enum ReturnOnInvestment {
    /// Returns (benefits − costs) / costs, carried to 20 decimals.
    ///
    /// - Throws: ``ProblemCode/zeroDenominator`` for costs of 0 or less, ``ProblemCode/overflow``.
    /// - Source: J. J. Phillips, *Return on Investment in Training and Performance Improvement Programs*, 2nd
    ///   ed., Butterworth-Heinemann 2003, chapter 1.
    public static func simple(
        benefits: ExactDecimal, costs: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        guard costs > .zero else { throw Ratio.undefined("the costs are \(costs)") }
        return try (benefits - costs).divided(by: costs, carrying: ExactDecimal.carriedPlaces)
    }

    /// Returns the yearly rate that grows to `total` over `years`: (1 + total)^(1/years) − 1.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for no year, ``ProblemCode/rateOutOfDomain`` for a return of -1 or
    ///   below, ``ProblemCode/nonFinite``.
    public static func annualised(_ total: Double, years: Double) throws(Problem) -> Double {
        try FlowProblems.check(rate: total, named: "the return")
        try FlowProblems.check(years, named: "the number of years")
        guard years > 0 else { throw LifeProblems.zeroLife("years", years) }
        return Growth.minusOne(total, 1 / years)
    }
}

extension ReturnOnInvestment: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "roi", title: "Return on investment", group: .comparison,
            summary: "What is gained for each unit laid out, without interest.",
            inputs: [
                FunctionInput("total-benefits", "all that comes in", .exact, unit: "money"),
                FunctionInput("total-costs", "all that is laid out", .exact, unit: "money"),
            ],
            results: [FunctionResult("roi", "the return, a fraction")],
            formula: "ROI = (benefits − costs) / costs",
            source:
                "J. J. Phillips, Return on Investment in Training and Performance Improvement Programs, "
                + "2nd ed., Butterworth-Heinemann 2003, chapter 1",
            examples: [
                FunctionExample(
                    "by hand: 69 000 of 276 000",
                    ["total-benefits": "345000", "total-costs": "276000"],
                    gives: ["roi": .exact(ExactDecimal(25, places: 2))])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let roi = try simple(
            benefits: inputs.exact("total-benefits"), costs: inputs.exact("total-costs"))
        return FunctionAnswer(["roi": .exact(roi)])
    }
}

/// The yearly rate that a return over several years amounts to.
public enum AnnualisedReturn: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "annualised-roi", title: "Annualised return", group: .comparison,
            summary: "The yearly rate that a return over several years amounts to.",
            inputs: [
                FunctionInput("roi", "the return over all years", .rate),
                FunctionInput("years", "the years", .anyNumber, unit: "years"),
            ],
            results: [FunctionResult("rate", "the return", unit: "per year")],
            formula: "(1 + ROI)^(1/years) − 1",
            source:
                "CFA Institute, Global Investment Performance Standards (2020), geometric linking",
            examples: [
                FunctionExample(
                    "by hand: 1.1³ = 1.331", ["roi": "0.331", "years": "3"],
                    gives: ["rate": 0.1])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "rate": .number(
                try ReturnOnInvestment.annualised(
                    inputs.number("roi"), years: inputs.number("years")))
        ])
    }
}
