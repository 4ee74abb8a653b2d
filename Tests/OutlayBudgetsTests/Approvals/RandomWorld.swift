import OutlayProblems
import OutlayValues

@testable import OutlayBudgets

/// A world of eight people and five roles, drawn from a seed.
struct RandomWorld {
    var numbers: SeededNumbers
    var world: World
    var facts: RequestFacts
    let people: [PersonID]

    init(seed: UInt64) throws {
        numbers = SeededNumbers(seed: seed)
        world = try World()
        people = (0..<8).map { PersonID(known: "p\($0)") }
        facts = try world.facts("10.00", by: "p\(numbers.below(8))")
        if numbers.below(4) == 0 { facts.lastEditor = numbers.pick(people) }
        if numbers.below(4) == 0 { facts.overriddenBy = [numbers.pick(people)] }
        world.example.policy.tiers = [ApprovalTier(.groups(drawnGroups()))]
        world.example.policy.perLine = numbers.below(3) == 0 ? [RoleID(known: "r0")] : []
        world.example.policy.barsLastEditor = numbers.below(3) > 0
        if numbers.below(4) == 0 {
            world.example.policy.routes.emergency = RouteSettings.Emergency(
                ceiling: try amount("99.00"),
                approvers: [RoleID(known: "r1"), RoleID(known: "r2")], fullPathDays: 5)
            facts.details.route = .emergency
            facts.details.reasonCode = LedgerText(known: "flood")
        }
        world.example.people = people.indices.map { drawnPerson($0) }
        world.example.delegations = (0..<numbers.below(5)).compactMap { _ in
            let (from, to) = (numbers.pick(people), numbers.pick(people))
            return from == to ? nil : RuleCase.delegation(from.text, to.text)
        }
    }

    private mutating func drawnGroups() -> [[Approver]] {
        (0..<(1 + numbers.below(3))).map { _ in
            let roles = numbers.shuffled(Array(0..<5)).prefix(1 + numbers.below(3))
            return roles.map { role in
                Approver(RoleID(known: "r\(role)"), quorum: numbers.below(4) == 0 ? 2 : 1)
            }
        }
    }

    private mutating func drawnPerson(_ index: Int) -> Person {
        var person = Person(people[index])
        for role in numbers.shuffled(Array(0..<5)).prefix(numbers.below(4)) {
            let isOfLine = numbers.below(3) == 0
            person.roles.append(
                RoleAssignment(
                    RoleID(known: "r\(role)"),
                    nodes: isOfLine ? [NodeID(known: "L\(numbers.below(2))")] : []))
        }
        // Superiors have smaller numbers, so nobody reports in a circle.
        if index > 0, numbers.below(2) == 0 { person.reportsTo = people[numbers.below(index)] }
        if numbers.below(3) == 0 { person.absences = [DateSpan(RuleCase.today, RuleCase.today)] }
        person.deputies = people.filter { $0 != people[index] && numbers.below(5) == 0 }
        return person
    }

    /// The state of the request when it is submitted.
    func submitted() throws -> ApprovalState {
        ApprovalState(submitted: facts, by: try plan())
    }

    func plan() throws -> ApprovalPlan {
        var context = world.example.context
        context.facts = facts
        context.lines = [["L0"], ["L1"]].map { $0.map { NodeID(known: $0) } }
        guard case .granted(let plan) = try Policy.plan(for: context) else {
            throw Problem(.internalError, "a refusal", because: "a plan was expected")
        }
        return plan
    }

    /// A decision by anybody, for themselves or for anybody.
    mutating func attempt() -> ApprovalAttempt {
        ApprovalAttempt(
            person: numbers.pick(people),
            principal: numbers.below(3) == 0 ? numbers.pick(people) : nil,
            decision: .approve, reason: .empty, date: RuleCase.today)
    }
}
