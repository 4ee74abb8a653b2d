import Testing

@testable import OutlayReports

@Suite struct ChartScaleTests {
    @Test func `ticks are round and cover the range`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let low = Double.random(in: -1e6...1e6, using: &generator)
            let width = Double.random(in: 1e-3...1e7, using: &generator)
            let count = Int.random(in: 1...8, using: &generator)
            let scale = ChartScale(low...(low + width), about: count, endsAtTicks: true)
            #expect(scale.lower <= low + 1e-6 && scale.upper >= low + width - 1e-6)
            #expect(scale.ticks.count >= 2 && scale.ticks.count <= 2 * count + 3)
            #expect(Set(scale.ticks.map { scale.label($0) }).count == scale.ticks.count)
            var power = scale.step
            while power >= 10 { power /= 10 }
            while power < 0.999 { power *= 10 }
            #expect([1, 2, 2.5, 5, 10].contains { ($0 - power).magnitude < 1e-6 })
        }
    }

    @Test func `labels share a unit and decimals`() {
        let thousands = ChartScale(0...340_000, about: 4, endsAtTicks: true)
        #expect(
            thousands.ticks.map { thousands.label($0) } == [
                "0", "100\u{202F}k", "200\u{202F}k", "300\u{202F}k", "400\u{202F}k",
            ])
        let millions = ChartScale(-1.2e6...1.4e6, about: 5, endsAtTicks: true)
        #expect(millions.label(-1_000_000) == "\u{2212}1\u{202F}M")
        let halves = ChartScale(0...1.9e6, about: 4, endsAtTicks: true)
        #expect(halves.ticks.map { halves.label($0) }.last == "2.0\u{202F}M")
    }

    @Test func `ticks inside the range leave its ends alone`() {
        let scale = ChartScale(0...348_804, about: 6, endsAtTicks: false)
        #expect(scale.upper == 348_804)
        #expect(scale.ticks == [0, 100_000, 200_000, 300_000])
    }

    @Test func `a range of one value is widened`() {
        let scale = ChartScale(5...5, about: 4, endsAtTicks: true)
        #expect(scale.lower < 5 && scale.upper > 5)
        #expect(scale.position(5, from: 0, to: 10).isFinite)
    }
}

/// The SplitMix64 generator, so that a failing case comes again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
