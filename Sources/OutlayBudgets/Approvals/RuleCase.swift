import OutlayProblems
import OutlayValues

/// The small world of the rules' worked examples: amounts in whole euros, a request `R1` by `ana` on
/// 2026-02-20, and the people `ana`, `mia` (manager), `fin` (finance) and `cfo`.
struct RuleCase {
    static let today = CalendarDate(dayNumber: 20_504)

    var policy: Policy
    var people: [Person]
    var delegations: [Delegation] = []
    var duties = DutiesMatrix()
    var vendors = VendorRegister.empty
    var earlier: [EarlierPurchase] = []
    var hasBoughtBefore = false
    var isCapital = false
    var framework: Framework?
    var facts: RequestFacts

    /// Creates a world with a policy of these tiers, each with its end and its groups of roles.
    init(tiers: [(below: Int?, groups: [[String]])] = [(nil, [["manager"]])]) throws(Problem) {
        policy = try Policy(
            id: LedgerText(known: "PROC-1"), effectiveFrom: Self.today.adding(days: -50),
            currency: .eur,
            tiers: tiers.map { tier in
                ApprovalTier(
                    below: tier.below.map { Self.euros($0) },
                    .groups(tier.groups.map { $0.map { Approver(RoleID(known: $0)) } }))
            })
        people = [
            Person(PersonID(known: "ana")), Self.person("mia", "manager"),
            Self.person("fin", "finance"), Self.person("cfo", "cfo"),
        ]
        facts = RequestFacts(
            request: RequestID(known: "R1"), revision: 1, requester: PersonID(known: "ana"),
            lastEditor: PersonID(known: "ana"), vendor: nil, framework: nil,
            details: RequestDetails(), total: Self.euros(1_000), charges: [], currency: .eur,
            submitted: Self.today, overriddenBy: [])
    }

    static func euros(_ whole: Int) -> MinorUnits {
        MinorUnits(Int64(whole) * 100)
    }

    static func person(
        _ id: String, _ roles: String..., reportsTo: String? = nil, deputies: [String] = []
    ) -> Person {
        Person(
            PersonID(known: id), roles: roles.map { RoleAssignment(RoleID(known: $0)) },
            reportsTo: reportsTo.map { PersonID(known: $0) },
            deputies: deputies.map { PersonID(known: $0) })
    }

    func organisation() throws(Problem) -> Organisation {
        try Organisation(
            id: LedgerText(known: "ORG"), effectiveFrom: Self.today.adding(days: -50),
            currency: .eur, people: people, delegations: delegations, duties: duties)
    }

    var context: PlanningContext {
        PlanningContext(
            policy: policy, facts: facts, isCapital: isCapital, vendors: vendors,
            framework: framework, earlier: earlier, hasBoughtBefore: hasBoughtBefore)
    }

    func state() throws(Problem) -> ApprovalState {
        switch try Policy.plan(for: context) {
        case .granted(let plan): return ApprovalState(submitted: facts, by: plan)
        case .refused(let refusal):
            preconditionFailure("the example is planned, not \(refusal.code.rawValue)")
        }
    }

    /// The path as one text, `;` between groups and `,` within them, with flags behind it; or the refusal.
    func path() throws(Problem) -> String {
        switch try Policy.plan(for: context) {
        case .granted(let plan):
            let groups = plan.path.map { $0.joined(separator: ", ") }.joined(separator: "; ")
            return ([groups] + plan.flags.map(\.rawValue)).joined(separator: " + ")
        case .refused(let refusal): return "refused:" + refusal.code.rawValue
        }
    }

    /// What comes of decisions by these people, one after the other: the last one's answer.
    ///
    /// `carl for bob` acts as a delegate.
    func decisions(_ people: String..., on date: CalendarDate = Self.today) throws(Problem)
        -> String
    {
        let organisation = try organisation()
        var state = try state()
        var answer = ""
        for text in people {
            let names = text.split(separator: " ").map(String.init)
            let attempt = ApprovalAttempt(
                person: PersonID(known: names[0]),
                principal: names.count == 3 ? PersonID(known: names[2]) : nil,
                decision: .approve, reason: .empty, date: date)
            switch state.deciding(attempt, of: facts, in: organisation) {
            case .granted(let next):
                state = next
                answer = next.standing.rawValue
            case .refused(let refusal): answer = "refused:" + refusal.code.rawValue
            }
        }
        return answer
    }
}
