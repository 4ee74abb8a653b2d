import OutlaySampling
import Testing

@Suite struct QuantileSketchTests {
    /// Numbers of a seed, of both signs where `shift` is 0, in no order.
    static func numbers(_ seed: UInt64, count: Int, shift: Double) -> [Double] {
        (0..<count).map { trial in
            var numbers = RandomStream(seed: seed).numbers(ofTrial: UInt64(trial))
            return shift + numbers.next(from: NormalDistribution.standard) * 100
        }
    }

    static let probabilities = [0, 0.001, 0.1, 0.25, 0.5, 0.501, 0.9, 0.999, 1]

    @Test(arguments: [0, 1_000], [0, 1, 2] as [UInt64])
    func `buckets keep within their error, relative to the exact quantile`(
        shift: Double, seed: UInt64
    ) throws {
        let numbers = Self.numbers(seed, count: 5_000, shift: shift)
        var sketch = QuantileSketch(exactLimit: 100)
        sketch.add(numbers)
        #expect(!sketch.isExact)
        let exact = try #require(Quantiles.of(numbers, at: Self.probabilities))
        let found = try #require(sketch.quantiles(at: Self.probabilities))
        for (exact, found) in zip(exact, found) {
            #expect(abs(found - exact) <= QuantileSketch.relativeError * abs(exact), "seed \(seed)")
        }
        #expect(found.first == numbers.min())
        #expect(found.last == numbers.max())
    }

    @Test func `up to the limit quantiles and shares are exact`() throws {
        let numbers = Self.numbers(5, count: 1_000, shift: 0)
        var sketch = QuantileSketch(exactLimit: 1_000)
        sketch.add(numbers)
        #expect(sketch.isExact)
        #expect(
            sketch.quantiles(at: Self.probabilities)
                == Quantiles.of(numbers, at: Self.probabilities))
        let third = numbers[3]
        #expect(sketch.share(below: third) == Double(numbers.count { $0 < third }) / 1_000)
        #expect(sketch.share(above: third) == Double(numbers.count { $0 > third }) / 1_000)
        sketch.add([1])
        #expect(!sketch.isExact)
    }

    @Test(arguments: [0, 1, 2, 3] as [UInt64])
    func `order and merging change nothing`(seed: UInt64) {
        let numbers = Self.numbers(seed, count: 900, shift: 10) + [0, -0.0, 0]
        for limit in [10, 500, 2_000] {
            var whole = QuantileSketch(exactLimit: limit)
            whole.add(numbers)
            var merged = QuantileSketch(exactLimit: limit)
            for part in [numbers[600...], numbers[..<50], numbers[50..<600]] {
                var sketch = QuantileSketch(exactLimit: limit)
                sketch.add(Array(part.reversed()))
                merged.merge(sketch)
            }
            #expect(merged.count == whole.count)
            #expect(merged.isExact == whole.isExact)
            #expect(
                merged.quantiles(at: Self.probabilities)
                    == whole.quantiles(at: Self.probabilities), "seed \(seed)")
            #expect(merged.share(below: 12) == whole.share(below: 12), "seed \(seed)")
        }
    }

    @Test func `shares about zero are exact in buckets too`() {
        var sketch = QuantileSketch(exactLimit: 0)
        sketch.add([-1, 0, -0.0, .leastNonzeroMagnitude, 2, -1e300])
        #expect(sketch.share(above: 0) == 2 / 6.0)
        #expect(sketch.share(below: 0) == 2 / 6.0)
        #expect(sketch.share(below: -.infinity) == 0)
        #expect(sketch.share(above: .infinity) == 0)
        #expect(sketch.share(above: -.infinity) == 1)
        #expect(sketch.quantile(at: 0.5) == 0)
    }

    @Test func `shares and quantiles in buckets agree`() throws {
        var sketch = QuantileSketch(exactLimit: 0)
        sketch.add(Self.numbers(8, count: 4_000, shift: 500))
        for probability in [0.1, 0.5, 0.9] {
            let quantile = try #require(sketch.quantile(at: probability))
            let below = try #require(sketch.share(below: quantile))
            let above = try #require(sketch.share(above: quantile))
            #expect(abs(below - probability) < 0.002)
            #expect(abs(above - (1 - probability)) < 0.002)
        }
    }

    @Test func `nothing has no quantiles`() {
        #expect(QuantileSketch().quantile(at: 0.5) == nil)
        #expect(QuantileSketch().share(below: 0) == nil)
    }

    @Test func `one number is every quantile`() {
        var sketch = QuantileSketch(exactLimit: 0)
        sketch.add([7, 7, 7])
        #expect(sketch.quantiles(at: [0, 0.3, 1]) == [7, 7, 7])
        #expect(sketch.share(below: 7) == 0)
        #expect(sketch.share(above: 7) == 0)
    }
}
