import OutlayDecisions
import OutlaySampling
import OutlayValues
import Testing

struct ExponentialCurveTests {
    private func curve(_ worst: String, _ half: String, _ best: String) throws -> ExponentialCurve {
        ExponentialCurve(worst: try exact(worst), half: try exact(half), best: try exact(best))
    }

    /// The exponential constants that belong to midvalues on a scale of length 1.
    ///
    /// - Source: C. W. Kirkwood, "Strategic Decision Making", Duxbury Press 1997, table 4.2, printed to
    ///   three decimals.
    @Test(arguments: [
        ("0.05", 0.072), ("0.10", 0.144), ("0.25", 0.410), ("0.30", 0.555), ("0.35", 0.782),
        ("0.40", 1.216), ("0.45", 2.483), ("0.55", -2.483), ("0.70", -0.555), ("0.95", -0.072),
    ])
    func `the constants of the published table come out`(half: String, constant: Double) throws {
        let found = try #require(try curve("0", half, "1").relativeConstant)
        #expect(abs(found - constant) <= 0.0005)
    }

    @Test func `a curve with its half at a third of the way is the one worked by hand`() throws {
        // With h = 1/3 and w = exp(−L/(3R)): 1 − w = ½ (1 − w³), so w² + w − 1 = 0, w = (√5 − 1)/2.
        let root = (5.0.squareRoot() - 1) / 2
        let found = try curve("36", "28", "12")
        for (performance, thirds) in [("36", 0.0), ("28", 1), ("20", 2), ("12", 3)] {
            let power = ElementaryFunctions.power(root, thirds)
            let wanted = 100 * (1 - power) / (1 - root * root * root)
            let value = try #require(found.value(of: exact(performance)))
            #expect(abs(value - wanted) < 1e-11, "\(performance)")
        }
        #expect(abs(try #require(found.value(of: exact("28"))) - 50) < 1e-12)
    }

    @Test func `a half at the midpoint is the straight line`() throws {
        let straight = try curve("36", "24", "12")
        let line = try linear("36", "12")
        #expect(straight.relativeConstant == nil)
        for performance in ["36", "30.1", "24", "13", "12", "11", "40"] {
            #expect(
                try straight.value(of: exact(performance)) == line.value(of: number(performance)))
        }
        // Next to the midpoint nothing jumps.
        let nearly = try curve("0", "0.49999999999999", "1")
        #expect(abs(try #require(nearly.value(of: exact("0.25"))) - 25) < 1e-9)
    }

    @Test func `numbers beyond an end count as the end`() throws {
        let found = try curve("36", "20", "12")
        #expect(try found.value(of: exact("50")) == 0 && found.value(of: exact("36")) == 0)
        #expect(try found.value(of: exact("12")) == 100 && found.value(of: exact("-3")) == 100)
    }

    @Test(arguments: [("0", "0", "1"), ("0", "1", "1"), ("0", "2", "1"), ("5", "5", "5")])
    func `a half that is not between the ends makes no curve`(
        worst: String, half: String, best: String
    ) throws {
        let found = try curve(worst, half, best)
        #expect(!found.isUsable)
        #expect(try found.value(of: exact("0.5")) == nil)
    }

    @Test func `the sharpest bends stay on the scale`() throws {
        let tiny = "0." + String(repeating: "0", count: 30) + "1"
        for (half, value) in [(tiny, 100.0), ("0." + String(repeating: "9", count: 31), 0)] {
            let found = try curve("0", half, "1")
            #expect(abs(try #require(found.value(of: exact(half))) - 50) < 1e-9)
            #expect(abs(try #require(found.value(of: exact("0.5"))) - value) < 1e-9)
        }
    }

    @Test func `every curve rises towards the best, has 50 at its half, and turned round mirrors`()
        throws
    {
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: seed)
            let worst = Int.random(in: -1_000...1_000, using: &generator)
            let length = Int.random(in: 2...2_000, using: &generator)
            let step = Int.random(in: 1..<length, using: &generator)
            let sign = Bool.random(using: &generator) ? 1 : -1
            func place(_ steps: Int) -> ExactDecimal { ExactDecimal(worst + sign * steps) }
            let found = ExponentialCurve(
                worst: place(0), half: place(step), best: place(length))
            let turned = ExponentialCurve(
                worst: place(length), half: place(step), best: place(0))
            var previous = 0.0
            for steps in stride(from: 0, through: length, by: max(1, length / 40)) {
                let value = try #require(found.value(of: place(steps)))
                #expect(value >= previous - 1e-12 && value <= 100, "seed \(seed), \(steps)")
                let mirrored = try #require(turned.value(of: place(steps)))
                #expect(abs(value + mirrored - 100) < 1e-9, "seed \(seed), \(steps)")
                previous = value
            }
            #expect(
                abs(try #require(found.value(of: place(step))) - 50) < 1e-9, "seed \(seed)")
        }
    }

    @Test func `the inverse of the formula gives the performance back`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let half = try ExactDecimal(
                significand: Int128(Int.random(in: 100...900, using: &generator)), places: 3)
            let found = ExponentialCurve(worst: .zero, half: half, best: .one)
            guard let constant = found.relativeConstant else { continue }
            let performance = try ExactDecimal(
                significand: Int128(Int.random(in: 1...999, using: &generator)), places: 3)
            let value = try #require(found.value(of: performance)) / 100
            let whole = 1 - ElementaryFunctions.exponential(-1 / constant)
            let back = -constant * ElementaryFunctions.logarithm(1 - value * whole)
            #expect(abs(back - performance.doubleValue) < 1e-8, "seed \(seed)")
        }
    }
}
