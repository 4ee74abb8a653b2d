/// A seeded Monte Carlo simulation: inputs are drawn, outputs computed from them, trial by trial.
///
/// What a trial draws depends on the seed, the trial's number and the inputs before it in the list (those drawn once
/// aside, which come first); so every output sees the same draws, and one more input at the end changes nothing of
/// the others. Trials run in blocks of fixed size on all cores and are summed up in the order of the blocks: the
/// result is the same to the last bit on one core and on many. Memory does not grow with the number of trials.
///
///     let seats = SimulationInput(TriangularDistribution(low: 60, mode: 65, high: 80)!)
///     let price = SimulationInput(LognormalDistribution(p10: 80, p90: 120)!)
///     let simulation = Simulation(inputs: [seats, price], seed: 1)
///     let result = simulation.run(trials: 100_000, outputs: 2) { draws, outputs in
///         outputs[0] = draws[0] * draws[1]          // eight trials at a time
///         outputs[1] = 2_000 + 40 * draws[0]
///     }
///     result.outputs[0].quantile(at: 0.9)           // P90 of the first output
///     result.outputs[0].share(above: 7_000)         // how likely it is above 7,000
public struct Simulation: Sendable {
    /// What is drawn.
    public let inputs: [SimulationInput]
    /// How the inputs move together; nil where each is independent of the others.
    public let copula: GaussianCopula?
    /// What the user states to get the same numbers again.
    public let seed: UInt64

    let samplers: [Sampler]
    let layout: DrawLayout

    /// Computes the outputs of eight trials, one per lane, from what these have drawn.
    ///
    /// It writes every output; nothing else may change what it computes.
    public typealias Kernel =
        @Sendable (
            _ draws: SimulationDraws, _ outputs: UnsafeMutableBufferPointer<SIMD8<Double>>
        ) -> Void

    /// Creates a simulation.
    ///
    /// - Parameters:
    ///   - inputs: What is drawn.
    ///   - copula: How inputs move together, one row per input; those that it ties are drawn equally often, and
    ///     where they are drawn each period, they are tied period by period.
    ///   - seed: Any number; the same one gives the same result.
    /// - Complexity: About 3,000 quantiles per input whose quantile is smooth.
    public init(inputs: [SimulationInput], copula: GaussianCopula? = nil, seed: UInt64) {
        if let copula {
            precondition(copula.count == inputs.count, "a copula has one row per input")
            precondition(
                Set(copula.tied.map { inputs[$0].drawing.count }).count <= 1,
                "inputs that are tied are drawn equally often")
        }
        self.inputs = inputs
        self.copula = copula
        self.seed = seed
        layout = DrawLayout(inputs)
        samplers = Blocks.map(of: inputs.count, size: 1) { input, _ in
            Sampler(inputs[input].distribution)
        }
    }

    /// Runs `trials` trials of outputs that a kernel computes.
    ///
    /// - Parameters:
    ///   - trials: How many, 1 or more.
    ///   - outputs: How many outputs there are.
    ///   - choices: Choices between outputs, judged in every trial.
    ///   - exactLimit: Up to how many trials quantiles are exact; beyond it as ``QuantileSketch`` says.
    ///   - cores: Where the trials run; it changes nothing of the result.
    ///   - kernel: Computes the outputs.
    /// - Returns: What each output and each choice came to.
    public func run(
        trials: Int, outputs: Int, choices: [SimulationChoice] = [],
        exactLimit: Int = QuantileSketch.usualExactLimit, on cores: Blocks.Cores = .all,
        kernel: @escaping Kernel
    ) -> SimulationResult {
        SimulationRun(
            simulation: self, program: .kernel(kernel), outputs: outputs, choices: choices,
            trials: trials
        ).result(exactLimit: exactLimit, on: cores)
    }

    /// Runs `trials` trials of outputs that are sums of weighted draws, faster than a kernel would.
    ///
    /// - Parameters:
    ///   - trials: How many, 1 or more.
    ///   - outputs: What is summed up.
    ///   - choices: Choices between outputs, judged in every trial.
    ///   - exactLimit: Up to how many trials quantiles are exact; beyond it as ``QuantileSketch`` says.
    ///   - cores: Where the trials run; it changes nothing of the result.
    /// - Returns: What each output and each choice came to.
    public func run(
        trials: Int, outputs: [LinearOutput], choices: [SimulationChoice] = [],
        exactLimit: Int = QuantileSketch.usualExactLimit, on cores: Blocks.Cores = .all
    ) -> SimulationResult {
        for output in outputs {
            precondition(
                zip(output.weights, inputs).allSatisfy {
                    $0.isEmpty || $0.count == $1.drawing.count
                } && output.weights.count == inputs.count,
                "an output has one weight for each draw of an input, or none")
        }
        return SimulationRun(
            simulation: self, program: .linear(outputs), outputs: outputs.count, choices: choices,
            trials: trials
        ).result(exactLimit: exactLimit, on: cores)
    }

    /// Returns what one trial draws: for each input one number per period, as a kernel sees it.
    public func draws(ofTrial trial: Int) -> [[Double]] {
        let first = trial & ~(RandomStream.lanes - 1)
        return withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: layout.count) {
            guard let base = $0.baseAddress else { return inputs.map { _ in [] } }
            draw(to: base, groups: 1, firstTrial: first, bins: nil)
            return layout.places.map { places in places.map { base[$0][trial - first] } }
        }
    }
}

/// Where the numbers of a trial stand: first those drawn once, then input by input those drawn each period.
struct DrawLayout: Sendable {
    /// The places of each input.
    let places: [Range<Int>]
    /// Where each input's random numbers begin; those drawn once share the first ones.
    let firstNumbers: [Int]
    /// The inputs drawn once.
    let once: [Int]
    /// The inputs drawn each period.
    let repeated: [Int]
    /// How many places there are.
    let count: Int

    init(_ inputs: [SimulationInput]) {
        once = inputs.indices.filter { inputs[$0].drawing == .oncePerTrial }
        repeated = inputs.indices.filter { inputs[$0].drawing != .oncePerTrial }
        var places = [Range<Int>](repeating: 0..<0, count: inputs.count)
        var firstNumbers = [Int](repeating: 0, count: inputs.count)
        for (place, input) in once.enumerated() { places[input] = place..<place + 1 }
        var next = once.count
        // An input's numbers begin with a block of four, so that they can be made by themselves.
        var number = (next + 3) / 4 * 4
        for input in repeated {
            let count = inputs[input].drawing.count
            places[input] = next..<next + count
            firstNumbers[input] = number
            next += count
            number += (count + 3) / 4 * 4
        }
        (self.places, self.firstNumbers, count) = (places, firstNumbers, next)
    }
}

/// How draws of one input are made of uniform numbers.
enum Sampler: Sendable {
    /// A smooth quantile, tabulated.
    case table(QuantileTable)
    /// The standard normal quantile, tabulated once for all, shifted and stretched.
    case normal(mean: Double, deviation: Double)
    /// The distribution's own way.
    case direct(any Distribution)

    /// The quantile of the bell curve around 0 with deviation 1.
    static let standardNormal = QuantileTable(NormalDistribution.standard)

    init(_ distribution: any Distribution) {
        if let normal = distribution as? NormalDistribution {
            self = .normal(mean: normal.mean, deviation: normal.standardDeviation)
        } else if distribution.hasSmoothQuantile {
            self = .table(QuantileTable(distribution))
        } else {
            self = .direct(distribution)
        }
    }

    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        switch self {
        case .table(let table): table.replaceByQuantiles(probabilities)
        case .direct(let distribution): distribution.replaceByQuantiles(probabilities)
        case .normal(let mean, let deviation):
            Self.standardNormal.replaceByQuantiles(probabilities)
            for index in probabilities.indices {
                probabilities[index] = mean + deviation * probabilities[index]
            }
        }
    }
}

extension Simulation {
    /// Draws every input of `groups` times eight trials in a row: place *k* of group *g* at *k* × `groups` + *g*.
    ///
    /// `bins` is where to note, for each input drawn once, which part of its distribution a draw is from: one row per
    /// trial.
    func draw(
        to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int, firstTrial: Int,
        bins: UnsafeMutablePointer<UInt8>?
    ) {
        fillOnce(numbers, groups, firstTrial)
        for input in layout.repeated {
            fill(
                numbers + layout.places[input].lowerBound * groups, input, groups, firstTrial)
        }
        if let copula { tie(numbers, copula, groups) }
        if let bins { noteBins(of: numbers, groups, to: bins) }
        for input in inputs.indices {
            replaceByQuantiles(numbers + layout.places[input].lowerBound * groups, input, groups)
        }
    }

    /// Draws the inputs that are drawn once and not tied to one that is drawn each period.
    func drawOnce(
        to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int, firstTrial: Int,
        bins: UnsafeMutablePointer<UInt8>?
    ) {
        fillOnce(numbers, groups, firstTrial)
        if let copula { tie(numbers, copula, groups) }
        if let bins { noteBins(of: numbers, groups, to: bins) }
        for (place, input) in layout.once.enumerated() {
            replaceByQuantiles(numbers + place * groups, input, groups)
        }
    }

    /// Draws one input that is drawn each period and not tied.
    func draw(
        _ input: Int, to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int, firstTrial: Int
    ) {
        fill(numbers, input, groups, firstTrial)
        replaceByQuantiles(numbers, input, groups)
    }

    private func fillOnce(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int, _ firstTrial: Int
    ) {
        RandomStream(seed: seed).fill(
            numbers, count: layout.once.count, from: 0, groups: groups,
            firstTrial: UInt64(firstTrial))
    }

    private func fill(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ input: Int, _ groups: Int,
        _ firstTrial: Int
    ) {
        RandomStream(seed: seed).fill(
            numbers, count: layout.places[input].count, from: layout.firstNumbers[input],
            groups: groups, firstTrial: UInt64(firstTrial))
    }

    private func replaceByQuantiles(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ input: Int, _ groups: Int
    ) {
        samplers[input].replaceByQuantiles(
            UnsafeMutableBufferPointer(
                start: numbers, count: layout.places[input].count * groups))
    }

    /// Makes the uniform numbers of tied inputs from correlated normal ones.
    private func tie(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ copula: GaussianCopula, _ groups: Int
    ) {
        guard let first = copula.tied.first else { return }
        let count = layout.places[first].count * groups
        let starts = copula.tied.map { numbers + layout.places[$0].lowerBound * groups }
        for start in starts {
            Sampler.standardNormal.replaceByQuantiles(
                UnsafeMutableBufferPointer(start: start, count: count))
        }
        let ends = (low: SIMD8(repeating: 0x1p-53), high: SIMD8(repeating: 1 - 0x1p-53))
        for index in 0..<count {
            // From the last input up, as each takes in the ones before it alone.
            for (own, input) in copula.tied.enumerated().reversed() {
                var sum = SIMD8<Double>.zero
                for (other, rival) in copula.tied[...own].enumerated() {
                    sum += copula.factor[input][rival] * starts[other][index]
                }
                starts[own][index] = sum
            }
            for start in starts {
                var sum = start[index]
                for lane in 0..<RandomStream.lanes {
                    sum[lane] = NormalDistribution.standard.cumulativeProbability(at: sum[lane])
                }
                start[index] = sum.clamped(lowerBound: ends.low, upperBound: ends.high)
            }
        }
    }

    private func noteBins(
        of numbers: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int,
        to bins: UnsafeMutablePointer<UInt8>
    ) {
        let (once, lanes) = (layout.once.count, RandomStream.lanes)
        let parts = Double(ChoiceTally.bins)
        for input in 0..<once {
            for group in 0..<groups {
                for lane in 0..<lanes {
                    bins[(group * lanes + lane) * once + input] =
                        UInt8(numbers[input * groups + group][lane] * parts)
                }
            }
        }
    }
}
