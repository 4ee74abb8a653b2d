import OutlayEvaluations
import OutlayValues

/// The shapes of what a business case says beside its figures: risks, and findings that it leaves out.
enum CaseShape {
    /// Something that may go wrong.
    static let risk = ObjectShape(
        "risk", "Something that may go wrong.",
        [
            Field("id", .identifier, "The identifier, unique among the risks.", required: true),
            Field(
                "what", .text(), "What may happen.", required: true,
                example: "Staff keep to their spreadsheets"),
            Field("owner", .text(), "The person who watches it."),
            Field(
                "probability", .either([NumberShape.fraction, level]),
                "How likely it is: a fraction of 1, or low, medium or high."),
            Field(
                "impact",
                .either([.number(NumberRule(.money, minimum: .including(.zero))), level]),
                "How much it would matter: money in the document's currency, or low, medium or high."
            ),
            Field("response", .text(), "What is done about it."),
        ])

    private static let level = Shape.choice(Risk.Level.allCases.map(\.rawValue))

    /// Which findings of `outlay lint` are left out.
    static let lint = ObjectShape(
        "lint", "Which findings of `outlay lint` are left out.",
        [
            Field(
                "suppress", .list(of: .object(suppression), count: 0...100),
                "The rules whose findings are left out, each with a reason.", required: true)
        ])

    private static let suppression = ObjectShape(
        "suppression", "A rule whose findings are left out.",
        [
            Field("rule", .text(), "The code of the rule.", required: true, example: "OL602"),
            Field("reason", .text(), "Why its findings do not count here.", required: true),
            Field("until", .date, "The last day on which they are left out."),
        ])
}
