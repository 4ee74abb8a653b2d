import OutlayProblems
import OutlayValues

/// What a price is in each period, raised every so many of them.
public enum StepUps: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "step-ups", title: "Price with step-ups", group: .pricing,
            summary:
                "What a price is in each period where it is raised every so many periods, as at renewals.",
            inputs: [
                FunctionInput("base", "the price of the first period", .exact, unit: "money"),
                FunctionInput("uplift", "growth at each step", .exact),
                FunctionInput("periods", "how many periods", .count(from: 1), unit: "periods"),
                FunctionInput(
                    "every", "the periods between two steps", .count(from: 1), unit: "periods",
                    .optional("12")),
                FunctionInput(
                    "places", "the decimals to round to", .count(from: 0),
                    .optional("none: nothing is rounded")),
            ],
            results: [
                FunctionResult("amounts", "the price of each period", unit: "money"),
                FunctionResult("total", "their sum", unit: "money"),
            ],
            formula: "base × (1 + uplift)^k after k steps, rounded once",
            source: "NIST Handbook 135 (2022), section 4.2",
            examples: [
                FunctionExample(
                    "by hand: two years at 100, two at 105",
                    ["base": "100", "uplift": "0.05", "periods": "4", "every": "2"],
                    gives: [
                        "amounts": .exacts(["100", "100", "105", "105"]), "total": .exact("410"),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let places = inputs.has("places") ? try inputs.count("places") : nil
        let amounts = try PriceGrowth.monthly(
            inputs.exact("base"), uplift: inputs.exact("uplift"), months: inputs.count("periods"),
            every: inputs.count("every", orElse: 12), places: places ?? 0,
            places == nil ? nil : .halfEven)
        return FunctionAnswer(
            ["amounts": .exacts(amounts), "total": .exact(try amounts.sum())],
            conventions: [
                places.map { "rounded half-even to \($0) decimals" } ?? "nothing is rounded"
            ])
    }
}
