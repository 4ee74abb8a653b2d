import OutlayProblems
import OutlayValues

/// What a list price comes to after discounts.
public enum DiscountedPrice: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "discounted-price", title: "Price after discounts", group: .pricing,
            summary: "What a list price comes to after one discount or several.",
            inputs: [
                FunctionInput("list-price", "the price before discounts", .exact, unit: "money"),
                FunctionInput("discounts", "the discounts as fractions of the price", .exacts),
                FunctionInput(
                    "mode", "how several discounts meet",
                    .choice(DiscountMode.allCases.map(\.rawValue)), .optional("compound")),
            ],
            results: [
                FunctionResult("price", "the price after discounts", unit: "money"),
                FunctionResult("saved", "what the discounts take off", unit: "money"),
            ],
            formula: "compound: list × Π (1 − discount); additive: list × (1 − Σ discount)",
            source: "Clendenen and Salzman, Business Mathematics: series discounts",
            examples: [
                FunctionExample(
                    "by hand: 1000 × 0.8 × 0.95",
                    ["list-price": "1000", "discounts": "0.2 0.05"],
                    gives: ["price": .exact("760"), "saved": .exact("240")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let mode = DiscountMode(rawValue: inputs.word("mode", orElse: "")) ?? .compound
        let list = try inputs.exact("list-price")
        let price = try Discounts.price(list, less: inputs.exacts("discounts"), mode)
        return FunctionAnswer(
            ["price": .exact(price), "saved": .exact(try list - price)],
            conventions: ["\(mode.rawValue) discounts"])
    }
}
