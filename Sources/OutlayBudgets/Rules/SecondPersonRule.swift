import OutlayProblems

/// What changes the rules or the books is confirmed by a second person of the organisation.
///
/// In a firm of `duties: single-person` there is none, and every audit output says so.
public enum SecondPersonRule: DutyRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "second-person",
        title: "Rules and books are changed by two persons",
        inputs: [
            RuleInput("confirmed_by", "the second person"),
            RuleInput("duties.mode", "`separated` or `single-person`", standard: "separated"),
        ],
        refusals: [.secondPersonRequired],
        source: "two-person integrity; GAO-14-704G, Standards for Internal Control (2014), 10.12",
        examples: [
            RuleExample("fin, confirmed by cfo", gives: "allowed") { () throws(Problem) in
                try DutyContext.example(.transfer, by: "fin", confirmedBy: "cfo")
            },
            RuleExample("fin alone", gives: "refused:second_person_required") {
                () throws(Problem) in
                try DutyContext.example(.transfer, by: "fin", confirmedBy: nil)
            },
            RuleExample("fin, confirmed by fin", gives: "refused:second_person_required") {
                () throws(Problem) in
                try DutyContext.example(.transfer, by: "fin", confirmedBy: "fin")
            },
        ])

    /// Refuses where the second person is missing, unknown, or the first one again, or whom that one acts for.
    public static func refusal(of context: DutyContext) -> Refusal? {
        guard context.duty.needsTwoPersons, !context.isProposal,
            context.organisation.duties.mode == .separated
        else { return nil }
        if let second = context.confirmedBy, second != context.person,
            second != context.principal, context.organisation.person(second) != nil
        {
            return nil
        }
        return Refusal(.secondPersonRequired, of: context, by: descriptor)
    }
}
