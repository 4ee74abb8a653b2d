import OutlayBudgets
import OutlayProblems
import OutlayValues

extension Organisation: WrittenDocument {
    /// How an organisation is written.
    package static let form = GovernedForm(
        name: "Organisation", schema: "organisation", ledgerKind: .organisation,
        shape: ObjectShape(
            "Organisation",
            "Who there is, who holds which role, who reports to whom, and who stands in.",
            GovernedForm.heading(
                "Organisation", metadata: GovernedForm.metadata(idRequired: true, id: "ORG"))
                + [
                    GovernedForm.effectiveFrom, GovernedForm.currency,
                    Field(
                        "people", .list(of: .object(person), count: 1...Int.max), "The people.",
                        required: true, example: "[{id: pm.support, roles: [requester]}]"),
                    Field(
                        "delegations", .list(of: .object(delegation)),
                        "Authority to approve that is lent for some days."),
                    Field(
                        "duties",
                        .either([
                            .choice(DutiesMatrix.Mode.allCases.map(\.rawValue)), .object(duties),
                        ]), "Who may do what, and what one person may not do together.",
                        example: "{roles: {load_budget: [finance-review]}}", standard: "separated"),
                ]),
        facts: [.id, .firstDay, .currency], standardID: { _ in nil })

    private static let person = ObjectShape(
        "person", "A natural person of the organisation.",
        [
            Field(
                "id", GovernedForm.name, "By what everything refers to the person.",
                required: true, example: "head.service"),
            Field("name", GovernedForm.line, "The name, for people to read."),
            Field(
                "account", GovernedForm.line,
                "Who the person is to the operating system; nobody else may act in their name.",
                example: "mia"),
            Field(
                "roles", .list(of: .either([.object(role), GovernedForm.name])),
                "The roles held, each by its name or with lines and days.",
                example: "[department-head]"),
            Field("reports_to", GovernedForm.name, "The person's superior."),
            Field(
                "deputies", GovernedForm.names,
                "Who stands in when the person is absent, the first one first."),
            Field(
                "absences",
                .list(
                    of: .object(
                        ObjectShape(
                            "absence", "Days on which the person is not there.",
                            GovernedForm.fromAndTo))), "When the person is absent.",
                example: "[{from: 2026-12-24, to: 2026-12-31}]"),
            Field(
                "override_limit", GovernedForm.amount,
                "The largest overrun the person may allow; none unless given.",
                example: "5000.00"),
        ])

    private static let role = ObjectShape(
        "role held", "A role for some lines and some days.",
        [
            Field("role", GovernedForm.name, "The role.", required: true, example: "budget-owner"),
            Field(
                "nodes", GovernedForm.names,
                "The budget lines, with all below them, that it is held for; all unless given.",
                example: "[CC-410]"),
        ] + GovernedForm.fromAndTo)

    private static let delegation = ObjectShape(
        "delegation", "One person's authority to approve, lent to another for some days.",
        [
            Field("from", GovernedForm.name, "Whose authority it is.", required: true),
            Field("to", GovernedForm.name, "Who may use it.", required: true),
            Field("start", .date, "The first day.", required: true, example: "2027-07-01"),
            Field(
                "end", .date, "The last day, on which it still holds.", required: true,
                example: "2027-07-14"),
            Field(
                "limit", GovernedForm.amount, "The largest total it holds for; any unless given."),
            Field(
                "categories", GovernedForm.names,
                "The categories it holds for; all unless given."),
        ])

    private static let duties = ObjectShape(
        "duties", "Who may do what, and what one person may not do together.",
        [
            Field(
                "mode", .choice(DutiesMatrix.Mode.allCases.map(\.rawValue)),
                "Whether duties that need two persons get two.", standard: "separated"),
            Field(
                "roles",
                .object(
                    ObjectShape(
                        "matrix of duties", "The roles that may do each duty.",
                        Duty.allCases.map { duty in
                            Field(
                                duty.rawValue, .list(of: GovernedForm.name, count: 1...Int.max),
                                "Who may \(duty.rawValue.replacing("_", with: " ")).")
                        })), "The roles that may do each duty.",
                example: "{load_budget: [finance-review], transfer: [finance-review]}"),
            Field(
                "second",
                .object(
                    ObjectShape(
                        "matrix of second persons", "The roles that may confirm each duty.",
                        Duty.allCases.filter(\.needsTwoPersons).map { duty in
                            Field(
                                duty.rawValue, .list(of: GovernedForm.name, count: 1...Int.max),
                                "Who may confirm it: \(duty.rawValue.replacing("_", with: " ")).")
                        })),
                "The roles that may be the second person of a duty that needs two; anybody of the organisation but the first where it has none here.",
                example: "{load_budget: [finance-review], assign_roles: [finance-review]}"),
            Field(
                "apart",
                .list(
                    of: .list(
                        of: .choice(Duty.allCases.map(\.rawValue)), count: 2...2)),
                "The pairs of duties that one person may not do for the same request.",
                example: "[[request, approve]]"),
        ])
}
