import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@Suite struct ChainVerifierTests {
    private func books() throws -> Books {
        var ledger = try TestLedger([Node("A")])
        for amount in 1...5 as ClosedRange<Int64> {
            try ledger.accept(Allot(MinorUnits(amount), to: "A", in: 2026))
        }
        return ledger.books
    }

    private func verdict(_ journal: [StoredEvent], _ anchor: Checkpoint? = nil) -> ChainResult {
        var verifier = ChainVerifier(anchor: anchor)
        for event in journal { verifier.follow(event) }
        return verifier.result
    }

    @Test func `intact, not anchored and broken are told apart`() throws {
        let books = try books()
        let anchor = try books.checkpoint()
        #expect(verdict(books.events) == .intactNotAnchored)
        #expect(verdict(books.events, anchor) == .intact)
        var journal = books.events
        journal[3].bytes[10] ^= 1
        #expect(verdict(journal) == .broken(ChainFault(sequence: 4, kind: .altered)))
        #expect(
            verdict(books.events.dropLast(), anchor)
                == .broken(ChainFault(sequence: anchor.sequence, kind: .missing)))
        journal = books.events
        journal.remove(at: 2)
        #expect(verdict(journal) == .broken(ChainFault(sequence: 3, kind: .missing)))
    }

    @Test func `an older checkpoint holds for a longer journal, a forged one does not`() throws {
        let books = try books()
        let third = books.events[2]
        var anchor = Checkpoint(ledgerID: "test", sequence: 3, hash: third.hash)
        #expect(verdict(books.events, anchor) == .intact)
        anchor.hash = .zero
        #expect(
            verdict(books.events, anchor)
                == .broken(ChainFault(sequence: 3, kind: .notTheAnchor)))
    }

    @Test func `a row that no event made is found, and evidence that changed`() throws {
        let books = try books()
        let forged = books.rowText().replacing(",15,", with: ",16,")
        #expect(forged != books.rowText())
        let found = Verification(
            of: books.events, rows: forged, anchor: nil, approvalRules: TierRules())
        #expect(!found.holds && found.differingRows.count == 1)
        #expect(found.differingRows.allSatisfy(forged.contains))
        let lines = books.rowText().split(separator: "\n")
        let short = Verification(
            of: books.events, rows: lines.dropLast().joined(separator: "\n"), anchor: nil,
            approvalRules: TierRules())
        #expect(short.differingRows == [#"["balance","A","FY2026"]"#])
        let long = Verification(
            of: books.events, rows: books.rowText() + "[\"node\"]\n" + lines[0], anchor: nil,
            approvalRules: TierRules())
        #expect(long.differingRows == ["[\"node\"]", String(lines[0])])
        var ledger = try TestLedger([])
        try ledger.accept(
            NameEvidence(
                SHA256Value.of([1]), fileName: "a.pdf", size: 1, mediaType: "application/pdf"))
        #expect(ledger.books.verify { _ in SHA256Value.of([1]) }.holds)
        #expect(ledger.books.verify { _ in SHA256Value.of([2]) }.failedEvidence == ["a.pdf"])
        #expect(ledger.books.verify { _ in nil }.checkedEvidence == 1)
    }
}
