import Outlay

/// Distributions and quantiles of samples.
enum SamplingFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = {
        var checks: [String: FunctionCheck] = ["percentile": { try percentile($0) }]
        for kind in kinds {
            checks["distribution.\(kind)"] = { try figures(of: distribution(kind, in: $0.inputs)) }
            checks["distribution.\(kind).fit"] = { try figures(of: fit(kind, to: $0.inputs)) }
        }
        return checks
    }()

    static let kinds = [
        "discrete", "empirical", "exponential", "lognormal", "normal", "pert", "triangular",
        "uniform",
    ]

    // MARK: - Distributions

    /// Returns the distribution that the named inputs describe.
    static func distribution(
        _ kind: String, in inputs: Fields
    ) throws -> (any Distribution)? {
        func number(_ names: String...) throws -> Double {
            for name in names {
                if let item = inputs.given(name) { return try item.float() }
            }
            return try inputs.required(names[0]).float()
        }
        switch kind {
        case "triangular":
            return try TriangularDistribution(
                low: number("min", "low"), mode: number("mode"), high: number("max", "high"))
        case "pert":
            let concentration = try (inputs.given("lambda_") ?? inputs.given("lambda"))?.float()
            return try PERTDistribution(
                low: number("min", "low"), mode: number("mode"), high: number("max", "high"),
                concentration: concentration ?? 4)
        case "uniform":
            return try UniformDistribution(low: number("min", "low"), high: number("max", "high"))
        case "normal":
            return try NormalDistribution(
                mean: number("mean"), standardDeviation: number("standardDeviation", "sd"))
        case "exponential": return try ExponentialDistribution(mean: number("mean"))
        case "discrete":
            let likelihoods = inputs.given("probabilities") ?? inputs.given("weights")
            return try DiscreteDistribution(
                inputs.required("values").floats(),
                likelihoods: (likelihoods ?? inputs.required("probabilities")).floats())
        case "empirical":
            let reading = try inputs.given("reading")?.text() ?? "interpolated"
            return try EmpiricalDistribution(
                inputs.required("values").floats(),
                reading: reading == "interpolated" ? .interpolated : .observations)
        default: return try lognormal(inputs)
        }
    }

    private static func lognormal(_ inputs: Fields) throws -> LognormalDistribution? {
        let parameters = try inputs.given("parameters")?.text() ?? "arithmetic"
        if let mu = inputs.given("mu") {
            return LognormalDistribution(
                logarithmMean: try mu.float(),
                logarithmDeviation: try inputs.required("sigma").float())
        }
        let mean = try inputs.required("mean").float()
        let deviation = try inputs.required("standardDeviation").float()
        switch parameters {
        case "arithmetic": return LognormalDistribution(mean: mean, standardDeviation: deviation)
        case "log", "logarithmic", "underlyingNormal":
            return LognormalDistribution(logarithmMean: mean, logarithmDeviation: deviation)
        default: throw CaseFault.unsupported("the parameters `\(parameters)` are not known")
        }
    }

    private static func fit(_ kind: String, to inputs: Fields) throws -> (any Distribution)? {
        let (p10, p90) = (
            try inputs.required("p10").float(), try inputs.required("p90").float()
        )
        func mode() throws -> Double { try inputs.required("mode").float() }
        switch kind {
        case "lognormal": return LognormalDistribution(p10: p10, p90: p90)
        case "normal": return NormalDistribution(p10: p10, p90: p90)
        case "uniform": return UniformDistribution(p10: p10, p90: p90)
        case "triangular": return TriangularDistribution(p10: p10, mode: try mode(), p90: p90)
        case "pert":
            let concentration = try (inputs.given("lambda_") ?? inputs.given("lambda"))?.float()
            return PERTDistribution(
                p10: p10, mode: try mode(), p90: p90, concentration: concentration ?? 4)
        default: throw CaseFault.unsupported("no fit of the distribution `\(kind)` is known")
        }
    }

    private static func figures(of distribution: (any Distribution)?) throws -> Figure {
        guard let distribution else { throw NamedRefusal("invalidParameters") }
        var figures: [String: Figure] = [
            "mean": .number(distribution.mean), "variance": .number(distribution.variance),
            "standardDeviation": .number(distribution.standardDeviation),
        ]
        for percent in [1, 5, 10, 25, 50, 75, 90, 95, 99] {
            figures["p\(percent)"] = .number(distribution.quantile(at: Double(percent) / 100))
        }
        switch distribution {
        case let lognormal as LognormalDistribution:
            figures["mu"] = .number(lognormal.logarithmMean)
            figures["sigma"] = .number(lognormal.logarithmDeviation)
        case let pert as PERTDistribution:
            figures["alpha"] = .number(pert.alpha)
            figures["beta"] = .number(pert.beta)
            (figures["min"], figures["max"]) = (.number(pert.low), .number(pert.high))
        case let triangular as TriangularDistribution:
            (figures["min"], figures["max"]) = (.number(triangular.low), .number(triangular.high))
        case let uniform as UniformDistribution:
            (figures["min"], figures["max"]) = (.number(uniform.low), .number(uniform.high))
        default: break
        }
        return .object(figures)
    }

    // MARK: - Quantiles

    private static func percentile(_ known: FunctionCase) throws -> Figure {
        let method = try known.inputs.given("method")?.text() ?? "linear"
        guard let definition = definition(named: method) else {
            throw CaseFault.unsupported("the method `\(method)` is not known")
        }
        let probability = try known.inputs.required("p").float()
        let values = try known.inputs.required("values").floats()
        guard values.allSatisfy(\.isFinite) else { throw NamedRefusal("nonFinite") }
        guard 0 <= probability, probability <= 1 else { throw NamedRefusal("invalidParameters") }
        guard let quantile = Quantiles.of(values, at: [probability], by: definition)?.first else {
            throw NamedRefusal("emptyInput")
        }
        return .number(quantile)
    }

    /// The definition by its number, as in `(type 7)`, or by its name.
    private static func definition(named name: String) -> Quantiles.Definition? {
        if let mark = name.range(of: "type"),
            let number = Int(name[mark.upperBound...].filter(\.isNumber))
        {
            return Quantiles.Definition(rawValue: number)
        }
        let plain = name.filter(\.isLetter).lowercased()
        return [
            "invertedcdf": .invertedDistribution,
            "averagedinvertedcdf": .averagedInvertedDistribution,
            "closestobservation": .closestObservation,
            "interpolatedinvertedcdf": .interpolatedInvertedDistribution, "hazen": .hazen,
            "weibull": .weibull, "linear": .linear, "medianunbiased": .medianUnbiased,
            "normalunbiased": .normalUnbiased,
        ][plain]
    }
}
