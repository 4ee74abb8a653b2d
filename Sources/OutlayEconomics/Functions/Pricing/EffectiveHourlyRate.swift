import OutlayProblems
import OutlayValues

/// What an hour costs where some is paid at the beginning and some each month.
public enum EffectiveHourlyRate: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "effective-hourly-rate", title: "Effective hourly rate", group: .pricing,
            summary: "What an hour costs where some is paid at the beginning and some every month.",
            inputs: [
                FunctionInput(
                    "upfront", "the payment at the beginning", .exact, unit: "money", .optional("0")
                ),
                FunctionInput(
                    "monthly", "the payment of each month", .exact, unit: "money", .optional("0")),
                FunctionInput("months", "the months of the term", .exact, unit: "months"),
                FunctionInput(
                    "hours-per-year", "the hours of twelve months", .exact, unit: "hours",
                    .optional("8760")),
            ],
            results: [
                FunctionResult("per_hour", "the money for an hour", unit: "money")
            ],
            formula: "(upfront + monthly × months) × 12 / (hours per year × months)",
            source:
                "FOCUS 1.2, appendix Commitment discounts, focus.finops.org/focus-specification/v1-2",
            examples: [
                FunctionExample(
                    "by hand: 2628 / 26 280",
                    ["upfront": "2628", "months": "36"],
                    gives: ["per_hour": .exact("0.1")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "per_hour": .exact(
                try CommitmentPayments.effectiveHourlyRate(
                    upfront: inputs.exact("upfront", orElse: .zero),
                    monthly: inputs.exact("monthly", orElse: .zero), months: inputs.exact("months"),
                    hoursPerYear: inputs.exact("hours-per-year", orElse: ExactDecimal(8760))))
        ])
    }
}
