/// The counters of a tally as plain memory, while trials are drawn.
///
/// Trials come in sixteens. What most of the time goes to is comparing every option with every other one, so it is done on
/// whole numbers of 32 bits; where two of them are equal, the scores that they stand for decide.
struct RankCounters {
    let options: Int
    let criteria: Int
    let ranks: UnsafeMutableBufferPointer<Int>
    let wins: UnsafeMutableBufferPointer<Int>
    let sums: UnsafeMutableBufferPointer<Double>
    let squares: UnsafeMutableBufferPointer<Double>
    /// How many options are ahead of each, per lane; the most there may be fit a byte.
    let places: UnsafeMutableBufferPointer<SIMD16<UInt8>>
    /// The wins of the last batches, per lane.
    let freshWins: UnsafeMutableBufferPointer<SIMD16<UInt8>>
    /// How many batches `freshWins` has.
    private var freshBatches = 0

    init(
        options: Int, criteria: Int, ranks: UnsafeMutableBufferPointer<Int>,
        wins: UnsafeMutableBufferPointer<Int>, sums: UnsafeMutableBufferPointer<Double>,
        squares: UnsafeMutableBufferPointer<Double>,
        places: UnsafeMutableBufferPointer<SIMD16<UInt8>>,
        freshWins: UnsafeMutableBufferPointer<SIMD16<UInt8>>
    ) {
        self.options = options
        self.criteria = criteria
        self.ranks = ranks
        self.wins = wins
        self.sums = sums
        self.squares = squares
        self.places = places
        self.freshWins = freshWins
    }

    /// Counts the ranks of sixteen trials, of which the first `live` are trials; the others score 0 alike.
    mutating func count(_ batch: RankBatch, live: Int) {
        if freshBatches == 255 { settle() }
        freshBatches += 1
        let hasTies = rank(batch)
        if hasTies { settleTies(batch, live: live) }
        let places = UnsafeRawBufferPointer(self.places)
        for lane in 0..<live {
            // Options in the inner loop: an increment then never waits for the one before it.
            var (place, row) = (lane, 0)
            for _ in 0..<options {
                ranks[row &+ Int(places[place])] &+= 1
                place &+= 16
                row &+= options
            }
        }
        if hasTies {
            for option in 0..<options {
                for lane in 0..<live where places[option * 16 + lane] == 0 {
                    addWeights(batch, lane, to: option)
                }
            }
            return
        }
        var first = SIMD16<UInt8>.zero
        for option in 0..<options {
            let isFirst = unsafeBitCast(
                self.places[option] .== .zero, to: SIMD16<UInt8>.self)
            first |= isFirst & SIMD16(repeating: UInt8(truncatingIfNeeded: option))
        }
        withUnsafeBytes(of: first) { first in
            for lane in 0..<live { addWeights(batch, lane, to: Int(first[lane])) }
        }
    }

    /// Moves the wins of the last batches to where all are counted.
    mutating func settle() {
        for index in 0..<freshWins.count {
            var sum = 0
            for lane in 0..<16 { sum += Int(freshWins[index][lane]) }
            wins[index] += sum
            freshWins[index] = .zero
        }
        freshBatches = 0
    }

    /// Finds who is ahead of whom by the short numbers; returns whether two options have the same.
    private func rank(_ batch: RankBatch) -> Bool {
        var total = SIMD16<UInt16>.zero
        for option in 0..<options {
            let own = batch.keys[option]
            var place = SIMD16<UInt8>.zero
            for rival in 0..<options {
                let isAhead = unsafeBitCast(batch.keys[rival] .> own, to: SIMD16<Int32>.self)
                let ahead = SIMD16<UInt8>(truncatingIfNeeded: isAhead)
                place &-= ahead
                freshWins[rival * options + option] &-= ahead
            }
            places[option] = place
            total &+= SIMD16<UInt16>(truncatingIfNeeded: place)
        }
        // Without equals the places are 0, 1, 2 and so on.
        let whole = UInt16(options * (options - 1) / 2)
        return any(total .!= SIMD16(repeating: whole))
    }

    private func settleTies(_ batch: RankBatch, live: Int) {
        for option in 0..<options {
            for rival in 0..<options {
                let areEqual = batch.keys[rival] .== batch.keys[option]
                guard any(areEqual) else { continue }
                for lane in 0..<live where areEqual[lane] {
                    guard batch.score(rival, lane) > batch.score(option, lane) else { continue }
                    places[option][lane] &+= 1
                    wins[rival * options + option] += 1
                }
            }
        }
    }

    private func addWeights(_ batch: RankBatch, _ lane: Int, to option: Int) {
        UnsafeRawBufferPointer(batch.weightsHalf(lane / 8)).withMemoryRebound(to: Double.self) {
            weights in
            var index = option &* criteria
            var place = lane % 8
            for _ in 0..<criteria {
                let weight = weights[place]
                sums[index] += weight
                squares[index] += weight * weight
                index &+= 1
                place &+= 8
            }
        }
    }
}

/// The weights, scores and ranks' short numbers of sixteen trials.
struct RankBatch {
    /// The weights of the first eight trials, a criterion each, then those of the others.
    let weights: UnsafeMutableBufferPointer<SIMD8<Double>>
    /// The scores in whole 1e-9 of the first eight trials, an option each, then those of the others.
    let scores: UnsafeMutableBufferPointer<SIMD8<Double>>
    /// Numbers in the order of the scores, or equal where scores are close.
    let keys: UnsafeMutableBufferPointer<SIMD16<Int32>>

    /// The weights of the first (0) or the second (1) eight trials.
    func weightsHalf(_ half: Int) -> UnsafeMutableBufferPointer<SIMD8<Double>> {
        let count = weights.count / 2
        return UnsafeMutableBufferPointer(rebasing: weights[half * count..<(half + 1) * count])
    }

    /// The scores of the first (0) or the second (1) eight trials.
    func scoresHalf(_ half: Int) -> UnsafeMutableBufferPointer<SIMD8<Double>> {
        let count = scores.count / 2
        return UnsafeMutableBufferPointer(rebasing: scores[half * count..<(half + 1) * count])
    }

    /// Returns the score of an option in a trial.
    @inline(__always)
    func score(_ option: Int, _ lane: Int) -> Double {
        scores[lane / 8 * keys.count + option][lane % 8]
    }
}
