/// What is drawn in what order: first the inputs drawn once, then input by input those drawn each period.
struct DrawPlan: Sendable {
    /// Where the numbers of each input stand among those of a trial, in the inputs' own order.
    let places: [Range<Int>]
    /// How many numbers a trial has.
    let count: Int
    /// The inputs drawn once.
    let once: [Int]
    /// The inputs drawn each period.
    let repeated: [Int]
    /// Whether inputs drawn each period are tied.
    let tiesPeriods: Bool
    private let steps: [DrawStep]
    private let copula: GaussianCopula?
    private let stream: RandomStream
    /// What the steps point to.
    private let owners: [AnyObject & Sendable]

    init(_ inputs: [SimulationInput], _ copula: GaussianCopula?, seed: UInt64) {
        let once = inputs.indices.filter { inputs[$0].drawing == .oncePerTrial }
        let repeated = inputs.indices.filter { inputs[$0].drawing != .oncePerTrial }
        let samplers = Blocks.map(of: inputs.count, size: 1) { input, _ in
            Sampler.make(inputs[input].distribution)
        }
        var places = inputs.map { _ in 0..<0 }
        var steps: [DrawStep] = []
        var (place, number) = (0, 0)
        for input in once + repeated {
            let count = inputs[input].drawing.count
            if place == once.count { number = (place + 3) / 4 * 4 }
            places[input] = place..<place + count
            steps.append(
                DrawStep(
                    input: input, start: place, count: count, firstNumber: number,
                    sampler: samplers[input].sampler))
            place += count
            // A repeated input's numbers begin with a block of four, so that they can be made by themselves.
            if place > once.count { number += (count + 3) / 4 * 4 }
        }
        (self.places, self.steps, self.count) = (places, steps, place)
        (self.once, self.repeated, self.copula) = (once, repeated, copula)
        tiesPeriods = copula?.tied.contains(where: repeated.contains) ?? false
        stream = RandomStream(seed: seed)
        owners = samplers.compactMap(\.owner)
    }

    /// Calls `body` with the plan as addresses, which counts no references while it draws.
    func withUnsafePlan<Result>(_ body: (UnsafeDrawPlan) -> Result) -> Result {
        withExtendedLifetime(owners) {
            steps.withUnsafeBufferPointer { steps in
                body(
                    UnsafeDrawPlan(
                        steps: steps, onceCount: once.count, stream: stream, plan: self,
                        isTied: copula?.tied.isEmpty == false))
            }
        }
    }

    /// Makes the uniform numbers of tied inputs from correlated normal ones.
    fileprivate func tie(_ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int) {
        guard let copula, let first = copula.tied.first else { return }
        let count = places[first].count * groups
        let starts = copula.tied.map { numbers + places[$0].lowerBound * groups }
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
}

/// How one input is drawn.
struct DrawStep: Sendable {
    let input: Int
    /// Where its numbers begin among those of a trial.
    let start: Int
    /// How many numbers a trial draws.
    let count: Int
    /// Where its random numbers begin; of inputs drawn once only the first one's counts.
    let firstNumber: Int
    let sampler: Sampler
}

/// A plan while its parts stay where they are.
struct UnsafeDrawPlan {
    /// The inputs in the order they are drawn.
    let steps: UnsafeBufferPointer<DrawStep>
    /// How many of them are drawn once.
    let onceCount: Int
    fileprivate let stream: RandomStream
    fileprivate let plan: DrawPlan
    fileprivate let isTied: Bool

    /// Draws every input of `groups` times eight trials in a row: place *k* of group *g* at *k* × `groups` + *g*.
    ///
    /// `bins` is where to note, for each input drawn once, which part of its distribution a draw is from: one row per
    /// trial.
    func draw(
        to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int, firstTrial: Int,
        bins: UnsafeMutablePointer<UInt8>?
    ) {
        fillOnce(numbers, groups, firstTrial)
        for step in steps[onceCount...] {
            fill(numbers + step.start * groups, step, groups, firstTrial)
        }
        if isTied { plan.tie(numbers, groups) }
        if let bins { noteBins(of: numbers, groups, to: bins) }
        for step in steps { replace(numbers + step.start * groups, step, groups) }
    }

    /// Draws the inputs drawn once, where none drawn each period is tied.
    func drawOnce(
        to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int, firstTrial: Int,
        bins: UnsafeMutablePointer<UInt8>?
    ) {
        fillOnce(numbers, groups, firstTrial)
        if isTied { plan.tie(numbers, groups) }
        if let bins { noteBins(of: numbers, groups, to: bins) }
        for step in steps[..<onceCount] { replace(numbers + step.start * groups, step, groups) }
    }

    /// Draws one input that is drawn each period and not tied.
    func draw(
        _ step: DrawStep, to numbers: UnsafeMutablePointer<SIMD8<Double>>, groups: Int,
        firstTrial: Int
    ) {
        fill(numbers, step, groups, firstTrial)
        replace(numbers, step, groups)
    }

    private func fillOnce(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int, _ firstTrial: Int
    ) {
        stream.fill(
            numbers, count: onceCount, from: 0, groups: groups, firstTrial: UInt64(firstTrial))
    }

    private func fill(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ step: DrawStep, _ groups: Int,
        _ firstTrial: Int
    ) {
        stream.fill(
            numbers, count: step.count, from: step.firstNumber, groups: groups,
            firstTrial: UInt64(firstTrial))
    }

    private func replace(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, _ step: DrawStep, _ groups: Int
    ) {
        step.sampler.replaceByQuantiles(
            UnsafeMutableBufferPointer(start: numbers, count: step.count * groups))
    }

    private func noteBins(
        of numbers: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int,
        to bins: UnsafeMutablePointer<UInt8>
    ) {
        let lanes = RandomStream.lanes
        let parts = Double(ChoiceTally.bins)
        for input in 0..<onceCount {
            for group in 0..<groups {
                for lane in 0..<lanes {
                    bins[(group * lanes + lane) * onceCount + input] =
                        UInt8(numbers[input * groups + group][lane] * parts)
                }
            }
        }
    }
}
