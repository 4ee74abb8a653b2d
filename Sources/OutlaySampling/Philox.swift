/// The counter-based generator Philox-4x64-10: a function from a counter and a key to four random words.
///
/// Nothing is carried from call to call, so any draw can be made on any core, in any order.
///
/// - Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy
///   as 1, 2, 3", SC11, 2011; the tests hold the known answers that the authors publish with it.
public enum Philox {
    /// Returns the four random words of a counter.
    ///
    /// - Parameters:
    ///   - counter: Four words; no two draws share all of them.
    ///   - key: Two words, the seed.
    /// - Returns: Four words; every value is equally likely.
    @inlinable
    public static func words(
        counter: (UInt64, UInt64, UInt64, UInt64), key: (UInt64, UInt64)
    ) -> (UInt64, UInt64, UInt64, UInt64) {
        var (counter, key) = (counter, key)
        for _ in 0..<10 {
            let first = counter.0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
            let second = counter.2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
            counter = (
                second.high ^ counter.1 ^ key.0, second.low, first.high ^ counter.3 ^ key.1,
                first.low
            )
            key = (key.0 &+ 0x9E37_79B9_7F4A_7C15, key.1 &+ 0xBB67_AE85_84CA_A73B)
        }
        return counter
    }
}
