import OutlaySampling
import Testing

@Suite struct RandomStreamTests {
    @Test(arguments: [0, 1, 2, 3, 4, 5, 8, 11])
    func `eight trials at once draw what each draws alone`(count: Int) {
        for seed: UInt64 in [0, 1, .max] {
            let stream = RandomStream(seed: seed, stream: 3)
            var lanes = [SIMD8<Double>](repeating: .zero, count: count)
            lanes.withUnsafeMutableBufferPointer { stream.fill($0, firstTrial: 40) }
            for lane in 0..<8 {
                var numbers = stream.numbers(ofTrial: 40 + UInt64(lane))
                #expect(lanes.map { $0[lane] } == lanes.map { _ in numbers.next() }, "seed \(seed)")
            }
        }
    }

    @Test func `the first number is made of the first word`() {
        // 0x16554d9eca36314c without its last 12 bits, in the middle of its step of 2^-52.
        var numbers = RandomStream(seed: 0).numbers(ofTrial: 0)
        #expect(numbers.next() == (Double(0x1_6554_d9ec_a363) + 0.5) * 0x1p-52)
    }

    @Test func `trials, streams and seeds draw different numbers`() {
        var draws: Set<Double> = []
        for seed: UInt64 in 0..<4 {
            for stream: UInt64 in 0..<4 {
                for trial: UInt64 in 0..<4 {
                    var numbers = RandomStream(seed: seed, stream: stream).numbers(ofTrial: trial)
                    for _ in 0..<9 { draws.insert(numbers.next()) }
                }
            }
        }
        #expect(draws.count == 4 * 4 * 4 * 9)
        #expect(draws.allSatisfy { 0 < $0 && $0 < 1 })
    }

    @Test func `numbers are spread evenly`() {
        // The counts of 16 equal parts; 37.7 is passed once in a thousand times with 15 degrees of freedom.
        var counts = [Double](repeating: 0, count: 16)
        for trial in 0..<4000 {
            var numbers = RandomStream(seed: 5).numbers(ofTrial: UInt64(trial))
            for _ in 0..<8 { counts[Int(numbers.next() * 16)] += 1 }
        }
        let expected = 4000.0 * 8 / 16
        let squares = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        #expect(squares < 37.7)
    }

    @Test func `a simulation gives the same on one core and on all`() {
        func sums(_ cores: Blocks.Cores) -> [Double] {
            Blocks.map(of: 10_000, size: 256, on: cores) { _, trials in
                trials.reduce(0) { sum, trial in
                    var numbers = RandomStream(seed: 9).numbers(ofTrial: UInt64(trial))
                    return sum + numbers.next(from: NormalDistribution.standard)
                }
            }
        }
        #expect(sums(.one) == sums(.all))
    }
}
