import Outlay

extension RequestShapes {
    private typealias Shapes = EvaluationResultShape

    /// What ``RequestReview`` says.
    static let review = ObjectShape(
        "request review", "Everything that a reviewer of a request looks at.",
        [
            Field("request", .text(), "The request.", required: true),
            Field(
                "state", .choice(RequestState.allCases.map(\.rawValue)), "Where it stands.",
                required: true),
            Field("revision", .integer(0...Int.max), "The revision looked at.", required: true),
            Field(
                "present_revision", .integer(0...Int.max), "The present revision.", required: true),
            Field("frozen", .object(revision), "What was frozen; null where nothing was."),
            Field("title", Shapes.text, "What it is for.", required: true),
            Field("requester", .text(), "Who asks.", required: true),
            Field("last_editor", .text(), "Who wrote the revision.", required: true),
            Field("vendor", .text(), "Whom it is bought from."),
            Field("need", Shapes.text, "What it is needed for."),
            Field("decision", .object(decision), "What is decided.", required: true),
            Field("amounts", .object(amounts), "What it costs.", required: true),
            Field(
                "quote",
                .object(
                    ObjectShape(
                        "quote standing", "How long its prices hold.",
                        [
                            Field("valid_until", .date, "The last day."),
                            Field(
                                "days_left", .integer(Int.min...Int.max),
                                "The days to it; below 0 after it."),
                        ])), "How long its prices hold.", required: true),
            Field("budget", .object(budget), "What it leaves of the budget.", required: true),
            Field(
                "unbudgeted_years", .list(of: .text()), "Charged years without a budget yet.",
                required: true),
            Field(
                "alternatives", .list(of: .object(alternative)), "The options not bought.",
                required: true),
            Field(
                "requirements", .list(of: .object(requirement)), "What requirements give up.",
                required: true),
            Field(
                "obstacles", .list(of: .object(problem)), "What keeps it from being decided.",
                required: true),
            Field(
                "findings", .list(of: .object(problem)), "What linting found.", required: true),
            Field("contract", .object(contract), "The days of the contract; null without a term."),
            Field("path", .object(path), "Who has to agree; null before its submission."),
            Field("acts", .list(of: .object(act)), "The decisions so far.", required: true),
            Field(
                "since_own_decision", .object(sinceOwnDecision),
                "What changed since the decision of who looks; null where nothing did."),
        ])

    private static let amounts = ObjectShape(
        "amounts", "What it costs; all but the total only where it was frozen.",
        [
            Field(
                "total", Shapes.money, "What is asked of the budget, in the ledger's currency.",
                required: true),
            Field("contract_value", Shapes.money, "What the contract binds to pay."),
            Field(
                "committed", Shapes.money,
                "What of it cannot be cancelled before the next break."),
            Field("leaving_costs", Shapes.money, "What leaving costs."),
            Field(
                "expected", Shapes.twice("expected cost", Shapes.money),
                "The total cost of ownership."),
            Field(
                "years", .list(of: .object(year())), "What is charged by fiscal year."),
        ])

    private static let alternative = ObjectShape(
        "alternative", "An option that is not bought.",
        [
            Field("option", .text(), "The option.", required: true),
            Field("title", Shapes.text, "Its title.", required: true),
            Field("rank", .integer(1...Int.max), "Its rank; null without one."),
            Field("value", Shapes.decimal, "Its value; null without one."),
            Field(
                "tco", Shapes.twice("cost of the alternative", Shapes.money),
                "Its total cost of ownership.", required: true),
            Field(
                "npv", Shapes.twice("gain of the alternative", Shapes.money),
                "Its net present value; null without a baseline."),
            Field(
                "choice_costs_more_by", Shapes.money, "So much more the choice costs.",
                required: true),
            Field("why_not", Shapes.text, "Why it is not bought.", required: true),
            Field(
                "open_requirements", .list(of: Shapes.text), "What it does not meet.",
                required: true),
        ])

    private static let requirement = ObjectShape(
        "requirement price", "What a requirement gives up.",
        [
            Field("kind", .text(), "What kind it is.", required: true),
            Field("id", .text(), "The requirement.", required: true),
            Field("excluded", .list(of: .text()), "The options it excludes.", required: true),
            Field("value", Shapes.decimal, "The value given up; null without one."),
            Field("npv", Shapes.money, "The gain given up; null without one."),
            Field("cost_saving", Shapes.money, "The saving given up; null without one."),
        ])

    private static let contract = ObjectShape(
        "contract days", "When the contract begins, ends and has to be cancelled.",
        [
            Field("start", .date, "The first day.", required: true),
            Field("end", .date, "The last day of the term.", required: true),
            Field("last_end", .date, "The last day of its last renewal.", required: true),
            Field("break", .date, "The first day on which it may be cancelled before."),
            Field("notice", .date, "The last day to cancel before the end."),
            Field("renews", .yesNo, "Whether it goes on unless it is cancelled.", required: true),
        ])

    private static let path = ObjectShape(
        "approval path", "Who has to agree by which rule.",
        [
            Field("policy", .text(), "The policy.", required: true),
            Field("policy_revision", .integer(0...Int.max), "Its revision.", required: true),
            Field(
                "standing", .choice(ApprovalStanding.allCases.map(\.rawValue)),
                "Where the approvals stand.", required: true),
            Field("next", .list(of: .text()), "Who may decide now.", required: true),
            Field(
                "steps",
                .list(of: .object(pathStep)), "The steps, in the order of their turns.",
                required: true),
        ])

    private static let act = ObjectShape(
        "decision act", "A decision of a person.",
        [
            Field("person", .text(), "Who decided.", required: true),
            Field("for", .text(), "On whose behalf."),
            Field(
                "decision", .text(), "What they said.", required: true),
            Field("revision", .integer(0...Int.max), "The revision they saw.", required: true),
            Field("date", .date, "The day.", required: true),
            Field("reason", Shapes.text, "Why.", required: true),
            Field("outdated", .text(), "Why it holds no more; null where it stands."),
            Field("rise", Shapes.money, "By how much the total rose since; null where it stands."),
            Field("change", Shapes.text, "What changed since; null where it stands."),
        ])

    private static let sinceOwnDecision = ObjectShape(
        "changes since", "What changed since a decision.",
        [
            Field("revision", .integer(0...Int.max), "The revision decided on.", required: true),
            Field("rise", Shapes.money, "By how much the total rose.", required: true),
            Field(
                "difference", .object(difference), "What differs; null where nothing was frozen."),
        ])
}
