/// The shapes of an option, its contract term, and where numbers come from.
enum OptionShape {
    private static let checksum = TextForm(
        "a checksum", written: "as 64 lower-case hexadecimal digits", pattern: "^[0-9a-f]{64}$"
    ) { text in
        text.utf8.count == 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    static let source = ObjectShape(
        "source", "Where a number or a claim comes from.",
        [
            Field("title", .text(), "What readers see.", required: true),
            Field("date", .date, "The day it was made."),
            Field("valid_until", .date, "The last day a quote may be relied on."),
            Field("file", .text(), "The file that holds it."),
            Field(
                "sha256", .text(TextRule(form: checksum)), "The checksum of that file."),
            Field("url", .text(), "The address it was read at."),
        ])

    static let option = ObjectShape(
        "option", "One way to meet the need.",
        [
            Field("title", .text(), "What readers see.", standard: "the identifier"),
            Field("vendor", .text(), "Who is paid under the contract."),
            Field("description", .text(), "What it is."),
            Field(
                "like", .identifier,
                "The option whose fields, lines and performances it has where it states none of its own: "
                    + "an offer of the same vendor that differs in details."),
            Field(
                "without", .list(of: .identifier, count: 1...1000),
                "The lines of the option it is like that it does not have."),
            Field(
                "horizon", .object(StudyShape.ownHorizon),
                "The years it is looked at over, where they differ from the document's; needs compare_by."
            ),
            Field("term", .object(term), "How long the contract binds."),
            Field(
                "from", .text(), "A catalogue row, as catalogue/row.",
                example: "cloud-compute/aws/m7i.2xlarge"),
            Field(
                "product", .either([.text(), .list(of: .text(), count: 1...100)]),
                "The products it needs whose support may end, each as a catalogue row.",
                example: "product-lifecycles/postgresql/17"),
            Field(
                "rejected", .text(),
                "Why it was set aside: the option is listed and not evaluated."),
            Field("costs", .list(of: .object(LineShape.cost)), "What it costs."),
            Field("benefits", .list(of: .object(LineShape.benefit)), "What it gains."),
        ])

    private static let term = ObjectShape(
        "term", "How long a contract binds and how its prices may grow.",
        [
            Field(
                "months", .integer(1...600), "The months from the horizon's start.",
                required: true),
            Field(
                "break_after", .integer(1...600),
                "The months after which it may first be cancelled; its end where not given."),
            Field(
                "renewals", .integer(1...100),
                "How often the buyer may extend it, one time after another."),
            Field("renewal_months", .integer(1...600), "The months of each of its `renewals`."),
            Field("auto_renew", .yesNo, "Whether it renews unless cancelled.", standard: "false"),
            Field(
                "notice_days", .integer(0...3650),
                "The days before its end by which it must be cancelled."),
            Field("price_cap", NumberShape.growth, "The most that prices may grow per year."),
        ])
}
