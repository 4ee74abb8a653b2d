import OutlayProblems
import OutlayValues

/// Acting for somebody needs their delegation: on its days, for its categories, within its limit.
///
/// The last day is one of them. A delegation lends what its principal holds, never what was lent to them, and
/// not to who reports to the requester. The standing deputy of an absent holder needs none. The limit is
/// compared with the judged total, so splitting does not get below it.
public enum DelegationRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "delegation",
        title: "Acting for somebody needs a delegation that holds",
        inputs: [
            RuleInput("delegations.from", "whose authority it is"),
            RuleInput("delegations.to", "who may use it"),
            RuleInput("delegations.start", "its first day"),
            RuleInput("delegations.end", "its last day"),
            RuleInput("delegations.limit", "the largest total", standard: "any"),
            RuleInput("delegations.categories", "the categories", standard: "all"),
        ],
        refusals: [.delegationNotValid, .delegationLimit],
        source: "dated and limited delegation, as in Coupa and GLPI; COSO 2013, principle 3",
        examples: [
            RuleExample("carl for mia on the last day, at the limit", gives: "approved") {
                () throws(Problem) in try delegated(days: 0, limit: 1_000)
            },
            RuleExample("the day after", gives: "refused:delegation_not_valid") {
                () throws(Problem) in try delegated(days: 1, limit: 1_000)
            },
            RuleExample("1 000 at a limit of 999", gives: "refused:delegation_limit") {
                () throws(Problem) in try delegated(days: 0, limit: 999)
            },
        ])

    /// Refuses who acts for somebody without right, or beyond the limit.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard let principal = context.principal else { return nil }
        let delegations = context.delegations
        guard !delegations.isEmpty else {
            guard !context.standsIn else { return nil }
            var refusal = Refusal(.delegationNotValid, of: context, by: descriptor)
            refusal.person = principal
            return refusal
        }
        let limits = delegations.compactMap(\.limit)
        let total = context.state.judgedTotal
        guard limits.count == delegations.count, let highest = limits.max(), highest < total else {
            return nil
        }
        var refusal = Refusal(.delegationLimit, of: context, by: descriptor)
        refusal.available = highest
        refusal.requested = total
        refusal.shortBy = MinorUnits(total.count - highest.count)
        return refusal
    }

    private static func delegated(days: Int, limit: Int) throws(Problem) -> String {
        var example = try RuleCase()
        example.people.append(RuleCase.person("carl"))
        example.delegations = [RuleCase.delegation("mia", "carl", limit: limit)]
        return try example.decisions(
            "carl for mia", on: RuleCase.today.adding(days: days))
    }
}

extension RuleCase {
    /// A delegation whose last day is 2026-02-20.
    static func delegation(_ from: String, _ to: String, limit: Int? = nil) -> Delegation {
        Delegation(
            from: PersonID(known: from), to: PersonID(known: to), start: today.adding(days: -9),
            end: today, limit: limit.map { euros($0) })
    }
}
