import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExactDecimalArithmeticTests {
    @Test(arguments: UInt64(0)..<300)
    func `taking away what was added gives the number back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 27, places: 10)
        let right = try random.decimal(digits: 27, places: 10)
        #expect(try (left + right) - right == left)
        #expect(try left + right == right + left)
        #expect(try left - left == .zero)
    }

    @Test(arguments: UInt64(0)..<300)
    func `sums of one sign are those of paper and pencil`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 30, places: 7).magnitude
        let right = try random.decimal(digits: 30, places: 7).magnitude
        let sum = try left + right
        #expect(
            Schoolbook(sum, places: 7) == Schoolbook(left, places: 7) + Schoolbook(right, places: 7)
        )
    }

    @Test(arguments: UInt64(0)..<300)
    func `products are those of paper and pencil`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 19, places: 19)
        let right = try random.decimal(digits: 19, places: 19)
        let product = try left * right
        let places = left.places + right.places
        #expect(
            Schoolbook(product, places: places)
                == Schoolbook(left, places: left.places) * Schoolbook(right, places: right.places))
        #expect(product.isZero || product.isNegative == (left.isNegative != right.isNegative))
        #expect(try left.multiplied(by: right, carrying: 38) == product)
    }

    @Test(arguments: UInt64(0)..<500)
    func `carried products lie within half a last place, at the even one halfway`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 28, places: 38)
        let right = try random.decimal(digits: 28, places: 38)
        let places = Int.random(in: 0...10, using: &random)
        guard left.places + right.places - places > 18 else { return }
        let product = try left.multiplied(by: right, carrying: places)
        let exactPlaces = left.places + right.places
        let exact =
            Schoolbook(left, places: left.places) * Schoolbook(right, places: right.places)
        expectNearest(
            Schoolbook(product, places: exactPlaces), to: exact,
            lastPlace: Schoolbook("1").shifted(by: exactPlaces - places),
            isOdd: Schoolbook(product, places: places).digits.first.map { $0 % 2 == 1 } ?? false)
    }

    @Test(arguments: UInt64(0)..<500)
    func `quotients lie within half a last place, at the even one halfway`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let dividend = try random.decimal(digits: 16, places: 30)
        let divisor = try random.decimal(digits: 30, places: 16)
        let places = Int.random(in: 0...22, using: &random)
        guard !divisor.isZero, divisor.magnitude > (try ExactDecimal("0.01")) else { return }
        let quotient = try dividend.divided(by: divisor, carrying: places)
        // |quotient · divisor − dividend| ≤ |divisor| · 10^−places / 2
        let common = places + divisor.places + dividend.places
        let product =
            Schoolbook(quotient, places: places) * Schoolbook(divisor, places: divisor.places)
        expectNearest(
            product.shifted(by: dividend.places), to: Schoolbook(dividend, places: common),
            lastPlace: Schoolbook(divisor, places: common - places),
            isOdd: Schoolbook(quotient, places: places).digits.first.map { $0 % 2 == 1 } ?? false)
        #expect(
            quotient.isZero || quotient.isNegative == (dividend.isNegative != divisor.isNegative))
    }

    private func expectNearest(
        _ found: Schoolbook, to exact: Schoolbook, lastPlace: Schoolbook, isOdd: Bool
    ) {
        let twice = found.distance(to: exact) + found.distance(to: exact)
        #expect(twice < lastPlace || (twice == lastPlace && !isOdd))
    }

    @Test(arguments: UInt64(0)..<200)
    func `dividing a product by one factor gives the other`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let left = try random.decimal(digits: 18, places: 9)
        let right = try random.decimal(digits: 18, places: 9)
        guard !right.isZero else { return }
        #expect(try (left * right).divided(by: right) == left)
        #expect(try left.multiplied(by: right, dividedBy: right) == left)
    }

    @Test(arguments: [
        ("1", "3", "0.33333333333333333333"), ("2", "3", "0.66666666666666666667"),
        ("-2", "3", "-0.66666666666666666667"), ("1", "-8", "-0.125"), ("0", "7", "0"),
        ("1", "1.21550625", "0.82270247479188198333"),
        // A divisor of many decimals, a long dividend, and both at the ends of what fits.
        ("1", "0.000000000000000003", "333333333333333333.33333333333333333333"),
        ("1", "0.00000000000000000001", "100000000000000000000"),
        ("10000000000000000000000000000000000000", "8", "1250000000000000000000000000000000000"),
        ("99999999999999999999999999999999999999", "1", "99999999999999999999999999999999999999"),
        (
            "0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001",
            "1"
        ),
        ("0.00000000000000000000000000000000000001", "99999999999999999999999999999999999999", "0"),
        ("0.00000000000000000000000000000000000005", "0.00000000000000005", "0"),
        (
            "0.00000000000000000000000000000000000005", "0.000000000000000005",
            "0.00000000000000000001"
        ),
        // Halfway between two last places: to the even one.
        ("0.00000000000000000001", "2", "0"),
        ("0.00000000000000000003", "2", "0.00000000000000000002"),
    ])
    func `the first by the second is the third`(
        _ dividend: String, _ divisor: String, _ quotient: String
    ) throws {
        let found = try ExactDecimal(dividend).divided(by: ExactDecimal(divisor))
        #expect(found == (try ExactDecimal(quotient)), "\(found)")
    }

    @Test func `a product is rounded once, even where more than 38 decimals fall away`() throws {
        let tiny = try ExactDecimal("0." + zeros(29) + "5")
        #expect(try tiny.multiplied(by: tiny) == .zero)
        // 0.5 · 10^−20 exactly, and the least bit above it.
        let half = try ExactDecimal("0." + zeros(20) + "5")
        #expect(try half.multiplied(by: .one) == .zero)
        let above = try ExactDecimal("1." + zeros(36) + "1")
        #expect(try half.multiplied(by: above) == ExactDecimal("0." + zeros(19) + "1"))
        #expect(try half.negated.multiplied(by: above) == ExactDecimal("-0." + zeros(19) + "1"))
    }

    @Test func `a product whose zeros fall away fits, though its digits first do not`() throws {
        let left = try ExactDecimal("0." + String(Int128(1) << 60))
        let right = try ExactDecimal(
            significand: 931_322_574_615_478_515_625 * 1_000_000, places: 0)
        #expect(
            try left * right == ExactDecimal("1073741824000000" + zeros(11)) * ExactDecimal("1"))
    }

    @Test func `multiplying first and dividing once loses nothing`() throws {
        let amount = try ExactDecimal("12345678901234567.89")
        let third = try amount.multiplied(by: ExactDecimal(7), dividedBy: ExactDecimal(21))
        #expect(try third * ExactDecimal(3) == ExactDecimal("12345678901234567.89"))
    }

    @Test func `nothing is divided by zero`() throws {
        let problem = expectProblem(.divisionByZero) { () throws(Problem) in
            try ExactDecimal.one.divided(by: .zero)
        }
        #expect(problem?.summary == "1 divided by zero")
        expectProblem(.divisionByZero) { () throws(Problem) in
            try ExactDecimal.zero.multiplied(by: .one, dividedBy: .zero)
        }
    }

    @Test func `results of more than 38 digits are refused, not cut off`() throws {
        let large = try ExactDecimal("1" + zeros(19))
        expectProblem(.overflow) { () throws(Problem) in try large * large }
        expectProblem(.overflow) { () throws(Problem) in try large.multiplied(by: large) }
        expectProblem(.overflow) { () throws(Problem) in
            try large.divided(by: try ExactDecimal("0." + zeros(18) + "1"))
        }
        expectProblem(.overflow) { () throws(Problem) in try large.divided(by: ExactDecimal(3)) }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal.one.divided(by: ExactDecimal("0." + zeros(19) + "3"))
        }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal("0." + zeros(37) + "1") * ExactDecimal("0.1")
        }
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal("1" + zeros(37)).divided(by: ExactDecimal("0." + zeros(37) + "1"))
        }
        #expect(try large.divided(by: ExactDecimal(3), carrying: 18).places == 18)
    }

    @Test func `powers are carried step by step`() throws {
        let growth = try ExactDecimal("1.05")
        #expect(try growth.raised(to: 0) == .one)
        #expect(try growth.raised(to: 1) == growth)
        #expect(try growth.raised(to: 4) == ExactDecimal("1.21550625"))
        // 1.05^30, rounded at 20 decimals at each step, against 4.32194237515066200915…
        let thirty = try growth.raised(to: 30)
        #expect(thirty.rounded(toPlaces: 15, .halfEven) == (try ExactDecimal("4.321942375150662")))
        expectProblem(.overflow) { () throws(Problem) in try ExactDecimal(10).raised(to: 38) }
    }

    @Test(arguments: UInt64(0)..<300)
    func `rounded numbers lie within one last place, and rounding again changes nothing`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let number = try random.decimal(digits: 30, places: 20)
        let places = Int.random(in: 0...20, using: &random)
        let step = try ExactDecimal(significand: 1, places: places)
        for rule in Rounding.allCases {
            let rounded = number.rounded(toPlaces: places, rule)
            #expect(rounded.places <= places)
            #expect(rounded.rounded(toPlaces: places, rule) == rounded)
            #expect(number.negated.rounded(toPlaces: places, rule) == rounded.negated)
            let error = try (rounded - number).magnitude
            #expect(error < step)
            switch rule {
            case .down: #expect(rounded.magnitude <= number.magnitude)
            case .up: #expect(rounded.magnitude >= number.magnitude)
            case .halfEven, .halfUp: #expect(try error * ExactDecimal(2) <= step)
            }
        }
    }

    @Test func `rounding up may take a digit more`() throws {
        let nines = try ExactDecimal(String(repeating: "9", count: 37) + ".9")
        #expect(nines.rounded(toPlaces: 0, .halfUp) == (try ExactDecimal("1" + zeros(37))))
    }
}
