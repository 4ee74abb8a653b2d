import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExactDecimalTextTests {
    @Test(arguments: UInt64(0)..<500)
    func `reading a printed number gives it back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let number = try random.decimal(digits: 38, places: 38)
        #expect(try ExactDecimal(parsing: number.description) == number)
        let short = try random.decimal(digits: 20, places: 10)
        #expect(try ExactDecimal(parsing: short.text(places: 15)) == short)
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.0", "0"), ("1.10", "1.1"), ("-12.50", "-12.5"),
        ("0.07", "0.07"),
        ("400", "400"), ("1000000", "1000000"), ("-0.001", "-0.001"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        (
            "0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"
        ),
    ])
    func `the shortest text of the first is the second`(_ text: String, _ shortest: String) throws {
        #expect(try ExactDecimal(parsing: text).description == shortest)
    }

    @Test func `decimals are filled up with zeros`() throws {
        #expect(try ExactDecimal("12.5").text(places: 2) == "12.50")
        #expect(ExactDecimal.zero.text(places: 2) == "0.00")
        #expect(try ExactDecimal("-0.05").text(places: 3) == "-0.050")
        #expect(ExactDecimal(7).text(places: 0) == "7")
    }

    @Test(arguments: [
        ("", "a number has at least one digit"),
        (" 1", "a number has no blanks"), ("1 000", "a number has no blanks"),
        ("1\t", "a number has no blanks"),
        ("1,000", "digits are not grouped"), ("1_000", "digits are not grouped"),
        ("1'000", "digits are not grouped"), ("1.234,56", "digits are not grouped"),
        ("1,00,000", "digits are not grouped"), ("12,5", "decimals stand behind a point"),
        ("1e400", "exponents are not read"), ("1E-3", "exponents are not read"),
        ("+5", "a plus sign is not read"),
        ("010", "a leading zero may mean base 8"), ("-00", "a leading zero may mean base 8"),
        (".5", "digits stand on both sides of the point"),
        ("5.", "digits stand on both sides of the point"),
        ("-.5", "digits stand on both sides of the point"),
        (".", "digits stand on both sides of the point"),
        ("8%", "ratios are fractions of 1"),
        ("100000000000000000000000000000000000000", "a number has at most 38 digits"),
        ("0.000000000000000000000000000000000000001", "a number has at most 38 digits"),
        ("-", notANumber), ("12abc", notANumber), ("NaN", notANumber), ("inf", notANumber),
        ("0x1F", notANumber), ("--1", notANumber), ("1.2.3", notANumber), ("1-", notANumber),
        ("12OO", notANumber), ("١٢", notANumber), ("12€", notANumber), ("1\n", notANumber),
        ("1e", notANumber), ("e5", notANumber), ("1\u{0}", notANumber), ("−5", notANumber),
    ])
    func `what is not a number is refused with the reason`(_ text: String, _ reason: String) {
        let problem = expectProblem(.badNumber) { () throws(Problem) in
            try ExactDecimal(parsing: text)
        }
        #expect(problem?.reason == reason)
        #expect(problem?.summary == "\(Problem.quoted(text)) is not a number")
    }

    private static let notANumber =
        "a number is digits, with at most one minus in front and one point"

    @Test func `a long text is refused at once and quoted in part`() {
        let problem = expectProblem(.badNumber) { () throws(Problem) in
            try ExactDecimal(parsing: String(repeating: "7", count: 1_000_000))
        }
        #expect(problem?.summary == "`\(String(repeating: "7", count: 40))...` is not a number")
    }
}
