import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ProposeDocumentTests {
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
        guard case .accepted(let answer) = try ledger.run(ProposeDocument(load)) else {
            Issue.record("refused")
            return
        }
        #expect(answer.result == .pending)
        #expect(ledger.books.node("CC-410") == nil)
        let proposed = try #require(try ledger.books.proposal(for: .budget, "FY2027"))
        #expect(proposed.load.content.canonicalText == load.content.canonicalText)
        #expect(proposed.load.revision == load.revision)
        #expect(proposed.proposer == "fin")
        #expect(try ledger.books.proposals() == [proposed])

        let confirm = ConfirmDocument(.budget, id: "FY2027", hash: proposed.hash)
        #expect(try ledger.refusal(confirm, by: "fin") == "second_person_required")
        #expect(try ledger.refusal(confirm, by: "stranger") == "second_person_required")
        #expect(
            try ledger.refusal(
                ConfirmDocument(.budget, id: "FY2027", hash: "other"), by: "cfo")
                == "revision_moved")
        #expect(try ledger.refusal(confirm, by: "cfo") == nil)
        #expect(try ledger.row("CC-410") == [31_000_000, 31_000_000])
        #expect(try ledger.books.proposals() == [])
        #expect(try ledger.refusal(confirm, by: "cfo") == "not_pending")
        let event = try LedgerEvent(
            canonicalBytes: try #require(ledger.books.events.dropLast().last).bytes)
        #expect(event.actor == "cfo")
        #expect(
            event.body.details == [
                "proposal": .integer(proposed.sequence), "proposed_by": "fin",
            ])
        try ledger.expectReplay()
    }

    @Test func `only who has the duty proposes, and only where two are needed`() throws {
        var ledger = try ledger()
        let propose = ProposeDocument(try LoadingLedger.budget(lines))
        #expect(try ledger.refusal(propose, by: "ana") == "duty_not_held")
        #expect(try ledger.refusal(propose, by: "fin", with: "cfo") == nil)
        var small = try self.ledger(
            Self.organisation.replacing(
                #""duties": {"roles": {"load_budget": ["controller"]}}"#,
                with: #""duties": "single-person""#))
        #expect(try small.refusal(propose, by: "ana") == "bad_command")
        #expect(try small.refusal(propose.load, by: "ana") == nil)
    }

    @Test func `a later proposal takes the place of one that waits`() throws {
        var ledger = try ledger()
        #expect(try ledger.refusal(ProposeDocument(try LoadingLedger.budget(lines))) == nil)
        let first = try #require(try ledger.books.proposal(for: .budget, "FY2027"))
        let other = try LoadingLedger.budget(lines.replacing("310000", with: "320000"))
        #expect(try ledger.refusal(ProposeDocument(other), by: "second") == nil)
        #expect(
            try ledger.refusal(
                ConfirmDocument(.budget, id: "FY2027", hash: first.hash), by: "cfo")
                == "revision_moved")
        let second = try #require(try ledger.books.proposal(for: .budget, "FY2027"))
        #expect(try ledger.books.proposals().map(\.hash) == [second.hash])
        #expect(
            try ledger.refusal(
                ConfirmDocument(.budget, id: "FY2027", hash: second.hash), by: "fin") == nil)
        #expect(try ledger.row("CC-410") == [32_000_000, 32_000_000])
    }

    @Test func `what could not be loaded is not proposed`() throws {
        var ledger = try ledger()
        #expect(try ledger.refusal(LoadingLedger.budget(lines), with: "cfo") == nil)
        #expect(
            try ledger.refusal(ProposeDocument(LoadingLedger.budget(lines))) == "already_exists")
        #expect(throws: Problem.self) {
            try ledger.run(
                ProposeDocument(
                    LoadingLedger.budget(#"{"id": "B", "approved": "1"}"#, revision: 2)))
        }
        #expect(try ledger.books.proposals() == [])
    }
}
