import OutlayProblems
import OutlayValues

/// An approval of an earlier revision stands while the later one stays within what the policy allows.
///
/// The rise is summed from the revision that this person approved, so small steps do not add up unseen, and
/// no approval reaches across a tier. Of several causes the first in the order of ``OutdatedCause`` is kept.
public enum RetentionRule: ApprovalRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "keep-approval",
        title: "Approvals stand while a request changes little",
        inputs: [
            RuleInput(
                "keep_approval_if.amount_increase_at_most", "the rise, as a fraction",
                standard: "0.02"),
            RuleInput(
                "keep_approval_if.amount_increase_floor", "a rise that is always small enough",
                standard: "100"),
            RuleInput("keep_approval_if.option", "`same` or `any`", standard: "same"),
            RuleInput("keep_approval_if.term", "`same` or `any`", standard: "same"),
            RuleInput("keep_approval_if.vendor", "`same` or `any`", standard: "same"),
            RuleInput("keep_approval_if.route", "`same` or `any`", standard: "same"),
        ],
        source: "FAR 43.102 and 43.201: changes beyond scope need approval anew",
        examples: [
            RuleExample("1 000 approved, then 1 100 at 2 % or 100", gives: "stands") {
                () throws(Problem) in try changed(1_000, 1_100)
            },
            RuleExample("1 000 approved, then 1 101", gives: "amount") { () throws(Problem) in
                try changed(1_000, 1_101)
            },
            RuleExample("4 950 approved, then 5 000 where a tier begins", gives: "tier") {
                () throws(Problem) in try changed(4_950, 5_000)
            },
        ])

    /// Returns why an approval no longer stands, or nil where it does.
    ///
    /// - Parameters:
    ///   - act: The approval.
    ///   - seen: The revision that was approved.
    ///   - now: The present revision.
    ///   - editor: Who wrote the present revision.
    ///   - policy: The policy version that the request is judged by.
    /// - Returns: The cause, or nil.
    public static func cause(
        for act: ApprovalAct, seen: RevisionMark, now: RevisionMark, editor: PersonID,
        _ policy: Policy
    ) -> OutdatedCause? {
        let retention = policy.retention
        if policy.barsLastEditor, act.person == editor || act.principal == editor {
            return .lastEditor
        }
        if now.tier != seen.tier { return .tier }
        if now.total > seen.total {
            let (rise, lost) = now.total.count.subtractingReportingOverflow(seen.total.count)
            guard !lost, retention.allows(MinorUnits(rise), over: seen.total) else {
                return .amount
            }
        }
        let changed: [(ApprovalRetention.Property, OutdatedCause, Bool)] = [
            (.vendor, .vendor, now.vendor != seen.vendor),
            (.option, .option, now.option != seen.option),
            (.term, .term, now.termMonths != seen.termMonths),
            (.route, .route, now.route != seen.route),
        ]
        return changed.first { property, _, differs in
            differs && retention.same.contains(property)
        }?.1
    }

    private static func changed(_ before: Int, _ after: Int) throws(Problem) -> String {
        let example = try RuleCase(tiers: [(5_000, [["manager"]]), (nil, [["manager"]])])
        let policy = example.policy
        func mark(_ revision: Int, _ total: Int) -> RevisionMark {
            let total = RuleCase.euros(total)
            return RevisionMark(
                revision: revision, date: RuleCase.today, total: total,
                tier: policy.tier(of: total))
        }
        let act = ApprovalAct(
            example.people[1].id, claims: [], decision: .approve, revision: 1,
            date: RuleCase.today)
        let cause = cause(
            for: act, seen: mark(1, before), now: mark(2, after),
            editor: example.facts.requester, policy)
        return cause?.rawValue ?? "stands"
    }
}
