import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

/// A policy, people and requests in few words, for tests; amounts are written in euros.
struct World {
    var example: RuleCase

    init(
        _ tiers: [(below: String?, groups: [[String]])] = [(nil, [["manager"]])],
        people: [Person]? = nil, delegations: [Delegation] = []
    ) throws {
        example = try RuleCase()
        example.policy.tiers = try tiers.map { tier in
            ApprovalTier(
                below: try tier.below.map { try amount($0) },
                .groups(tier.groups.map { $0.map { Approver(RoleID(known: $0)) } }))
        }
        #expect(example.policy.problems.map(\.pointer) == [])
        if let people { example.people = people }
        example.delegations = delegations
    }

    /// A request for `total`, by `ana` unless somebody else asks.
    func facts(
        _ total: String, id: String = "R1", by requester: String = "ana",
        on date: String = "2026-02-10", vendor: String? = nil
    ) throws -> RequestFacts {
        var facts = example.facts
        facts.request = RequestID(known: id)
        facts.requester = PersonID(known: requester)
        facts.lastEditor = facts.requester
        facts.total = try amount(total)
        facts.submitted = try CalendarDate(parsing: date)
        facts.vendor = vendor.map { VendorID(known: $0) }
        return facts
    }

    func ruling(
        _ facts: RequestFacts, earlier: [EarlierPurchase] = []
    ) throws -> Ruling<ApprovalPlan> {
        var copy = example
        copy.facts = facts
        copy.earlier = earlier
        return try Policy.plan(for: copy.context)
    }

    func plan(_ facts: RequestFacts, earlier: [EarlierPurchase] = []) throws -> ApprovalPlan {
        switch try ruling(facts, earlier: earlier) {
        case .granted(let plan): return plan
        case .refused(let refusal):
            throw Problem(.internalError, refusal.code.rawValue, because: "a plan was expected")
        }
    }

    func submitted(_ facts: RequestFacts) throws -> ApprovalState {
        ApprovalState(submitted: facts, by: try plan(facts))
    }

    /// Lets `person` decide, and returns the standing or the refusal.
    func decide(
        _ person: String, for principal: String? = nil, on date: String = "2026-02-11",
        as decision: ApprovalDecision = .approve, role: String? = nil,
        _ state: inout ApprovalState, _ facts: RequestFacts
    ) throws -> String {
        let attempt = ApprovalAttempt(
            person: PersonID(known: person), principal: principal.map { PersonID(known: $0) },
            decision: decision, reason: .empty, date: try CalendarDate(parsing: date),
            role: role.map { RoleID(known: $0) })
        switch state.deciding(attempt, of: facts, in: try example.organisation()) {
        case .granted(let next):
            state = next
            return next.standing.rawValue
        case .refused(let refusal): return refusal.code.rawValue
        }
    }
}

/// Reads an amount in euros.
func amount(_ text: String) throws -> MinorUnits {
    try MinorUnits(Money(parsing: text, .eur))
}

/// Numbers that look random and are the same for every run of a seed.
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
    }

    /// A number from 0 up to `limit`.
    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, limit)))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var copy = elements
        for index in copy.indices.dropFirst() { copy.swapAt(index, below(index + 1)) }
        return copy
    }
}
