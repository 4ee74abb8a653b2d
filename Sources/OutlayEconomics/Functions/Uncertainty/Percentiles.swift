import OutlayProblems
import OutlaySampling

/// Quantiles of observed numbers.
public enum Percentiles: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "percentile", title: "Percentiles", group: .uncertainty,
            summary: "The numbers that given shares of a sample do not exceed.",
            inputs: [
                FunctionInput("values", "the sample", .numbers),
                FunctionInput(
                    "probabilities", "the shares, 0 to 1", .numbers, .optional("0.1 0.5 0.9")),
                FunctionInput(
                    "definition",
                    "which of the nine definitions in use, as numbered by Hyndman and Fan",
                    .count(from: 1), .optional("7, as numpy, R and PERCENTILE.INC")),
            ],
            results: [
                FunctionResult("quantiles", "the number at each share"),
                FunctionResult("mean", "the mean of the sample"),
            ],
            formula: "the place a + p × (n + 1 − a − b) in the sorted sample, by definition",
            source:
                "R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)",
            examples: [
                FunctionExample(
                    "by hand: halfway between 2 and 3",
                    ["values": "4 1 3 2", "probabilities": "0.5"],
                    gives: ["quantiles": [2.5], "mean": 2.5])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let values = try inputs.numbers("values")
        try FlowProblems.check(values, "values")
        let probabilities =
            inputs.has("probabilities") ? try inputs.numbers("probabilities") : [0.1, 0.5, 0.9]
        try DistributionFigures.check(probabilities, allowingEnds: true)
        let number = inputs.count("definition", orElse: 7)
        guard let definition = Quantiles.Definition(rawValue: number),
            let quantiles = Quantiles.of(values, at: probabilities, by: definition)
        else {
            throw Problem(
                .outOfRange, "there is no definition \(number)",
                because: "the definitions are numbered from 1 to 9")
        }
        return FunctionAnswer(
            [
                "quantiles": .numbers(quantiles),
                "mean": .number(values.reduce(0) { $0 + $1 / Double(values.count) }),
            ], conventions: ["definition \(number) of Hyndman and Fan"])
    }
}
