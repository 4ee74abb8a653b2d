import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayBudgets

/// The request of a support platform: 280 178.36 over three years, after a change from 60 to 65 seats.
@Suite struct RetentionRuleTests {
    private let policy: Policy
    private let organisation: Organisation
    private let first: RequestFacts
    private let second: RequestFacts

    init() throws {
        policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        organisation = try Organisation(json: SampleDocuments.value(SampleDocuments.organisation))
        var facts = try World().facts("263010.79", by: "pm.support", on: "2026-11-10")
        facts.details.category = NodeID(known: "software")
        facts.details.handlesPersonalData = true
        facts.details.evaluation = LedgerText(known: "EV-2026-014")
        facts.details.option = LedgerText(known: "northwind")
        facts.details.termMonths = 36
        facts.details.quotes = try ["northwind", "helpnest", "openticket"].map {
            QuoteOnFile(
                vendor: VendorID(known: $0), validUntil: try CalendarDate(parsing: "2027-01-15"))
        }
        first = facts
        facts.revision = 2
        facts.total = try amount("280178.36")
        facts.submitted = try CalendarDate(parsing: "2026-11-16")
        second = facts
    }

    private func plan(_ facts: RequestFacts) throws -> ApprovalPlan {
        let context = PlanningContext(
            policy: policy, facts: facts, lines: [[NodeID(known: "CC-410")]])
        guard case .granted(let plan) = try Policy.plan(for: context) else {
            throw CancellationError()
        }
        return plan
    }

    private func decide(
        _ person: String, on date: String, _ state: inout ApprovalState, _ facts: RequestFacts
    ) throws -> String {
        let attempt = ApprovalAttempt(
            person: PersonID(known: person), principal: nil, decision: .approve, reason: .empty,
            date: try CalendarDate(parsing: date))
        switch state.deciding(attempt, of: facts, in: organisation) {
        case .granted(let next):
            state = next
            return next.standing.rawValue
        case .refused(let refusal): return refusal.code.rawValue
        }
    }

    @Test func `over 250 000 the cfo agrees, and security where personal data is handled`() throws {
        let plan = try plan(second)
        #expect(
            plan.path == [
                ["budget-owner", "security"], ["department-head"], ["finance-review"], ["cfo"],
            ])
        #expect(plan.tier == 3)
        #expect(plan.groups[0][1].reasons == ["condition extra-0"])
        #expect(plan.groups[3][0].reasons == ["tier"])
    }

    @Test func `a rise of 6.5 percent outdates the approval of the revision before`() throws {
        var state = ApprovalState(submitted: first, by: try plan(first))
        #expect(try decide("owner.itops", on: "2026-11-12", &state, first) == "pending")
        state = state.revised(to: second, by: try plan(second), policy)
        #expect(state.acts[0].outdated == .amount)
        let (one, other) = (state.revisions[0], state.revisions[1])
        #expect(try other.total - one.total == amount("17167.57"))
        #expect(try decide("security.lead", on: "2026-11-18", &state, second) == "pending")
        #expect(state.openSteps.map(\.text) == ["budget-owner"])
        #expect(try decide("head.service", on: "2026-11-18", &state, second) == "not_an_approver")
        #expect(try decide("pm.support", on: "2026-11-18", &state, second) == "self_approval")
        // The approval that is void counts as no vote.
        #expect(try decide("owner.itops", on: "2026-11-19", &state, second) == "pending")
        #expect(try decide("head.service", on: "2026-11-19", &state, second) == "pending")
        #expect(try decide("controller", on: "2026-11-19", &state, second) == "pending")
        #expect(try decide("cfo", on: "2026-11-20", &state, second) == "approved")
        #expect(state.acts.count == 6)
    }

    @Test func `small rises are summed from the revision that the person approved`() throws {
        var facts = first
        var state = ApprovalState(submitted: first, by: try plan(first))
        #expect(try decide("owner.itops", on: "2026-11-12", &state, first) == "pending")
        for (revision, total) in [(2, "269586.05"), (3, "276161.32"), (4, "276161.33")] {
            facts.revision = revision
            facts.total = try amount(total)
            state = state.revised(to: facts, by: try plan(facts), policy)
            if revision == 2 {
                #expect(try decide("security.lead", on: "2026-11-13", &state, facts) == "pending")
            }
            // 5 % of 263 010.79 is 13 150.5395: 13 150.53 stands, 13 150.54 does not.
            #expect(state.acts[0].outdated == (revision == 4 ? .amount : nil), "\(total)")
        }
        #expect(state.acts[1].outdated == nil)
    }

    @Test func `no approval reaches across a tier, upwards or downwards`() throws {
        var facts = first
        facts.total = try amount("250000.00")
        var state = ApprovalState(submitted: facts, by: try plan(facts))
        #expect(try decide("owner.itops", on: "2026-11-12", &state, facts) == "pending")
        facts.revision = 2
        facts.total = try amount("249999.99")
        state = state.revised(to: facts, by: try plan(facts), policy)
        #expect(state.acts[0].outdated == .tier)
        #expect(try decide("owner.itops", on: "2026-11-12", &state, facts) == "pending")
        facts.revision = 3
        facts.total = try amount("250000.00")
        state = state.revised(to: facts, by: try plan(facts), policy)
        #expect(state.acts.map(\.outdated) == [.tier, .tier])
    }

    @Test func `a fall, and the same total, keep approvals`() throws {
        var facts = first
        var state = ApprovalState(submitted: first, by: try plan(first))
        #expect(try decide("owner.itops", on: "2026-11-12", &state, first) == "pending")
        facts.revision = 2
        facts.total = try amount("255000.00")
        state = state.revised(to: facts, by: try plan(facts), policy)
        #expect(state.acts[0].stands)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var cause: OutdatedCause
        var change: @Sendable (inout RequestFacts) -> Void
        var testDescription: String { cause.rawValue }
    }

    @Test(arguments: [
        Change(cause: .option) { $0.details.option = LedgerText(known: "helpnest") },
        Change(cause: .term) { $0.details.termMonths = 48 },
        Change(cause: .vendor) { $0.vendor = VendorID(known: "helpnest") },
        Change(cause: .lastEditor) { $0.lastEditor = PersonID(known: "owner.itops") },
    ])
    func `another option, term or vendor, and an edit of one's own, outdate`(change: Change) throws
    {
        var facts = first
        var state = ApprovalState(submitted: first, by: try plan(first))
        #expect(try decide("owner.itops", on: "2026-11-12", &state, first) == "pending")
        facts.revision = 2
        change.change(&facts)
        state = state.revised(to: facts, by: try plan(facts), policy)
        #expect(state.acts[0].outdated == change.cause)
        #expect(!state.acts[0].stands && state.openSteps.map(\.text).contains("budget-owner"))
    }
}
