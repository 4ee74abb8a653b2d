import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ApprovalStateTests {
    private static let matrix: [(below: String?, groups: [[String]])] = [
        ("1000.00", [["manager"]]), ("10000.00", [["manager", "finance"]]),
        (nil, [["manager"], ["finance"], ["cfo"]]),
    ]

    @Test(arguments: [
        ("999.99", [["manager"]]), ("1000.00", [["manager", "finance"]]),
        ("9999.99", [["manager", "finance"]]), ("10000.00", [["manager"], ["finance"], ["cfo"]]),
        ("36000.00", [["manager"], ["finance"], ["cfo"]]), ("0.00", [["manager"]]),
    ])
    func `thresholds are half-open`(total: String, path: [[String]]) throws {
        let world = try World(Self.matrix)
        #expect(try world.plan(world.facts(total)).path == path)
    }

    @Test func `a parallel group takes any order, groups follow each other`() throws {
        let world = try World(Self.matrix)
        let parallel = try world.facts("1000.00")
        var state = try world.submitted(parallel)
        #expect(try world.decide("fin", &state, parallel) == "pending")
        #expect(try world.decide("mia", &state, parallel) == "approved")

        let sequence = try world.facts("10000.00")
        state = try world.submitted(sequence)
        #expect(try world.decide("fin", &state, sequence) == "not_an_approver")
        #expect(try world.decide("mia", &state, sequence) == "pending")
        #expect(try world.decide("fin", &state, sequence) == "pending")
        #expect(!state.isComplete)
        #expect(try world.decide("cfo", &state, sequence) == "approved")
        #expect(state.isComplete)
        #expect(try world.decide("cfo", &state, sequence) == "not_pending")
    }

    @Test func `a delegation holds on its days and up to its limit`() throws {
        let delegation = Delegation(
            from: PersonID(known: "bob"), to: PersonID(known: "carl"),
            start: try CalendarDate(parsing: "2026-07-01"),
            end: try CalendarDate(parsing: "2026-07-14"), limit: try amount("2000.00"))
        let world = try World(
            people: [
                RuleCase.person("ana"), RuleCase.person("bob", "manager"), RuleCase.person("carl"),
            ], delegations: [delegation])
        let first = try world.facts("1500.00", id: "R1", on: "2026-07-01")
        var state = try world.submitted(first)
        #expect(try world.decide("carl", on: "2026-07-10", &state, first) == "not_an_approver")
        #expect(
            try world.decide("carl", for: "bob", on: "2026-06-30", &state, first)
                == "delegation_not_valid")
        #expect(try world.decide("carl", for: "bob", on: "2026-07-14", &state, first) == "approved")
        #expect(state.acts.last?.person.text == "carl")
        #expect(state.acts.last?.principal?.text == "bob")
        #expect(state.acts.last?.basis == .delegate)

        let second = try world.facts("2500.00", id: "R2", on: "2026-07-01")
        state = try world.submitted(second)
        #expect(
            try world.decide("carl", for: "bob", on: "2026-07-10", &state, second)
                == "delegation_limit")
        let third = try world.facts("100.00", id: "R3", on: "2026-07-01")
        state = try world.submitted(third)
        #expect(
            try world.decide("carl", for: "bob", on: "2026-07-15", &state, third)
                == "delegation_not_valid")
        #expect(
            try world.decide("bob", for: "carl", on: "2026-07-10", &state, third)
                == "delegation_not_valid")
    }

    @Test func `a limit is compared with what a split is summed up to`() throws {
        var world = try World()
        world.example.people.append(RuleCase.person("carl"))
        world.example.delegations = [RuleCase.delegation("mia", "carl", limit: 2_000)]
        let facts = try world.facts("1500.00", on: "2026-02-20", vendor: "V1")
        let earlier = EarlierPurchase(
            RequestID(known: "R0"), requester: facts.requester, vendor: facts.vendor,
            total: try amount("1000.00"), date: facts.submitted)
        var state = ApprovalState(
            submitted: facts, by: try world.plan(facts, earlier: [earlier]))
        #expect(
            try world.decide("carl", for: "mia", on: "2026-02-20", &state, facts)
                == "delegation_limit")
    }

    @Test func `delegations do not chain, nor reach who reports to the requester`() throws {
        var world = try World()
        world.example.people = [
            RuleCase.person("ana"), RuleCase.person("mia", "manager"), RuleCase.person("carl"),
            RuleCase.person("dora"), RuleCase.person("emil", reportsTo: "ana"),
        ]
        world.example.delegations = [
            RuleCase.delegation("mia", "carl"), RuleCase.delegation("carl", "dora"),
            RuleCase.delegation("mia", "emil"),
        ]
        let facts = try world.facts("10.00", on: "2026-02-20")
        var state = try world.submitted(facts)
        let day = "2026-02-20"
        #expect(try world.decide("dora", for: "carl", on: day, &state, facts) == "not_an_approver")
        #expect(
            try world.decide("dora", for: "mia", on: day, &state, facts) == "delegation_not_valid")
        #expect(
            try world.decide("emil", for: "mia", on: day, &state, facts) == "delegation_not_valid")
        #expect(try world.decide("carl", for: "mia", on: day, &state, facts) == "approved")
    }

    @Test func `a quorum needs so many different persons`() throws {
        var world = try World()
        world.example.policy.tiers = [
            ApprovalTier(.groups([[Approver(RoleID(known: "board"), quorum: 2)]]))
        ]
        world.example.people = ["ana", "b1", "b2", "b3"].map { RuleCase.person($0, "board") }
        let facts = try world.facts("10.00")
        var state = try world.submitted(facts)
        #expect(state.plan.path == [["2 board"]])
        #expect(try world.decide("b1", &state, facts) == "pending")
        #expect(try world.decide("b1", &state, facts) == "already_approved")
        #expect(try world.decide("ana", &state, facts) == "self_approval")
        #expect(try world.decide("b3", &state, facts) == "approved")
    }

    @Test func `who holds two roles leaves the one that somebody else can take`() throws {
        let people = [
            RuleCase.person("ana"), RuleCase.person("both", "manager", "finance"),
            RuleCase.person("mia", "manager"),
        ]
        let world = try World([(nil, [["manager", "finance"]])], people: people)
        let facts = try world.facts("10.00")
        for order in [["both", "mia"], ["mia", "both"]] {
            var state = try world.submitted(facts)
            #expect(try world.decide(order[0], &state, facts) == "pending")
            #expect(try world.decide(order[1], &state, facts) == "approved")
        }
    }

    @Test func `a person may be held to one of their roles`() throws {
        let people = [RuleCase.person("ana"), RuleCase.person("both", "manager", "finance")]
        let world = try World([(nil, [["manager", "finance"]])], people: people)
        let facts = try world.facts("10.00")
        var state = try world.submitted(facts)
        #expect(try world.decide("both", role: "cfo", &state, facts) == "not_an_approver")
        #expect(try world.decide("both", role: "finance", &state, facts) == "pending")
        #expect(state.acts[0].claims == [ApprovalClaim(RoleID(known: "finance"))])
        #expect(state.openSteps.map(\.text) == ["manager"])
    }

    @Test func `a filled step takes no second approval`() throws {
        var world = try World([(nil, [["manager", "finance"]])])
        world.example.people.append(RuleCase.person("max", "manager"))
        let facts = try world.facts("10.00")
        var state = try world.submitted(facts)
        #expect(try world.decide("mia", &state, facts) == "pending")
        #expect(try world.decide("max", &state, facts) == "already_approved")
    }

    @Test func `a rejection ends the request, a return its revision`() throws {
        let world = try World()
        var facts = try world.facts("10.00")
        var state = try world.submitted(facts)
        #expect(try world.decide("mia", as: .reject, &state, facts) == "rejected")
        #expect(try world.decide("mia", &state, facts) == "not_pending")

        state = try world.submitted(facts)
        #expect(try world.decide("mia", as: .return, &state, facts) == "returned")
        #expect(try world.decide("mia", &state, facts) == "not_pending")
        facts.revision = 2
        state = state.revised(to: facts, by: try world.plan(facts), world.example.policy)
        #expect(state.standing == .pending)
        #expect(try world.decide("mia", &state, facts) == "approved")
    }

    @Test func `the refusal that comes first in the order is named`() throws {
        var world = try World()
        world.example.people[0] = RuleCase.person("ana", "manager")
        var facts = try world.facts("10.00")
        facts.overriddenBy = [facts.requester]
        var state = try world.submitted(facts)
        // She asks, has overridden, and has no delegation of mia: that she asks comes first.
        #expect(try world.decide("ana", for: "mia", &state, facts) == "self_approval")
        facts.lastEditor = PersonID(known: "fin")
        facts.overriddenBy = [facts.lastEditor]
        #expect(try world.decide("fin", for: "mia", &state, facts) == "last_editor")
        world.example.policy.barsLastEditor = false
        state = try world.submitted(facts)
        #expect(try world.decide("fin", for: "mia", &state, facts) == "override_approver")
    }

    @Test func `an emergency is released by one and keeps its full path open`() throws {
        var world = try World([(nil, [["manager"], ["finance"], ["cfo"]])])
        world.example.policy.routes.emergency = RouteSettings.Emergency(
            ceiling: try amount("5000.00"), approvers: [RoleID(known: "cfo")], fullPathDays: 5)
        var facts = try world.facts("5000.00")
        facts.details.route = .emergency
        facts.details.reasonCode = LedgerText(known: "flood")
        var state = try world.submitted(facts)
        #expect(!state.isComplete)
        #expect(try world.decide("mia", &state, facts) == "not_an_approver")
        #expect(try world.decide("cfo", &state, facts) == "released")
        #expect(state.isComplete)
        #expect(state.fullPathDue?.description == "2026-02-16")
        #expect(try world.decide("mia", on: "2026-02-12", &state, facts) == "released")
        // The cfo's one vote counts in the full path as well.
        #expect(try world.decide("fin", on: "2026-02-12", &state, facts) == "approved")
        #expect(state.fullPathDue == nil)
    }

    @Test func `the state is read back from its canonical text`() throws {
        var world = try World([(nil, [["manager"], ["finance"]])])
        world.example.policy.perLine = [RoleID(known: "finance")]
        var facts = try world.facts("10.00", vendor: "V1")
        facts.charges = [
            Charge(
                NodeID(known: "CC-1"), PeriodID(monthOf: facts.submitted, in: .calendarYear),
                facts.total)
        ]
        facts.details.option = LedgerText(known: "northwind")
        facts.details.termMonths = 36
        var state = try world.submitted(facts)
        #expect(try world.decide("mia", &state, facts) == "pending")
        facts.revision = 2
        facts.details.option = nil
        state = state.revised(to: facts, by: try world.plan(facts), world.example.policy)
        #expect(state.acts[0].outdated == .option)
        var writer = CanonicalWriter()
        state.write(to: &writer)
        var reader = CanonicalReader(writer.bytes)
        #expect(try ApprovalState(from: &reader) == state)
        #expect(reader.isAtEnd)
    }
}
