import Outlay
import Testing

@testable import OutlayDocuments

struct NumberBytesTests {
    private func number(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { NumberBytes.number($0)?.double }
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "01", "-01", "00", "+1", "1e3", "1,5", " 1", "1 ", "0x1", "1.2.3",
        "NaN", "inf", "--1", "1-", "١",
    ])
    func `what an exact decimal refuses is no number`(text: String) {
        #expect((try? ExactDecimal(parsing: text)) == nil)
        #expect(number(text) == nil)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `the nearest double is read, whatever the digits`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let count = Int.random(in: 1...24, using: &random)
            var digits = (0..<count).map { _ in
                Character(String(Int.random(in: 0...9, using: &random)))
            }
            let point = Int.random(in: 0...count, using: &random)
            if point > 1, digits[0] == "0" { digits[0] = "7" }
            var text = String(digits)
            if point == 0 {
                text = "0." + text
            } else if point < count {
                text = String(digits[..<point]) + "." + String(digits[point...])
            }
            if Bool.random(using: &random) { text = "-" + text }
            let parsed = Double(text)
            #expect(number(text) == parsed, "seed \(seed): \(text)")
            if let double = number(text), double == 0 { #expect(double.sign == .plus) }
        }
    }

    @Test func `a short number is not exact anew`() {
        var short = "123456789.012345"
        #expect(short.withUTF8 { NumberBytes.number($0)?.exact } == nil)
        var long = "123456789.0123456"
        #expect(long.withUTF8 { NumberBytes.number($0)?.exact } != nil)
    }
}
