import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct WithdrawProposalTests {
    private let transfer = Transfer(MinorUnits(30_000), from: "A", to: "B", in: 2026)

    @Test func `who proposed takes it back, and nobody else`() throws {
        var pair = try PairLedger()
        let proposal = try pair.propose(transfer)
        for other: PersonID in ["flo", "cfo", "mia", "stranger"] {
            let refusal = try pair.ledger.refuse(
                WithdrawProposal(proposal.number), .dutyNotHeld, by: other)
            #expect(refusal.person == other)
        }
        let answer = try pair.ledger.accept(WithdrawProposal(proposal.number), by: "fin")
        #expect(answer.result == .withdrawn)
        #expect(try pair.last().body.kind == .proposalWithdrawn)
        #expect(try pair.ledger.books.proposals().isEmpty)
        let refusal = try pair.ledger.refuse(ConfirmProposal(proposal), .notPending, by: "cfo")
        #expect(refusal.note == "it was withdrawn")
        try pair.ledger.refuse(WithdrawProposal(proposal.number), .notPending, by: "fin")
        #expect(try pair.ledger.balance("A") == [100_000, 0, 0, 0, 100_000])
        try pair.ledger.expectReplay()
    }

    @Test func `what was confirmed is not taken back`() throws {
        var pair = try PairLedger()
        let proposal = try pair.propose(transfer)
        try pair.ledger.accept(ConfirmProposal(proposal), by: "cfo")
        let refusal = try pair.ledger.refuse(
            WithdrawProposal(proposal.number), .notPending, by: "fin")
        #expect(refusal.note == "it was confirmed")
        for number in [0, 1, proposal.number + 1, Int64.max] {
            try pair.ledger.refuse(WithdrawProposal(number), .notPending, by: "fin")
        }
    }
}
