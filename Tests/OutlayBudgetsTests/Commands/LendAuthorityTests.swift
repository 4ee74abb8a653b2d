import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct LendAuthorityTests {
    private func lend(
        to delegate: PersonID, _ start: String = "2026-02-10", _ end: String = "2026-02-20",
        limit: Int64? = nil, categories: [NodeID] = []
    ) throws -> LendAuthority {
        LendAuthority(
            to: delegate, from: try TestLedger.date(start), through: try TestLedger.date(end),
            limit: limit.map { MinorUnits($0) }, categories: categories)
    }

    /// What becomes of an approval of R1, which `ana` asked for, by `person` for `mia`.
    private func approval(
        _ ledger: TestLedger, by person: PersonID, on date: String
    ) throws -> RefusalCode? {
        var ledger = ledger
        guard
            case .refused(let refusal) = try ledger.run(
                Approve("R1"), by: person, for: "mia", on: date)
        else { return nil }
        return refusal.code
    }

    private func asked(_ amount: Int64 = 100_000) throws -> TestLedger {
        var ledger = try DocumentLedger.make()
        try ledger.accept(Submit("R1", "IT", amount))
        return ledger
    }

    @Test func `what a person lends holds from its first to its last day`() throws {
        var ledger = try asked()
        try ledger.accept(lend(to: "sam", "2026-02-12", "2026-02-20"), by: "mia")
        #expect(try approval(ledger, by: "sam", on: "2026-02-11") == .delegationNotValid)
        #expect(try approval(ledger, by: "sam", on: "2026-02-12") == nil)
        #expect(try approval(ledger, by: "sam", on: "2026-02-20") == nil)
        #expect(try approval(ledger, by: "sam", on: "2026-02-21") == .delegationNotValid)
        #expect(try approval(ledger, by: "flo", on: "2026-02-12") == .delegationNotValid)
        try ledger.expectReplay()
    }

    @Test func `it holds up to its limit and for its categories`() throws {
        var ledger = try asked(100_000)
        try ledger.accept(lend(to: "sam", limit: 99_999), by: "mia")
        #expect(try approval(ledger, by: "sam", on: "2026-02-12") == .delegationLimit)
        try ledger.accept(lend(to: "sam", limit: 100_000), by: "mia")
        #expect(try approval(ledger, by: "sam", on: "2026-02-12") == nil)
        var other = try asked()
        try other.accept(lend(to: "sam", categories: ["software"]), by: "mia")
        #expect(try approval(other, by: "sam", on: "2026-02-12") == .delegationNotValid)
    }

    @Test func `there are no chains`() throws {
        var ledger = try asked()
        try ledger.accept(lend(to: "sam"), by: "mia")
        try ledger.accept(lend(to: "flo"), by: "sam")
        // Sam lends what is Sam's, which is not Mia's.
        #expect(try approval(ledger, by: "flo", on: "2026-02-12") == .delegationNotValid)
        var outcome = try ledger.run(lend(to: "flo"), by: "sam", for: "mia")
        guard case .refused(let refusal) = outcome else {
            Issue.record("what was lent is lent on")
            return
        }
        #expect(refusal.code == .delegationNotValid)
        outcome = try ledger.run(Approve("R1"), by: "flo", for: "sam")
        guard case .refused = outcome else {
            Issue.record("the delegate of a delegate approves")
            return
        }
    }

    @Test func `neither the requester nor who reports to them uses it`() throws {
        var ledger = try asked()
        try ledger.accept(lend(to: "ana"), by: "mia")
        #expect(try approval(ledger, by: "ana", on: "2026-02-12") == .selfApproval)
        // Mia asks, and her delegate for the manager's step of her own request is her report.
        var upward = try DocumentLedger.make(
            people: DocumentLedger.people.replacing(
                #"{"id": "sam", "roles": ["stores"]}"#,
                with: #"{"id": "sam", "roles": ["manager"]}"#))
        try upward.accept(Submit("R1", "IT", 100), by: "mia")
        try upward.accept(lend(to: "ben"), by: "sam")
        guard
            case .refused(let refusal) = try upward.run(
                Approve("R1"), by: "ben", for: "sam", on: "2026-02-12")
        else {
            Issue.record("who reports to the requester decides")
            return
        }
        #expect(refusal.code == .delegationNotValid)
    }

    @Test func `an end holds from its day on, and decisions before stand`() throws {
        var ledger = try asked(600_000)
        try ledger.accept(lend(to: "sam"), by: "mia")
        guard
            case .accepted = try ledger.run(
                Approve("R1"), by: "sam", for: "mia", on: "2026-02-12")
        else {
            Issue.record("refused")
            return
        }
        try ledger.refuse(EndDelegation(to: "sam"), .delegationNotValid, by: "cfo")
        try ledger.refuse(EndDelegation(to: "flo"), .delegationNotValid, by: "mia")
        try ledger.accept(EndDelegation(to: "sam"), by: "mia", on: "2026-02-13")
        #expect(ledger.books.delegations().map(\.delegation.end.description) == ["2026-02-12"])
        #expect(ledger.books.request("R1")?.approval.acts.count { $0.stands } == 1)
        try ledger.accept(Submit("R2", "IT", 100))
        guard
            case .refused = try ledger.run(Approve("R2"), by: "sam", for: "mia", on: "2026-02-13")
        else {
            Issue.record("an ended delegation holds")
            return
        }
        try ledger.refuse(
            EndDelegation(to: "sam"), .delegationNotValid, by: "mia", on: "2026-02-14")
        try ledger.expectReplay()
    }

    @Test func `what makes no sense is refused`() throws {
        var ledger = try DocumentLedger.make()
        try ledger.refuse(lend(to: "mia"), .badCommand, by: "mia")
        try ledger.refuse(lend(to: "nobody"), .delegationNotValid, by: "mia")
        try ledger.refuse(lend(to: "sam"), .delegationNotValid, by: "stranger")
        try ledger.refuse(lend(to: "sam", "2026-02-12", "2026-02-11"), .badCommand, by: "mia")
        try ledger.refuse(lend(to: "sam", "2026-01-01", "2026-02-09"), .badCommand, by: "mia")
        try ledger.refuse(lend(to: "sam", limit: 0), .badAmount, by: "mia")
        #expect(ledger.books.delegations().isEmpty)
    }
}
