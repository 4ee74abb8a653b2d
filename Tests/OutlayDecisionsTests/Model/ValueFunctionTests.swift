import OutlayDecisions
import OutlayValues
import Testing

struct ValueFunctionTests {
    @Test(arguments: [
        ("36", 0.0), ("12", 100.0), ("18", 75.0), ("24", 50.0), ("40", 0.0), ("11.9", 100.0),
    ])
    func `a linear function falls to its best end and stops at both`(
        performance: String, value: Double
    ) throws {
        #expect(try linear("36", "12").value(of: number(performance)) == value)
    }

    @Test(arguments: [
        ("98", 0.0), ("99", 0.0), ("99.25", 30.0), ("99.5", 60.0), ("99.7", 77.5),
        ("99.9", 95.0), ("99.95", 100.0), ("100", 100.0),
    ])
    func `a piecewise function passes through its points and is level outside`(
        performance: String, value: Double
    ) throws {
        let function = try points([("99", "0"), ("99.5", "60"), ("99.9", "95"), ("99.95", "100")])
        let found = try #require(try function.value(of: number(performance)))
        #expect(abs(found - value) < 1e-12)
    }

    /// Exact rational arithmetic, with which `numpy.interp` agrees to 1e-12.
    @Test func `bends with values between the ends give the known answers`() throws {
        let capacity = try points([("0", "0"), ("50", "60"), ("100", "90"), ("200", "100")])
        let price = try points([("1000", "100"), ("3000", "50"), ("5000", "0")])
        let rows = [
            ("80", 78.0, "2200", 70.0), ("150", 95, "4100", 22.5), ("40", 48, "1300", 92.5),
        ]
        for (size, sizeValue, cost, costValue) in rows {
            #expect(abs(try #require(capacity.value(of: number(size))) - sizeValue) < 1e-10)
            #expect(abs(try #require(price.value(of: number(cost))) - costValue) < 1e-10)
        }
    }

    @Test func `a level is worth what the function says and an unknown one nothing`() throws {
        let function = levels(["none": 0, "api": 75])
        #expect(function.value(of: .text("api")) == 75)
        #expect(function.value(of: .text("API")) == nil)
        #expect(try function.value(of: number("1")) == nil)
        #expect(try linear("0", "1").value(of: .text("1")) == nil)
        #expect(try linear("0", "1").value(of: .yesNo(true)) == nil)
    }

    @Test func `ends that only 38 digits tell apart still make a scale`() throws {
        let function = try linear(
            "12345678901234567890123456789012345670", "12345678901234567890123456789012345678")
        #expect(try function.value(of: number("12345678901234567890123456789012345672")) == 25)
    }

    @Test func `a scale without length gives every option the same full value`() throws {
        #expect(try linear("5", "5").value(of: number("5")) == 100)
    }

    @Test func `a performance off the scale is found before it is clamped`() throws {
        let falling = try linear("36", "12")
        #expect(try falling.contains(number("36")) && falling.contains(number("12")))
        #expect(try !falling.contains(number("36.1")) && !falling.contains(number("11.9")))
        let bent = try points([("0", "0"), ("1", "100")])
        #expect(try bent.contains(number("0")) && bent.contains(number("1")))
        #expect(try !bent.contains(number("-0.1")) && !bent.contains(number("1.1")))
        #expect(levels(["a": 0, "b": 100]).contains(.text("b")))
        #expect(!levels(["a": 0, "b": 100]).contains(.text("c")))
        #expect(!falling.contains(.text("20")))
    }

    @Test func `a line over the options' own numbers has their ends in the right direction`() throws
    {
        let numbers = try ["3", "1", "2"].map(exact)
        let (one, three) = (try exact("1"), try exact("3"))
        #expect(
            ValueFunction.linear(spanning: numbers, direction: .higher)
                == .linear(worst: one, best: three))
        #expect(
            ValueFunction.linear(spanning: numbers, direction: .lower)
                == .linear(worst: three, best: one))
        #expect(ValueFunction.linear(spanning: [], direction: .lower) == nil)
    }

    @Test func `sound functions have no fault`() throws {
        #expect(try linear("36", "12").fault(direction: .lower) == nil)
        #expect(try linear("12", "36").fault(direction: .higher) == nil)
        #expect(
            try points([("0", "0"), ("1", "50"), ("2", "50")]).fault(direction: .higher) == nil)
        #expect(try points([("0", "100"), ("1", "0")]).fault(direction: .lower) == nil)
        #expect(levels(["best": 100, "worst": 0]).fault(direction: .higher) == nil)
    }

    @Test func `each fault is named with its place`() throws {
        #expect(try linear("5", "5").fault(direction: .higher) == .flat)
        #expect(try linear("36", "12").fault(direction: .higher) == .againstDirection(.higher))
        #expect(try points([("0", "0")]).fault(direction: .higher) == .tooFew(1))
        #expect(levels([:]).fault(direction: .higher) == .tooFew(0))
        #expect(
            try points([("0", "0"), ("2", "50"), ("2", "100")]).fault(direction: .higher)
                == .notAscending(index: 2))
        #expect(
            try points([("0", "0"), ("1", "100.1")]).fault(direction: .higher)
                == .valueOutside(index: 1))
        #expect(levels(["a": -1, "b": 100]).fault(direction: .higher) == .valueOutside(index: 0))
        #expect(
            try points([("0", "0"), ("1", "60"), ("2", "50")]).fault(direction: .higher)
                == .notMonotone(index: 2, .higher))
        #expect(
            try points([("0", "0"), ("1", "60")]).fault(direction: .lower)
                == .notMonotone(index: 1, .lower))
        #expect(try points([("0", "7"), ("1", "7")]).fault(direction: .higher) == .flat)
        #expect(levels(["a": 7, "b": 7]).fault(direction: .higher) == .flat)
        #expect(
            levels(["a": 0, "b": 7, "a": 9]).fault(direction: .higher) == .duplicateLevel(index: 2))
    }

    @Test func `pieces that rise and fall are for a criterion without a direction`() throws {
        let peak = try points([("10", "0"), ("14", "100"), ("17", "40")])
        #expect(peak.impliedDirection == nil)
        #expect(peak.fault(direction: nil) == nil)
        #expect(peak.fault(direction: .higher) == .notMonotone(index: 2, .higher))
        #expect(try peak.value(of: number("12")) == 50)
        #expect(try peak.value(of: number("15.5")) == 70)
        let unordered = try points([("10", "0"), ("10", "100"), ("17", "40")])
        #expect(unordered.fault(direction: nil) == .notAscending(index: 1))
    }

    @Test func `a bent line obeys its direction and a target has none`() throws {
        let falling = try exponential("36", half: "20", "12")
        #expect(falling.fault(direction: .lower) == nil && falling.fault(direction: nil) == nil)
        #expect(falling.fault(direction: .higher) == .againstDirection(.higher))
        #expect(try exponential("5", half: "5", "5").fault(direction: .higher) == .flat)
        #expect(try exponential("0", half: "7", "5").fault(direction: .higher) == .halfOutside)
        let middle = try target("0", "40", "60", "80")
        #expect(middle.fault(direction: nil) == nil && middle.impliedDirection == nil)
        #expect(middle.fault(direction: .higher) == .directionOfTarget)
        #expect(middle.fault(direction: .lower) == .directionOfTarget)
    }

    @Test func `bent lines and targets know the ends of their scale and their values`() throws {
        let falling = try exponential("36", half: "20", "12")
        #expect(try falling.contains(number("36")) && !falling.contains(number("36.1")))
        let middle = try target("0", "40", "60", "80")
        #expect(try middle.contains(number("80")) && !middle.contains(number("-0.1")))
        #expect(falling.range == .whole && middle.range == .whole)
        #expect(levels(["some": 20, "most": 90]).range == ValueRange(20, 90))
        #expect(try points([("0", "10"), ("1", "60")]).range == ValueRange(10, 60))
        #expect(falling.value(of: .text("20")) == nil && middle.value(of: .yesNo(true)) == nil)
    }

    @Test func `over seeds a piecewise line stays between the values of its points`() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: seed)
            let count = Int.random(in: 2...6, using: &generator)
            let values = (0..<count).map { _ in Int.random(in: 0...100, using: &generator) }
                .sorted()
            let function = ValueFunction.piecewise(
                values.enumerated().map {
                    .init(performance: ExactDecimal(10 * $0), value: ExactDecimal($1))
                })
            var previous = 0.0
            for performance in -5...(10 * count) {
                let value = try #require(function.value(of: .number(ExactDecimal(performance))))
                #expect(value >= previous - 1e-12, "seed \(seed), \(performance)")
                #expect(
                    value >= function.range.low - 1e-12 && value <= function.range.high + 1e-12,
                    "seed \(seed), \(performance)")
                previous = value
            }
        }
    }

    @Test func `a fault says the rule that is broken`() {
        #expect(
            ValueFunctionFault.againstDirection(.lower).reason
                == "with direction `lower` the best is below the worst")
        #expect(
            ValueFunctionFault.tooFew(1).reason
                == "a value function has two or more points or levels, and here there is 1")
    }
}
