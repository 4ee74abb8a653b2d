import Testing

@testable import OutlaySampling

@Suite struct SortingNetworkTests {
    /// By the zero-one principle a network that sorts every row of zeros and ones sorts everything.
    @Test(arguments: 0...12)
    func `every row of zeros and ones is sorted`(count: Int) {
        let network = SortingNetwork(count: count)
        for pattern in 0..<(1 << count) {
            var numbers = (0..<count).map {
                SIMD8<Double>(repeating: pattern >> $0 & 1 == 1 ? 1 : 0)
            }
            numbers.withUnsafeMutableBufferPointer { numbers in
                if let base = numbers.baseAddress { network.sort(base) }
            }
            let lane = numbers.map { $0[3] }
            #expect(lane == lane.sorted(), "pattern \(pattern)")
        }
    }

    @Test func `large counts are sorted too`() {
        for seed: UInt64 in 0..<20 {
            var random = RandomStream(seed: seed).numbers(ofTrial: 0)
            var numbers = (0..<37).map { _ in SIMD8<Double>(repeating: random.next()) }
            let sorted = numbers.map { $0[0] }.sorted()
            numbers.withUnsafeMutableBufferPointer { numbers in
                if let base = numbers.baseAddress { SortingNetwork(count: 37).sort(base) }
            }
            #expect(numbers.map { $0[7] } == sorted, "seed \(seed)")
        }
    }
}
