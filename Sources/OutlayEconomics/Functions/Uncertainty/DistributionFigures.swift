import OutlayProblems
import OutlaySampling
import OutlayValues

/// Mean, spread and quantiles of an uncertain amount.
public enum DistributionFigures: FinancialFunction {
    /// The forms that one range or list describes.
    private static let forms =
        DistributionRange.Form.allCases.map(\.rawValue) + ["exponential", "discrete", "empirical"]

    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "distribution", title: "Figures of a distribution", group: .uncertainty,
            summary: "Mean, spread and quantiles of an uncertain amount.",
            inputs: [
                FunctionInput("form", "its form", .choice(forms)),
                FunctionInput("low", "the lower end", .anyNumber, .optional("not used")),
                FunctionInput("mode", "the likeliest value", .anyNumber, .optional("not used")),
                FunctionInput("high", "the upper end", .anyNumber, .optional("not used")),
                FunctionInput(
                    "means", "what the ends are",
                    .choice(DistributionRange.Meaning.allCases.map(\.rawValue)),
                    .optional("extremes")),
                FunctionInput(
                    "concentration", "how much the likeliest value of a pert counts", .notNegative,
                    .optional("4")),
                FunctionInput(
                    "mean", "the mean, of normal, lognormal and exponential", .anyNumber,
                    .optional("low and high")),
                FunctionInput(
                    "standard-deviation", "the spread, of normal and lognormal", .notNegative,
                    .optional("low and high")),
                FunctionInput(
                    "values", "the values, of discrete and empirical", .numbers,
                    .optional("not used")),
                FunctionInput(
                    "likelihoods", "how likely each value is, of discrete", .numbers,
                    .optional("not used")),
                FunctionInput(
                    "probabilities", "the shares whose quantiles are wanted, between 0 and 1",
                    .numbers, .optional("0.1 0.5 0.9")),
            ],
            results: [
                FunctionResult("mean", "the expected value"),
                FunctionResult("variance", "the mean square of the distance from it"),
                FunctionResult("standard_deviation", "the square root of the variance"),
                FunctionResult("quantiles", "the value that each share does not exceed"),
            ],
            formula:
                "triangular: mean = (low + mode + high) / 3; pert: (low + c × mode + high) / (c + 2); "
                + "lognormal: the logarithm is normal; others as named",
            source: "Kotz and van Dorp, Beyond Beta, World Scientific 2004",
            examples: [
                FunctionExample(
                    "by hand: the density rises to 1/10 at 10, and half of it lies below",
                    [
                        "form": "triangular", "low": "0", "mode": "10", "high": "20",
                        "probabilities": "0.5",
                    ],
                    gives: [
                        "mean": 10.0, "variance": 16.666666666666668,
                        "standard_deviation": 4.08248290463863, "quantiles": [10.0],
                    ]),
                FunctionExample(
                    "by hand: 10 and 90 of every 100 lie below 10 and 90",
                    ["form": "uniform", "low": "0", "high": "100", "probabilities": "0.1 0.9"],
                    gives: [
                        "mean": 50.0, "variance": 833.3333333333334,
                        "standard_deviation": 28.867513459481287, "quantiles": [10.0, 90.0],
                    ]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let form = inputs.word("form", orElse: "")
        let probabilities =
            inputs.has("probabilities") ? try inputs.numbers("probabilities") : [0.1, 0.5, 0.9]
        try check(probabilities, allowingEnds: false)
        guard let distribution = try distribution(form, inputs) else {
            throw refusal(
                form,
                form == "discrete"
                    ? "likelihoods are 0 or more, and not all 0"
                    : form == "pert"
                        ? "low, mode and high are ascending, and the concentration is moderate"
                        : form == "exponential"
                            ? "its mean is above 0"
                            : "a spread is 0 or more, and a lognormal amount above 0")
        }
        return FunctionAnswer(
            [
                "mean": .number(distribution.mean), "variance": .number(distribution.variance),
                "standard_deviation": .number(distribution.standardDeviation),
                "quantiles": .numbers(probabilities.map { distribution.quantile(at: $0) }),
            ], conventions: [form])
    }

    /// Throws unless there are probabilities, each between 0 and 1.
    static func check(_ probabilities: [Double], allowingEnds: Bool) throws(Problem) {
        try FlowProblems.check(probabilities, "probabilities")
        for probability in probabilities {
            let isInside = probability > 0 && probability < 1
            guard isInside || allowingEnds && (probability == 0 || probability == 1) else {
                throw Problem(
                    .outOfRange, "a probability is \(probability.plainText)",
                    because: allowingEnds
                        ? "a share is 0 to 1" : "a distribution may reach 0 and 1 nowhere",
                    hint: "write 0.9 for 90 %")
            }
        }
    }

    private static func distribution(
        _ form: String, _ inputs: FunctionInputs
    ) throws(Problem) -> (any Distribution)? {
        switch form {
        case "exponential": return ExponentialDistribution(mean: try inputs.number("mean"))
        case "discrete":
            let values = try inputs.numbers("values")
            let likelihoods = try inputs.numbers("likelihoods")
            guard values.count == likelihoods.count else {
                throw FlowProblems.lengths(
                    "values", values.count, "likelihoods", likelihoods.count)
            }
            return DiscreteDistribution(values, likelihoods: likelihoods)
        case "empirical":
            let values = try inputs.numbers("values")
            try FlowProblems.check(values, "values")
            return EmpiricalDistribution(values)
        case "normal" where inputs.has("mean"):
            return NormalDistribution(
                mean: try inputs.number("mean"),
                standardDeviation: try inputs.number("standard-deviation"))
        case "lognormal" where inputs.has("mean"):
            return LognormalDistribution(
                mean: try inputs.number("mean"),
                standardDeviation: try inputs.number("standard-deviation"))
        default: return try ranged(form, inputs)
        }
    }

    private static func ranged(
        _ word: String, _ inputs: FunctionInputs
    ) throws(Problem) -> (any Distribution)? {
        guard let form = DistributionRange.Form(rawValue: word) else { return nil }
        let (low, high) = (try inputs.number("low"), try inputs.number("high"))
        let needsMode = form == .triangular || form == .pert
        let mode = needsMode ? try inputs.number("mode") : low + (high - low) / 2
        let meaning =
            DistributionRange.Meaning(rawValue: inputs.word("means", orElse: "")) ?? .extremes
        let concentration = inputs.number("concentration", orElse: 4)
        if form == .pert, concentration != 4 {
            return meaning == .extremes
                ? PERTDistribution(low: low, mode: mode, high: high, concentration: concentration)
                : PERTDistribution(p10: low, mode: mode, p90: high, concentration: concentration)
        }
        do {
            return try DistributionRange(low: low, mode: mode, high: high, meaning: meaning)
                .distribution(form)
        } catch {
            throw refusal(word, reason(error))
        }
    }

    private static func reason(_ fault: DistributionRange.Fault) -> String {
        switch fault {
        case .order: "`low`, `mode` and `high` are ascending"
        case .noExtremes: "it has no ends: they can only be those of 8 in 10, `means=p10-p90`"
        case .notPositive: "it knows only numbers above 0"
        case .modeOutOfReach(_, let reachable):
            "with these two ends the mode lies from \(reachable.lowerBound.plainText) to "
                + reachable.upperBound.plainText
        case .noWidth: "its two ends are not the same, and not too far apart for a number"
        }
    }

    private static func refusal(_ form: String, _ why: String) -> Problem {
        Problem(.outOfRange, "no \(form) distribution has these inputs", because: why)
    }
}
