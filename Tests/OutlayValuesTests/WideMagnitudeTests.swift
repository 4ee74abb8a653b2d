import Testing

@testable import OutlayValues

@Suite struct WideMagnitudeTests {
    @Test(arguments: UInt64(0)..<200)
    func `a product divided by a factor leaves what was added`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let factor = UInt128.random(in: 1 ... .max, using: &random)
        let other = UInt128.random(in: 0 ... .max - 1, using: &random)
        let rest = UInt128.random(in: 0..<factor, using: &random)
        let wide = try #require(WideMagnitude(other).multiplied(by: factor, adding: rest))
        let (quotient, remainder) = wide.divided(by: factor)
        #expect(quotient == WideMagnitude(other))
        #expect(remainder == rest)
    }

    @Test func `256 bits are the limit`() throws {
        let largest = try #require(
            WideMagnitude(.max, times: .max).multiplied(by: 1, adding: .max))
        #expect(largest.high == .max && largest.low == 0)
        let full = try #require(largest.multiplied(by: 1, adding: .max))
        #expect(full.multiplied(by: 1, adding: 1) == nil)
        #expect(full.multiplied(by: 2, adding: 0) == nil)
        #expect(full.divided(by: 1).quotient == full)
    }
}
