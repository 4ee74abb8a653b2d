import OutlayProblems
import OutlayValues

/// An override is the act of somebody with a limit of their own, or of the policy's role, with a reason.
///
/// Neither the requester nor who approved the request overrides for it. The limit holds for one request and,
/// summed, for one line and year.
public enum OverrideRule: ApprovalRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "override",
        title: "An override needs authority, a reason and a limit",
        inputs: [
            RuleInput("people.override_limit", "the largest overrun", standard: "none allowed"),
            RuleInput("budget.override.role", "the role that may without limit", standard: "none"),
            RuleInput("reason", "why the person overrides, in words"),
            RuleInput("used", "what the person overrode on the line that year", standard: "0"),
        ],
        refusals: [.overrideNotAuthorised, .overrideReasonRequired, .overrideLimitExceeded],
        source: "Oracle Financials, funds check override: authority, reason, limit and record",
        examples: [
            RuleExample("300 by cfo, whose limit is 5 000", gives: "allowed") {
                () throws(Problem) in try override(300, by: "cfo", reason: "outage")
            },
            RuleExample("300 by ana, who has none", gives: "refused:override_not_authorised") {
                () throws(Problem) in try override(300, by: "ana", reason: "urgent")
            },
            RuleExample("without a reason", gives: "refused:override_reason_required") {
                () throws(Problem) in try override(300, by: "cfo", reason: "")
            },
            RuleExample("4 000 after 1 001 that year", gives: "refused:override_limit_exceeded") {
                () throws(Problem) in try override(4_000, by: "cfo", reason: "again", used: 1_001)
            },
        ])

    /// Returns the most that `person` may override, or nil where they may not at all.
    ///
    /// - Parameters:
    ///   - person: Who wants to override.
    ///   - requester: Who asks for the purchase, or nil where it is not raised yet.
    ///   - approval: Its approvals, or nil.
    ///   - policy: The policy in force.
    ///   - organisation: The people.
    ///   - date: The day.
    /// - Returns: The limit for one request and, summed, for one line and year; or nil.
    public static func limit(
        of person: PersonID, requester: PersonID?, approval: ApprovalState?, _ policy: Policy,
        _ organisation: Organisation, on date: CalendarDate
    ) -> MinorUnits? {
        let hasVoted =
            approval?.acts.contains { act in
                act.stands && (act.person == person || act.principal == person)
            } ?? false
        guard person != requester, !hasVoted, let known = organisation.person(person) else {
            return nil
        }
        if let limit = known.overrideLimit { return limit }
        guard let role = policy.budget.overrideRole,
            organisation.holds(person, role: role, on: date)
        else { return nil }
        return MinorUnits(.max)
    }

    /// Returns why an override of `amount` is refused, or nil.
    ///
    /// - Parameters:
    ///   - limit: What ``limit(of:requester:approval:_:_:on:)`` returns.
    ///   - reason: Why the person overrides.
    ///   - amount: The overrun of the request.
    ///   - used: What the person overrode on the line and year before.
    /// - Returns: The refusal, or nil.
    public static func refusal(
        limit: MinorUnits?, reason: LedgerText, amount: MinorUnits, used: MinorUnits
    ) -> Refusal? {
        guard let limit else { return Refusal(.overrideNotAuthorised, note: descriptor.note) }
        guard !reason.isEmpty else {
            return Refusal(.overrideReasonRequired, note: descriptor.note)
        }
        let (total, lost) = amount.count.addingReportingOverflow(used.count)
        guard lost || total > limit.count else { return nil }
        var refusal = Refusal(.overrideLimitExceeded, note: descriptor.note)
        refusal.available = MinorUnits(max(0, limit.count - used.count))
        refusal.requested = amount
        refusal.shortBy = lost ? nil : MinorUnits(total - limit.count)
        return refusal
    }

    private static func override(
        _ amount: Int, by person: String, reason: String, used: Int = 0
    ) throws(Problem) -> String {
        var example = try RuleCase()
        example.people[3].overrideLimit = RuleCase.euros(5_000)
        let limit = limit(
            of: PersonID(known: person), requester: nil, approval: nil, example.policy,
            try example.organisation(), on: RuleCase.today)
        let refusal = refusal(
            limit: limit, reason: LedgerText(known: reason), amount: RuleCase.euros(amount),
            used: RuleCase.euros(used))
        return refusal.map { "refused:" + $0.code.rawValue } ?? "allowed"
    }
}
