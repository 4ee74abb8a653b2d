import OutlayProblems
import OutlayValues

/// Savings against the additional investment that brings them, as NIST measures them.
public enum SavingsToInvestment {
    /// Returns SIR = PV of savings that are no investment / PV of additional investment.
    ///
    /// - Throws: ``ProblemCode/zeroDenominator`` for an additional investment of 0 or less,
    ///   ``ProblemCode/nonFinite``.
    /// - Source: NIST Handbook 135 (2022), section 6.3.
    public static func ratio(
        savings: Double, additionalInvestment: Double
    ) throws(Problem) -> Double {
        try FlowProblems.check(savings, named: "the present value of the savings")
        try FlowProblems.check(additionalInvestment, named: "the additional investment")
        try Ratio.check(positive: additionalInvestment, "the additional investment is")
        return savings / additionalInvestment
    }

    /// Returns AIRR = (1 + d) × SIR^(1/n) − 1, the adjusted internal rate of return: savings are put aside at
    /// the discount rate.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for no year, ``ProblemCode/outOfRange`` for a SIR below 0,
    ///   ``ProblemCode/rateOutOfDomain``, ``ProblemCode/nonFinite``.
    /// - Source: NIST Handbook 135 (2022), section 6.4.
    public static func adjustedRate(
        ratio: Double, discountRate: Double, years: Double
    ) throws(Problem) -> Double {
        try FlowProblems.check(ratio, named: "the savings-to-investment ratio")
        try FlowProblems.check(rate: discountRate, named: "the discount rate")
        try FlowProblems.check(years, named: "the number of years")
        guard years > 0 else { throw LifeProblems.zeroLife("years", years) }
        guard ratio >= 0 else {
            throw Problem(
                .outOfRange, "the savings-to-investment ratio is \(ratio.plainText)",
                because: "losses have no adjusted rate of return")
        }
        return (1 + discountRate) * power(ratio, 1 / years) - 1
    }

    /// Returns the net savings: the life-cycle cost of the base case less that of the alternative.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    /// - Source: NIST Handbook 135 (2022), section 6.2.
    public static func netSavings(
        base: ExactDecimal, alternative: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        try base - alternative
    }
}

/// Savings for each unit of additional investment.
public enum SavingsToInvestmentRatio: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "sir", title: "Savings-to-investment ratio", group: .comparison,
            summary: "What an alternative saves for each unit it costs more at first.",
            inputs: [
                FunctionInput(
                    "pv-non-investment-savings",
                    "the value today of savings that are no investment",
                    .anyNumber, unit: "money"),
                FunctionInput(
                    "pv-additional-investment", "the value today of the additional investment",
                    .anyNumber, unit: "money"),
            ],
            results: [FunctionResult("sir", "the ratio")],
            formula: "SIR = PV(savings) / PV(additional investment)",
            source: "NIST Handbook 135 (2022), section 6.3",
            examples: [
                FunctionExample(
                    "NIST BLCC 5.3-19, ECIP report: 1.81",
                    [
                        "pv-non-investment-savings": "308166",
                        "pv-additional-investment": "170000",
                    ],
                    gives: ["sir": 1.8127411764705883])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "sir": .number(
                try SavingsToInvestment.ratio(
                    savings: inputs.number("pv-non-investment-savings"),
                    additionalInvestment: inputs.number("pv-additional-investment")))
        ])
    }
}

/// The rate of return with savings put aside at the discount rate.
public enum AdjustedRateOfReturn: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "airr", title: "Adjusted internal rate of return", group: .comparison,
            summary:
                "The yearly return on an investment whose savings are put aside at the discount rate.",
            inputs: [
                FunctionInput("sir", "the savings-to-investment ratio", .anyNumber),
                FunctionInput("discount-rate", "the discount rate", .rate, unit: "per year"),
                FunctionInput("years", "the years of the study", .anyNumber, unit: "years"),
            ],
            results: [FunctionResult("airr", "the rate of return", unit: "per year")],
            formula: "AIRR = (1 + d) × SIR^(1/n) − 1",
            source: "NIST Handbook 135 (2022), section 6.4",
            examples: [
                FunctionExample(
                    "NIST BLCC 5.3-19, ECIP report: 5.96 %",
                    ["sir": "1.8127411764705883", "discount-rate": "0.03", "years": "21"],
                    gives: ["airr": 0.05959263137124794])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "airr": .number(
                try SavingsToInvestment.adjustedRate(
                    ratio: inputs.number("sir"), discountRate: inputs.number("discount-rate"),
                    years: inputs.number("years")))
        ])
    }
}

/// What an alternative costs less over its life.
public enum NetSavings: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "net-savings", title: "Net savings", group: .comparison,
            summary: "The life-cycle cost of the base case less that of the alternative, exact.",
            inputs: [
                FunctionInput(
                    "base-lcc", "the life-cycle cost of the base case", .exact, unit: "money"),
                FunctionInput(
                    "alternative-lcc", "the life-cycle cost of the alternative", .exact,
                    unit: "money"),
            ],
            results: [FunctionResult("net_savings", "the difference", unit: "money")],
            formula: "NS = LCC(base) − LCC(alternative)",
            source: "NIST Handbook 135 (2022), section 6.2",
            examples: [
                FunctionExample(
                    "NIST BLCC 5.3-19, FEMP report",
                    ["base-lcc": "16187", "alternative-lcc": "13605"],
                    gives: ["net_savings": .exact(ExactDecimal(2582))])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "net_savings": .exact(
                try SavingsToInvestment.netSavings(
                    base: inputs.exact("base-lcc"), alternative: inputs.exact("alternative-lcc")))
        ])
    }
}
