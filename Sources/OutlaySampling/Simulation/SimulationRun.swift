/// One run of a simulation: trials in blocks, blocks in waves, each wave summed up in the order of its blocks.
struct SimulationRun: Sendable {
    let simulation: Simulation
    let program: Program
    let outputs: Int
    let choices: [SimulationChoice]
    let trials: Int

    /// How outputs come of draws.
    enum Program: Sendable {
        case kernel(Simulation.Kernel)
        case linear([LinearOutput])
    }

    /// How many trials a block has.
    static let blockSize = 512
    /// How many blocks are held at a time.
    static let waveBlocks = 64
    private static let lanes = RandomStream.lanes

    init(
        simulation: Simulation, program: Program, outputs: Int, choices: [SimulationChoice],
        trials: Int
    ) {
        precondition(trials > 0, "there is at least one trial")
        for choice in choices {
            precondition(
                choice.outputs.allSatisfy((0..<outputs).contains),
                "a choice is between outputs that there are")
        }
        self.simulation = simulation
        self.program = program
        self.outputs = outputs
        self.choices = choices
        self.trials = trials
    }

    /// How many groups of eight trials are drawn at a time: as many as stay in the nearest memory.
    private var groupsAtOnce: Int {
        let plan = simulation.plan
        let widest: Int
        switch program {
        case .kernel: widest = plan.count
        case .linear:
            widest = max(plan.once.count, plan.repeated.map { plan.places[$0].count }.max() ?? 0)
        }
        return min(max(256 / max(widest, 1), 1), 16)
    }

    /// Returns what all trials came to.
    func result(exactLimit: Int, on cores: Blocks.Cores) -> SimulationResult {
        let waveSize = Self.blockSize * Self.waveBlocks
        let room = min(waveSize, (trials + Self.lanes - 1) / Self.lanes * Self.lanes)
        var sketches = (0..<outputs).map { _ in QuantileSketch(exactLimit: exactLimit) }
        var moments = [Moments](repeating: Moments(), count: outputs)
        var tallies = choices.map { ChoiceTally($0, inputs: simulation.plan.once.count) }
        let wave = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(outputs * room, 1))
        wave.initialize(repeating: 0)
        defer { wave.deallocate() }
        for start in stride(from: 0, to: trials, by: waveSize) {
            let count = min(waveSize, trials - start)
            nonisolated(unsafe) let values = wave
            let sums = Blocks.map(of: count, size: Self.blockSize, on: cores) { _, indices in
                block(start, indices, in: values, room)
            }
            for sum in sums {
                for output in 0..<outputs { moments[output].merge(sum.moments[output]) }
                for choice in choices.indices { tallies[choice].merge(sum.tallies[choice]) }
            }
            sketches.withUnsafeMutableBufferPointer {
                nonisolated(unsafe) let sketches = $0
                let moments = moments
                Blocks.forEach(of: outputs, size: 1, on: cores) { output, _ in
                    let row = output * room..<output * room + count
                    Self.add(
                        UnsafeBufferPointer(rebasing: values[row]), moments[output],
                        to: &sketches[output])
                }
            }
        }
        return SimulationResult(
            trials: trials,
            outputs: zip(moments, sketches).map { SimulatedOutput(moments: $0, sketch: $1) },
            choices: tallies.map { $0.result(onceDrawn: simulation.plan.once) })
    }

    /// Adds the outputs of a wave; `moments` are those of all trials up to its end.
    private static func add(
        _ values: UnsafeBufferPointer<Double>, _ moments: Moments, to sketch: inout QuantileSketch
    ) {
        if moments.leftOut == 0 {
            sketch.add(values, minimum: moments.minimum, maximum: moments.maximum)
        } else {
            sketch.add(values.filter(\.isFinite))
        }
    }

    /// What the trials of one block came to.
    private struct BlockSums: Sendable {
        var moments: [Moments]
        var tallies: [ChoiceTally]
    }

    /// Runs the trials `start` + `indices` and puts their outputs at `indices`, one row of `room` per output.
    private func block(
        _ start: Int, _ indices: Range<Int>, in values: UnsafeMutableBufferPointer<Double>,
        _ room: Int
    ) -> BlockSums {
        let groups = (indices.count + Self.lanes - 1) / Self.lanes
        let once = simulation.plan.once.count
        let notesBins = choices.contains(where: \.estimatesInformation)
        return withUnsafeTemporaryAllocation(
            of: UInt8.self, capacity: notesBins ? once * groups * Self.lanes : 0
        ) { bins in
            let rows = values.baseAddress.map { base in
                (0..<outputs).map { base + $0 * room + indices.lowerBound }
            }
            guard let rows else { return BlockSums(moments: [], tallies: []) }
            let notes = notesBins ? bins.baseAddress : nil
            switch program {
            case .kernel(let kernel):
                run(kernel, start + indices.lowerBound, groups, to: rows, notes)
            case .linear(let sums):
                sum(sums, start + indices.lowerBound, groups, to: rows, notes)
            }
            var tallies = choices.map { ChoiceTally($0, inputs: once) }
            for index in tallies.indices {
                tallies[index].add(rows, count: indices.count, bins: UnsafeBufferPointer(bins))
            }
            return BlockSums(
                moments: rows.map {
                    Moments(UnsafeBufferPointer(start: $0, count: indices.count))
                }, tallies: tallies)
        }
    }

    private func run(
        _ kernel: Simulation.Kernel, _ firstTrial: Int, _ groups: Int,
        to rows: [UnsafeMutablePointer<Double>], _ bins: UnsafeMutablePointer<UInt8>?
    ) {
        let atOnce = groupsAtOnce
        let room = max(simulation.plan.count, 1) * atOnce
        let once = simulation.plan.once.count
        simulation.plan.withUnsafePlan { plan in
            simulation.plan.places.withUnsafeBufferPointer { places in
                withScratch(room + outputs) { numbers in
                    let results = UnsafeMutableBufferPointer(start: numbers + room, count: outputs)
                    for first in stride(from: 0, to: groups, by: atOnce) {
                        let count = min(atOnce, groups - first)
                        let trial = firstTrial + first * Self.lanes
                        plan.draw(
                            to: numbers, groups: count, firstTrial: trial,
                            bins: bins.map { $0 + first * Self.lanes * once })
                        for group in 0..<count {
                            let draws = SimulationDraws(
                                firstTrial: trial + group * Self.lanes, numbers: numbers + group,
                                places: places, stride: count)
                            kernel(draws, results)
                            for output in 0..<outputs {
                                Self.store(
                                    results[output],
                                    at: rows[output] + (first + group) * Self.lanes)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` with room for so many groups of eight numbers, all 0.
    private func withScratch(
        _ count: Int, _ body: (UnsafeMutablePointer<SIMD8<Double>>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: max(count, 1)) { scratch in
            scratch.initialize(repeating: .zero)
            if let base = scratch.baseAddress { body(base) }
        }
    }

    /// Runs sums of weighted draws, one repeated input after the other, so that its numbers stay near.
    private func sum(
        _ sums: [LinearOutput], _ firstTrial: Int, _ groups: Int,
        to rows: [UnsafeMutablePointer<Double>], _ bins: UnsafeMutablePointer<UInt8>?
    ) {
        guard !simulation.plan.tiesPeriods else {
            return run({ Self.sum(sums, $0, $1) }, firstTrial, groups, to: rows, bins)
        }
        let atOnce = groupsAtOnce
        let widest = simulation.plan.repeated.map { simulation.plan.places[$0].count }.max() ?? 0
        let room = max(simulation.plan.once.count, widest, 1) * atOnce
        let weights = LinearWeights(sums)
        simulation.plan.withUnsafePlan { plan in
            weights.withUnsafeWeights { weights in
                withScratch(room + sums.count * atOnce) { numbers in
                    let totals = numbers + room
                    for first in stride(from: 0, to: groups, by: atOnce) {
                        let count = min(atOnce, groups - first)
                        let trial = firstTrial + first * Self.lanes
                        weights.start(totals, count)
                        plan.drawOnce(
                            to: numbers, groups: count, firstTrial: trial,
                            bins: bins.map { $0 + first * Self.lanes * plan.onceCount })
                        for place in 0..<plan.onceCount {
                            weights.add(
                                numbers + place * count, plan.steps[place].input, count, to: totals)
                        }
                        for place in plan.onceCount..<plan.steps.count {
                            let step = plan.steps[place]
                            plan.draw(step, to: numbers, groups: count, firstTrial: trial)
                            weights.add(numbers, step.input, count, to: totals)
                        }
                        for (output, row) in rows.enumerated() {
                            for group in 0..<count {
                                Self.store(
                                    totals[output * count + group],
                                    at: row + (first + group) * Self.lanes)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The same sums as a kernel.
    private static func sum(
        _ sums: [LinearOutput], _ draws: SimulationDraws,
        _ outputs: UnsafeMutableBufferPointer<SIMD8<Double>>
    ) {
        for (output, sum) in sums.enumerated() {
            var total = SIMD8(repeating: sum.constant)
            for input in sum.weights.indices where !sum.weights[input].isEmpty {
                var part = SIMD8<Double>.zero
                for (period, weight) in sum.weights[input].enumerated() {
                    part += weight * draws[input, period]
                }
                total += part
            }
            outputs[output] = total
        }
    }

    @inline(__always)
    private static func store(_ numbers: SIMD8<Double>, at place: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(place).storeBytes(of: numbers, as: SIMD8<Double>.self)
    }
}
