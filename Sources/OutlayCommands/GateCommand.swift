import ArgumentParser
import Outlay

/// `outlay gate`: whether a purchase may go on; validate, lint, budget and policy in one.
struct GateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Check a purchase before anyone decides: case, evidence, budget and policy.",
        discussion: """
            outlay gate helpdesk.yaml
            outlay gate helpdesk.yaml --option northwind --db ledger.outlay --format md
            outlay gate helpdesk.yaml --snapshot snapshot.outlay --max-age 1d --format github
            outlay gate helpdesk.yaml --history
            outlay gate REQ-2026-031 --format sarif

            What cannot be checked does not pass: exit 3. Nothing is reserved; submitting does that. \
            With --format github, the comment is added to the file that GITHUB_STEP_SUMMARY names.
            """)

    @Argument(help: "An Evaluation document, or a request of the ledger.")
    var subject: String

    @Option(
        help: ArgumentHelp(
            "The option that is bought; the document's recommendation where not given.",
            valueName: "id"))
    var option: String?

    @Option(
        help: ArgumentHelp(
            "Who would submit it; the document's owner where not given.", valueName: "person"))
    var requester: String?

    @Flag(help: "Look into git for the weights before the first quote, as `outlay lint` does.")
    var history = false

    @Option(help: ArgumentHelp("A snapshot in place of a ledger.", valueName: "file"))
    var snapshot: String?

    @Option(help: ArgumentHelp("How old the snapshot may be: 30m, 12h, 1d.", valueName: "age"))
    var maxAge = SnapshotAge(milliseconds: 86_400_000)

    @Option(
        help: ArgumentHelp(
            "The ledger; else $OUTLAY_DB, else the one the project names.", valueName: "file"))
    var db: String?

    @Option(help: "How the result is told: text, json, md, github, gitlab, junit or sarif.")
    var format: GateFormatName = .text

    @OptionGroup var options: SurroundingOptions

    func run() throws {
        try Shell.run(options, format: format.answerFormat, schema: "gate") { shell in
            guard snapshot == nil || db == nil else {
                throw Problem(
                    .usage, "a ledger and a snapshot are named", at: .argument("--snapshot"),
                    because: "a gate looks at one of them", hint: "leave one out")
            }
            let run = GateRun(
                shell: shell, option: option, requester: requester, looksIntoHistory: history,
                ledger: Result { () throws(any Error) in try openLedger(shell) })
            let (result, inputs) = try run.result(of: subject)
            return try answer(result, inputs)
        }
    }

    private func openLedger(_ shell: Shell) throws -> GateLedger {
        guard let snapshot else {
            return try GateLedger(at: LedgerPath.find(db, options))
        }
        return try GateLedger(snapshot: snapshot, noOlderThan: maxAge, asOf: shell.asOf)
    }

    private func answer(_ result: GateResult, _ inputs: [FileDigest]) throws -> Answer {
        var answer = Answer(
            schema: "gate", report: result.report(), result: result.json(ProblemJSON.diagnostic),
            inputs: inputs)
        if format == .json { answer.findings = result.findings }
        if let format = format.format {
            answer.plainText = format.render(result, tool: Version.tool)
        }
        answer.exitCode = exitCode(of: result)
        answer.saysNo = result.outcome >= .fail
        if format == .github, let path = Console.environment("GITHUB_STEP_SUMMARY") {
            try FileAccess.append(CommentFormat().render(result, tool: Version.tool), to: path)
        }
        return answer
    }

    /// The exit code that the result amounts to: that of the gravest check.
    private func exitCode(of result: GateResult) -> Int32 {
        let codes = result.checks.map { check -> Int32 in
            let found = ExitStatus.of(check.findings)
            switch check.outcome {
            case .pass: return ExitStatus.passed
            case .warn: return options.failOn == .warning ? ExitStatus.saysNo : ExitStatus.passed
            // What lint finds is a no, however grave; the document itself is sound.
            case .fail: return check.id == "lint" ? ExitStatus.saysNo : max(found, 1)
            case .undecided:
                return found == ExitStatus.damaged ? found : ExitStatus.undecidable
            }
        }
        let gravest = [
            ExitStatus.ourMistake, ExitStatus.damaged, ExitStatus.malformed,
            ExitStatus.undecidable, ExitStatus.forbidden, ExitStatus.conflict, ExitStatus.saysNo,
        ]
        return gravest.first(where: codes.contains) ?? ExitStatus.passed
    }

    /// How a gate's result is told.
    enum GateFormatName: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case md
        case github
        case gitlab
        case junit
        case sarif

        /// The format that writes it, or nil for text and JSON.
        var format: (any GateFormat)? {
            AllGateFormats.all.first { $0.identifier == rawValue }
        }

        /// How the shell writes the answer.
        var answerFormat: AnswerFormat { self == .json ? .json : .text }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "gate", "Whether a purchase may go on.",
        [
            Field("subject", .text(), "What was judged.", required: true),
            Field(
                "frame", EvaluationResultShape.text, "What it was judged by: the day, the ledger.",
                required: true),
            Field("outcome", outcome, "The worst outcome of a check.", required: true),
            Field("checks", .list(of: .object(check)), "The checks, in order.", required: true),
        ])

    private static let outcome = Shape.choice(GateResult.Outcome.allCases.map(\.rawValue))

    private static let check = ObjectShape(
        "check", "One check of a gate.",
        [
            Field("id", .identifier, "Its name.", required: true),
            Field("title", .text(), "What it asks.", required: true),
            Field("outcome", outcome, "What became of it.", required: true),
            Field(
                "statement", EvaluationResultShape.text, "What was found, in a line.",
                required: true),
            Field(
                "findings", .list(of: .object(ResultEnvelope.diagnostic)),
                "What stands in the way, and what else to know.", required: true),
        ])
}
