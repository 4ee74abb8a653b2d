import OutlayDecisions
import OutlayValues
import Testing

struct TargetCurveTests {
    @Test(arguments: [
        ("-1", 0.0), ("0", 0), ("25", 50), ("49", 98), ("50", 100), ("56", 80), ("80", 0),
        ("81", 0),
    ])
    func `values fall straight to both ends of a target and stop there`(
        performance: String, value: Double
    ) throws {
        let curve = TargetCurve(low: .zero, target: try exact("50"), high: try exact("80"))
        let found = try #require(try curve.value(of: exact(performance)))
        #expect(abs(found - value) < 1e-12)
    }

    @Test func `everything on a plateau is worth 100`() throws {
        let function = try target("0", "40", "60", "80")
        for (performance, value) in [
            ("20", 50.0), ("40", 100), ("51.5", 100), ("60", 100), ("65", 75),
        ] {
            #expect(try function.value(of: number(performance)) == value, "\(performance)")
        }
    }

    @Test(arguments: [
        ("0", "0", "5", "9"), ("0", "5", "9", "9"), ("0", "6", "5", "9"), ("9", "5", "5", "0"),
    ])
    func `ends that do not enclose the target make no curve`(
        low: String, from: String, to: String, high: String
    ) throws {
        let function = try target(low, from, to, high)
        #expect(function.fault(direction: nil) == .targetOutside)
        #expect(try function.value(of: number("5")) == nil)
    }

    @Test func `over seeds values rise up to the target, fall behind it and stay on the scale`()
        throws
    {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let places = (0..<4).map { _ in Int.random(in: -500...500, using: &generator) }.sorted()
            let curve = TargetCurve(
                low: ExactDecimal(places[0] - 1), from: ExactDecimal(places[1]),
                to: ExactDecimal(places[2]), high: ExactDecimal(places[3] + 1))
            var previous = 0.0
            for number in (places[0] - 3)...(places[3] + 3) {
                let value = try #require(curve.value(of: ExactDecimal(number)))
                #expect(value >= 0 && value <= 100, "seed \(seed), \(number)")
                if number <= places[1] { #expect(value >= previous, "seed \(seed), \(number)") }
                if number > places[2] { #expect(value <= previous, "seed \(seed), \(number)") }
                previous = value
            }
        }
    }
}
