import OutlayBudgets
import OutlayEncoding
import OutlayStreams
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

    private func verdict(_ journal: [StoredEvent], _ anchors: Checkpoint...) -> ChainResult {
        var verifier = ChainVerifier(anchors: anchors)
        for event in journal { verifier.follow(event) }
        return verifier.result(of: "test")
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
                == .broken(ChainFault(sequence: anchor.sequence, kind: .beyondHead)))
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

    @Test func `each of several checkpoints has to fit, and be one of this ledger`() throws {
        let journal = try books().events
        func anchor(_ sequence: Int, _ name: LedgerText = "test") -> Checkpoint {
            Checkpoint(
                ledgerID: name, sequence: Int64(sequence), hash: journal[sequence - 1].hash)
        }
        var forged = anchor(2)
        forged.hash = .zero
        var late = anchor(7)
        late.sequence = 9
        #expect(verdict(journal, anchor(7), anchor(3), anchor(3)) == .intact)
        #expect(
            verdict(journal, anchor(7), forged)
                == .broken(ChainFault(sequence: 2, kind: .notTheAnchor)))
        #expect(
            verdict(journal, late, anchor(3))
                == .broken(ChainFault(sequence: 9, kind: .beyondHead)))
        #expect(
            verdict(journal, anchor(3), anchor(4, "other"))
                == .broken(ChainFault(sequence: 4, kind: .otherLedger)))
        var verifier = ChainVerifier(anchors: [anchor(3), anchor(5)])
        for event in journal { verifier.follow(event) }
        #expect(verifier.lastAnchor == 5)
        #expect(
            Set(
                [verdict(journal), verdict(journal, anchor(3)), verdict(journal, late)]
                    .map(\.description))
                == [
                    "intact but not anchored", "intact",
                    "ends before event 9, which was anchored",
                ])
    }

    @Test func `a row that no event made is found`() throws {
        let books = try books()
        let forged = books.rowText().replacing(",15,", with: ",16,")
        #expect(forged != books.rowText())
        let found = Verification(
            of: books.events, rows: forged, anchors: [], approvalRules: TierRules())
        #expect(!found.holds && found.differingRows.count == 1)
        #expect(found.differingRows.allSatisfy(forged.contains))
        let lines = books.rowText().split(separator: "\n")
        let short = Verification(
            of: books.events, rows: lines.dropLast().joined(separator: "\n"), anchors: [],
            approvalRules: TierRules())
        #expect(short.differingRows == [#"["balance","A","FY2026"]"#])
        let long = Verification(
            of: books.events, rows: books.rowText() + "[\"node\"]\n" + lines[0], anchors: [],
            approvalRules: TierRules())
        #expect(long.differingRows == ["[\"node\"]", String(lines[0])])
    }
}
