import OutlayProblems
import OutlaySampling

/// The figures of all options in many drawn states of the inputs.
public struct OutcomeSimulation: Sendable {
    /// What was drawn from.
    public let model: OutcomeModel
    /// How many states were drawn.
    public let trials: Int
    /// The seed that gives the same states again.
    public let seed: UInt64
    /// The distribution of each input.
    public let distributions: [any Distribution]
    /// Which inputs move together.
    public let correlations: [InputCorrelation]
    /// The drawn numbers, a row per input.
    public let draws: [[Double]]
    /// The options that were worked out, by index.
    private let options: [Int]
    /// The present values: four rows for each of ``options``, in the order of the lanes of ``PresentValues``.
    private let rows: [[Double]]

    /// The numbers of trials that may be asked for.
    ///
    /// Every trial keeps 8 bytes for each input and 32 for each option.
    public static let trialRange = 100...1_000_000
    /// How many trials are drawn at a time.
    private static let blockSize = 2048

    /// Draws `trials` states of the inputs of `model`, all of which have a range, and works out every option in each.
    ///
    /// A state is the same for all options. Each number of it depends on the seed, the number of the state and the
    /// name of its input alone; so the result is the same on one core and on many, and another range
    /// beside it draws the input no other numbers.
    ///
    /// - Parameters:
    ///   - model: What is drawn from.
    ///   - options: The options whose figures are wanted, by index; all where nil. The baseline is always among them.
    ///   - correlations: Which inputs move together.
    ///   - trials: How many states are drawn.
    ///   - seed: What gives the same states again.
    ///   - cores: Where they are drawn.
    /// - Throws: ``ProblemCode/outOfRange`` for trials outside ``trialRange``, what ``UncertainRange`` and
    ///   ``CorrelatedDraw`` refuse, and a ``Problem`` when a state cannot be computed.
    /// - Complexity: O(trials × (inputs + options × terms)).
    public init(
        _ model: OutcomeModel, of options: [Int]? = nil, correlations: [InputCorrelation] = [],
        trials: Int, seed: UInt64, on cores: Blocks.Cores = .all
    ) throws(Problem) {
        guard Self.trialRange.contains(trials) else {
            throw Problem(
                .outOfRange, "\(trials) trials are asked for",
                because: "there are \(Self.trialRange.lowerBound) to "
                    + "\(Self.trialRange.upperBound) trials")
        }
        var distributions: [any Distribution] = []
        for input in model.inputs { distributions.append(try input.distribution()) }
        let draw = try CorrelatedDraw(model.inputs, correlations)
        let streams = model.inputs.map {
            RandomStream(seed: seed, stream: Stream.ofInput($0.id))
        }
        let options =
            options.map { Set($0 + [model.baseline].compactMap(\.self)).sorted() }
            ?? Array(model.options.indices)
        let parts = Blocks.map(of: trials, size: Self.blockSize, on: cores) {
            [distributions] _, range in
            Result { () throws(Problem) in
                try Part(range, model, options, distributions, draw, streams)
            }
        }
        var draws = model.inputs.map { _ in [Double]() }
        var rows = [[Double]](repeating: [], count: 4 * options.count)
        for index in draws.indices { draws[index].reserveCapacity(trials) }
        for index in rows.indices { rows[index].reserveCapacity(trials) }
        for part in parts {
            let part = try part.get()
            for index in draws.indices { draws[index] += part.draws[index] }
            for index in rows.indices { rows[index] += part.rows[index] }
        }
        self.model = model
        self.trials = trials
        self.seed = seed
        self.distributions = distributions
        self.correlations = correlations
        self.options = options
        self.draws = draws
        self.rows = rows
    }

    /// What random numbers are for.
    package enum Stream {
        /// The input of costs and benefits that is called `id`: the 64-bit FNV-1a hash of the name.
        ///
        /// - Source: G. Fowler, L. C. Noll, K.-P. Vo and D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm",
        ///   IETF draft-eastlake-fnv.
        static func ofInput(_ id: String) -> UInt64 {
            id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }

        /// The performances of options.
        package static let performances: UInt64 = 12
        /// The weights of criteria.
        package static let weights: UInt64 = 13
    }

    private struct Part: Sendable {
        var draws: [[Double]]
        var rows: [[Double]]

        init(
            _ trials: Range<Int>, _ model: OutcomeModel, _ options: [Int],
            _ distributions: [any Distribution], _ draw: CorrelatedDraw, _ streams: [RandomStream]
        ) throws(Problem) {
            draws = streams.map { $0.firstNumbers(ofTrials: trials) }
            draw.tie(&draws, count: trials.count)
            for (input, distribution) in distributions.enumerated() {
                draws[input] = distribution.quantiles(at: draws[input])
            }
            rows = try model.presentValues(inStates: draws, count: trials.count, of: options)
        }
    }

    /// Returns the total cost of an option, by index, in each trial.
    public func totalCosts(of option: Int, _ coverage: Coverage) -> [Double] {
        rows[row(of: option) + (coverage == .all ? 0 : 1)]
    }

    /// The first of the four rows of an option, by index.
    private func row(of option: Int) -> Int {
        guard let place = options.firstIndex(of: option) else {
            preconditionFailure("figures of option \(option) were not asked for")
        }
        return 4 * place
    }

    /// Returns the net present value of an option, by index, in each trial; nil without a baseline.
    public func netPresentValues(of option: Int, _ coverage: Coverage) -> [Double]? {
        guard let baseline = model.baseline else { return nil }
        let lane = coverage == .all ? 0 : 1
        let (own, other) = (row(of: option) + lane, row(of: baseline) + lane)
        let (costs, benefits) = (rows[own], rows[own + 2])
        let (otherCosts, otherBenefits) = (rows[other], rows[other + 2])
        return costs.indices.map { trial in
            (benefits[trial] - otherBenefits[trial]) - (costs[trial] - otherCosts[trial])
        }
    }

    /// Returns what is to be as high as possible of an option, by index, in each trial.
    public func payoffs(of option: Int, _ coverage: Coverage) -> [Double] {
        netPresentValues(of: option, coverage) ?? totalCosts(of: option, coverage).map { -$0 }
    }

    /// The share of trials in which one option's total cost is lower than another's, both by index.
    public func shareCheaper(_ option: Int, than rival: Int, _ coverage: Coverage) -> Double {
        let (own, other) = (totalCosts(of: option, coverage), totalCosts(of: rival, coverage))
        return Double(zip(own, other).count { $0 < $1 }) / Double(trials)
    }

    /// Whether expected figures have a closed form: each input at most once in a product, beside none that it is
    /// correlated with.
    ///
    /// Numbers of a Gaussian copula that are not correlated are independent, so a product of them is expected to be
    /// the product of what they are expected to be.
    public var hasClosedForm: Bool {
        model.isMultilinear
            && correlations.allSatisfy { correlation in
                let pair = [correlation.first, correlation.second].compactMap { name in
                    model.inputs.firstIndex { $0.isCalled(name) }
                }
                return correlation.coefficient.isZero
                    || pair.count == 2 && !model.joins(pair[0], pair[1])
            }
    }

    /// Whether what is expected once an input is known has a closed form too: no inputs are correlated.
    public var hasConditionalClosedForm: Bool { correlations.isEmpty && model.isMultilinear }

    /// The expected figures in closed form; nil where there is none.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public func expectedOutcome() throws(Problem) -> Outcome? {
        hasClosedForm ? try model.outcome(at: distributions.map(\.mean)) : nil
    }

    /// Returns what it is worth to know one input, by index, before choosing among `options`.
    ///
    /// In closed form where there is one: with the other inputs at their means, the expected payoffs at
    /// ``quadraturePoints`` equally likely numbers of the input. Otherwise by classes of trials.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public func informationValue(
        of input: Int, choosingAmong options: [Int], _ coverage: Coverage
    ) throws(Problem) -> Double {
        guard hasConditionalClosedForm else {
            return InformationValue.partial(
                options.map { self.payoffs(of: $0, coverage) }, knowing: draws[input],
                classes: InformationValue.classes(forTrials: trials))
        }
        var values = distributions.map(\.mean)
        var payoffs = options.map { _ in [Double]() }
        for point in 0..<Self.quadraturePoints {
            let probability = (Double(point) + 0.5) / Double(Self.quadraturePoints)
            values[input] = distributions[input].quantile(at: probability)
            let outcome = try model.outcome(at: values)
            for (place, option) in options.enumerated() {
                payoffs[place].append(outcome.payoff(of: option, coverage))
            }
        }
        return InformationValue.perfect(payoffs)
    }

    /// The equally likely numbers of an input that expected payoffs are looked at.
    public static let quadraturePoints = 4096
}
