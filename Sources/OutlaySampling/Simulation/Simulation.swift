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

    let plan: DrawPlan

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
        plan = DrawPlan(inputs, copula, seed: seed)
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
        return withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: plan.count) { room in
            guard let numbers = room.baseAddress else { return inputs.map { _ in [] } }
            plan.withUnsafePlan { $0.draw(to: numbers, groups: 1, firstTrial: first, bins: nil) }
            return plan.places.map { places in places.map { numbers[$0][trial - first] } }
        }
    }
}
