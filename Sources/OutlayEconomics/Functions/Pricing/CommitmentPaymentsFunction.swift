import OutlayProblems
import OutlayValues

extension CommitmentPayments: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "commitment-payments", title: "Payments of a commitment", group: .pricing,
            summary: "What a commitment per hour is paid by: at the beginning, and each month.",
            inputs: [
                FunctionInput(
                    "hourly-commitment", "the money committed for each hour", .exact, unit: "money"),
                FunctionInput(
                    "hours-per-year", "the hours of a year", .exact, unit: "hours",
                    .optional("8760")),
                FunctionInput("years", "the years of the term", .exact, unit: "years"),
                FunctionInput(
                    "upfront", "how much is paid at the beginning",
                    .choice(UpfrontPayment.allCases.map(\.rawValue)), .optional("no-upfront")),
            ],
            results: [
                FunctionResult("one_time", "the payment at the beginning", unit: "money"),
                FunctionResult("monthly", "the payment of each month, on average", unit: "money"),
                FunctionResult("per_hour", "both over the hours of the term", unit: "money"),
            ],
            formula: "commitment × hours × years, of which all, half or nothing at the beginning",
            source:
                "FOCUS 1.2, appendix Commitment discounts, focus.finops.org/focus-specification/v1-2",
            examples: [
                FunctionExample(
                    "by hand: 0.5 × 8760 × 3 = 13 140, half of it first",
                    ["hourly-commitment": "0.5", "years": "3", "upfront": "partial-upfront"],
                    gives: [
                        "one_time": .exact("6570"), "monthly": .exact("182.5"),
                        "per_hour": .exact("0.5"),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let upfront = UpfrontPayment(rawValue: inputs.word("upfront", orElse: "")) ?? .none
        let payments = try CommitmentPayments(
            hourlyCommitment: inputs.exact("hourly-commitment"),
            hoursPerYear: inputs.exact("hours-per-year", orElse: ExactDecimal(8760)),
            years: inputs.exact("years"), upfront: upfront)
        return FunctionAnswer(
            [
                "one_time": .exact(payments.oneTime), "monthly": .exact(payments.perMonthAverage),
                "per_hour": .exact(payments.effectiveCostPerHour),
            ], conventions: [upfront.rawValue])
    }
}
