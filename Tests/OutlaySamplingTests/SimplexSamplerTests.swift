import OutlaySampling
import Testing

@Suite struct SimplexSamplerTests {
    private static func means(_ region: SimplexRegion, _ count: Int = 20_000) throws -> [Double] {
        let sampler = try SimplexSampler(region)
        var sums = [Double](repeating: 0, count: region.count)
        for trial in 0..<count {
            let shares = try #require(
                sampler.shares(ofTrial: UInt64(trial), of: RandomStream(seed: 3)))
            for index in sums.indices { sums[index] += shares[index] }
        }
        return sums.map { $0 / Double(count) }
    }

    @Test(arguments: [1, 2, 3, 7, 10])
    func `free shares total 1 and have equal means`(count: Int) throws {
        let sampler = try SimplexSampler(SimplexRegion(free: count))
        for trial: UInt64 in 0..<500 {
            let shares = try #require(sampler.shares(ofTrial: trial, of: RandomStream(seed: 1)))
            #expect(abs(shares.reduce(0, +) - 1) < 1e-12 && shares.allSatisfy { $0 >= 0 })
        }
        // The variance of a share is (n - 1) / (n^2 (n + 1)).
        let n = Double(count)
        let error = ((n - 1) / (n * n * (n + 1)) / 20_000).squareRoot()
        for mean in try Self.means(SimplexRegion(free: count)) {
            #expect(abs(mean - 1 / n) <= 4 * error)
        }
    }

    @Test func `ordered shares have the rank-order centroid as their mean`() throws {
        // (1 + 1/2 + 1/3) / 3, (1/2 + 1/3) / 3, (1/3) / 3
        let region = try SimplexRegion(
            lower: [0, 0, 0], upper: [1, 1, 1], descending: [2, 0, 1])
        let means = try Self.means(region)
        for (mean, expected) in zip(means, [5.0 / 18, 2.0 / 18, 11.0 / 18]) {
            #expect(abs(mean - expected) < 0.005)
        }
    }

    @Test func `an order of some shares leaves the others as they are`() throws {
        // Of three shares two are ordered: the larger of the two has mean 1/2, the smaller 1/6.
        let region = try SimplexRegion(lower: [0, 0, 0], upper: [1, 1, 1], descending: [1, 2])
        for (mean, expected) in zip(try Self.means(region), [1.0 / 3, 1.0 / 2, 1.0 / 6]) {
            #expect(abs(mean - expected) < 0.008)
        }
    }

    struct Bounded: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var lower: [Double]
        var upper: [Double]
        var order: [Int] = []
    }

    static let bounded = [
        Bounded(testDescription: "lower", lower: [0.2, 0.1, 0], upper: [1, 1, 1]),
        Bounded(testDescription: "narrow", lower: [0.3, 0.3, 0.3], upper: [0.36, 0.36, 0.36]),
        Bounded(
            testDescription: "wide with order", lower: [0, 0, 0, 0.05], upper: [0.6, 1, 1, 1],
            order: [3, 0]),
        Bounded(testDescription: "one is fixed", lower: [0.5, 0, 0], upper: [0.5, 1, 1]),
        Bounded(testDescription: "all are fixed", lower: [0.5, 0.3, 0.2], upper: [0.5, 0.3, 0.2]),
        Bounded(testDescription: "lower bounds leave nothing", lower: [0.6, 0.4], upper: [1, 1]),
        Bounded(
            testDescription: "ten around a tenth", lower: [Double](repeating: 0.09, count: 10),
            upper: [Double](repeating: 0.11, count: 10)),
    ]

    @Test(arguments: bounded)
    func `bounds and order are met`(case bounded: Bounded) throws {
        let region = try SimplexRegion(
            lower: bounded.lower, upper: bounded.upper, descending: bounded.order)
        let sampler = try SimplexSampler(region)
        for trial: UInt64 in 0..<300 {
            let shares = try #require(sampler.shares(ofTrial: trial, of: RandomStream(seed: 2)))
            #expect(abs(shares.reduce(0, +) - 1) < 1e-11)
            for (index, share) in shares.enumerated() {
                #expect(bounded.lower[index] <= share && share <= bounded.upper[index])
            }
            for (first, second) in zip(bounded.order, bounded.order.dropFirst()) {
                #expect(shares[first] >= shares[second])
            }
        }
    }

    @Test func `bounded shares are spread evenly`() throws {
        // w1 in 0.2 ... 1 of two: uniform, so its mean is 0.6. With w1 at most 0.5 of three, F is the part of a triangle:
        // density 2 (1 - w) over 0.75, so the mean is (0.25 - 2/3 * 0.125) / 0.75 = 2/9.
        let two = try SimplexRegion(lower: [0.2, 0], upper: [1, 1])
        let three = try SimplexRegion(lower: [0, 0, 0], upper: [0.5, 1, 1])
        let means = (try Self.means(two)[0], try Self.means(three)[0])
        #expect(abs(means.0 - 0.6) < 0.007)
        #expect(abs(means.1 - 2.0 / 9) < 0.005)
    }

    @Test func `a lane holds its trial, wherever the eight begin`() throws {
        for bounded in Self.bounded {
            let region = try SimplexRegion(
                lower: bounded.lower, upper: bounded.upper, descending: bounded.order)
            let sampler = try SimplexSampler(region)
            let stream = RandomStream(seed: 4, stream: 1)
            var lanes = [SIMD8<Double>](repeating: .zero, count: region.count)
            let found = lanes.withUnsafeMutableBufferPointer {
                sampler.fill($0, firstTrial: 16, of: stream)
            }
            #expect(found)
            for lane in 0..<8 {
                #expect(
                    sampler.shares(ofTrial: 16 + UInt64(lane), of: stream)
                        == lanes.map { $0[lane] })
            }
        }
    }

    @Test func `conditions that are hardly ever met are refused`() throws {
        // Ten weights, all but equal, in a stated order.
        let region = try SimplexRegion(
            lower: [Double](repeating: 0.0999, count: 10),
            upper: [Double](repeating: 0.1001, count: 10), descending: Array(0..<10))
        #expect(throws: SimplexRegion.Fault.tooNarrow) { try SimplexSampler(region) }
    }
}
