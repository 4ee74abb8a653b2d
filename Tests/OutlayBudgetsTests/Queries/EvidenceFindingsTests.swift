import OutlayBudgets
import OutlayEncoding
import Testing

@Suite struct EvidenceFindingsTests {
    private func piece(_ name: LedgerText, _ bytes: [UInt8], size: Int64? = nil) -> Evidence {
        Evidence(
            hash: LedgerText(known: SHA256Value.of(bytes).description), name: name,
            size: size ?? Int64(bytes.count), mediaType: "text/plain", request: nil, sequence: 1)
    }

    @Test func `evidence matches, is missing or is altered, by hash and by size`() throws {
        let files: [LedgerText: [[UInt8]]] = [
            "a": [[1]], "b": [[2, 2]], "c": [[9]], "d": [[4, 4]], "f": [[7], [6]],
        ]
        let pieces = [
            piece("a", [1]), piece("b", [2, 2]), piece("c", [3]), piece("d", [4, 4], size: 3),
            piece("e", [5]), piece("f", [6]),
        ]
        let found = try EvidenceFindings(of: pieces) { piece in
            (files[piece.name] ?? []).map {
                EvidenceFile(hash: SHA256Value.of($0), size: Int64($0.count))
            }
        }
        #expect(found.matching == 3)
        #expect(found.missing == ["e"])
        #expect(found.altered == ["c", "d"])
        #expect(!found.holds)
        #expect(found.summary == "3 of 6 evidence files match, 1 missing, 2 altered")
    }

    @Test func `no evidence is no fault`() throws {
        let found = try EvidenceFindings(of: []) { _ in [] }
        #expect(found.holds)
        #expect(found.summary == "0 of 0 evidence files match")
    }
}
