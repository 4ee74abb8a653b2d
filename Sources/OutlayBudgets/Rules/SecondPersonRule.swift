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
            RuleInput(
                "duties.second", "the roles that may confirm a duty",
                standard: "anybody of the organisation"),
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
            RuleExample(
                "mia, though only cfo confirms transfers", gives: "refused:second_person_required"
            ) { () throws(Problem) in
                try DutyContext.example(
                    .transfer, by: "fin", confirmedBy: "mia", confirmers: ["cfo"])
            },
        ])

    /// Refuses where the second person is missing, unknown, the first one again or whom that one acts for, or holds
    /// none of the roles that confirm it.
    public static func refusal(of context: DutyContext) -> Refusal? {
        guard context.duty.needsTwoPersons, !context.isProposal,
            context.organisation.duties.mode == .separated
        else { return nil }
        guard let second = context.confirmedBy, second != context.person,
            second != context.principal, context.organisation.person(second) != nil
        else { return Refusal(.secondPersonRequired, of: context, by: descriptor) }
        guard let roles = context.organisation.duties.second[context.duty] else { return nil }
        let mayConfirm = roles.contains {
            context.organisation.holds(second, role: $0, on: context.date)
        }
        return mayConfirm ? nil : Refusal(.secondPersonRequired, of: context, by: descriptor)
    }
}
