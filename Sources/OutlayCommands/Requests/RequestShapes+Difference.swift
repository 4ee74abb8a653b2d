import Outlay

extension RequestShapes {
    /// What ``RevisionDifference`` says.
    static let difference = ObjectShape(
        "difference", "What differs between two revisions.",
        [
            Field("same", .yesNo, "Whether nothing differs.", required: true),
            Field("summary", EvaluationResultShape.text, "It in a few words.", required: true),
            Field("option", pair("option", .text()), "What is chosen.", required: true),
            Field(
                "contract_value", pair("contract value", EvaluationResultShape.money),
                "What the contract binds to pay.", required: true),
            Field(
                "committed", pair("committed part", EvaluationResultShape.money),
                "What of it cannot be cancelled before the next break.", required: true),
            Field(
                "contract_change", EvaluationResultShape.money,
                "By how much the contract value changed; null in another currency."),
            Field(
                "contract_change_share", EvaluationResultShape.decimal,
                "The same as a share of what it was."),
            Field(
                "years",
                .list(
                    of: .object(
                        ObjectShape(
                            "compared year", "What is charged in a fiscal year.",
                            [Field("year", .text(), "The fiscal year.", required: true)]
                                + sides(EvaluationResultShape.money)))),
                "The charges by fiscal year.", required: true),
            Field("rank", pair("rank", .integer(1...Int.max)), "The rank.", required: true),
            Field(
                "term_months", pair("term", .integer(1...Int.max)), "The months of the term.",
                required: true),
            Field(
                "quotes",
                .list(
                    of: .object(
                        ObjectShape(
                            "compared quote", "The last day of a vendor's quote.",
                            [Field("vendor", .text(), "The vendor.", required: true)]
                                + sides(.date)))), "The quotes that differ.", required: true),
            Field(
                "changes",
                .list(
                    of: .object(
                        ObjectShape(
                            "stated change", "Something that is stated otherwise.",
                            [
                                Field("kind", .text(), "What kind of thing.", required: true),
                                Field(
                                    "subject", EvaluationResultShape.text, "Which one.",
                                    required: true),
                                Field("field", .text(), "What of it; null for all of it."),
                            ] + sides(EvaluationResultShape.text)))),
                "What is stated otherwise, and what follows.", required: true),
        ])

    private static func pair(_ name: String, _ shape: Shape) -> Shape {
        .object(ObjectShape("compared \(name)", "Before and after.", sides(shape)))
    }

    private static func sides(_ shape: Shape) -> [Field] {
        [
            Field("before", shape, "What it was; null for nothing."),
            Field("after", shape, "What it is; null for nothing."),
        ]
    }
}
