import OutlayEncoding

/// The rows that a journal makes, each as the digest of its line under its key.
///
/// It stands for rows that are too many to be kept and are only to be recognised: a row takes about 100
/// bytes, whatever it holds.
struct RowDigests: Sendable {
    private var digests: [LedgerTable: [String: SHA256Value]] = [:]

    /// Puts the row at `place` of `bytes` in, instead of the one with the same key.
    mutating func put(_ place: RowPlace, in bytes: [UInt8]) {
        digests[place.table, default: [:]][Self.key(place, bytes)] = Self.digest(place, bytes)
    }

    /// Takes the row with the key of the one at `place` of `bytes` out, and returns whether the two are
    /// the same.
    mutating func take(_ place: RowPlace, in bytes: [UInt8]) -> Bool {
        digests[place.table]?.removeValue(forKey: Self.key(place, bytes))
            == Self.digest(place, bytes)
    }

    /// The first rows that are in, in the order of tables and keys: table and key as canonical JSON.
    func first(_ count: Int) -> [String] {
        var found: [String] = []
        for table in LedgerTable.allCases where found.count < count {
            let keys = (digests[table] ?? [:]).keys.sorted().prefix(count - found.count)
            found += keys.map { "[\"\(table.rawValue)\",\($0)]" }
        }
        return found
    }

    private static func key(_ place: RowPlace, _ bytes: [UInt8]) -> String {
        String(decoding: bytes[place.key], as: UTF8.self)
    }

    private static func digest(_ place: RowPlace, _ bytes: [UInt8]) -> SHA256Value {
        bytes.withUnsafeBytes { SHA256Value.of(UnsafeRawBufferPointer(rebasing: $0[place.row])) }
    }
}
