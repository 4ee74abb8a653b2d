import OutlayProblems

/// Real and nominal rates, which inflation joins: (1 + nominal) = (1 + real) × (1 + inflation).
public enum FisherRates {
    /// Returns the nominal rate.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below.
    /// - Source: I. Fisher, *The Theory of Interest*, Macmillan 1930, chapter II.
    public static func nominal(real: Double, inflation: Double) throws(Problem) -> Double {
        try check(real, inflation)
        return real + inflation + real * inflation
    }

    /// Returns the real rate.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below.
    public static func real(nominal: Double, inflation: Double) throws(Problem) -> Double {
        try check(nominal, inflation)
        return (nominal - inflation) / (1 + inflation)
    }

    /// Returns the inflation that two rates imply.
    ///
    /// - Throws: ``ProblemCode/rateOutOfDomain`` at -1 or below.
    public static func inflation(nominal: Double, real: Double) throws(Problem) -> Double {
        try check(nominal, real)
        return (nominal - real) / (1 + real)
    }

    private static func check(_ first: Double, _ second: Double) throws(Problem) {
        try FlowProblems.check(rate: first)
        try FlowProblems.check(rate: second)
    }
}

extension FisherRates: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        func input(_ name: String, _ meaning: String) -> FunctionInput {
            FunctionInput(name, meaning, .rate, unit: "per year", .optional("computed"))
        }
        return FunctionDescriptor(
            identifier: "fisher", title: "Real and nominal rates", group: .timeValue,
            summary: "The third of real rate, nominal rate and inflation from the other two.",
            inputs: [
                input("real-rate", "the rate over inflation"),
                input("nominal-rate", "the rate with inflation in it"),
                input("inflation", "the growth of prices"),
            ],
            results: [
                FunctionResult("real_rate", "the rate over inflation", unit: "per year"),
                FunctionResult("nominal_rate", "the rate with inflation in it", unit: "per year"),
                FunctionResult("inflation", "the growth of prices", unit: "per year"),
            ],
            formula: "1 + nominal = (1 + real) × (1 + inflation)",
            source: "I. Fisher, The Theory of Interest, Macmillan 1930, chapter II",
            examples: [
                FunctionExample(
                    "by hand: 1.045 / 1.022 − 1",
                    ["real-rate": "0.022", "nominal-rate": "0.045"],
                    gives: [
                        "real_rate": 0.022, "nominal_rate": 0.045,
                        "inflation": 0.022504892367906065,
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let real = inputs.optionalNumber("real-rate")
        let nominal = inputs.optionalNumber("nominal-rate")
        let inflation = inputs.optionalNumber("inflation")
        let rates: (Double, Double, Double)
        switch (real, nominal, inflation) {
        case (let real?, let nominal?, nil):
            rates = (real, nominal, try Self.inflation(nominal: nominal, real: real))
        case (let real?, nil, let inflation?):
            rates = (real, try Self.nominal(real: real, inflation: inflation), inflation)
        case (nil, let nominal?, let inflation?):
            rates = (try Self.real(nominal: nominal, inflation: inflation), nominal, inflation)
        default:
            throw Problem(
                .missingField, "`fisher` takes two of its three rates",
                because: "the third one follows from them")
        }
        return FunctionAnswer([
            "real_rate": .number(rates.0), "nominal_rate": .number(rates.1),
            "inflation": .number(rates.2),
        ])
    }
}
