/// What the trials of a simulation came to.
public struct SimulationResult: Sendable {
    /// How many trials there were.
    public let trials: Int
    /// One element per output.
    public let outputs: [SimulatedOutput]
    /// One element per choice that was asked for.
    public let choices: [ChoiceResult]
}

/// What one output came to over all trials.
public struct SimulatedOutput: Sendable {
    private let moments: Moments
    private let sketch: QuantileSketch

    init(moments: Moments, sketch: QuantileSketch) {
        var sketch = sketch
        sketch.sort()
        (self.moments, self.sketch) = (moments, sketch)
    }

    /// How many trials gave a number that is finite; the others are left out of everything below.
    public var count: Int { moments.count }
    /// How many trials gave no finite number.
    public var leftOut: Int { moments.leftOut }
    /// The mean of the trials.
    public var mean: Double { moments.mean }
    /// The variance of what the trials are drawn from, estimated; 0 for a single trial.
    public var variance: Double { moments.variance }
    /// The square root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }
    /// How far the mean of so many trials may lie from the true one: one standard deviation of the mean.
    public var standardError: Double {
        count > 0 ? (variance / Double(count)).squareRoot() : 0
    }
    /// The least trial; +∞ where none was finite.
    public var minimum: Double { sketch.minimum }
    /// The largest trial; −∞ where none was finite.
    public var maximum: Double { sketch.maximum }
    /// Whether quantiles are those of the trials; otherwise ``QuantileSketch/relativeError`` bounds their error.
    public var hasExactQuantiles: Bool { sketch.isExact }

    /// Returns the number that a share of `probability`, 0 … 1, of the trials does not exceed; nil where no trial was
    /// finite.
    ///
    /// By definition 7 of Hyndman and Fan.
    public func quantile(at probability: Double) -> Double? { sketch.quantile(at: probability) }

    /// Returns the quantiles at `probabilities`, each 0 … 1; nil where no trial was finite.
    public func quantiles(at probabilities: [Double]) -> [Double]? {
        sketch.quantiles(at: probabilities)
    }

    /// Returns the share of trials above `number`: how likely the output is above it.
    public func share(above number: Double) -> Double? { sketch.share(above: number) }

    /// Returns the share of trials below `number`: the percentile at which it sits, as a fraction of 1.
    public func share(below number: Double) -> Double? { sketch.share(below: number) }
}

/// How the alternatives of a choice did against each other, trial by trial.
public struct ChoiceResult: Sendable, Hashable {
    /// What was chosen between.
    public let choice: SimulationChoice
    /// For each alternative the share of trials in which no other is better; with ties they total more than 1.
    public let bestShares: [Double]
    /// For each alternative how much worse than the best of the trial it is on average: what choosing it is
    /// expected to forgo.
    public let expectedRegrets: [Double]
    /// For each alternative and rival the share of trials in which the alternative is strictly better.
    public let winShares: [[Double]]
    /// For each input drawn once per trial, by its number, what it is worth on average to know it before choosing;
    /// empty unless asked for.
    ///
    /// An estimate from 32 equally likely parts of the input's distribution; 0 where knowing it would not change
    /// the choice. Inputs that are tied carry what they tell of each other.
    ///
    /// - Source: M. Strong, J. E. Oakley and A. Brennan, "Estimating multiparameter partial expected value of perfect
    ///   information from a probabilistic sensitivity analysis sample", Medical Decision Making 34 (2014), for
    ///   estimating it from one sample.
    public let worthOfKnowing: [Int: Double]

    /// What it is worth on average to know every input before choosing: the least expected regret.
    public var worthOfKnowingEverything: Double { expectedRegrets.min() ?? 0 }
}
