import OutlayProblems
import OutlayValues

/// What something is worth at some age, less what giving it away costs.
public enum ResidualValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "residual-value", title: "Residual value", group: .pricing,
            summary: "What something is worth at some age, less what giving it away costs.",
            inputs: [
                FunctionInput("price", "what it cost", .exact, unit: "money"),
                FunctionInput(
                    "share", "the share of the price that is left", .exact,
                    .optional("the share by age")),
                FunctionInput(
                    "by-age", "the shares left after 1, 2, … years; nothing after the last",
                    .exacts, .optional("one share")),
                FunctionInput("years", "its age", .count(from: 0), unit: "years"),
                FunctionInput(
                    "growth", "growth of its market price in a year", .exact, unit: "per year",
                    .optional("0")),
                FunctionInput(
                    "disposal", "what giving it away costs", .exact, unit: "money", .optional("0")),
            ],
            results: [
                FunctionResult("value", "what is left", unit: "money"),
                FunctionResult("net", "what is left less disposal", unit: "money"),
            ],
            formula: "price × share × (1 + growth)^years − disposal",
            source:
                "NIST Handbook 135 (2022), section 4.2: residual values as a share of first cost",
            examples: [
                FunctionExample(
                    "by hand: a fifth of 40 000, and 500 to dispose of it",
                    ["price": "40000", "by-age": "0.6 0.4 0.2", "years": "3", "disposal": "500"],
                    gives: ["value": .exact("8000"), "net": .exact("7500")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let years = try inputs.count("years")
        guard inputs.has("share") != inputs.has("by-age") else {
            throw Problem(
                inputs.has("share") ? .fieldsExclude : .missingField,
                inputs.has("share")
                    ? "`share` and `by-age` are given together"
                    : "neither `share` nor `by-age` is given",
                because: "what is left is a share of the price, or one that goes by age")
        }
        let share: ExactDecimal
        if inputs.has("share") {
            share = try inputs.exact("share")
        } else {
            let shares = try inputs.exacts("by-age")
            share = years == 0 ? .one : years <= shares.count ? shares[years - 1] : .zero
        }
        let value = try PriceGrowth.residual(
            inputs.exact("price"), factor: share, by: inputs.exact("growth", orElse: .zero),
            years: years)
        let disposal = inputs.exact("disposal", orElse: .zero)
        try Problem.requireQuantity(disposal, "cost of disposal")
        return FunctionAnswer(["value": .exact(value), "net": .exact(try value - disposal)])
    }
}
