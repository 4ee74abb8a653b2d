import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ApprovalCandidateTests {
    private let day = RuleCase.today

    private func candidates(
        _ people: [Person], requester: String = "ana", quorum: Int = 1
    ) throws -> [String] {
        var world = try World(people: people)
        world.example.policy.tiers = [
            ApprovalTier(.groups([[Approver(RoleID(known: "manager"), quorum: quorum)]]))
        ]
        let facts = try world.facts("10.00", by: requester)
        let plan = try world.plan(facts)
        return try world.example.organisation()
            .candidates(for: plan.groups[0][0], of: plan, facts: facts, on: day)
            .map { candidate in
                candidate.person.text + " " + candidate.basis.rawValue
                    + (candidate.principal.map { " " + $0.text } ?? "")
            }
    }

    private func absent(_ person: Person) -> Person {
        var person = person
        person.absences = [DateSpan(day, day)]
        return person
    }

    @Test func `holders who are there decide`() throws {
        let people = [RuleCase.person("mia", "manager"), RuleCase.person("max", "manager")]
        #expect(try candidates(people) == ["max holder", "mia holder"])
    }

    @Test func `an absent holder's first deputy who is there stands in`() throws {
        let people = [
            absent(RuleCase.person("mia", "manager", deputies: ["d1", "d2"])),
            absent(RuleCase.person("d1")), RuleCase.person("d2"),
        ]
        #expect(try candidates(people) == ["d2 deputy mia"])
    }

    @Test func `without a deputy it is the next level that is there`() throws {
        let people = [
            absent(RuleCase.person("mia", "manager", reportsTo: "boss")),
            absent(RuleCase.person("boss", reportsTo: "ceo")), RuleCase.person("ceo"),
        ]
        #expect(try candidates(people) == ["ceo next-level"])
    }

    @Test func `a deputy who reports to the requester does not stand in`() throws {
        let people = [
            RuleCase.person("ana"),
            absent(RuleCase.person("mia", "manager", reportsTo: "ceo", deputies: ["d1"])),
            RuleCase.person("d1", reportsTo: "ana"), RuleCase.person("ceo"),
        ]
        #expect(try candidates(people) == ["ceo next-level"])
    }

    @Test func `where the only holder asks, the next level decides`() throws {
        let people = [
            RuleCase.person("mia", "manager", reportsTo: "boss"), RuleCase.person("boss"),
        ]
        #expect(try candidates(people, requester: "mia") == ["boss next-level"])
    }

    @Test func `where another holder is left, the next level does not`() throws {
        let people = [
            RuleCase.person("mia", "manager", reportsTo: "boss"), RuleCase.person("boss"),
            RuleCase.person("max", "manager"),
        ]
        #expect(try candidates(people, requester: "mia") == ["max holder"])
        #expect(
            try candidates(people, requester: "mia", quorum: 2)
                == ["boss next-level", "max holder"])
    }

    @Test func `a role of a line belongs to the holder of the nearest node`() throws {
        func owner(_ id: String, _ nodes: String...) -> Person {
            Person(
                PersonID(known: id),
                roles: [
                    RoleAssignment(
                        RoleID(known: "owner"), nodes: nodes.map { NodeID(known: $0) })
                ])
        }
        var world = try World(
            [(nil, [["owner"]])],
            people: [
                RuleCase.person("ana"), owner("it", "CC-410", "CC-411"), owner("hr", "CC-500"),
                owner("head", "DEPT"), owner("all"),
            ])
        world.example.policy.perLine = [RoleID(known: "owner")]
        let facts = try world.facts("10.00")
        var context = world.example.context
        context.facts = facts
        context.lines = [
            ["CC-410", "DEPT"], ["CC-411", "DEPT"], ["CC-700", "DEPT"], ["CC-900"],
        ].map { $0.map { NodeID(known: $0) } }
        guard case .granted(let plan) = try Policy.plan(for: context) else {
            Issue.record("a plan was expected")
            return
        }
        #expect(
            plan.path == [
                ["owner CC-410", "owner CC-411", "owner CC-700", "owner CC-900"]
            ])
        var state = ApprovalState(submitted: facts, by: plan)
        #expect(try world.decide("hr", &state, facts) == "not_an_approver")
        // One act of a person decides for each of their lines.
        #expect(try world.decide("it", &state, facts) == "pending")
        #expect(state.openSteps.map(\.text) == ["owner CC-700", "owner CC-900"])
        #expect(try world.decide("head", &state, facts) == "pending")
        #expect(try world.decide("all", &state, facts) == "approved")
    }
}
