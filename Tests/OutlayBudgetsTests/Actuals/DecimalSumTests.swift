import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@testable import OutlayBudgets

struct DecimalSumTests {
    private func read(_ text: String, _ sign: Character = ".") -> ExactDecimal? {
        let field = Array(text.utf8).withUnsafeBufferPointer {
            DecimalField.read($0, decimalSign: sign.asciiValue ?? 0)
        }
        guard let field else { return nil }
        var sum = DecimalSum()
        do throws(Problem) {
            try sum.add(field)
            return try sum.value
        } catch {
            return nil
        }
    }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("12.50", "12.5"), ("-0.00000080000", "-0.0000008"),
        ("999999999999999999", "999999999999999999"),
        ("9999999999999999999", "9999999999999999999"),
        ("0.0000000000000000001", "0.0000000000000000001"),
        ("0.10000000000000000000000000000000000000000000000", "0.1"),
        ("1e-3", "0.001"), ("35.2E-7", "0.00000352"), ("-1.5E+4", "-15000"), ("2E0", "2"),
        ("12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"),
    ])
    func `what FOCUS writes as a number is read exactly`(text: String, value: String) throws {
        #expect(read(text) == (try ExactDecimal(parsing: value)))
    }

    @Test(arguments: [
        "", "-", ".", ".5", "5.", "1,234.56", "1 000", "+1", "010", "00", "--1", "1-", "1.2.3",
        "NaN",
        "1e", "e5", "1e5e5", "1e++5", "1e99", "0x10", "12%", "1_000", "\u{661}",
        "123456789012345678901234567890123456789",
    ])
    func `anything else is not`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `decimals may stand behind a comma, and then not behind a point`() throws {
        #expect(read("12,50", ",") == ExactDecimal(125, places: 1))
        #expect(read("1.234,50", ",") == nil)
        #expect(read("1.5", ",") == nil)
        #expect(read("0,1234567890123456789012", ",") != nil)
    }

    @Test func `sums agree with the exact decimal, in any order`() throws {
        for seed in UInt64(1)...30 {
            var random = SplitMix64(seed: seed)
            var texts: [String] = []
            for _ in 0..<200 {
                let digits = Int.random(in: 1...22, using: &random)
                let places = Int.random(in: 0...14, using: &random)
                let whole = Int64.random(in: 0...1_000_000, using: &random)
                let decimals = (0..<max(places, digits > 18 ? 19 : places)).map { _ in
                    String(Int.random(in: 0...9, using: &random))
                }
                let sign = Bool.random(using: &random) ? "-" : ""
                texts.append(
                    sign + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals.joined()))
            }
            var expected = ExactDecimal.zero
            for text in texts { expected = try expected + ExactDecimal(parsing: text) }
            for order in [texts, texts.reversed(), texts.shuffled(using: &random)] {
                var sum = DecimalSum()
                for text in order {
                    let field = Array(text.utf8).withUnsafeBufferPointer {
                        DecimalField.read($0, decimalSign: UInt8(ascii: "."))
                    }
                    try sum.add(try #require(field, "seed \(seed): \(text)"))
                }
                #expect(try sum.value == expected, "seed \(seed)")
            }
        }
    }

    @Test func `a sum beyond 128 bits is carried, and one beyond 38 digits throws`() throws {
        var sum = DecimalSum()
        let large = DecimalField.short(999_999_999_999_999_999, places: 0)
        for _ in 0..<500 { try sum.add(large) }
        #expect(try sum.value == ExactDecimal(parsing: "499999999999999999500"))
        var beyond = DecimalSum()
        try beyond.add(.long(try ExactDecimal(parsing: String(repeating: "9", count: 38))))
        #expect(throws: Problem.self) {
            try beyond.add(.long(try ExactDecimal(parsing: String(repeating: "9", count: 38))))
        }
    }
}
