import Testing

@testable import OutlayBudgets

struct RowFingerprintsTests {
    private func hash(_ text: String) -> UInt64 {
        Array(text.utf8).withUnsafeBytes { RowFingerprints.hash($0) }
    }

    @Test func `no row that stands twice is missed, in sets and in the filter`() {
        for count in [1000, RowFingerprints.exactLimit + 50_000] {
            var fingerprints = RowFingerprints()
            for row in 0..<count { fingerprints.note(hash("row \(row)")) }
            let suspectedAtFirst = fingerprints.suspects.count
            for row in stride(from: 0, to: count, by: 997) {
                fingerprints.note(hash("row \(row)"))
            }
            for row in stride(from: 0, to: count, by: 997) {
                #expect(fingerprints.suspects.contains(hash("row \(row)")), "row \(row)")
            }
            // 10 in a million would be far above what the filter is made for.
            #expect(suspectedAtFirst <= 1)
        }
    }

    @Test func `texts of any length hash apart`() {
        var seen: Set<UInt64> = []
        for length in 0..<200 {
            #expect(seen.insert(hash(String(repeating: "x", count: length))).inserted)
            #expect(seen.insert(hash(String(repeating: "x", count: length) + "y")).inserted)
        }
        #expect(hash("abcdefgh12345678") != hash("12345678abcdefgh"))
    }
}
