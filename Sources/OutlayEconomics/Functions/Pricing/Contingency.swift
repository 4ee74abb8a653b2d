import OutlayProblems
import OutlayValues

/// What is set aside for what nobody has priced.
public enum Contingency: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "contingency", title: "Contingency", group: .pricing,
            summary: "What is set aside on top of costs, as one share of all or a share of each.",
            inputs: [
                FunctionInput("costs", "the costs it is a share of", .exacts, unit: "money"),
                FunctionInput("shares", "the share of each cost, or one for all", .exacts),
            ],
            results: [
                FunctionResult("contingency", "what is set aside", unit: "money"),
                FunctionResult("total", "the costs with it", unit: "money"),
            ],
            formula: "Σ cost × share",
            source: "GAO, Cost Estimating and Assessment Guide (GAO-20-195G, 2020)",
            examples: [
                FunctionExample(
                    "by hand: a tenth of 700 and of 300",
                    ["costs": "700 300", "shares": "0.1"],
                    gives: ["contingency": .exact("100"), "total": .exact("1100")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let costs = try inputs.exacts("costs")
        var shares = try inputs.exacts("shares")
        if shares.count == 1 { shares = [ExactDecimal](repeating: shares[0], count: costs.count) }
        guard shares.count == costs.count, !costs.isEmpty else {
            throw costs.isEmpty
                ? FlowProblems.empty("costs")
                : FlowProblems.lengths("costs", costs.count, "shares", shares.count)
        }
        var aside = ExactDecimal.zero
        for (cost, share) in zip(costs, shares) {
            try Problem.requireQuantity(share, "share")
            try aside += cost.multiplied(by: share)
        }
        return FunctionAnswer([
            "contingency": .exact(aside), "total": .exact(try costs.sum() + aside),
        ])
    }
}
