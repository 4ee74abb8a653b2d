import OutlayProblems
import OutlayValues

/// Whoever does something in another's name has their delegation for the day, or stands in for them while they are away.
///
/// Where what is done concerns a request that is known, the delegation has to hold for its category and its total.
public enum ActingForRule: DutyRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "acting-for",
        title: "Nobody does another's duties without their delegation",
        inputs: [
            RuleInput("delegations", "who lent what to whom, from day to day", standard: "none"),
            RuleInput("deputies", "who stands in for an absent person", standard: "nobody"),
        ],
        refusals: [.delegationNotValid, .delegationLimit],
        source: "dated and limited delegation, as in Coupa and GLPI; COSO 2013, principle 3",
        examples: [
            RuleExample("carl for mia, who delegated to him", gives: "allowed") {
                () throws(Problem) in try acting(days: 0)
            },
            RuleExample("the day after", gives: "refused:delegation_not_valid") {
                () throws(Problem) in try acting(days: 1)
            },
            RuleExample("1 000 at a limit of 999", gives: "refused:delegation_limit") {
                () throws(Problem) in try acting(days: 0, limit: 999, total: 1_000)
            },
        ])

    /// Refuses who acts for another without right, or beyond the limit.
    public static func refusal(of context: DutyContext) -> Refusal? {
        guard let principal = context.principal, principal != context.person else { return nil }
        let organisation = context.organisation
        if organisation.standingDeputy(of: principal, on: context.date) == context.person {
            return nil
        }
        let held = organisation.delegations.filter {
            $0.principal == principal && $0.delegate == context.person
                && $0.holds(on: context.date, for: context.category)
        }
        guard !held.isEmpty else {
            var refusal = Refusal(.delegationNotValid, of: context, by: descriptor)
            refusal.person = principal
            return refusal
        }
        let limits = held.compactMap(\.limit)
        guard limits.count == held.count, let highest = limits.max(),
            let total = context.total, highest < total
        else { return nil }
        var refusal = Refusal(.delegationLimit, of: context, by: descriptor)
        refusal.available = highest
        refusal.requested = total
        return refusal
    }

    private static func acting(
        days: Int, limit: Int? = nil, total: Int? = nil
    ) throws(Problem) -> String {
        var example = try RuleCase()
        example.people.append(RuleCase.person("carl"))
        example.delegations = [RuleCase.delegation("mia", "carl", limit: limit)]
        var context = DutyContext(
            .request, by: PersonID(known: "carl"), in: try example.organisation(),
            on: RuleCase.today.adding(days: days))
        context.principal = PersonID(known: "mia")
        context.total = total.map { RuleCase.euros($0) }
        return context.refusal.map { "refused:" + $0.code.rawValue } ?? "allowed"
    }
}

extension Organisation {
    /// Returns who stands in for `person` on `date`: the first deputy who is there while they are away; else nil.
    func standingDeputy(of person: PersonID, on date: CalendarDate) -> PersonID? {
        guard let holder = self.person(person), holder.isAbsent(on: date) else { return nil }
        return holder.deputies.first { id in
            self.person(id).map { !$0.isAbsent(on: date) } ?? false
        }
    }
}
