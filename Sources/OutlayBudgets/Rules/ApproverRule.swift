import OutlayProblems

/// Only who holds a role of the open group decides, and only while a step of theirs waits.
///
/// Holders are found on the day of the decision: for an absent one the standing deputy, then the next level.
/// A group is open when the ones before it are complete and valid.
public enum ApproverRule: DecisionRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "approver",
        title: "The holders of the open group's roles decide",
        inputs: [
            RuleInput("people.roles", "who holds which role, for which lines, when"),
            RuleInput("people.absences", "when a holder is absent", standard: "never"),
            RuleInput("people.deputies", "who stands in, the first one first", standard: "nobody"),
            RuleInput("people.reports_to", "the next level", standard: "nobody"),
        ],
        refusals: [.notAnApprover, .alreadyApproved],
        source: "roles resolved when a decision is made; COSO 2013, principle 3",
        examples: [
            RuleExample("fin before mia, in groups of their own", gives: "refused:not_an_approver")
            {
                () throws(Problem) in
                try RuleCase(tiers: [(nil, [["manager"], ["finance"]])]).decisions("fin")
            },
            RuleExample("fin before mia, in one group", gives: "approved") { () throws(Problem) in
                try RuleCase(tiers: [(nil, [["manager", "finance"]])]).decisions("fin", "mia")
            },
            RuleExample("max, the deputy of mia, who is absent", gives: "approved") {
                () throws(Problem) in
                var example = try RuleCase()
                example.people[1] = RuleCase.person("mia", "manager", deputies: ["max"])
                example.people[1].absences = [DateSpan(RuleCase.today, RuleCase.today)]
                example.people.append(RuleCase.person("max"))
                return try example.decisions("max")
            },
        ])

    /// Refuses who decides nothing that waits.
    public static func refusal(of context: DecisionContext) -> Refusal? {
        guard let act = context.act, let open = context.progress.openGroup else {
            return Refusal(.notAnApprover, of: context, by: descriptor)
        }
        // A no needs no free step; an approval has to fill one.
        guard act.decision == .approve else { return nil }
        let acts = context.state.acts + [act]
        let progress = ApprovalProgress(context.state.plan, acts)
        let counts = progress.votes[open].joined().contains(acts.count - 1)
        return counts ? nil : Refusal(.alreadyApproved, of: context, by: descriptor)
    }
}
