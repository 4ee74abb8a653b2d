import OutlayProblems

/// The value today of 1 in each period.
public enum AnnuityFactor: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "annuity-factor", title: "Annuity factor", group: .timeValue,
            summary: "What 1 in each period is worth today.",
            inputs: [
                .rate,
                FunctionInput("periods", "the number of periods", .anyNumber, unit: "periods"),
                .due,
            ],
            results: [FunctionResult("factor", "the value today of 1 in each period")],
            formula: "(1 − (1 + r)^-n) / r, times 1 + r in advance",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.2",
            examples: [
                FunctionExample(
                    "by hand: 1/1.14 + 1/1.14²", ["rate": "0.14", "periods": "2"],
                    gives: ["factor": 1.646660510926439])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let factor = try inputs.annuity().factor(periods: inputs.number("periods"))
        return FunctionAnswer(["factor": .number(factor)], conventions: [inputs.due.words])
    }
}

/// The payment in each period that an amount of 1 today costs.
public enum CapitalRecoveryFactor: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "capital-recovery-factor", title: "Capital recovery factor",
            group: .timeValue,
            summary: "What 1 today costs in each period.",
            inputs: [
                .rate,
                FunctionInput("periods", "the number of periods", .anyNumber, unit: "periods"),
                .due,
            ],
            results: [FunctionResult("factor", "the payment in each period for 1 today")],
            formula: "r / (1 − (1 + r)^-n)",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.2",
            examples: [
                FunctionExample(
                    "tables of engineering economics, 10 % and 10 periods: 0.1627",
                    ["rate": "0.1", "periods": "10"], gives: ["factor": 0.1627453948825116])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let factor = try inputs.annuity().capitalRecoveryFactor(periods: inputs.number("periods"))
        return FunctionAnswer(["factor": .number(factor)], conventions: [inputs.due.words])
    }
}

/// The value today of one amount.
public enum SinglePresentValue {
    /// Returns what `amount`, due `years` from today, is worth today.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` or ``ProblemCode/nonFinite``.
    /// - Source: NIST Handbook 135 (2022), section 3.2, single present value factor.
    public static func of(
        _ amount: Double, rate: Double, years: Double
    ) throws(Problem) -> Double {
        try FlowProblems.check(amount, named: "the amount")
        try FlowProblems.check(years, named: "the number of years")
        try FlowProblems.check(rate: rate)
        return amount * Growth.factor(rate, -years)
    }
}

extension SinglePresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "single-present-value", title: "Present value of one amount",
            group: .timeValue,
            summary: "What one amount, due in some years, is worth today.",
            inputs: [
                FunctionInput("amount", "the amount", .anyNumber, unit: "money"),
                FunctionInput("rate", "the yearly rate", .rate, unit: "per year"),
                FunctionInput("years", "the years from today", .anyNumber, unit: "years"),
            ],
            results: [FunctionResult("value", "the value today", unit: "money")],
            formula: "amount / (1 + rate)^years",
            source: "NIST Handbook 135 (2022), section 3.2",
            examples: [
                FunctionExample(
                    "NIST BLCC 5.3-19, ECIP report",
                    ["amount": "-1500", "rate": "0.03", "years": "6"],
                    gives: ["value": -1256.2263850254815])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let value = try of(
            inputs.number("amount"), rate: inputs.number("rate"), years: inputs.number("years"))
        return FunctionAnswer(["value": .number(value)])
    }
}
