import OutlayProblems

/// Benefits against costs, both discounted.
public struct BenefitCostRatio: Sendable, Hashable {
    /// PV(benefits).
    public let benefits: Double
    /// PV(costs), above 0.
    public let costs: Double
    /// PV(benefits) − PV(costs).
    public var netPresentValue: Double { benefits - costs }
    /// PV(benefits) / PV(costs).
    public var ratio: Double { benefits / costs }

    /// Discounts benefits and costs, both positive, one for each period.
    ///
    /// - Throws: ``ProblemCode/zeroDenominator`` where the costs are worth nothing or less,
    ///   ``ProblemCode/lengthMismatch``, ``ProblemCode/emptyInput`` or ``ProblemCode/nonFinite``.
    /// - Source: HM Treasury, *The Green Book* (2022), section 6, benefit cost ratio.
    public init(
        benefits: [Double], costs: [Double], at discounting: Discounting,
        convention: FlowConvention = .firstAtPeriod0
    ) throws(Problem) {
        guard benefits.count == costs.count else {
            throw FlowProblems.lengths("benefits", benefits.count, "costs", costs.count)
        }
        self.benefits = try NetPresentValue.of(benefits, at: discounting, convention: convention)
        self.costs = try NetPresentValue.of(costs, at: discounting, convention: convention)
        try Ratio.check(positive: self.costs, "the present value of the costs is")
    }
}

extension BenefitCostRatio: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "bcr", title: "Benefit cost ratio", group: .comparison,
            summary: "What benefits are worth for each unit of costs, both discounted.",
            inputs: [
                FunctionInput("benefits", "the benefits, one for each period", .numbers),
                FunctionInput("costs", "the costs, positive, one for each period", .numbers),
            ] + FunctionInputs.discounting + [.convention],
            results: [
                FunctionResult("pv_benefits", "the value today of the benefits", unit: "money"),
                FunctionResult("pv_costs", "the value today of the costs", unit: "money"),
                FunctionResult("npv", "their difference", unit: "money"),
                FunctionResult("bcr", "their ratio"),
            ],
            formula: "BCR = PV(benefits) / PV(costs)",
            source: "HM Treasury, The Green Book (2022), section 6",
            examples: [
                FunctionExample(
                    "by hand: 110/1.1 and 50 today",
                    ["benefits": "0 110", "costs": "50 0", "rate": "0.1"],
                    gives: ["pv_benefits": 100.0, "pv_costs": 50.0, "npv": 50.0, "bcr": 2.0])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let (discounting, words) = try inputs.discounting()
        let ratio = try BenefitCostRatio(
            benefits: inputs.numbers("benefits"), costs: inputs.numbers("costs"), at: discounting,
            convention: inputs.convention)
        return FunctionAnswer(
            [
                "pv_benefits": .number(ratio.benefits), "pv_costs": .number(ratio.costs),
                "npv": .number(ratio.netPresentValue), "bcr": .number(ratio.ratio),
            ], conventions: [inputs.convention.words, words])
    }
}

/// What later flows are worth for each unit of the investment.
public enum ProfitabilityIndex: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "profitability-index", title: "Profitability index", group: .comparison,
            summary: "What the flows after an investment are worth for each unit of it.",
            inputs: [
                FunctionInput(
                    "initial-investment", "what is laid out today, positive", .anyNumber,
                    unit: "money"),
                FunctionInput("flows", "the flows from the end of period 1 on", .numbers),
            ] + FunctionInputs.discounting,
            results: [FunctionResult("pi", "the ratio")],
            formula: "PI = PV(flows) / investment",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 5.4",
            examples: [
                FunctionExample(
                    "by hand: 110/1.1 over 50",
                    ["initial-investment": "50", "flows": "110", "rate": "0.1"],
                    gives: ["pi": 2.0])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let (discounting, words) = try inputs.discounting()
        let investment = try inputs.number("initial-investment")
        try Ratio.check(positive: investment, "the investment is")
        let value = try NetPresentValue.of(
            inputs.numbers("flows"), at: discounting, convention: .firstAtPeriod1)
        return FunctionAnswer(
            ["pi": .number(value / investment)],
            conventions: ["first flow at the end of period 1", words])
    }
}
