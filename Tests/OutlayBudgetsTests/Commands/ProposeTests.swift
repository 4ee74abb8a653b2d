import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ProposeTests {
    private static let organisation = #"""
        {"id": "ORG", "effective_from": "2026-01-01", "currency": "EUR",
         "people": [{"id": "fin", "roles": ["controller"]}, {"id": "second", "roles": ["controller"]},
                    {"id": "ana"}, {"id": "cfo"}],
         "duties": {"roles": {"load_budget": ["controller"]}}}
        """#

    private func ledger(_ organisation: String = Self.organisation) throws -> LoadingLedger {
        var ledger = try LoadingLedger()
        let load = LoadDocument(
            .organisation, id: "ORG", revision: 1,
            effectiveFrom: try CalendarDate(parsing: "2026-01-01"),
            content: try SampleDocuments.value(organisation))
        #expect(try ledger.refusal(load) == nil)
        return ledger
    }

    private let lines = #"{"id": "CC-410", "approved": "310000.00"}"#

    @Test func `a load by one person waits until another confirms it`() throws {
        var ledger = try ledger()
        let load = try LoadingLedger.budget(lines)
        #expect(try ledger.refusal(load) == "second_person_required")
        guard case .accepted(let answer) = try ledger.run(Propose(load)) else {
            Issue.record("refused")
            return
        }
        #expect(answer.result == .pending)
        #expect(ledger.books.node("CC-410") == nil)
        let proposed = try #require(try ledger.books.proposals().first)
        #expect(proposed.load?.content.canonicalText == load.content.canonicalText)
        #expect(proposed.load?.revision == load.revision)
        #expect(proposed.proposer == "fin")
        #expect(try ledger.books.proposals().count == 1)

        let confirm = ConfirmProposal(proposed)
        #expect(try ledger.refusal(confirm, by: "fin") == "second_person_required")
        #expect(try ledger.refusal(confirm, by: "stranger") == "second_person_required")
        #expect(
            try ledger.refusal(
                ConfirmProposal(proposed.number, hash: "other"), by: "cfo")
                == "revision_moved")
        #expect(try ledger.refusal(confirm, by: "cfo") == nil)
        #expect(try ledger.row("CC-410") == [31_000_000, 31_000_000])
        #expect(try ledger.books.proposals().isEmpty)
        #expect(try ledger.refusal(confirm, by: "cfo") == "not_pending")
        let event = try LedgerEvent(
            canonicalBytes: try #require(ledger.books.events.dropLast().last).bytes)
        #expect(event.actor == "fin")
        #expect(event.confirmedBy == "cfo")
        #expect(event.body.details == ["proposal": .integer(proposed.number)])
        try ledger.expectReplay()
    }

    @Test func `only who has the duty proposes, and only where two are needed`() throws {
        var ledger = try ledger()
        let propose = Propose(try LoadingLedger.budget(lines))
        #expect(try ledger.refusal(propose, by: "ana") == "duty_not_held")
        #expect(try ledger.refusal(propose, by: "fin", with: "cfo") == nil)
        var small = try self.ledger(
            Self.organisation.replacing(
                #""duties": {"roles": {"load_budget": ["controller"]}}"#,
                with: #""duties": "single-person""#))
        #expect(try small.refusal(propose, by: "ana") == "bad_command")
        #expect(try small.refusal(LoadingLedger.budget(lines), by: "ana") == nil)
    }

    @Test func `a later proposal takes the place of one that waits`() throws {
        var ledger = try ledger()
        #expect(try ledger.refusal(Propose(try LoadingLedger.budget(lines))) == nil)
        let first = try #require(try ledger.books.proposals().first)
        let other = try LoadingLedger.budget(lines.replacing("310000", with: "320000"))
        #expect(try ledger.refusal(Propose(other), by: "second") == nil)
        #expect(try ledger.refusal(ConfirmProposal(first), by: "cfo") == "revision_moved")
        let second = try #require(try ledger.books.proposals().first)
        #expect(try ledger.books.proposals().map(\.hash) == [second.hash])
        #expect(second.hash != first.hash)
        #expect(try ledger.refusal(ConfirmProposal(second), by: "fin") == nil)
        #expect(try ledger.row("CC-410") == [32_000_000, 32_000_000])
    }

    @Test func `what could not be loaded is not proposed`() throws {
        var ledger = try ledger()
        #expect(try ledger.refusal(LoadingLedger.budget(lines), with: "cfo") == nil)
        #expect(
            try ledger.refusal(Propose(LoadingLedger.budget(lines))) == "already_exists")
        #expect(throws: Problem.self) {
            try ledger.run(
                Propose(
                    LoadingLedger.budget(#"{"id": "B", "approved": "1"}"#, revision: 2)))
        }
        #expect(try ledger.books.proposals().isEmpty)
    }

    @Test func `a load that was proposed and is done by two at once waits no more`() throws {
        var ledger = try ledger()
        let load = try LoadingLedger.budget(lines)
        #expect(try ledger.refusal(Propose(load)) == nil)
        let proposed = try #require(try ledger.books.proposals().first)
        #expect(try ledger.refusal(load, with: "cfo") == nil)
        #expect(try ledger.books.proposals().isEmpty)
        #expect(try ledger.refusal(ConfirmProposal(proposed), by: "cfo") == "not_pending")
    }

    @Test func `a document that was taken back can be proposed again`() throws {
        var ledger = try ledger()
        let propose = Propose(try LoadingLedger.budget(lines))
        #expect(try ledger.refusal(propose) == nil)
        let first = try #require(try ledger.books.proposals().first)
        #expect(try ledger.refusal(WithdrawProposal(first.number), by: "second") == "duty_not_held")
        #expect(try ledger.refusal(WithdrawProposal(first.number)) == nil)
        #expect(try ledger.books.proposals().isEmpty)
        #expect(try ledger.refusal(ConfirmProposal(first), by: "cfo") == "not_pending")
        #expect(try ledger.refusal(propose, by: "second") == nil)
        let again = try #require(try ledger.books.proposals().first)
        #expect(try ledger.refusal(ConfirmProposal(again), by: "fin") == nil)
        #expect(try ledger.row("CC-410") == [31_000_000, 31_000_000])
        try ledger.expectReplay()
    }

    @Test func `a proposal of an older ledger is read, confirmed and replayed`() throws {
        var ledger = try ledger()
        let load = try LoadingLedger.budget(lines)
        let text: JSONValue = [
            "kind": "budget", "id": "FY2027", "revision": 1, "effective_from": "2027-01-01",
            "proposer": "fin", "content": load.content,
        ]
        let number = ledger.books.chain.sequence + 1
        var body = EventBody(.documentProposed, answer: Answer(.pending, subject: "FY2027"))
        body.rows = [
            .document(
                LedgerDocument(
                    kind: .proposal, id: "budget FY2027", revision: 1,
                    effectiveFrom: load.effectiveFrom, text: text.canonicalText,
                    hash: LedgerText(known: SHA256Digest.of(text.canonicalText)),
                    sequence: number))
        ]
        let context = CommandContext(
            actor: "fin", moment: LedgerMoment(on: try CalendarDate(parsing: "2026-11-20")))
        let event = LedgerEvent(
            sequence: number, recordedMilliseconds: ledger.books.chain.recordedMilliseconds,
            context: context, bodyHash: .zero, body: body)
        try ledger.books.apply(event, event.stored(after: ledger.books.chain))
        let proposed = try #require(try ledger.books.proposals().first)
        #expect(proposed.number == number)
        #expect(proposed.proposer == "fin")
        #expect(proposed.load?.bodyText == load.bodyText)
        #expect(try ledger.refusal(ConfirmProposal(proposed), by: "fin") != nil)
        #expect(try ledger.refusal(ConfirmProposal(proposed), by: "cfo") == nil)
        #expect(try ledger.row("CC-410") == [31_000_000, 31_000_000])
        try ledger.expectReplay()
    }
}
