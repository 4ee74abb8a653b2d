import OutlaySampling
import Testing

@Suite struct QuantilesTests {
    @Test func `definition 7 lies on the line between two numbers`() {
        // R's documentation of quantile(type = 7): place 1 + (n - 1) p.
        #expect(Quantiles.of([4, 1, 3, 2], at: [0, 0.1, 0.5, 0.9, 1]) == [1, 1.3, 2.5, 3.7, 4])
        #expect(Quantiles.of([7], at: [0, 0.3, 1]) == [7, 7, 7])
    }

    @Test func `nothing has no quantiles`() {
        #expect(Quantiles.of([], at: [0.5]) == nil)
    }
}
