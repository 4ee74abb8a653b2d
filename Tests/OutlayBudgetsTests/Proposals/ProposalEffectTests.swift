import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ProposalEffectTests {
    @Test func `a transfer shows what both lines have before and after`() throws {
        var pair = try PairLedger()
        try pair.ledger.accept(Submit("R1", "A", 20_000))
        let proposal = try pair.propose(
            Transfer(MinorUnits(30_000), from: "A", to: "B", in: 2026))
        let effect = try pair.ledger.books.effect(
            of: proposal, at: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        #expect(effect.obstacle == nil)
        #expect(effect.lines.map(\.before.key.node) == ["A", "B"])
        #expect(try effect.lines.map { try $0.before.available().count } == [80_000, 100_000])
        #expect(try effect.lines.map { try $0.after.available().count } == [50_000, 130_000])
        #expect(effect.lines.map(\.after.reserved.count) == [20_000, 0])
    }

    @Test func `whether two persons are needed is what the rules say`() throws {
        let transfer = Transfer(MinorUnits(1), from: "A", to: "B", in: 2026)
        var context = CommandContext(
            actor: "fin", moment: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        let pair = try PairLedger()
        #expect(try pair.ledger.books.needsSecondPerson(transfer, context))
        context.confirmedBy = "cfo"
        #expect(try !pair.ledger.books.needsSecondPerson(transfer, context))
        context.confirmedBy = "fin"
        #expect(try !pair.ledger.books.needsSecondPerson(transfer, context))
        context.confirmedBy = nil
        context.actor = "mia"
        #expect(try !pair.ledger.books.needsSecondPerson(transfer, context))
        let small = try PairLedger(duties: #""single-person""#)
        #expect(try !small.ledger.books.needsSecondPerson(transfer, context))
    }
}
