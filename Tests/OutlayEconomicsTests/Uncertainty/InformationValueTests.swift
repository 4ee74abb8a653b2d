import OutlayEconomics
import Testing

@Suite struct InformationValueTests {
    @Test func `what knowing is worth is the mean of the best less the best mean`() {
        // Knowing gives 0 and 20, so 10; not knowing gives 5.
        #expect(InformationValue.perfect([[0, 0], [-10, 20]]) == 5)
        #expect(InformationValue.perfect([[3, 3], [1, 2]]) == 0)
        #expect(InformationValue.perfect([]) == 0)
        #expect(InformationValue.perfect([[]]) == 0)
    }

    @Test func `a single even number is worth what is worked out by hand`() {
        // A gains 0, B gains 100 x with x even from -1 to 3. B is chosen: 100. Knowing x gives 100 x from 0 on:
        // 100 · 9 / 8 = 112.5. So knowing is worth 12.5.
        let draws = (0..<40_000).map { -1 + 4 * (Double($0) + 0.5) / 40_000 }
        let payoffs = [draws.map { _ in 0 }, draws.map { 100 * $0 }]
        #expect(abs(InformationValue.perfect(payoffs) - 12.5) < 1e-6)
        let classes = InformationValue.partial(payoffs, knowing: draws, classes: 64)
        #expect(abs(classes - 12.5) < 0.05)
        // What has nothing to do with it is worth nothing: every class has the same mix.
        let idle = draws.indices.map { Double($0 % 8) }
        #expect(InformationValue.partial(payoffs, knowing: idle, classes: 8) < 1e-9)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `knowing one thing is never worth more than knowing all`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let draws = (0..<500).map { _ in Double.random(in: 0...1, using: &generator) }
        let payoffs = (0..<3).map { option in
            draws.map { $0 * Double(option) + Double.random(in: -1...1, using: &generator) }
        }
        let all = InformationValue.perfect(payoffs)
        let one = InformationValue.partial(payoffs, knowing: draws, classes: 10)
        #expect(one >= 0 && one <= all + 1e-12, "seed \(seed)")
    }

    @Test func `classes hold 25 trials or more`() {
        #expect(InformationValue.classes(forTrials: 100) == 4)
        #expect(InformationValue.classes(forTrials: 10) == 1)
        #expect(InformationValue.classes(forTrials: 1_000_000) == 64)
    }
}
