import Outlay

/// The shapes that the JSON results about purchases and their revisions share.
enum RequestShapes {
    private typealias Shapes = EvaluationResultShape

    /// A frozen revision by its number and hash.
    static let revision = ObjectShape(
        "frozen revision", "A revision as it was frozen.",
        [
            Field("number", .integer(1...Int.max), "Its number.", required: true),
            Field("sha256", .text(), "The hash of all that it rests on.", required: true),
        ])

    /// What is decided.
    static let decision = ObjectShape(
        "purchase decision",
        "Which option is bought, for good or for the time being, or that none is.",
        [
            Field(
                "award", .choice(AwardKind.allCases.map(\.rawValue)),
                "What kind of decision it is.",
                required: true),
            Field("option", .text(), "The option; null where nothing is bought."),
            Field("rank", .integer(1...Int.max), "Its rank; null where it has none."),
            Field("reason", Shapes.text, "Why, where that is asked for.", required: true),
            Field("review_on", .date, "The day by which an interim decision is looked at again."),
        ])

    /// A step of the way of a request through its approvals.
    static let pathStep = ObjectShape(
        "path step", "A step.",
        [
            Field("step", .text(), "The step.", required: true),
            Field("group", .integer(1...Int.max), "Its group, from 1.", required: true),
            Field("reasons", .list(of: .text()), "Why it is asked for.", required: true),
            Field(
                "missing", .integer(0...Int.max), "How many approvals it needs still.",
                required: true),
            Field("open", .yesNo, "Whether it waits now.", required: true),
            Field("candidates", .list(of: .text()), "Who may decide it.", required: true),
            Field(
                "delegates",
                .list(
                    of: .object(
                        ObjectShape(
                            "path delegate", "Who may decide for another.",
                            [
                                Field("person", .text(), "Who may decide.", required: true),
                                Field("for", .text(), "Whose authority it is.", required: true),
                            ]))), "Those of them whom a holder lent it to.", required: true),
            Field("approved_by", .list(of: .text()), "Who approved it.", required: true),
        ])

    /// A problem that is part of the answer.
    static let problem = ObjectShape(
        "told problem", "Something that was found.",
        [
            Field("code", .text(), "Its code, for `outlay rule`.", required: true),
            Field(
                "severity", .choice(["note", "warning", "error"]), "How grave it is.",
                required: true),
            Field("message", Shapes.text, "What it is.", required: true),
            Field("because", Shapes.text, "Why it is so.", required: true),
            Field("hint", Shapes.text, "The way on; null where there is none."),
        ])

    /// What a request leaves of the lines that it charges.
    static let budget = ObjectShape(
        "budget of a request", "What a request leaves of the budget lines that it charges.",
        [
            Field(
                "lines", .list(of: .object(budgetLine)), "The lines and years that it charges.",
                required: true),
            Field("fits", .yesNo, "Whether the money can be held.", required: true),
            Field("refusal", .text(), "Why not; null where it can."),
            Field("short_by", Shapes.money, "What is missing; null where nothing is."),
        ])

    private static let budgetLine = ObjectShape(
        "charged line", "A budget line in a fiscal year, with the request.",
        [
            Field("line", .text(), "The line.", required: true),
            Field("title", Shapes.text, "What it is called.", required: true),
            Field("year", .text(), "The fiscal year.", required: true),
            Field("allotted", Shapes.money, "What was given to it.", required: true),
            Field("committed", Shapes.money, "What is owed to vendors.", required: true),
            Field("orders", .integer(0...Int.max), "How many orders owe it.", required: true),
            Field(
                "reserved_by_others", Shapes.money, "What other requests hold.", required: true),
            Field(
                "others",
                .list(
                    of: .object(
                        ObjectShape(
                            "waiting request", "A request that waits for the same money.",
                            [
                                Field("request", .text(), "The request.", required: true),
                                Field("amount", Shapes.money, "What it holds.", required: true),
                            ]))), "The requests that wait, the largest first.", required: true),
            Field("actual", Shapes.money, "What is spent.", required: true),
            Field("available", Shapes.money, "What is left before it.", required: true),
            Field("request", Shapes.money, "What it asks for.", required: true),
            Field("after", Shapes.money, "What is left after it.", required: true),
            Field(
                "used", Shapes.decimal, "The share that is used then; null without an allotment."),
            Field(
                "above_warn_level", .yesNo, "Whether that is above the warning level.",
                required: true),
        ])

    /// Returns the shape of what falls into one fiscal year.
    static func year(_ more: [Field] = []) -> ObjectShape {
        ObjectShape(
            more.isEmpty ? "charged year" : "planned year", "What is charged in one fiscal year.",
            [
                Field("year", .text(), "The fiscal year.", required: true),
                Field("amount", Shapes.money, "What is charged.", required: true),
            ] + more)
    }

    /// What ``DraftedRevision`` says.
    static let drafted: [Field] = [
        Field("revision", .object(revision), "What was frozen.", required: true),
        Field("decision", .object(decision), "What is decided.", required: true),
        Field("contract_value", Shapes.money, "What the contract binds to pay.", required: true),
        Field(
            "committed", Shapes.money, "What of it cannot be cancelled before the next break.",
            required: true),
        Field("leaving_costs", Shapes.money, "What leaving costs.", required: true),
        Field(
            "years",
            .list(
                of: .object(
                    year([
                        Field("budgeted", .yesNo, "Whether the year has a budget.", required: true)
                    ]))), "What is charged by fiscal year.", required: true),
        Field(
            "charges",
            .list(
                of: .object(
                    ObjectShape(
                        "monthly charge", "What a line is charged in a month for a category.",
                        [
                            Field("line", .text(), "The budget line.", required: true),
                            Field("period", .text(), "The month.", required: true),
                            Field("category", .text(), "The cost category.", required: true),
                            Field("amount", Shapes.money, "The amount.", required: true),
                        ]))), "What is charged, by month, line and category.", required: true),
        Field(
            "sources",
            .list(
                of: .object(
                    ObjectShape(
                        "backed source", "A source, and what backs it.",
                        [
                            Field("id", .text(), "The source.", required: true),
                            Field("file", .text(), "Its file; null where none is named."),
                            Field(
                                "from", .choice(["file", "document", "nothing"]),
                                "Where its hash is from.", required: true),
                            Field("sha256", .text(), "The hash; null where there is none."),
                        ]))), "The sources with their hashes.", required: true),
        Field("budget", .object(budget), "What it would leave of the budget.", required: true),
        Field(
            "obstacles", .list(of: .object(problem)),
            "What stands between it and its submission.", required: true),
    ]
}
