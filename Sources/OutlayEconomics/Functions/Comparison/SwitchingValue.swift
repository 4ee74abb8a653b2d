import OutlayProblems

/// How far a part of a case may change before its net present value is 0.
public enum SwitchingValue {
    /// Returns the relative change of an item that brings the net present value to 0: −NPV / PV(item).
    ///
    /// - Throws: ``ProblemCode/zeroDenominator`` where the item is worth nothing, ``ProblemCode/nonFinite``.
    /// - Source: HM Treasury, *The Green Book* (2022), annex 5, switching values.
    public static func of(
        netPresentValue: Double, itemPresentValue: Double
    ) throws(Problem) -> Double {
        try FlowProblems.check(netPresentValue, named: "the net present value")
        try FlowProblems.check(itemPresentValue, named: "the present value of the item")
        try Ratio.check(itemPresentValue, "the present value of what changes is")
        return -netPresentValue / itemPresentValue
    }
}

extension SwitchingValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "switching-value", title: "Switching value", group: .comparison,
            summary: "The relative change of all benefits at which a case is worth nothing.",
            inputs: [
                FunctionInput(
                    "investment", "what is laid out today, negative", .anyNumber, unit: "money"),
                FunctionInput(
                    "benefits", "the benefits, from the end of period 1 on", .numbers),
            ] + FunctionInputs.discounting,
            results: [FunctionResult("change", "the relative change, -0.1 for 10 % less")],
            formula: "change = −NPV / PV(benefits)",
            source: "HM Treasury, The Green Book (2022), annex 5",
            examples: [
                FunctionExample(
                    "by hand: -80 + 110/1.1 = 20, of 100",
                    ["investment": "-80", "benefits": "110", "rate": "0.1"],
                    gives: ["change": -0.2])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let (discounting, words) = try inputs.discounting()
        let benefits = try NetPresentValue.of(
            inputs.numbers("benefits"), at: discounting, convention: .firstAtPeriod1)
        let change = try of(
            netPresentValue: inputs.number("investment") + benefits, itemPresentValue: benefits)
        return FunctionAnswer(
            ["change": .number(change)],
            conventions: ["investment today, first benefit at the end of period 1", words])
    }
}
