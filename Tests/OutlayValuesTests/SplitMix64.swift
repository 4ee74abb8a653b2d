import OutlayProblems

@testable import OutlayValues

/// A seeded generator, so that a failing seed can be run again.
///
/// - Source: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators",
///   OOPSLA 2014, figure 16.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Returns a decimal of 1 … `digits` digits and 0 … `places` decimals, of any sign.
    mutating func decimal(digits: Int, places: Int) throws(Problem) -> ExactDecimal {
        let length = Int.random(in: 1...digits, using: &self)
        var significand: Int128 = 0
        for _ in 0..<length {
            significand = significand * 10 + Int128(Int.random(in: 0...9, using: &self))
        }
        return try ExactDecimal(
            significand: Bool.random(using: &self) ? significand : -significand,
            places: Int.random(in: 0...places, using: &self))
    }
}
