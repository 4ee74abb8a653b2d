import OutlayProblems
import OutlayValues

/// Who has to approve what: a dated, versioned document with tests of its own.
///
/// Thresholds are in ``currency`` and are compared with the net contract value.
public struct Policy: Sendable, Hashable {
    /// The identifier, such as `PROC-4`.
    public var id: LedgerText
    /// The revision, from 1.
    public var revision: Int
    /// The first day on which it judges requests.
    public var effectiveFrom: CalendarDate
    /// The currency of its amounts.
    public var currency: Currency
    /// The tiers, rising; the last one without an end.
    public var tiers: [ApprovalTier]
    /// The groups that approvers act in; empty where each acts after the one before.
    public var order: [[RoleID]]
    /// The roles that are asked for each charged line rather than once.
    public var perLine: [RoleID]
    /// Further approvers for purchases of a kind.
    public var conditions: [ApprovalCondition]
    /// The ways of purchase.
    public var routes: RouteSettings
    /// How purchases that belong together are summed up; nil for not at all.
    public var split: SplitWindow?
    /// Days between two like requests within which the second may be a duplicate; 0 for the same day.
    public var duplicateDays: Int
    /// When approvals of an earlier revision stand.
    public var retention: ApprovalRetention
    /// Whether who wrote a revision may not approve it.
    ///
    /// The requester never may.
    public var barsLastEditor: Bool
    /// Money and time.
    public var terms: PolicyTerms
    /// Reminders and escalation; nil for none.
    public var reminders: Reminders?
    /// What the budget does not cover.
    public var budget: BudgetControl
    /// The months that a contract without an end counts with.
    public var openEndMonths: Int
    /// What the policy is expected to say of sample requests.
    public var tests: [PolicyTest]

    /// Creates a policy with the standard settings.
    ///
    /// - Throws: ``ProblemCode/badApprovalTiers`` where the tiers do not rise to an open one;
    ///   ``ProblemCode/unorderedApprover`` where an approver is in no group of the order.
    public init(
        id: LedgerText, revision: Int = 1, effectiveFrom: CalendarDate, currency: Currency,
        tiers: [ApprovalTier], order: [[RoleID]] = [], conditions: [ApprovalCondition] = [],
        routes: RouteSettings = RouteSettings(), split: SplitWindow? = .standard,
        retention: ApprovalRetention? = nil, terms: PolicyTerms = .standard
    ) throws(Problem) {
        self.init(unchecked: id, revision, effectiveFrom, currency, tiers)
        self.order = order
        self.conditions = conditions
        self.routes = routes
        self.split = split
        self.retention = retention ?? .standard(in: currency)
        self.terms = terms
        if let first = problems.first { throw first.problem }
    }

    init(
        unchecked id: LedgerText, _ revision: Int, _ effectiveFrom: CalendarDate,
        _ currency: Currency, _ tiers: [ApprovalTier]
    ) {
        self.id = id
        self.revision = revision
        self.effectiveFrom = effectiveFrom
        self.currency = currency
        self.tiers = tiers
        order = []
        perLine = []
        conditions = []
        routes = RouteSettings()
        split = .standard
        duplicateDays = 0
        retention = .standard(in: currency)
        barsLastEditor = true
        terms = .standard
        budget = .standard
        openEndMonths = 48
        tests = []
    }

    /// Returns the tier of `total`, from 0: the first whose end is above it.
    func tier(of total: MinorUnits) -> Int {
        tiers.firstIndex { tier in tier.below.map { total < $0 } ?? true } ?? tiers.count - 1
    }

    /// Returns what a request counts with: the larger of `total`, the contract value it states, and what
    /// a contract without an end comes to in the policy's months.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func basis(of total: MinorUnits, _ details: RequestDetails) throws(Problem) -> MinorUnits {
        let openEnd = try details.openEndMonthly?.multiplied(by: openEndMonths) ?? .zero
        return max(total, details.contractValue ?? .zero, openEnd)
    }

    /// The roles that decide anything by this policy, each once, in the order they are written.
    public var deciders: [RoleID] {
        let asked =
            tiers.flatMap(\.approvers).map(\.role) + conditions.flatMap(\.approvers).map(\.role)
            + [routes.singleSource?.waiver].compactMap(\.self)
            + (routes.emergency?.approvers ?? []) + (routes.ratification ?? []).map(\.role)
        var seen: Set<RoleID> = []
        return asked.filter { seen.insert($0).inserted }
    }
}

// MARK: - Whether it fits together

extension Policy {
    /// What does not fit together, each with its JSON pointer.
    var problems: [(pointer: String, problem: Problem)] {
        tierProblems + orderProblems + conditionProblems
    }

    private var tierProblems: [(pointer: String, problem: Problem)] {
        var found: [(pointer: String, problem: Problem)] = []
        if tiers.isEmpty {
            found.append(
                ("/tiers", badTiers("there is no tier", "a policy has at least the open tier")))
        }
        var floor = MinorUnits.zero
        for (index, tier) in tiers.enumerated() {
            let place = "/tiers/\(index)/below"
            let isLast = index == tiers.count - 1
            guard let below = tier.below else {
                if !isLast {
                    found.append(
                        (
                            "/tiers/\(index)",
                            badTiers(
                                "tier \(index + 1) of \(tiers.count) has no end",
                                "only the last tier is open, or those behind it would be empty")
                        ))
                }
                continue
            }
            if below <= floor {
                found.append(
                    (
                        place,
                        badTiers(
                            "tier \(index + 1) ends at \(below.text(in: currency))",
                            "it begins at \(floor.text(in: currency)), and a tier ends above that")
                    ))
            } else if isLast {
                found.append(
                    (
                        place,
                        badTiers(
                            "the last tier ends at \(below.text(in: currency))",
                            "the last tier has no end, or larger purchases would have no path",
                            hint: "add a last tier without `below`")
                    ))
            }
            floor = max(floor, below)
        }
        return found
    }

    private var orderProblems: [(pointer: String, problem: Problem)] {
        var found: [(pointer: String, problem: Problem)] = []
        var placed: Set<RoleID> = []
        for (index, group) in order.enumerated() {
            for role in group where !placed.insert(role).inserted {
                found.append(
                    (
                        "/order/\(index)",
                        Problem(
                            .duplicateIdentifier, "\(Problem.quoted(role.text)) stands twice",
                            because: "every role acts in one group of the order")
                    ))
            }
        }
        guard !order.isEmpty else { return found }
        for (index, tier) in tiers.enumerated() {
            guard case .approvers(let approvers) = tier.path else { continue }
            for approver in approvers where !placed.contains(approver.role) {
                found.append(("/tiers/\(index)/approvers", unordered(approver.role, placed)))
            }
        }
        for (index, condition) in conditions.enumerated() {
            for approver in condition.approvers where !placed.contains(approver.role) {
                found.append(("/extra/\(index)/approvers", unordered(approver.role, placed)))
            }
        }
        return found
    }

    private var conditionProblems: [(pointer: String, problem: Problem)] {
        var seen: Set<String> = []
        return conditions.enumerated().compactMap { index, condition in
            if seen.insert(condition.id).inserted { return nil }
            return (
                "/extra/\(index)/id",
                Problem(
                    .duplicateIdentifier, "\(Problem.quoted(condition.id)) stands twice",
                    because: "a step names the condition that asks for it")
            )
        }
    }

    private func badTiers(
        _ summary: String, _ reason: String, hint: String? = nil
    ) -> Problem {
        Problem(.badApprovalTiers, summary, because: reason, hint: hint)
    }

    private func unordered(_ role: RoleID, _ placed: Set<RoleID>) -> Problem {
        Problem(
            .unorderedApprover, "\(Problem.quoted(role.text)) is in no group of the order",
            because: "an order places every approver of the policy",
            hint: Suggestion.hint(for: role.text, among: placed.map(\.text).sorted())
                ?? "add the role to a group of `order`")
    }
}
