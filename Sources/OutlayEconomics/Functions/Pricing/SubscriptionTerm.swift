import OutlayProblems
import OutlayValues

/// What units cost over a term, also where some come within a month.
public enum SubscriptionTerm: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "term-price", title: "Price over a term", group: .pricing,
            summary: "What units cost over a term.",
            inputs: [
                FunctionInput("units", "how many units, such as seats", .exact),
                FunctionInput(
                    "unit-price", "the price of a unit for one period", .exact, unit: "money"),
                FunctionInput("periods", "the periods of the term", .exact, unit: "periods"),
            ],
            results: [
                FunctionResult("price", "what the term costs", unit: "money")
            ],
            formula: "units × unit price × periods",
            source: "GAO, Cost Estimating and Assessment Guide (GAO-20-195G, 2020)",
            examples: [
                FunctionExample(
                    "by hand: 3 × 763.17 × 36",
                    ["units": "3", "unit-price": "763.17", "periods": "36"],
                    gives: ["price": .exact("82422.36")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "price": .exact(
                try TermPrice.total(
                    units: inputs.exact("units"), at: inputs.exact("unit-price"),
                    periods: inputs.exact("periods")))
        ])
    }
}
