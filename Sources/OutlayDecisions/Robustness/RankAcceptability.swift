import OutlayProblems
import OutlaySampling

/// How often each option takes each rank where weights, and perhaps values, are not known for certain: SMAA-2.
///
/// Each trial draws weights, evenly from all that the constraints allow, and the uncertain values; then it scores and
/// ranks the options. Equal scores, compared after rounding to 1e-9, share the smaller rank, so that a trial
/// with a tie at the top counts for each of the first.
///
/// - Source: R. Lahdelma and P. Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for group decision
///   making", Operations Research 49 (2001); the pairwise winning index from P. Leskinen, J. Viitanen, A. Kangas and
///   J. Kangas, "Alternatives to incorporate uncertainty and risk attitude in multicriteria evaluation of forest
///   plans", Forest Science 52 (2006).
public struct RankAcceptability: Sendable, Hashable {
    /// The options' identifiers.
    public let options: [String]
    /// The criteria's identifiers.
    public let criteria: [String]
    /// How many trials were drawn.
    public let trials: Int
    /// The seed that gives the same trials again.
    public let seed: UInt64
    /// In how many trials each option took each rank: row by row, an option per row, from rank 1.
    public let rankCounts: [Int]
    /// In how many trials the row's option scored higher than the column's.
    public let winCounts: [Int]
    /// The mean of the weights that made each option first, per criterion; nil where none did.
    public let centralWeights: [[Double]?]
    /// The standard error of each of these means; nil where fewer than two trials made the option first.
    public let centralWeightErrors: [[Double]?]
    /// The share of trials in which an option is first under its own central weights; nil where it has none.
    ///
    /// Without uncertain values this is 1 or, where rounding makes another option first, 0.
    public let confidenceFactors: [Double?]

    /// The share of trials in which an option, by index, takes `rank`, 1 the best.
    public func acceptability(ofOption option: Int, rank: Int) -> Double {
        Double(rankCounts[option * options.count + rank - 1]) / Double(trials)
    }

    /// The share of trials in which one option scores higher than another, both by index.
    public func winningIndex(of option: Int, against rival: Int) -> Double {
        Double(winCounts[option * options.count + rival]) / Double(trials)
    }

    /// The standard error of a share of the trials: the root of *p* (1 − *p*) / *N*.
    public func standardError(of share: Double) -> Double {
        (share * (1 - share) / Double(trials)).squareRoot()
    }

    /// The acceptability of all ranks in one figure, 0 … 1: rank 1 counts 1, the last 0, in equal steps.
    ///
    /// A single option has 1.
    public func holisticAcceptability(ofOption option: Int) -> Double {
        let last = options.count - 1
        guard last > 0 else { return 1 }
        return (0...last).reduce(0) { sum, place in
            sum + acceptability(ofOption: option, rank: place + 1)
                * Double(last - place) / Double(last)
        }
    }
}
