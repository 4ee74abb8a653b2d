import OutlayBudgets
import OutlayProblems
import OutlayValues

extension Budget: WrittenDocument {
    /// How a budget is written.
    package static let form = GovernedForm(
        name: "Budget", schema: "budget", ledgerKind: .budget,
        shape: ObjectShape(
            "Budget", "The money of one fiscal year by lines; each load of it is a revision.",
            GovernedForm.heading(
                "Budget",
                metadata: GovernedForm.metadata(
                    idRequired: false, id: "FY2027", standard: "fiscal_year.id")) + [
                    Field(
                        "fiscal_year", .object(fiscalYear), "The year that the money is for.",
                        required: true,
                        example: "{id: FY2027, start: 2027-01-01, end: 2027-12-31}"),
                    GovernedForm.currency,
                    Field(
                        "charge_basis",
                        .choice(BudgetChargeBasis.allCases.map(\.rawValue)),
                        "What decides the period that a purchase is charged to.",
                        standard: "invoice"),
                    Field(
                        "lines", .list(of: .object(lineShape), count: 1...Int.max),
                        "The lines that money is given to.", required: true,
                        example: "[{id: CC-410, approved: 310000.00}]"),
                ]),
        facts: [.id, .currency],
        standardID: { $0["fiscal_year"]?["id"]?.text })

    private static let fiscalYear = ObjectShape(
        "fiscal year", "Twelve months from the first day of one.",
        [
            Field("id", GovernedForm.name, "Its name.", required: true, example: "FY2027"),
            Field("start", .date, "Its first day.", required: true, example: "2027-01-01"),
            Field("end", .date, "Its last day.", required: true, example: "2027-12-31"),
        ])

    private static let lineShape: ObjectShape = ObjectShape(
        "line", "A line of the budget: a cost centre, project, account, category or fund.",
        groups: [.atMostOne(["block_at", "tolerance"])],
        [
            Field(
                "id", GovernedForm.name, "What requests, orders and invoices charge.",
                required: true, example: "CC-410"),
            Field("title", GovernedForm.line, "What readers see.", example: "IT operations"),
            Field(
                "owner", GovernedForm.name, "The person who answers for it and gets its notices.",
                example: "owner.itops"),
            Field(
                "kind", .choice(NodeKind.allCases.map(\.rawValue)), "What it stands for.",
                standard: "cost_centre"),
            Field(
                "parent", GovernedForm.name,
                "The line above it, whose money it uses as well; none unless given.",
                example: "CC-400"),
            Field(
                "approved", GovernedForm.amount, "What it is given for the year.", required: true,
                example: "310000.00"),
            Field(
                "accounts", .list(of: .text(TextRule(length: 1...64))),
                "The accounts of the chart whose actuals are its own.", example: "[6810, 6815]"),
            Field(
                "control", .choice(ControlMode.allCases.map(\.rawValue)),
                "Whether a plan beyond it is refused, flagged or only counted.",
                standard: "hard"),
            Field(
                "warn_at", GovernedForm.share,
                "The share of what it has above which a use is flagged.", example: "0.90"),
            Field(
                "block_at",
                .number(
                    NumberRule(
                        .ratio, minimum: .including(.zero), maximum: .including(ExactDecimal(100)))),
                "The share of what it has above which a plan is refused, at least 1.",
                example: "1.00"),
            Field(
                "tolerance", GovernedForm.share,
                "How far beyond what it has a plan may go, as a share of that.",
                example: "0.02", standard: "0"),
            Field(
                "tolerance_amount", GovernedForm.amount,
                "How far beyond a plan may go besides, as an amount.", standard: "0"),
            Field(
                "periods",
                .either([
                    .choice(["annual", "quarterly", "monthly"]),
                    .list(of: GovernedForm.amount, count: 4...12),
                ]),
                "How the year is divided: evenly, or what each quarter or month gets.",
                example: "quarterly", standard: "annual"),
            Field(
                "scope", .choice(ControlScope.allCases.map(\.rawValue)),
                "What a plan is checked against: the year, the year to date, or the one period.",
                standard: "year"),
            Field(
                "capex_opex", .choice(["capex", "opex"]),
                "Whether its money buys assets or keeps things running; either unless given."),
            Field("valid_from", .date, "The first day it may be charged."),
            Field("valid_to", .date, "The last day it may be charged."),
            Field(
                "lines", .list(of: .object(lineShape)), "Lines below it, written inside.",
                example: "[{id: CC-411, approved: 40000.00}]"),
        ])
}
