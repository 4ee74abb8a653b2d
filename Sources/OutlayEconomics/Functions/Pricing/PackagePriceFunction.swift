import OutlayProblems
import OutlayValues

extension PackagePrice: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "package-price", title: "Price by packages", group: .pricing,
            summary: "What a quantity costs where units are sold in whole packages.",
            inputs: [
                FunctionInput("quantity", "how many units", .exact),
                FunctionInput("package-size", "how many units are sold together", .exact),
                FunctionInput("package-price", "the price of one package", .exact, unit: "money"),
            ],
            results: [
                FunctionResult("price", "what the quantity costs", unit: "money"),
                FunctionResult("packages", "how many packages are paid for"),
            ],
            formula: "the quantity over the package size, rounded up, × the price of a package",
            source:
                "Stripe, Package pricing, docs.stripe.com/subscriptions/pricing-models/package-pricing, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 1001 units take two packages of 1000",
                    ["quantity": "1001", "package-size": "1000", "package-price": "5"],
                    gives: ["price": .exact("10"), "packages": .exact("2")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let package = try PackagePrice(
            size: inputs.exact("package-size"), price: inputs.exact("package-price"))
        let quantity = try inputs.exact("quantity")
        return FunctionAnswer(
            [
                "price": .exact(try package.price(of: quantity)),
                "packages": .exact(try package.packages(of: quantity)),
            ], conventions: ["a package that is begun is paid in full"])
    }
}
