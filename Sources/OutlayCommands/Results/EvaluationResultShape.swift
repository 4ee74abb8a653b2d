import Outlay

/// The shapes that the JSON results of one evaluation share.
enum EvaluationResultShape {
    /// What every result of an evaluation begins with.
    static let head: [Field] = [
        Field(
            "evaluation",
            .object(
                ObjectShape(
                    "evaluation", "The document.",
                    [
                        Field("id", text, "Its identifier.", required: true),
                        Field("title", text, "Its title.", required: true),
                    ])), "The document.", required: true),
        Field("currency", .currency, "The currency of every figure.", required: true),
        Field(
            "horizon",
            .object(
                ObjectShape(
                    "horizon", "The years looked at.",
                    [
                        Field("start", .date, "The day that is time 0.", required: true),
                        Field("years", .integer(1...50), "How many years.", required: true),
                    ])), "The years looked at.", required: true),
        Field(
            "discount_rate",
            .object(
                ObjectShape(
                    "discount_rate", "The rate that later money counts less by.",
                    [
                        Field("value", decimal, "The yearly rate as a fraction.", required: true),
                        Field(
                            "timing", .choice(PaymentTiming.allCases.map(\.rawValue)),
                            "When in its year a recurring amount counts.", required: true),
                    ])), "The rate that later money counts less by.", required: true),
        Field("baseline", .identifier, "The option the others are measured against."),
        Field(
            "recommendation",
            .object(
                ObjectShape(
                    "recommendation", "What the document recommends.",
                    [
                        Field("option", .identifier, "The option.", required: true),
                        Field("reason", text, "Why this one."),
                        Field(
                            "eligible", .yesNo, "Whether it passes every knock-out and minimum.",
                            required: true),
                    ])), "What the document recommends."),
    ]

    /// A text that the tool writes, perhaps an empty one.
    static let text = Shape.text(TextRule(length: 0...Int.max))

    /// An exact number, written as a text so that no reader rounds it.
    static let decimal = Shape.text(
        TextRule(
            form: TextForm(
                "a number as text", written: "with a point, and no exponent",
                pattern: "^-?[0-9]+(\\.[0-9]+)?$"
            ) { (try? ExactDecimal(parsing: $0)) != nil }))

    /// An amount of money, rounded to the minor unit.
    static let money = Shape.object(
        ObjectShape(
            "money", "An amount, rounded to the minor unit.",
            [
                Field("amount", decimal, "The number.", required: true),
                Field("currency", .currency, "The currency.", required: true),
            ]))

    /// Returns the shape of a figure that is given with and without what is not cash.
    static func twice(_ name: String, _ figure: Shape, orNull: Bool = false) -> Shape {
        .object(
            ObjectShape(
                name, "A figure twice: of everything, and of cash alone.",
                [
                    Field("all", figure, "Of everything that counts.", required: !orNull),
                    Field(
                        "cash", figure,
                        "Without gains that are not cashable and staff already paid.",
                        required: !orNull),
                ]))
    }
}
