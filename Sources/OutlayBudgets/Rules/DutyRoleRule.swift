import OutlayProblems

/// What changes the rules or the books is done by the holders of a role, as is any duty with roles of its own.
///
/// In a firm of `duties: single-person` no duty needs a role.
public enum DutyRoleRule: DutyRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "duty-role",
        title: "A duty belongs to the holders of its roles",
        inputs: [
            RuleInput(
                "duties.roles", "the roles of each duty",
                standard: "nobody for vendor data, budgets, transfers, policies and roles"),
            RuleInput("duties.mode", "`separated` or `single-person`", standard: "separated"),
        ],
        refusals: [.dutyNotHeld],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("fin, whose role moves money", gives: "allowed") { () throws(Problem) in
                try DutyContext.example(.transfer, by: "fin", confirmedBy: "cfo")
            },
            RuleExample("mia, whose role does not", gives: "refused:duty_not_held") {
                () throws(Problem) in
                try DutyContext.example(.transfer, by: "mia", confirmedBy: "cfo")
            },
        ])

    /// Refuses who holds no role of the duty.
    public static func refusal(of context: DutyContext) -> Refusal? {
        let duties = context.organisation.duties
        guard duties.mode == .separated else { return nil }
        guard let roles = duties.roles[context.duty] else {
            return context.duty.needsTwoPersons
                ? Refusal(.dutyNotHeld, of: context, by: descriptor) : nil
        }
        let holds = roles.contains {
            context.organisation.holds(context.person, role: $0, on: context.date)
        }
        return holds ? nil : Refusal(.dutyNotHeld, of: context, by: descriptor)
    }
}
