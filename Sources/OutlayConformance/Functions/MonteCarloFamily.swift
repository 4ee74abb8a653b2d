import Outlay

/// Simulated sums of distributions.
enum MonteCarloFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "monteCarlo.sumMoments": { try sumMoments($0) },
        "monteCarlo.npvMoments": { try npvMoments($0) },
        "monteCarlo.correlation": { try correlation($0) },
    ]

    private static let seed: UInt64 = 20_260_101

    private static func correlation(_ known: FunctionCase) throws -> Figure {
        let matrix = try known.inputs.required("matrix").table()
        _ = try copula { () throws(CorrelationFault) in
            try GaussianCopula(rankCorrelations: matrix)
        }
        return .object(["valid": .flag(true)])
    }

    private static func copula(
        _ make: () throws(CorrelationFault) -> GaussianCopula
    ) throws -> GaussianCopula {
        do throws(CorrelationFault) {
            return try make()
        } catch .notPositiveSemidefinite {
            throw NamedRefusal("notPositiveSemidefinite")
        } catch {
            throw NamedRefusal("invalidParameters")
        }
    }

    /// The distributions of the lines and how they are tied.
    private static func lines(
        _ known: FunctionCase
    ) throws -> (distributions: [any Distribution], copula: GaussianCopula?) {
        var distributions: [any Distribution] = []
        for item in try known.inputs.required("lines").list() {
            let line = try Fields(item.node, place: item.place)
            guard let distribution = try distribution(of: line) else {
                throw NamedRefusal("invalidParameters")
            }
            try line.requireNothingLeft()
            distributions.append(distribution)
        }
        let count = distributions.count
        func matrix(_ item: Item) throws -> [[Double]] {
            if case .array = item.node.kind { return try item.table() }
            let value = try item.number()
            return (0..<count).map { row in (0..<count).map { $0 == row ? 1 : value } }
        }
        if let item = known.inputs.given("pearsonCorrelation") {
            let (rows, made) = (try matrix(item), distributions)
            let copula = try copula { () throws(CorrelationFault) in
                try GaussianCopula(correlations: rows, of: made)
            }
            return (distributions, copula)
        }
        let ranks = known.inputs.given("rankCorrelation") ?? known.inputs.given("spearman")
        guard let ranks else { return (distributions, nil) }
        let rows = try matrix(ranks)
        let copula = try copula { () throws(CorrelationFault) in
            try GaussianCopula(rankCorrelations: rows)
        }
        return (distributions, copula)
    }

    /// The distribution of a line, which gives its parameters as a list `p`.
    private static func distribution(of line: Fields) throws -> (any Distribution)? {
        let kind = try line.required("kind").text()
        guard SamplingFamily.kinds.contains(kind) else {
            throw CaseFault.unsupported("the distribution `\(kind)` is not known")
        }
        guard let list = line["p"] else { return try SamplingFamily.distribution(kind, in: line) }
        if kind == "empirical" { return EmpiricalDistribution(try list.floats()) }
        if kind == "discrete" {
            let rows = try list.table()
            guard rows.count == 2 else {
                throw CaseFault.faulty("`\(list.place)` is not numbers and their probabilities")
            }
            return DiscreteDistribution(rows[0], likelihoods: rows[1])
        }
        let numbers = try list.floats()
        let names = [
            "triangular": ["min", "mode", "max"], "pert": ["min", "mode", "max", "lambda_"],
            "uniform": ["min", "max"], "exponential": ["mean"],
        ]
        let named = names[kind] ?? ["mean", "standardDeviation"]
        guard numbers.count <= named.count else {
            throw CaseFault.faulty("`\(list.place)` has more numbers than are known")
        }
        let members = zip(named, try list.list()).map { name, item in
            JSONNode.Member(key: name, keyRange: item.node.range, value: item.node)
        }
        let node = JSONNode(kind: .object(members), range: list.node.range)
        return try SamplingFamily.distribution(kind, in: Fields(node, place: list.place))
    }

    private static func sumMoments(_ known: FunctionCase) throws -> Figure {
        let (distributions, copula) = try lines(known)
        let weights = try known.inputs.given("weights")?.numbers() ?? distributions.map { _ in 1 }
        guard weights.count == distributions.count else { throw NamedRefusal("lengthMismatch") }
        let simulation = Simulation(
            inputs: distributions.map { SimulationInput($0) }, copula: copula, seed: seed)
        let sum = LinearOutput(weights: weights.map { [$0] })
        return moments(simulation.run(trials: known.draws, outputs: [sum]))
    }

    private static func npvMoments(_ known: FunctionCase) throws -> Figure {
        let (distributions, copula) = try lines(known)
        known.inputs.pass(over: ["independent"])
        let isMonthly = try known.inputs.given("monthly")?.flag() ?? true
        let periods =
            try (isMonthly ? known.inputs.given("months") : known.inputs.given("years"))?
            .integer() ?? known.inputs.required("periods").integer()
        let rate = try known.inputs.required("annualEffectiveRate").number()
        let isOnce = try known.inputs.given("drawOncePerTrial")?.flag() ?? true
        let factor = ElementaryFunctions.power(1 + rate, isMonthly ? -1 / 12.0 : -1)
        var factors: [Double] = []
        for _ in 0..<periods { factors.append((factors.last ?? 1) * factor) }
        let simulation = Simulation(
            inputs: distributions.map {
                SimulationInput($0, drawing: isOnce ? .oncePerTrial : .eachPeriod(periods))
            }, copula: copula, seed: seed)
        let weights = isOnce ? [factors.reduce(0, +)] : factors
        let sum = LinearOutput(weights: distributions.map { _ in weights })
        return moments(simulation.run(trials: known.draws, outputs: [sum]))
    }

    private static func moments(_ result: SimulationResult) -> Figure {
        let output = result.outputs[0]
        return .object(["mean": .number(output.mean), "variance": .number(output.variance)])
    }
}
