import Outlay

/// The shapes of a panel and a seal in JSON results.
enum PanelResultShape {
    private typealias Shapes = EvaluationResultShape

    /// What the members of a panel scored, and what it amounts to.
    static let panel = ObjectShape(
        "panel", "What the members of a panel scored, and what it amounts to.",
        [
            Field(
                "combine", .choice(GroupValue.Rule.allCases.map(\.rawValue)),
                "How the members' values become one.", required: true),
            Field(
                "disagreement", Shapes.decimal,
                "The range of values from which members are marked as disagreeing.",
                required: true),
            Field(
                "criteria", .list(of: .identifier), "The criteria that the panel judges.",
                required: true),
            Field(
                "members", .list(of: .object(member)), "Who has handed in scores.",
                required: true),
            Field(
                "awaited", .list(of: .text()), "The files that are not handed in.",
                required: true),
            Field(
                "cells", .list(of: .object(cell)), "Each option on each criterion.",
                required: true),
            Field("ranking", .object(ranking), "What the members' ranks amount to."),
        ])

    private static let member = ObjectShape(
        "panel member", "A member, over all criteria of the panel.",
        [
            Field("id", .identifier, "The member.", required: true),
            Field("date", .date, "The day of the scores.", required: true),
            Field(
                "options",
                .list(
                    of: .object(
                        ObjectShape(
                            "member option", "An option, by this member's scores alone.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field("value", Shapes.decimal, "Its value, 0 to 100."),
                                Field("rank", .integer(1...Int.max), "Its rank."),
                            ]))), "The options by this member's scores alone.", required: true),
            Field(
                "conflicts",
                .list(
                    of: .object(
                        ObjectShape(
                            "excluded option", "An option the member has an interest in.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field("reason", Shapes.text, "The interest.", required: true),
                                Field(
                                    "scores_left_out", .yesNo,
                                    "Whether scores were given that do not count.",
                                    required: true),
                            ]))), "The options the member is left out of.", required: true),
            Field(
                "missing",
                .list(
                    of: .object(
                        ObjectShape(
                            "missing score", "A score that was not given.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field("criterion", .identifier, "The criterion.", required: true),
                            ]))), "The scores that were not given.", required: true),
        ])

    private static let cell = ObjectShape(
        "panel cell", "The members' values of an option on a criterion.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field("criterion", .identifier, "The criterion.", required: true),
            Field("value", Shapes.decimal, "The combined value, 0 to 100."),
            Field("scores", .integer(0...Int.max), "How many members scored.", required: true),
            Field("range", Shapes.decimal, "The largest value less the smallest."),
            Field("standard_deviation", Shapes.decimal, "The sample standard deviation."),
            Field("disagree", .yesNo, "Whether members disagree.", required: true),
            Field(
                "members",
                .list(
                    of: .object(
                        ObjectShape(
                            "member value", "One member's value.",
                            [
                                Field("member", .identifier, "The member.", required: true),
                                Field("value", Shapes.decimal, "The value, 0 to 100."),
                                Field("note", Shapes.text, "What the member says of it."),
                            ]))), "The values of the members.", required: true),
        ])

    private static let ranking = ObjectShape(
        "panel ranking", "What the members' ranks amount to.",
        [
            Field(
                "options",
                .list(
                    of: .object(
                        ObjectShape(
                            "ranked option", "An option that may be chosen.",
                            [
                                Field("option", .identifier, "The option.", required: true),
                                Field("borda", Shapes.decimal, "Its Borda points."),
                                Field("borda_rank", .integer(1...Int.max), "Its rank by them."),
                                Field(
                                    "copeland", .integer(Int.min...Int.max),
                                    "Pairs won by majority less pairs lost.", required: true),
                                Field(
                                    "copeland_rank", .integer(1...Int.max), "Its rank by them.",
                                    required: true),
                            ]))), "The options that may be chosen.", required: true),
            Field(
                "complete_members", .integer(0...Int.max),
                "How many members rank every option; Borda and W are over them.", required: true),
            Field("kendall_w", Shapes.decimal, "Kendall's W, 0 to 1."),
            Field("kendall_w_corrected", Shapes.decimal, "Kendall's W, corrected for equal ranks."),
            Field("has_ties", .yesNo, "Whether a member ranks options alike."),
        ])

    /// The seal of the criteria, and what changed since.
    static let seal = ObjectShape(
        "criteria seal", "The seal of the criteria, and what changed since.",
        [
            Field("file", .text(), "The file, as the document names it.", required: true),
            Field("sealed_on", .date, "The day of the seal.", required: true),
            Field("sha256", .text(), "The SHA-256 of all it holds.", required: true),
            Field("unchanged", .yesNo, "Whether nothing differs now.", required: true),
            Field(
                "weights_from_data", .yesNo,
                "Whether weights come from what the options achieve, which no seal holds.",
                required: true),
            Field(
                "changes",
                .list(
                    of: .object(
                        ObjectShape(
                            "change", "A difference to what was sealed.",
                            [
                                Field("place", Shapes.text, "The place.", required: true),
                                Field("sealed", Shapes.text, "What was sealed."),
                                Field("now", Shapes.text, "What stands there now."),
                            ]))), "What differs now.", required: true),
            Field(
                "known_when_sealed", .list(of: .text()),
                "What the document held already when it was sealed.", required: true),
        ])
}
