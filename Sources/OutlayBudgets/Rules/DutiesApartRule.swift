import OutlayProblems

/// One person does not do two things for the same request that the matrix keeps apart.
///
/// In a firm of `duties: single-person` nothing is kept apart but asking and approving.
public enum DutiesApartRule: DutyRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "duties-apart",
        title: "Duties that are kept apart need different persons",
        inputs: [
            RuleInput(
                "duties.apart", "pairs of duties",
                standard: "request and approve; book invoices and approve, order or receive"),
            RuleInput("done", "who did what for the request so far"),
        ],
        refusals: [.dutiesApart],
        source: "GAO-14-704G, Standards for Internal Control (2014), 10.12 to 10.14",
        examples: [
            RuleExample("fin books the invoice of what cfo received", gives: "allowed") {
                () throws(Problem) in
                try DutyContext.example(.bookInvoices, by: "fin", receivedBy: "cfo")
            },
            RuleExample("fin books the invoice and received", gives: "refused:duties_apart") {
                () throws(Problem) in
                try DutyContext.example(.bookInvoices, by: "fin", receivedBy: "fin")
            },
        ])

    /// Refuses who did the other half of a pair.
    public static func refusal(of context: DutyContext) -> Refusal? {
        let people = [context.person, context.principal]
        let others = context.keptApart
        let isApart = context.done.contains { done in
            people.contains(done.person) && others.contains(done.duty)
        }
        return isApart ? Refusal(.dutiesApart, of: context, by: descriptor) : nil
    }
}
