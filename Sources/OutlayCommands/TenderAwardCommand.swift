import ArgumentParser
import Outlay

/// `outlay tender award`: who wins by the lowest price among the acceptable options.
struct TenderAwardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "award",
        abstract: "Award an evaluation to the lowest price of those that are acceptable.",
        discussion: """
            outlay tender award bids.yaml

            An option is acceptable where it passes every knock-out and reaches every minimum. Values do not \
            count; what is not known is neither a pass nor a fail.
            """)

    @Option(help: "What is taken for the price: tco (over the horizon) or contract (its value).")
    var price: EvaluationResult.PriceBasis = .totalCost

    @OptionGroup var evaluation: EvaluationOptions

    func run() throws {
        try evaluation.answer(schema: "tender-award") { result in
            let award = try AwardReport(of: result, by: price)
            return (award.report, award.json)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "award", "Who wins by the lowest price, and why nobody else.",
        [
            Field(
                "price", .choice(EvaluationResult.PriceBasis.allCases.map(\.rawValue)),
                "What is taken for the price.", required: true),
            Field(
                "lowest_price", EvaluationResultShape.money,
                "The lowest price of an acceptable option; null where none has one."),
            Field(
                "winners", .list(of: .identifier), "Who has it; more than one in a tie.",
                required: true),
            Field(
                "open_challengers", .list(of: .identifier),
                "Who could win yet, once what is not known is.", required: true),
            Field(
                "options", .list(of: .object(optionShape)), "The evaluated options.",
                required: true),
        ])

    private static let optionShape = ObjectShape(
        "awarded option", "One option.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("price", EvaluationResultShape.money, "Its price; null where it has none."),
            Field("outcome", .choice(AwardReport.outcomes), "What became of it.", required: true),
            Field(
                "because_of", .list(of: .identifier),
                "The knock-outs, criteria or options that decided it.", required: true),
            Field(
                "dearer_by", EvaluationResultShape.money,
                "What it costs more than the lowest price."),
        ])
}

extension EvaluationResult.PriceBasis: ExpressibleByArgument {}
