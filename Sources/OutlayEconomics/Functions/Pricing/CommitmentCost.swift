import OutlayProblems
import OutlayValues

/// What use costs with a commitment and without.
public enum CommitmentCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "commitment-cost", title: "Cost with a commitment", group: .pricing,
            summary: "What use costs with units committed in each period, and on demand alone.",
            inputs: [
                FunctionInput("usage", "the units used in each period", .exacts, unit: "units"),
                FunctionInput(
                    "commitment", "the units committed in each period", .exact, unit: "units"),
                FunctionInput(
                    "committed-rate", "the price of a committed unit, used or not", .exact,
                    unit: "money"),
                FunctionInput(
                    "on-demand-rate", "the price of a unit without a commitment", .exact,
                    unit: "money"),
            ],
            results: [
                FunctionResult(
                    "total", "the commitment, and what is used beyond it on demand", unit: "money"),
                FunctionResult(
                    "on_demand_only", "the same use without a commitment", unit: "money"),
                FunctionResult("used", "the part of the commitment that is used", unit: "units"),
                FunctionResult("unused", "the part that nobody uses", unit: "units"),
                FunctionResult("overage", "what is used beyond it", unit: "units"),
                FunctionResult("wasted", "what the unused part costs", unit: "money"),
                FunctionResult("savings", "on demand alone less the total", unit: "money"),
                FunctionResult(
                    "break_even_utilisation",
                    "the share that must be used for the commitment to pay"),
            ],
            formula:
                "total = Σ commitment × committed rate + max(0, use − commitment) × rate on demand",
            source:
                "FOCUS 1.2, appendix Commitment discounts, focus.finops.org/focus-specification/v1-2",
            examples: [
                FunctionExample(
                    "by hand: 2 × 10 × 0.6 + 2 × 1 against 20 × 1",
                    [
                        "usage": "8 12", "commitment": "10", "committed-rate": "0.6",
                        "on-demand-rate": "1",
                    ],
                    gives: [
                        "total": .exact("14"), "on_demand_only": .exact("20"), "used": .exact("18"),
                        "unused": .exact("2"), "overage": .exact("2"), "wasted": .exact("1.2"),
                        "savings": .exact("6"), "break_even_utilisation": .exact("0.6"),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let rates = try CommitmentRates(
            onDemand: inputs.exact("on-demand-rate"), committed: inputs.exact("committed-rate"))
        let usage = try inputs.exacts("usage")
        guard !usage.isEmpty else { throw FlowProblems.empty("units used") }
        let units = try inputs.exact("commitment")
        let cost = try rates.cost(of: usage, committing: units)
        var (used, unused, overage) = (ExactDecimal.zero, ExactDecimal.zero, ExactDecimal.zero)
        for use in usage {
            let split = try CommitmentUse(commitment: units, use: use)
            try used += split.used
            try unused += split.unused
            try overage += split.overage
        }
        let share: FunctionFigure =
            rates.onDemand.isZero ? .never : .exact(try rates.breakEvenUtilisation())
        return FunctionAnswer(
            [
                "total": .exact(cost.total), "on_demand_only": .exact(cost.onDemandOnly),
                "used": .exact(used), "unused": .exact(unused), "overage": .exact(overage),
                "wasted": .exact(cost.wasted), "savings": .exact(cost.effectiveSavings),
                "break_even_utilisation": share,
            ], conventions: ["use it or lose it, period by period"])
    }
}
