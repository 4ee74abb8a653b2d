/// A plan in the making: what the rules of planning add to, one after the other.
public struct PlanDraft: Sendable, Hashable {
    /// The total that picks the tier.
    public var judgedTotal: MinorUnits
    /// The tier, from 0.
    public var tier: Int
    /// The groups so far; empty ones are left out of the plan.
    public private(set) var groups: [[ApprovalStep]]
    /// The step that releases an emergency, before the full path.
    public var release: ApprovalStep?
    /// Days for the full path behind a release; nil where there is none.
    public var fullPathDays: Int?
    /// How many distinct vendors need a valid quote.
    public var quotes: Int
    /// Whether an evaluation has to back the request.
    public var requiresEvaluation: Bool
    /// Whether the vendor is new.
    public var isNewVendor: Bool
    /// What everybody should see.
    public var flags: [AnswerFlag]
    private var order: [[RoleID]]

    /// Creates a draft without steps, in the tier of the request's own total.
    init(_ context: PlanningContext) {
        judgedTotal = context.facts.total
        tier = context.policy.tier(of: judgedTotal)
        groups = []
        quotes = 0
        requiresEvaluation = false
        isNewVendor = false
        flags = []
        order = []
    }

    /// Takes the steps of `path`, in the groups of `order` where the path has none of its own.
    mutating func begin(_ path: ApprovalTier.Path, order: [[RoleID]], reason: String) {
        switch path {
        case .groups(let groups):
            self.groups = groups.map { $0.map { step($0, reason) } }
        case .approvers(let approvers) where order.isEmpty:
            groups = approvers.map { [step($0, reason)] }
        case .approvers(let approvers):
            self.order = order
            groups = order.map { _ in [] }
            for approver in approvers { add(approver, reason: reason) }
        }
    }

    /// Asks for an approver besides: a role that is asked for already keeps its place and takes the larger
    /// count; a new one acts in its group of the order, or in the first.
    mutating func add(_ approver: Approver, reason: String) {
        for group in groups.indices {
            for index in groups[group].indices where groups[group][index].role == approver.role {
                let quorum = max(groups[group][index].quorum, approver.quorum)
                groups[group][index].quorum = quorum
                if !groups[group][index].reasons.contains(reason) {
                    groups[group][index].reasons.append(reason)
                }
                return
            }
        }
        if groups.isEmpty { groups = [[]] }
        let place = order.firstIndex { $0.contains(approver.role) } ?? 0
        groups[place].append(step(approver, reason))
    }

    /// Adds a flag once.
    mutating func raise(_ flag: AnswerFlag) {
        if !flags.contains(flag) { flags.append(flag) }
    }

    /// The finished groups: those with steps, a step that is asked for each line once for each of `lines`, and
    /// the release first.
    func finished(perLine: [RoleID], lines: [[NodeID]]) -> [[ApprovalStep]] {
        let full = groups.filter { !$0.isEmpty }.map { group in
            group.flatMap { step -> [ApprovalStep] in
                guard perLine.contains(step.role), !lines.isEmpty else { return [step] }
                return lines.map { line in
                    var copy = step
                    copy.line = line
                    return copy
                }
            }
        }
        return (release.map { [[$0]] } ?? []) + full
    }

    private func step(_ approver: Approver, _ reason: String) -> ApprovalStep {
        ApprovalStep(approver.role, quorum: approver.quorum, reasons: [reason])
    }
}
