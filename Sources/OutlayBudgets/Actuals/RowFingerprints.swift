/// Which rows of a file may stand in it twice, in memory that does not grow with the file.
///
/// Up to ``exactLimit`` rows are told apart by a 64-bit hash; from then on by a Bloom filter of 32 MiB
/// whose blocks are one cache line each. It never misses a row that stands twice; a row that it suspects
/// without need is cleared by a second look at the file.
///
/// - Source: B. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors" (1970); F. Putze,
///   P. Sanders, J. Singler, "Cache-, Hash- and Space-Efficient Bloom Filters" (2007).
struct RowFingerprints {
    static let exactLimit = 1 << 16
    private static let blockBits: UInt64 = 19

    private var exact: Set<UInt64> = []
    private var words: [UInt64] = []
    /// The hashes of rows that were seen before, or may have been.
    private(set) var suspects: Set<UInt64> = []

    /// Notes a row.
    mutating func note(_ hash: UInt64) {
        if words.isEmpty {
            if exact.insert(hash).inserted {
                if exact.count >= Self.exactLimit { turnToFilter() }
            } else {
                suspects.insert(hash)
            }
        } else if !insert(hash) {
            suspects.insert(hash)
        }
    }

    private mutating func turnToFilter() {
        words = [UInt64](repeating: 0, count: 8 << Int(Self.blockBits))
        for hash in exact { _ = insert(hash) }
        exact = []
    }

    /// Sets the bits of `hash`; returns whether one of them was not set.
    private mutating func insert(_ hash: UInt64) -> Bool {
        let block = Int(hash >> (64 - Self.blockBits)) << 3
        var bits = RowFingerprints.mixed(hash, 0x9E37_79B9_7F4A_7C15)
        var isNew = false
        for _ in 0..<6 {
            let bit = bits & 511
            bits >>= 9
            let mask = UInt64(1) << (bit & 63)
            let word = block + Int(bit >> 6)
            isNew = isNew || words[word] & mask == 0
            words[word] |= mask
        }
        return isNew
    }

    /// Returns a hash of `bytes` that is the same on every machine.
    ///
    /// - Source: Wang Yi, "wyhash", public domain: the high and low halves of a 128-bit product, folded.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = UInt64(bytes.count) ^ 0xA076_1D64_78BD_642F
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            state = mixed(state ^ word, 0xE703_7ED1_A0B4_28DB)
            offset += 8
        }
        var word: UInt64 = 0
        while offset < bytes.count {
            word = word << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mixed(mixed(state ^ word, 0x8EBC_6AF0_9C88_C6E3), 0x5899_65CC_7537_4CC3)
    }

    @inline(__always)
    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        // A zero state would forget what comes next.
        return product.high ^ product.low ^ right
    }
}
