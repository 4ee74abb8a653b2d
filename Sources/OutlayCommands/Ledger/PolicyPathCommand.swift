import ArgumentParser
import Outlay

/// `outlay policy path`: who must approve a request, by which rule, and who is next.
struct PolicyPathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Show who must approve a request, by which rule, who is next.",
        discussion: """
            outlay policy path REQ-2026-031

            Every act is shown, those that a later revision outdated with what changed in money since.
            """)

    @Argument(help: "The request.")
    var request: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "policy-path") { session in
            let id = try RequestID(request)
            let asOf = session.asOf
            let review = try session.read { (reader) throws(Problem) in
                try reader.requireRequest(id)
                return try RequestReview(of: id, in: reader, on: asOf)
            }
            guard let path = review.path, let json = try review.pathJSON(),
                let section = try review.approvalSection()
            else {
                throw Problem(
                    .notPending, "\(Problem.quoted(id.text)) is not submitted yet",
                    because: "it takes its path from the policy in force when it is submitted",
                    hint: "outlay request submit \(id.text)")
            }
            let next = path.next.map(\.text).joined(separator: ", ")
            return Answer(
                schema: "policy-path",
                report: Report(
                    title: "\(id.text) revision \(review.request.revision): "
                        + path.standing.rawValue.replacing("_", with: " "),
                    subtitle: section.title,
                    summary: section.blocks + [
                        .paragraph(
                            RichText(
                                next.isEmpty ? "Nobody is waited for." : "Next: \(next)."))
                    ]), result: json)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "approval path", "The way of a request through its approvals.",
        [
            Field("request", .text(), "The request.", required: true),
            Field("revision", .integer(0...Int.max), "Its revision.", required: true),
            Field("policy", .text(), "The policy it is judged by.", required: true),
            Field(
                "policy_revision", .integer(1...Int.max), "The policy's revision.", required: true),
            Field(
                "standing", .choice(ApprovalStanding.allCases.map(\.rawValue)),
                "Where the approvals stand.", required: true),
            Field("next", .list(of: .text()), "Who may decide now.", required: true),
            Field(
                "steps",
                .list(
                    of: .object(
                        ObjectShape(
                            "path step", "A step.",
                            [
                                Field("step", .text(), "The step.", required: true),
                                Field(
                                    "group", .integer(1...Int.max), "Its group, from 1.",
                                    required: true),
                                Field(
                                    "reasons", .list(of: .text()), "Why it is asked for.",
                                    required: true),
                                Field(
                                    "missing", .integer(0...Int.max),
                                    "How many approvals it needs still.", required: true),
                                Field(
                                    "open", .yesNo, "Whether it waits now.", required: true),
                                Field(
                                    "candidates", .list(of: .text()), "Who may decide it.",
                                    required: true),
                                Field(
                                    "approved_by", .list(of: .text()), "Who approved it.",
                                    required: true),
                            ]))), "The steps, in the order of their groups.", required: true),
            Field(
                "acts", .list(of: .object(act)), "Every act on every revision, in order.",
                required: true),
        ])

    private static let act = ObjectShape(
        "approval act", "What a person decided.",
        [
            Field("person", .text(), "Who acted.", required: true),
            Field("for", .text(), "For whom; null for themselves."),
            Field(
                "decision", .choice(ApprovalDecision.allCases.map(\.rawValue)),
                "What was decided.", required: true),
            Field("revision", .integer(0...Int.max), "On which revision.", required: true),
            Field("date", .date, "When.", required: true),
            Field("reason", EvaluationResultShape.text, "Why.", required: true),
            Field(
                "outdated", .choice(OutdatedCause.allCases.map(\.rawValue)),
                "Why a later revision made it void; null while it stands."),
            Field(
                "rise", EvaluationResultShape.money,
                "By how much the total rose since; null while it stands."),
            Field(
                "change", EvaluationResultShape.text,
                "What changed since, in short; null where it stands or was not frozen."),
        ])
}
