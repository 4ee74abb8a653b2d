import OutlayProblems
import OutlaySampling

extension RankAcceptability {
    /// The most options that are ranked in a simulation; it compares each with each.
    public static let mostOptions = 256
    /// The numbers of trials that may be asked for.
    public static let trialRange = 1...100_000_000

    /// The streams of random numbers.
    private enum Stream {
        static let weights: UInt64 = 1
        static let values: UInt64 = 2
    }

    /// Ranks the options of `table` under many weights.
    ///
    /// The result depends on the arguments alone, not on how many cores there are.
    ///
    /// - Parameters:
    ///   - table: The options and their values; its own weights are not used.
    ///   - constraints: What is known of the weights.
    ///   - uncertain: Values known only within limits; they replace the table's.
    ///   - trials: How many weights are drawn.
    ///   - seed: What makes the draws repeatable.
    ///   - cores: Where the trials run.
    /// - Returns: The counts of all trials.
    /// - Throws: ``ProblemCode/tooLarge`` for more than ``mostOptions`` options, ``ProblemCode/outOfRange`` for trials
    ///   outside ``trialRange`` or limits of a value out of order; ``ProblemCode/unknownName`` and
    ///   ``ProblemCode/duplicateIdentifier`` for uncertain values of nothing or given twice; and what
    ///   constraints are refused for.
    /// - Complexity: O(trials × options × (options + criteria)).
    public static func simulate(
        _ table: ValueTable, constraints: WeightConstraints = WeightConstraints(),
        uncertain: [UncertainValue] = [], trials: Int, seed: UInt64, on cores: Blocks.Cores = .all
    ) throws(Problem) -> RankAcceptability {
        guard trialRange.contains(trials) else {
            throw Problem(
                .outOfRange, "\(trials) trials are asked for",
                because: "there are 1 to \(trialRange.upperBound) trials")
        }
        guard table.options.count <= mostOptions else {
            throw Problem(
                .tooLarge, "\(table.options.count) options are to be ranked again and again",
                because: "a simulation compares each with each, at most \(mostOptions) of them",
                hint: "leave out options that cannot win")
        }
        let sampler = try constraints.sampler(for: table)
        let values = try UncertainCells(
            table, uncertain, RandomStream(seed: seed, stream: Stream.values))
        let draw = RankDraw(
            table: table, values: values, sampler: sampler,
            weights: RandomStream(seed: seed, stream: Stream.weights))
        guard let tally = draw.tally(trials: trials, on: cores) else {
            throw constraints.refusal(of: .tooNarrow, in: table)
        }
        let central = tally.centralWeights
        return RankAcceptability(
            options: table.options, criteria: table.criteria, trials: trials, seed: seed,
            rankCounts: tally.ranks, winCounts: tally.wins, centralWeights: central.means,
            centralWeightErrors: central.errors,
            confidenceFactors: draw.confidenceFactors(central.means, trials: trials, on: cores))
    }
}

/// The values of a table, for eight trials at a time, where some are drawn.
struct UncertainCells: Sendable {
    /// The distributions, with the index of the cell each stands for.
    let drawn: [(cell: Int, distribution: any Distribution)]
    private let stream: RandomStream

    init(
        _ table: ValueTable, _ uncertain: [UncertainValue], _ stream: RandomStream
    ) throws(Problem) {
        var drawn: [(cell: Int, distribution: any Distribution)] = []
        var known: Set<Int> = []
        for value in uncertain {
            let option = try table.index(ofOption: value.option)
            let criterion = try table.index(ofCriterion: value.criterion)
            let cell = option * table.criteria.count + criterion
            guard known.insert(cell).inserted else {
                throw Problem(
                    .duplicateIdentifier,
                    "the value of `\(value.option)` on `\(value.criterion)` is stated twice",
                    at: .part("option \(value.option)"), because: "a value has one spread")
            }
            drawn.append((cell, try value.distribution(within: table.scale)))
        }
        // In the table's order, whatever the order in which they are given.
        self.drawn = drawn.sorted { $0.cell < $1.cell }
        self.stream = stream
    }

    /// Replaces the drawn cells by those of eight trials in a row.
    func fill(_ cells: UnsafeMutableBufferPointer<SIMD8<Double>>, firstTrial trial: Int) {
        guard !drawn.isEmpty else { return }
        withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: drawn.count) { numbers in
            stream.fill(numbers, firstTrial: UInt64(trial))
            for (number, (cell, distribution)) in zip(numbers, drawn) {
                for lane in 0..<8 { cells[cell][lane] = distribution.quantile(at: number[lane]) }
            }
        }
    }
}
