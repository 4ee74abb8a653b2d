import OutlayProblems

private let annuitySource =
    "numpy-financial 1.0.0, documentation; Brealey, Myers and Allen, Principles of Corporate Finance, "
    + "13th ed., section 2.2"
private let annuityFormula =
    "PV × (1 + r)^n + payment × (1 + r × due) × ((1 + r)^n − 1) / r + FV = 0, due 0 at ends and 1 at beginnings"
private let periodsInput = FunctionInput(
    "periods", "the number of periods", .anyNumber, unit: "periods")
private let paymentInput = FunctionInput(
    "payment", "the payment in each period; paid out is negative", .anyNumber, unit: "money")

private func amount(
    _ name: String, _ meaning: String, _ presence: FunctionInput.Presence
) -> FunctionInput {
    FunctionInput(name, meaning, .anyNumber, unit: "money", presence)
}

/// The amount today of even payments: PV.
public enum AnnuityPresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "pv", title: "Present value of even payments", group: .timeValue,
            summary: "The amount today that even payments and an amount at the end make up for.",
            inputs: [
                .rate, periodsInput, paymentInput,
                amount("future-value", "the amount at the end", .optional("0")), .due,
            ],
            results: [FunctionResult("pv", "the amount today", unit: "money")],
            formula: annuityFormula, source: annuitySource,
            examples: [
                FunctionExample(
                    "by hand: 100 × (1 − 1.03^-15) / 0.03",
                    ["rate": "0.03", "periods": "15", "payment": "-100"],
                    gives: ["pv": 1193.7935086776079])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let value = try inputs.annuity().presentValue(
            periods: inputs.number("periods"), payment: inputs.number("payment"),
            futureValue: inputs.number("future-value", orElse: 0))
        return FunctionAnswer(["pv": .number(value)], conventions: [inputs.due.words])
    }
}

/// The amount at the end of even payments: FV.
public enum AnnuityFutureValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "fv", title: "Future value of even payments", group: .timeValue,
            summary: "The amount at the end that an amount today and even payments grow to.",
            inputs: [
                .rate, periodsInput, paymentInput,
                amount("present-value", "the amount today", .optional("0")), .due,
            ],
            results: [FunctionResult("fv", "the amount at the end", unit: "money")],
            formula: annuityFormula, source: annuitySource,
            examples: [
                FunctionExample(
                    "documentation of numpy-financial, fv: 15692.93",
                    [
                        "rate": "0.004166666666666667", "periods": "120", "payment": "-100",
                        "present-value": "-100",
                    ],
                    gives: ["fv": 15692.92889433582])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let value = try inputs.annuity().futureValue(
            periods: inputs.number("periods"), payment: inputs.number("payment"),
            presentValue: inputs.number("present-value", orElse: 0))
        return FunctionAnswer(["fv": .number(value)], conventions: [inputs.due.words])
    }
}

/// The even payment of a loan or a plan: PMT.
public enum AnnuityPayment: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "pmt", title: "Even payment", group: .timeValue,
            summary: "The payment in each period that repays an amount, or saves one up.",
            inputs: [
                .rate, periodsInput, amount("present-value", "the amount today", .required),
                amount("future-value", "the amount at the end", .optional("0")), .due,
            ],
            results: [FunctionResult("payment", "the payment in each period", unit: "money")],
            formula: annuityFormula, source: annuitySource,
            examples: [
                FunctionExample(
                    "documentation of numpy-financial, pmt: -1854.02",
                    [
                        "rate": "0.00625", "periods": "180", "present-value": "200000",
                    ],
                    gives: ["payment": -1854.0247200054762])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let value = try inputs.annuity().payment(
            periods: inputs.number("periods"), presentValue: inputs.number("present-value"),
            futureValue: inputs.number("future-value", orElse: 0))
        return FunctionAnswer(["payment": .number(value)], conventions: [inputs.due.words])
    }
}

/// The number of even payments: NPER.
public enum AnnuityPeriods: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "nper", title: "Number of even payments", group: .timeValue,
            summary: "The periods in which even payments repay an amount, or save one up.",
            inputs: [
                .rate, paymentInput, amount("present-value", "the amount today", .required),
                amount("future-value", "the amount at the end", .optional("0")), .due,
            ],
            results: [
                FunctionResult("periods", "the periods, often no whole number", unit: "periods")
            ],
            formula: annuityFormula, source: annuitySource,
            examples: [
                FunctionExample(
                    "documentation of numpy-financial, nper: 64.0733",
                    ["rate": "0.0058333333333333336", "payment": "-150", "present-value": "8000"],
                    gives: ["periods": 64.07334877066185])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let value = try inputs.annuity().periods(
            payment: inputs.number("payment"), presentValue: inputs.number("present-value"),
            futureValue: inputs.number("future-value", orElse: 0))
        return FunctionAnswer(["periods": .number(value)], conventions: [inputs.due.words])
    }
}

/// The rate of even payments: RATE.
public enum AnnuityRate: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "rate", title: "Rate of even payments", group: .timeValue,
            summary:
                "The rate per period that an amount today, even payments and an amount at the end imply.",
            inputs: [
                FunctionInput("periods", "the number of payments", .count(from: 1)),
                paymentInput, amount("present-value", "the amount today", .required),
                amount("future-value", "the amount at the end", .optional("0")), .due,
            ],
            results: RateAnswer.results, formula: annuityFormula, source: annuitySource,
            examples: [
                FunctionExample(
                    "github.com/numpy/numpy-financial/issues/126, solved to 50 digits",
                    [
                        "periods": "8", "payment": "263175", "present-value": "-440000",
                        "future-value": "25500",
                    ],
                    gives: [
                        "irr": 0.5838779110248231, "roots": [0.5838779110248231],
                        "status": "one-root",
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let rates = try Annuity.rates(
            periods: inputs.count("periods"), payment: inputs.number("payment"),
            presentValue: inputs.number("present-value"),
            futureValue: inputs.number("future-value", orElse: 0), due: inputs.due)
        return try RateAnswer.answer(rates, [inputs.due.words])
    }
}

extension FunctionInputs {
    /// Returns the rate and the timing of even payments.
    func annuity() throws(Problem) -> Annuity {
        try Annuity(rate: number("rate"), due: due)
    }
}
