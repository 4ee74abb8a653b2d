/// What a choice came to in some trials; tallies of parts are merged in a fixed order.
struct ChoiceTally: Sendable {
    private let choice: SimulationChoice
    private let inputs: Int
    /// Per alternative: in how many trials no other is better.
    private var best: [Int]
    /// Per alternative: how much worse than the best it was, in all.
    private var regrets: [Double]
    /// Per alternative and rival: in how many trials it is strictly better.
    private var wins: [Int]
    private var trials = 0
    /// Per input, part of its distribution and half of the trials: their count.
    private var counts: [Int] = []
    /// The same, and per alternative: the sum of its outputs.
    private var sums: [Double] = []

    /// Into how many equally likely parts an input's distribution is cut.
    static let bins = 32

    init(_ choice: SimulationChoice, inputs: Int) {
        self.choice = choice
        self.inputs = choice.estimatesInformation ? inputs : 0
        let count = choice.outputs.count
        best = [Int](repeating: 0, count: count)
        regrets = [Double](repeating: 0, count: count)
        wins = [Int](repeating: 0, count: count * count)
        counts = [Int](repeating: 0, count: self.inputs * Self.bins * 2)
        sums = [Double](repeating: 0, count: counts.count * count)
    }

    /// Adds trials.
    ///
    /// - Parameters:
    ///   - rows: The outputs, one row of trials each.
    ///   - count: How many trials there are.
    ///   - bins: For each trial and input the part of the distribution that its draw is from.
    mutating func add(
        _ rows: [UnsafeMutablePointer<Double>], count: Int, bins: UnsafeBufferPointer<UInt8>
    ) {
        // With the sign turned, the smaller is always the better.
        let sign: Double = choice.preference == .smaller ? 1 : -1
        let alternatives = choice.outputs.count
        withUnsafeTemporaryAllocation(of: Double.self, capacity: alternatives) { values in
            for trial in 0..<count {
                var least = Double.infinity
                for alternative in 0..<alternatives {
                    let value = sign * rows[choice.outputs[alternative]][trial]
                    values[alternative] = value
                    least = min(least, value)
                }
                for alternative in 0..<alternatives {
                    let value = values[alternative]
                    best[alternative] += value == least ? 1 : 0
                    regrets[alternative] += value - least
                    for rival in 0..<alternatives {
                        wins[alternative * alternatives + rival] += value < values[rival] ? 1 : 0
                    }
                }
                for input in 0..<inputs {
                    let bin = Int(bins[trial * inputs + input])
                    let cell = (input * Self.bins + bin) * 2 + trial % 2
                    counts[cell] += 1
                    for alternative in 0..<alternatives {
                        sums[cell * alternatives + alternative] += values[alternative]
                    }
                }
            }
        }
        trials += count
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: ChoiceTally) {
        trials += other.trials
        for index in best.indices { best[index] += other.best[index] }
        for index in regrets.indices { regrets[index] += other.regrets[index] }
        for index in wins.indices { wins[index] += other.wins[index] }
        for index in counts.indices { counts[index] += other.counts[index] }
        for index in sums.indices { sums[index] += other.sums[index] }
    }

    /// Returns the result; `onceDrawn` are the inputs by their number in the simulation.
    func result(onceDrawn: [Int]) -> ChoiceResult {
        let count = best.count
        let all = Double(trials)
        var worth: [Int: Double] = [:]
        for input in 0..<inputs { worth[onceDrawn[input]] = worthOfKnowing(input) }
        return ChoiceResult(
            choice: choice,
            bestShares: best.map { Double($0) / all },
            expectedRegrets: regrets.map { $0 / all },
            winShares: (0..<count).map { own in
                (0..<count).map { Double(wins[own * count + $0]) / all }
            }, worthOfKnowing: worth)
    }

    /// Returns what choosing after the input is known gains on average over choosing before.
    ///
    /// In each part of the input's distribution, the one half of the trials says what to choose and the other what
    /// that gives, and the reverse; so chance alone makes no input look worth knowing.
    private func worthOfKnowing(_ input: Int) -> Double {
        let count = best.count
        guard count > 0 else { return 0 }
        func total(_ cell: Int, _ alternative: Int) -> Double { sums[cell * count + alternative] }
        let cells = input * Self.bins * 2..<(input + 1) * Self.bins * 2
        let totals = (0..<count).map { alternative in
            cells.reduce(0) { $0 + total($1, alternative) }
        }
        let before = totals.indices.min { totals[$0] < totals[$1] } ?? 0
        var gain = 0.0
        for cell in cells {
            let half = cell ^ 1
            let chosen =
                counts[half] == 0
                ? before : (0..<count).min { total(half, $0) < total(half, $1) } ?? before
            gain += total(cell, before) - total(cell, chosen)
        }
        return max(gain / Double(trials), 0)
    }
}
