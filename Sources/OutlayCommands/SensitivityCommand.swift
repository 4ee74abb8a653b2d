import ArgumentParser
import Outlay

/// `outlay sensitivity`: how far a result hangs on its weights, its knock-outs, its method and the numbers behind
/// its money.
struct SensitivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "Say what would change the result: weights, methods, knock-outs, costs, gains.",
        discussion: """
            outlay sensitivity helpdesk.yaml
            outlay sensitivity helpdesk.yaml --monte-carlo 10000 --seed 1
            outlay sensitivity helpdesk.yaml --smaa 10000

            Weights are written in hundredths of the whole, over all levels of criteria; the others keep their
            proportions while one moves. Each number with a range is moved by itself from its low to its high end;
            its switching values are where NPV is 0 and where another option becomes the best in money.
            Draws are the same for the same seed, on any machine.
            """)

    @OptionGroup var evaluation: EvaluationOptions

    @Option(
        help: ArgumentHelp(
            "Draw this many sets of weights and count who takes which rank (SMAA-2); with "
                + "--monte-carlo each state has weights of its own.",
            valueName: "draws"))
    var smaa: Int?

    @OptionGroup var draws: DrawOptions

    @Flag(
        name: .customLong("one-way"),
        help: "Move the numbers without a range too, by 10 % either way.")
    var oneWay = false

    @Flag(help: "Run the document's scenarios side by side.")
    var scenarios = false

    @Flag(
        help:
            "Say what it is worth to know a number before choosing; draws 10 000 states unless told."
    )
    var evpi = false

    @Option(
        name: .customLong("weight-range"),
        help: ArgumentHelp(
            "The least and the most that a criterion may weigh; repeatable.",
            valueName: "criterion=low..high"))
    var ranges: [String] = []

    @Option(
        name: .customLong("weight-order"),
        help: ArgumentHelp(
            "Criteria that do not weigh more from one to the next, separated by commas.",
            valueName: "criteria"))
    var order: String?

    @Option(
        help: ArgumentHelp("The option of which to say what would make it win.", valueName: "id"))
    var win: String?

    func run() throws {
        try evaluation.answer(schema: "sensitivity", preparing: draws.assess) { result in
            if let win { _ = try result.option(named: win, by: "--win") }
            let sensitivity = try result.sensitivity(request)
            return (
                result.sensitivityReport(sensitivity), result.sensitivityJSON(sensitivity)
            )
        }
    }

    /// What the options ask for.
    private var request: SensitivityRequest {
        get throws(Problem) {
            guard smaa != nil || draws.states != nil || evpi || draws.seed == nil else {
                throw Problem(
                    .usage, "`--seed` changes nothing here", at: .argument("--seed"),
                    because: "only draws have a seed",
                    hint: "add `--monte-carlo 10000` or `--smaa 10000`")
            }
            var constraints = WeightConstraints(
                order: order?.split(separator: ",", omittingEmptySubsequences: false)
                    .map(String.init) ?? [])
            for text in ranges {
                let (criterion, low, high) = try Self.range(text)
                guard constraints.lower[criterion] == nil else {
                    throw Problem(
                        .duplicateIdentifier, "`\(criterion)` has two of `--weight-range`",
                        at: .argument("--weight-range"), because: "each criterion has one range")
                }
                constraints.lower[criterion] = low
                constraints.upper[criterion] = high
            }
            return SensitivityRequest(
                trials: smaa, seed: draws.usedSeed, constraints: constraints,
                winner: win, includesPlainInputs: oneWay, includesScenarios: scenarios,
                states: draws.states, includesInformation: evpi)
        }
    }

    /// Reads `exit_time=5..20`, in hundredths, as fractions.
    private static func range(
        _ text: String
    ) throws(Problem) -> (criterion: String, low: Double, high: Double) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        let ends = parts.last.map { $0.split(separator: "..", omittingEmptySubsequences: false) }
        guard parts.count == 2, !parts[0].isEmpty, let ends, ends.count == 2 else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a range of weights",
                at: .argument("--weight-range"),
                because: "a criterion, `=` and two numbers with two points between belong here",
                hint: "write it such as `price=20..40`")
        }
        do {
            let low = try ExactDecimal(parsing: String(ends[0])).doubleValue
            let high = try ExactDecimal(parsing: String(ends[1])).doubleValue
            return (String(parts[0]), low / 100, high / 100)
        } catch {
            throw error.located(at: .argument("--weight-range"))
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "sensitivity", "How far a result hangs on weights, knock-outs, method, costs and gains.",
        EvaluationResultShape.head + SensitivityResultShape.sections + MoneyRangesShape.sections)
}
