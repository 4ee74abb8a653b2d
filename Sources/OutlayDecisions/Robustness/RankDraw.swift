import OutlaySampling

/// Draws weights and values, and counts who takes which rank.
struct RankDraw: Sendable {
    let table: ValueTable
    let values: UncertainCells
    let sampler: SimplexSampler
    let weights: RandomStream

    /// How many trials are worked on at a time, one in each lane.
    private static let lanes = 8
    /// The most blocks that trials are cut into; the blocks' sums are added in order.
    private static let mostBlocks = 32

    private var optionCount: Int { table.options.count }
    private var criterionCount: Int { table.criteria.count }

    private static func blockSize(_ trials: Int) -> Int {
        let share = (trials + mostBlocks - 1) / mostBlocks
        return max((share + 15) / 16 * 16, 1024)
    }

    /// Returns the counts of all trials, or nil where weights that meet the constraints are too rare.
    func tally(trials: Int, on cores: Blocks.Cores) -> RankTally? {
        let parts = Blocks.map(of: trials, size: Self.blockSize(trials), on: cores) { _, trials in
            tally(of: trials)
        }
        var total = RankTally(options: optionCount, criteria: criterionCount)
        for part in parts {
            guard let part else { return nil }
            total.add(part)
        }
        return total
    }

    /// Returns the share of trials in which each option is first under `central` weights of its own.
    func confidenceFactors(
        _ central: [[Double]?], trials: Int, on cores: Blocks.Cores
    ) -> [Double?] {
        // Without drawn values every trial is the same.
        let trials = values.drawn.isEmpty ? 1 : trials
        let parts = Blocks.map(of: trials, size: Self.blockSize(trials), on: cores) { _, trials in
            firsts(under: central, in: trials)
        }
        return central.indices.map { option in
            central[option].map { _ in
                Double(parts.reduce(0) { $0 + $1[option] }) / Double(trials)
            }
        }
    }

    private func tally(of trials: Range<Int>) -> RankTally? {
        var tally = RankTally(options: optionCount, criteria: criterionCount)
        let isComplete = withCells { cells in
            withBatch { batch in
                tally.withCounters { counters in
                    for first in stride(from: trials.lowerBound, to: trials.upperBound, by: 16) {
                        for half in 0..<2 {
                            let trial = first + half * Self.lanes
                            let weights = batch.weightsHalf(half)
                            values.fill(cells, firstTrial: trial)
                            guard
                                sampler.fill(
                                    weights, firstTrial: UInt64(trial), of: self.weights)
                            else { return false }
                            Self.score(
                                cells, weights, into: batch.scoresHalf(half),
                                live: trials.upperBound - trial)
                        }
                        fillKeys(of: batch)
                        counters.count(batch, live: min(16, trials.upperBound - first))
                    }
                    return true
                }
            }
        }
        return isComplete ? tally : nil
    }

    /// Writes numbers of 32 bits in the order of the scores, which may be equal where scores are close.
    private func fillKeys(of batch: RankBatch) {
        let (low, high) = (table.scale.lowerBound * 1e9, table.scale.upperBound * 1e9)
        let middle = SIMD8<Double>(repeating: low / 2 + high / 2)
        let steps = SIMD8<Double>(repeating: min(1, 0x1p30 / max(high - low, 1)))
        let whole = SIMD8<Double>(repeating: 0x1.8p52)
        let (first, second) = (batch.scoresHalf(0), batch.scoresHalf(1))
        for option in 0..<batch.keys.count {
            // The sum is a whole number whose last 32 bits are the key.
            let left = (first[option] - middle) * steps + whole
            let right = (second[option] - middle) * steps + whole
            batch.keys[option] = SIMD16(
                lowHalf: unsafeBitCast(left, to: SIMD16<Int32>.self).evenHalf,
                highHalf: unsafeBitCast(right, to: SIMD16<Int32>.self).evenHalf)
        }
    }

    private func withBatch<Result>(_ body: (RankBatch) -> Result) -> Result {
        let (options, criteria) = (optionCount, criterionCount)
        return withUnsafeTemporaryAllocation(
            of: SIMD8<Double>.self, capacity: 2 * (options + criteria)
        ) { room in
            room.initialize(repeating: .zero)
            return withUnsafeTemporaryAllocation(of: SIMD16<Int32>.self, capacity: options) {
                $0.initialize(repeating: .zero)
                return body(
                    RankBatch(
                        weights: UnsafeMutableBufferPointer(rebasing: room[..<(2 * criteria)]),
                        scores: UnsafeMutableBufferPointer(rebasing: room[(2 * criteria)...]),
                        keys: $0))
            }
        }
    }

    private func firsts(under central: [[Double]?], in trials: Range<Int>) -> [Int] {
        var firsts = [Int](repeating: 0, count: optionCount)
        withCells { cells in
            withUnsafeTemporaryAllocation(
                of: SIMD8<Double>.self, capacity: criterionCount + optionCount
            ) { room in
                room.initialize(repeating: .zero)
                let weights = UnsafeMutableBufferPointer(rebasing: room[..<criterionCount])
                let scores = UnsafeMutableBufferPointer(rebasing: room[criterionCount...])
                for first in stride(from: trials.lowerBound, to: trials.upperBound, by: 8) {
                    let live = min(Self.lanes, trials.upperBound - first)
                    values.fill(cells, firstTrial: first)
                    for (option, central) in central.enumerated() {
                        guard let central else { continue }
                        for index in central.indices {
                            weights[index] = SIMD8(repeating: central[index])
                        }
                        Self.score(cells, weights, into: scores, live: live)
                        let own = scores[option]
                        for lane in 0..<live
                        where scores.allSatisfy({ $0[lane] <= own[lane] }) {
                            firsts[option] += 1
                        }
                    }
                }
            }
        }
        return firsts
    }

    /// Calls `body` with the table's values, each in every lane.
    private func withCells<Result>(
        _ body: (UnsafeMutableBufferPointer<SIMD8<Double>>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: table.values.count) {
            _ = $0.initialize(from: table.values.lazy.map { SIMD8(repeating: $0) })
            return body($0)
        }
    }

    /// Scores every option in every lane, rounded to whole 1e-9; lanes from `live` on are all 0.
    private static func score(
        _ cells: UnsafeMutableBufferPointer<SIMD8<Double>>,
        _ weights: UnsafeMutableBufferPointer<SIMD8<Double>>,
        into scores: UnsafeMutableBufferPointer<SIMD8<Double>>, live: Int
    ) {
        // Next to 1.5 · 2^52 doubles are whole numbers, so the sum is rounded.
        let whole = SIMD8(repeating: 0x1.8p52)
        let steps = SIMD8(repeating: 1e9)
        var cell = 0
        for option in 0..<scores.count {
            var sum = SIMD8<Double>.zero
            for criterion in 0..<weights.count {
                sum += weights[criterion] * cells[cell]
                cell += 1
            }
            scores[option] = (sum * steps + whole) - whole
        }
        guard live < lanes else { return }
        for option in 0..<scores.count {
            for lane in max(live, 0)..<lanes { scores[option][lane] = 0 }
        }
    }
}
