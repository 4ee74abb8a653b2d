import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExactDecimalTests {
    @Test func `equal numbers are equal bit by bit, whatever their decimals were`() throws {
        let short = try ExactDecimal(significand: 15, places: 1)
        let long = try ExactDecimal(significand: 150_000, places: 5)
        #expect(short == long)
        #expect(short.hashValue == long.hashValue)
        #expect(try ExactDecimal(significand: 0, places: 38) == .zero)
        #expect(try ExactDecimal(significand: -100, places: 2).wholeValue == -1)
    }

    @Test func `38 digits fit and 39 do not`() throws {
        let largest = try ExactDecimal(String(repeating: "9", count: 38))
        #expect(largest.significand == Int128(ExactDecimal.largest))
        expectProblem(.overflow) { () throws(Problem) in try largest + .one }
        expectProblem(.overflow) { () throws(Problem) in try largest.negated - .one }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal(significand: .max, places: 0)
        }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal(significand: .min, places: 0)
        }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal(significand: 1, places: 39)
        }
        #expect(
            try ExactDecimal(significand: 10, places: 39) == ExactDecimal("0." + zeros(37) + "1"))
    }

    @Test(arguments: [
        ("1", "2"), ("-2", "-1"), ("-0.1", "0"), ("0", "0.1"), ("1.5", "1.50000000000000000001"),
        ("99999999999999999999999999999999999998", "99999999999999999999999999999999999999"),
        ("0.00000000000000000000000000000000000001", "10000000000000000000000000000000000000"),
        ("-10000000000000000000000000000000000000", "-0.00000000000000000000000000000000000001"),
    ])
    func `the first is below the second`(_ lower: String, _ upper: String) throws {
        let (lower, upper) = (try ExactDecimal(lower), try ExactDecimal(upper))
        #expect(lower < upper)
        #expect(!(upper < lower))
        #expect(!(lower < lower))
    }

    @Test(arguments: UInt64(0)..<200)
    func `order agrees with the sign of the difference`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 18, places: 18)
        let right = try random.decimal(digits: 18, places: 18)
        let difference = try left - right
        #expect((left < right) == difference.isNegative)
        #expect((left == right) == difference.isZero)
    }

    @Test(arguments: UInt64(0)..<300)
    func `the nearest Double is the one a correct reader finds`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let number = try random.decimal(digits: 38, places: 38)
        #expect(number.doubleValue == Double(number.description))
        let short = try random.decimal(digits: 15, places: 22)
        #expect(short.doubleValue == Double(short.description))
    }

    @Test func `known Doubles`() throws {
        #expect(try ExactDecimal("0.1").doubleValue == 0.1)
        #expect(try ExactDecimal("9007199254740993").doubleValue == 9_007_199_254_740_992)
        #expect(try ExactDecimal("9007199254740995").doubleValue == 9_007_199_254_740_996)
        #expect(ExactDecimal(Int.min).doubleValue == -0x1p63)
    }

    @Test func `a whole value is told from one with decimals or too many digits`() throws {
        #expect(ExactDecimal(-7).wholeValue == -7)
        #expect(ExactDecimal(Int.max).wholeValue == Int.max)
        #expect(try ExactDecimal("7.5").wholeValue == nil)
        #expect(try ExactDecimal("9223372036854775808").wholeValue == nil)
    }
}
