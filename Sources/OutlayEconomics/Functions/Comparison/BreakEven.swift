import OutlayProblems
import OutlayValues

/// From where on one way is cheaper than another.
public enum BreakEven {
    /// Returns the quantity from which making costs less than buying: fixed cost / (buy − make), carried to 20
    /// decimals.
    ///
    /// - Throws: ``ProblemCode/neverRepaid`` where making a unit costs more, ``ProblemCode/zeroDenominator``
    ///   where it costs the same, ``ProblemCode/overflow``.
    /// - Source: Park, *Contemporary Engineering Economics*, 6th ed., section 10.2.
    public static func quantity(
        fixedCost: ExactDecimal, buyUnitCost: ExactDecimal, makeUnitCost: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        try quotient(fixedCost, try buyUnitCost - makeUnitCost, "a unit", "made")
    }

    /// Returns the months after which paying more at first costs less in all, carried to 20 decimals; 0 where
    /// it costs no more at first.
    ///
    /// - Parameters:
    ///   - upfront: What the one way costs more at first.
    ///   - monthlySaving: What it costs less each month.
    /// - Returns: Months, 0 or more, not rounded up.
    /// - Throws: ``ProblemCode/neverRepaid`` where it costs more each month, ``ProblemCode/zeroDenominator``
    ///   where it costs the same, ``ProblemCode/overflow``.
    public static func months(
        upfront: ExactDecimal, monthlySaving: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        if !monthlySaving.isNegative, !(upfront > .zero) { return .zero }
        return try quotient(upfront, monthlySaving, "a month", "bought")
    }

    private static func quotient(
        _ cost: ExactDecimal, _ saving: ExactDecimal, _ unit: String, _ way: String
    ) throws(Problem) -> ExactDecimal {
        guard !saving.isZero else { throw Ratio.undefined("the saving in \(unit) is 0") }
        guard saving > .zero else {
            throw Problem(
                .neverRepaid, "\(cost) is never made up for",
                because: "\(unit) costs \(saving.magnitude) more where it is \(way)")
        }
        return try cost.divided(by: saving, carrying: ExactDecimal.carriedPlaces)
    }
}

/// The quantity from which making is cheaper than buying.
public enum BreakEvenQuantity: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "break-even-units", title: "Break-even quantity", group: .comparison,
            summary: "The quantity from which making costs less than buying.",
            inputs: [
                FunctionInput("fixed-cost", "what making costs before the first unit", .exact),
                FunctionInput("buy-unit-cost", "what a bought unit costs", .exact),
                FunctionInput("make-unit-cost", "what a made unit costs", .exact),
            ],
            results: [FunctionResult("units", "the quantity at which both cost the same")],
            formula: "fixed cost / (buy − make)",
            source: "Park, Contemporary Engineering Economics, 6th ed., section 10.2",
            examples: [
                FunctionExample(
                    "by hand: 8000 / 1.60",
                    ["fixed-cost": "8000", "buy-unit-cost": "4.00", "make-unit-cost": "2.40"],
                    gives: ["units": .exact(ExactDecimal(5000))])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer([
            "units": .exact(
                try BreakEven.quantity(
                    fixedCost: inputs.exact("fixed-cost"),
                    buyUnitCost: inputs.exact("buy-unit-cost"),
                    makeUnitCost: inputs.exact("make-unit-cost")))
        ])
    }
}

/// The months after which paying more at first is cheaper.
public enum BreakEvenMonths: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        func money(_ name: String, _ meaning: String) -> FunctionInput {
            FunctionInput(name, meaning, .exact, unit: "money")
        }
        return FunctionDescriptor(
            identifier: "break-even-months", title: "Break-even month", group: .comparison,
            summary:
                "The months after which owning costs less in all than renting, without interest.",
            inputs: [
                money("own-upfront", "what owning costs at first"),
                money("own-monthly", "what owning costs each month"),
                money("rent-upfront", "what renting costs at first"),
                money("rent-monthly", "what renting costs each month"),
            ],
            results: [
                FunctionResult(
                    "months", "the time at which both have cost the same", unit: "months"),
                FunctionResult("whole_months", "the month at whose end owning costs no more"),
            ],
            formula:
                "(upfront of owning − upfront of renting) / (monthly of renting − monthly of owning)",
            source: "Park, Contemporary Engineering Economics, 6th ed., section 10.2",
            examples: [
                FunctionExample(
                    "by hand: 45 000 / 1250",
                    [
                        "own-upfront": "48000", "own-monthly": "900", "rent-upfront": "3000",
                        "rent-monthly": "2150",
                    ],
                    gives: ["months": .exact(ExactDecimal(36)), "whole_months": 36])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let months = try BreakEven.months(
            upfront: inputs.exact("own-upfront") - inputs.exact("rent-upfront"),
            monthlySaving: inputs.exact("rent-monthly") - inputs.exact("own-monthly"))
        let whole = months.rounded(toPlaces: 0, .up).wholeValue
        return FunctionAnswer(["months": .exact(months), "whole_months": .optional(whole)])
    }
}
