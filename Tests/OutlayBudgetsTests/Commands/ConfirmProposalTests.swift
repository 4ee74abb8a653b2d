import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

/// A ledger of two persons: `fin` and `flo` may change the books, `cfo` is another person of the organisation.
struct PairLedger {
    static let duties = #"{"roles": {"transfer": ["finance"], "load_budget": ["finance"]}}"#
    static let tier = #""tiers": [{"steps": [["manager"]]}]"#
    var ledger: TestLedger

    /// 1 000.00 on each of A and B in 2026.
    init(duties: String = Self.duties, delegations: String = "[]") throws {
        ledger = try DocumentLedger.make(
            [Node("A"), Node("B")], policy: Self.tier, duties: duties, delegations: delegations,
            allotted: 100_000)
    }

    @discardableResult
    mutating func propose(
        _ command: any ProposableCommand, by person: PersonID = "fin", on day: String = "2026-02-10"
    ) throws -> Proposal {
        let answer = try ledger.accept(Propose(command), by: person, on: day)
        #expect(answer.result == .pending)
        return try #require(try ledger.books.proposals().first { $0.number == answer.sequence })
    }

    /// Available in 2026.
    func available(_ node: NodeID) throws -> Int64 { try ledger.balance(node)[4] }

    /// The last entry of the journal.
    func last() throws -> LedgerEvent {
        try LedgerEvent(canonicalBytes: try #require(ledger.books.events.last).bytes)
    }
}

@Suite struct ConfirmProposalTests {
    private let transfer = Transfer(
        MinorUnits(30_000), from: "A", to: "B", in: 2026, reason: "Seats")

    @Test func `a transfer waits, changes nothing, and is done by a second person`() throws {
        var pair = try PairLedger()
        try pair.ledger.refuse(transfer, .secondPersonRequired, by: "fin")
        let proposal = try pair.propose(transfer)
        #expect(try pair.ledger.balance("A") == [100_000, 0, 0, 0, 100_000])
        #expect(try pair.ledger.balance("B") == [100_000, 0, 0, 0, 100_000])
        #expect(proposal.proposer == "fin")
        #expect(proposal.principal == nil)
        #expect(proposal.command as? Transfer == transfer)
        #expect(proposal.hash.text == SHA256Digest.of(proposal.text))
        #expect(try pair.last().body.kind == .commandProposed)
        #expect(try pair.last().body.postings.isEmpty)

        let answer = try pair.ledger.accept(ConfirmProposal(proposal), by: "cfo")
        #expect(answer.result == .accepted)
        #expect(try pair.available("A") == 70_000)
        #expect(try pair.available("B") == 130_000)
        let event = try pair.last()
        #expect(event.body.kind == .transferred)
        #expect(event.actor == "fin")
        #expect(event.confirmedBy == "cfo")
        #expect(
            event.body.details == ["proposal": .integer(proposal.number), "reason": "Seats"])
        #expect(try pair.ledger.books.proposals().isEmpty)
        try pair.ledger.refuse(ConfirmProposal(proposal), .notPending, by: "flo")
        #expect(try pair.available("A") == 70_000)
        try pair.ledger.expectReplay()
    }

    @Test func `it says the same as the act of two persons at once`() throws {
        var (one, two) = (try PairLedger(), try PairLedger())
        let proposal = try one.propose(transfer)
        try one.ledger.accept(ConfirmProposal(proposal), by: "cfo")
        var context = CommandContext(
            actor: "fin", confirmedBy: "cfo",
            moment: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        _ = try two.ledger.books.execute(transfer, context: context)
        context.confirmedBy = nil
        let (proposed, direct) = (try one.last(), try two.last())
        #expect(proposed.body.postings == direct.body.postings)
        #expect(proposed.actor == direct.actor)
        #expect(proposed.confirmedBy == direct.confirmedBy)
        #expect(try one.ledger.balance("B") == two.ledger.balance("B"))
    }

    @Test func `one person does not do both halves, in whoever's name`() throws {
        var pair = try PairLedger()
        let own = try pair.propose(transfer)
        try pair.ledger.refuse(ConfirmProposal(own), .secondPersonRequired, by: "fin")
        try pair.ledger.refuse(ConfirmProposal(own), .secondPersonRequired, by: "stranger")
        func outcome(_ person: PersonID, for principal: PersonID) throws -> String {
            var copy = pair
            let outcome = try copy.ledger.run(ConfirmProposal(own), by: person, for: principal)
            guard case .refused(let refusal) = outcome else { return "accepted" }
            return refusal.code.rawValue
        }
        #expect(try outcome("fin", for: "cfo") == "second_person_required")
        #expect(try outcome("cfo", for: "fin") == "delegation_not_valid")
        #expect(try outcome("cfo", for: "mia") == "delegation_not_valid")
        #expect(try pair.available("A") == 100_000)
        #expect(try pair.ledger.books.proposals().count == 1)
    }

    @Test func `a delegate and whom they act for are one person, while the delegation holds`()
        throws
    {
        var pair = try PairLedger(
            delegations:
                #"[{"from": "fin", "to": "flo", "start": "2026-02-01", "end": "2026-02-20"}]"#)
        let outcome = try pair.ledger.run(Propose(transfer), by: "flo", for: "fin")
        guard case .accepted = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let proposal = try #require(try pair.ledger.books.proposals().first)
        #expect(proposal.proposer == "flo")
        #expect(proposal.principal == "fin")
        for person: PersonID in ["flo", "fin"] {
            try pair.ledger.refuse(ConfirmProposal(proposal), .secondPersonRequired, by: person)
        }
        try pair.ledger.refuse(WithdrawProposal(proposal.number), .dutyNotHeld, by: "fin")
        var late = pair
        try late.ledger.refuse(
            ConfirmProposal(proposal), .delegationNotValid, by: "cfo", on: "2026-02-21")
        try pair.ledger.accept(ConfirmProposal(proposal), by: "cfo", on: "2026-02-20")
        let event = try pair.last()
        #expect([event.actor, event.onBehalfOf, event.confirmedBy] == ["flo", "fin", "cfo"])
        // Both at once are two persons as well.
        let moment = LedgerMoment(on: try CalendarDate(parsing: "2026-02-20"))
        let both = CommandContext(
            actor: "flo", onBehalfOf: "fin", confirmedBy: "fin", moment: moment)
        guard case .refused(let refusal) = try pair.ledger.books.execute(transfer, context: both)
        else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .secondPersonRequired)
        #expect(try pair.available("A") == 70_000)
    }

    @Test func `whom a proposal was made for does not confirm it`() throws {
        let proposal = Proposal(transfer, by: "fin", for: "cfo")
        #expect(proposal.involves("fin"))
        #expect(proposal.involves("cfo"))
        #expect(!proposal.involves("flo"))
        var row = LedgerDocument(
            kind: .proposal, id: "command 3", revision: 1,
            effectiveFrom: try CalendarDate(parsing: "2026-02-10"), text: proposal.text,
            hash: LedgerText(known: SHA256Digest.of(proposal.text)), sequence: 3)
        guard case .waiting(let read) = try Proposal.standing(row) else {
            Issue.record("does not wait")
            return
        }
        #expect(read.principal == "cfo")
        #expect(read.number == 3)
        #expect(read.text == proposal.text)
        row.text = row.text.replacing("30000", with: "90000")
        #expect(throws: Problem.self) { _ = try Proposal.standing(row) }
    }

    @Test func `it is decided on the books of the day it is confirmed`() throws {
        var pair = try PairLedger()
        let proposal = try pair.propose(transfer)
        try pair.ledger.accept(Submit("R1", "A", 80_000))
        let refusal = try pair.ledger.refuse(
            ConfirmProposal(proposal), .insufficientFunds, by: "cfo")
        #expect(refusal.available == MinorUnits(20_000))
        #expect(refusal.shortBy == MinorUnits(10_000))
        #expect(try pair.last().body.kind == .refused)
        #expect(try pair.last().actor == "cfo")
        #expect(try pair.ledger.books.proposals().map(\.number) == [proposal.number])
        let effect = try pair.ledger.books.effect(
            of: proposal, at: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10")))
        #expect(effect.obstacle?.code == .shortOfFunds)
        #expect(effect.lines.isEmpty)
        try pair.ledger.accept(Withdraw("R1"))
        try pair.ledger.accept(ConfirmProposal(proposal), by: "cfo")
        #expect(try pair.available("A") == 70_000)
        try pair.ledger.expectReplay()
    }

    @Test func `who lost the duty in between has nothing confirmed`() throws {
        var pair = try PairLedger()
        let proposal = try pair.propose(transfer)
        let people = DocumentLedger.people.replacing(
            #""id": "fin", "roles": ["finance"]"#, with: #""id": "fin""#)
        let load = LoadDocument(
            .organisation, id: "ORG", revision: 2,
            effectiveFrom: try CalendarDate(parsing: "2026-02-01"),
            content: try SampleDocuments.value(
                #"{"id": "ORG", "revision": 2, "effective_from": "2026-02-01", "currency": "EUR", "people": \#(people), "duties": \#(PairLedger.duties)}"#
            ))
        var copy = pair
        // Nobody assigns roles here, so the rows are put beside the rules.
        let content = load.content.canonicalText
        copy.ledger.books = try Books(
            replaying: pair.ledger.books.events, approvalRules: DocumentApprovalRules())
        var body = EventBody(.documentLoaded)
        body.rows = [
            .document(
                LedgerDocument(
                    kind: .organisation, id: "ORG", revision: 2, effectiveFrom: load.effectiveFrom,
                    text: content, hash: LedgerText(known: SHA256Digest.of(content)),
                    sequence: copy.ledger.books.chain.sequence + 1))
        ]
        let event = LedgerEvent(
            sequence: copy.ledger.books.chain.sequence + 1,
            recordedMilliseconds: copy.ledger.books.chain.recordedMilliseconds,
            context: CommandContext(
                actor: "cfo", moment: LedgerMoment(on: try CalendarDate(parsing: "2026-02-10"))),
            bodyHash: .zero, body: body)
        try copy.ledger.books.apply(event, event.stored(after: copy.ledger.books.chain))
        try copy.ledger.refuse(ConfirmProposal(proposal), .dutyNotHeld, by: "cfo")
    }

    @Test func `it names exactly what was seen`() throws {
        var pair = try PairLedger()
        let first = try pair.propose(transfer)
        let second = try pair.propose(
            Transfer(MinorUnits(1), from: "A", to: "B", in: 2026), by: "flo")
        #expect(try pair.ledger.books.proposals().map(\.number) == [first.number, second.number])
        try pair.ledger.refuse(
            ConfirmProposal(first.number, hash: second.hash), .revisionMoved, by: "cfo")
        for number in [0, -1, 1, second.number + 1, .max] {
            try pair.ledger.refuse(
                ConfirmProposal(number, hash: first.hash), .notPending, by: "cfo")
        }
        try pair.ledger.accept(ConfirmProposal(second), by: "fin")
        #expect(try pair.ledger.books.proposals().map(\.number) == [first.number])
    }

    @Test func `the same act can be proposed again, and each proposal is done once`() throws {
        var pair = try PairLedger()
        let (first, second) = (try pair.propose(transfer), try pair.propose(transfer))
        #expect(first.hash == second.hash)
        try pair.ledger.accept(ConfirmProposal(first), by: "cfo", key: "k")
        try pair.ledger.accept(ConfirmProposal(first), by: "cfo", key: "k")
        #expect(try pair.available("A") == 70_000)
        try pair.ledger.accept(ConfirmProposal(second), by: "cfo")
        #expect(try pair.available("A") == 40_000)
        try pair.ledger.expectReplay()
    }

    @Test func `every kind of act waits, and is done by two`() throws {
        var pair = try PairLedger()
        try pair.ledger.accept(Submit("R1", "A", 10_000))
        try pair.ledger.accept(Approve("R1"), by: "mia")
        var line = Node("B")
        line.title = "Renamed"
        let acts: [(any ProposableCommand, EventKind)] = [
            (Allot(MinorUnits(5_000), to: "A", in: 2026), .allotted),
            (Revise("B", in: 2026, to: MinorUnits(90_000)), .revised),
            (SetLines([line]), .linesSet), (OpenYear(2028), .yearOpened),
            (transfer, .transferred), (CarryForward("R1", to: "B"), .carriedForward),
            (Lapse("A", in: 2026), .lapsed),
            (SetPeriod(PeriodID(year: 2026), .closed), .periodSet),
            (
                try LoadingLedger.budget(
                    #"{"id": "A", "approved": "7.00"}"#, id: "FY2029", year: 2029), .documentLoaded
            ),
        ]
        #expect(
            Set(acts.map { type(of: $0.0).name }) == Set(AllProposableCommands.list.map { $0.name })
        )
        for (act, kind) in acts {
            try pair.ledger.refuse(
                Propose(act), .dutyNotHeld, by: "mia")
            let before = pair.ledger.books.rowText().split(separator: "\n")
            let proposal = try pair.propose(act)
            let kept = pair.ledger.books.rowText().split(separator: "\n")
            #expect(Set(before).isSubset(of: Set(kept)), "\(kind)")
            #expect(kept.count == before.count + 1, "\(kind)")
            try pair.ledger.accept(ConfirmProposal(proposal), by: "flo")
            #expect(try pair.last().body.kind == kind)
            #expect(try pair.last().confirmedBy == "flo")
        }
        #expect(try pair.ledger.balance("A") == [0, 0, 0, 0, 0])
        #expect(try pair.ledger.balance("B") == [130_000, 0, 10_000, 0, 120_000])
        #expect(pair.ledger.books.node("B")?.title == "Renamed")
        try pair.ledger.expectReplay()
    }

    @Test func `what is refused at once is not proposed`() throws {
        var pair = try PairLedger()
        let before = pair.ledger.books.rowText()
        for (command, code) in [
            (Transfer(.zero, from: "A", to: "B", in: 2026), RefusalCode.badAmount),
            (Transfer(MinorUnits(1), from: "A", to: "A", in: 2026), .badCommand),
            (Transfer(MinorUnits(100_001), from: "A", to: "B", in: 2026), .insufficientFunds),
            (Transfer(MinorUnits(1), from: "A", to: "C", in: 2026), .unknownLine),
            (Transfer(MinorUnits(1), from: "A", to: "B", in: 2031), .noBudgetPeriod),
        ] {
            try pair.ledger.refuse(Propose(command), code, by: "fin")
        }
        #expect(pair.ledger.books.rowText() == before)
        var small = try PairLedger(duties: #""single-person""#)
        try small.ledger.refuse(Propose(transfer), .badCommand, by: "fin")
    }
}
