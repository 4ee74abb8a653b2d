import ArgumentParser
import Outlay

/// `outlay sensitivity`: how far a result hangs on its weights, its knock-outs and its method.
struct SensitivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "Say what would change rank 1: weights, methods, knock-outs, scores.",
        discussion: """
            Weights are written in hundredths of the whole, over all levels of criteria; the others keep their
            proportions while one moves. Draws are the same for the same seed, on any machine.
            """)

    @OptionGroup var evaluation: EvaluationOptions

    @Option(
        help: ArgumentHelp(
            "Draw this many sets of weights and count who takes which rank (SMAA-2).",
            valueName: "draws"))
    var smaa: Int?

    @Option(help: ArgumentHelp("What makes the draws repeatable; 1 where not given."))
    var seed: UInt64?

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
        try evaluation.answer(schema: "sensitivity") { result in
            if let win { _ = try result.option(named: win, by: "--win") }
            let sensitivity = try result.sensitivity(try request)
            return (
                result.sensitivityReport(sensitivity), result.sensitivityJSON(sensitivity)
            )
        }
    }

    /// What the options ask for.
    private var request: SensitivityRequest {
        get throws(Problem) {
            guard smaa != nil || seed == nil else {
                throw Problem(
                    .usage, "`--seed` changes nothing here", at: .argument("--seed"),
                    because: "only draws have a seed", hint: "add `--smaa 10000`")
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
                trials: smaa, seed: seed ?? 1, constraints: constraints, winner: win)
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
        "sensitivity", "How far a result hangs on weights, knock-outs and method.",
        EvaluationResultShape.head + SensitivityResultShape.sections)
}
