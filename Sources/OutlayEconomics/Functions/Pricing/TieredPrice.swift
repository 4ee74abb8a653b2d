import OutlayProblems
import OutlayValues

/// What a quantity costs by a price list with steps.
public enum TieredPrice: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "tiered-price", title: "Price by tiers", group: .pricing,
            summary: "What a quantity costs where the price of a unit goes by how many are bought.",
            inputs: [
                FunctionInput("quantity", "how many units", .exact),
                FunctionInput(
                    "tiers", "the price of a unit up to each quantity, itself included",
                    .priceTiers, unit: "money"),
                FunctionInput(
                    "pricing", "what has the price of a tier: each slice, or the whole",
                    .choice(TierPricing.allCases.map(\.rawValue)), .optional("graduated")),
            ],
            results: [
                FunctionResult("price", "what the quantity costs", unit: "money"),
                FunctionResult("per_unit", "the price over the quantity", unit: "money"),
            ],
            formula:
                "graduated: Σ units in tier × price of tier; volume: quantity × price of the tier it reaches",
            source:
                "Stripe, Tiered pricing, docs.stripe.com/subscriptions/pricing-models/tiered-pricing, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 1000 × 0.10 + 500 × 0.05",
                    ["quantity": "1500", "tiers": "1000:0.10,0.05"],
                    gives: ["price": .exact("125"), "per_unit": .exact("0.08333333333333333333")]),
                FunctionExample(
                    "by hand: 1500 × 0.05",
                    ["quantity": "1500", "tiers": "1000:0.10,0.05", "pricing": "volume"],
                    gives: ["price": .exact("75"), "per_unit": .exact("0.05")]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let pricing = TierPricing(rawValue: inputs.word("pricing", orElse: "")) ?? .graduated
        let quantity = try inputs.exact("quantity")
        let price = try TierTable(inputs.tiers("tiers")).price(of: quantity, by: pricing)
        let perUnit: FunctionFigure =
            quantity.isZero ? .never : .exact(try price.divided(by: quantity))
        return FunctionAnswer(
            ["price": .exact(price), "per_unit": perUnit],
            conventions: [pricing.rawValue, "upper bounds of tiers are inclusive"])
    }
}
