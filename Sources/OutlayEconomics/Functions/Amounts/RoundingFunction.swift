import OutlayProblems
import OutlayValues

/// Rounding of exact decimals by a named rule.
public enum RoundingFunction: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "round", title: "Rounding", group: .amounts,
            summary: "Decimals rounded by a named rule, exactly.",
            inputs: [
                FunctionInput("values", "the numbers", .exacts),
                FunctionInput("places", "the decimals to keep", .count(from: 0), .optional("2")),
                FunctionInput(
                    "mode", "what becomes of halves", .choice(Rounding.allCases.map(\.rawValue)),
                    .optional(Rounding.halfEven.rawValue)),
            ],
            results: [FunctionResult("values", "the rounded numbers")],
            formula:
                "the nearest number of that many decimals; halves to even, away from zero, or cut",
            source: "IEEE 754-2019, section 4.3, rounding-direction attributes",
            examples: [
                FunctionExample(
                    "by hand: 1.005 lies halfway, and 1.00 is even",
                    ["values": "1.005 2.675", "places": "2"],
                    gives: [
                        "values": .exacts([ExactDecimal(1), ExactDecimal(268, places: 2)])
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let rule = Rounding(rawValue: inputs.word("mode", orElse: "")) ?? .halfEven
        let places = inputs.count("places", orElse: 2)
        let values = try inputs.exacts("values").map { $0.rounded(toPlaces: places, rule) }
        return FunctionAnswer(["values": .exacts(values)], conventions: [rule.rawValue])
    }
}
