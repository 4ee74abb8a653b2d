import ArgumentParser
import Outlay

/// `outlay policy path`: who must approve a request, by which rule, and who is next.
struct PolicyPathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Show who must approve a request, by which rule, who is next.",
        discussion: """
            outlay policy path REQ-2026-031

            Every act is shown, those that a later revision outdated with what changed in money since. Of a draft it \
            is the path that submitting would begin today.
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
                let review = try RequestReview(of: id, in: reader, on: asOf)
                guard review.request.state == .draft else { return review }
                return review.planned(try reader.draftPath(of: review.request, on: asOf))
            }
            guard let path = review.path, case .object(var json)? = try review.pathJSON(),
                let section = try review.approvalSection()
            else { throw Self.noPath(of: review.request) }
            let isDraft = review.request.state == .draft
            json["planned"] = .bool(isDraft)
            let standing =
                isDraft ? "as it would be" : path.standing.rawValue.replacing("_", with: " ")
            let next = path.next.map(\.text).joined(separator: ", ")
            let sentence =
                isDraft
                ? "Nobody is asked yet: outlay request submit \(id)"
                : next.isEmpty ? "Nobody is waited for." : "Next: \(next)."
            return Answer(
                schema: "policy-path",
                report: Report(
                    title: "\(id) revision \(review.number): \(standing)",
                    subtitle: section.title,
                    summary: section.blocks + [.paragraph(RichText(sentence))]),
                result: .object(json))
        }
    }

    /// What there is to say where nobody has to decide.
    fileprivate static func noPath(of request: Request) -> Problem {
        Problem(
            .notPending, "\(Problem.quoted(request.id.text)) has no path",
            because: request.state == .notAwarded || request.details.award == .none
                ? "nothing is bought, and nobody has to agree" : "nobody has to agree",
            hint: "outlay request show \(request.id)")
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
                "planned", .yesNo,
                "Whether it is that of a draft, which nobody is asked about before it is submitted.",
                required: true),
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

extension LedgerReader {
    /// Returns the path that submitting a draft would begin.
    ///
    /// - Throws: ``ProblemCode/notPending`` for a draft that buys nothing; what keeps it from being submitted, other than
    ///   its money.
    fileprivate func draftPath(
        of request: Request, on date: CalendarDate
    ) throws(Problem) -> RequestPath {
        guard let submission = try submission(of: request.id, on: date) as? Submit else {
            throw PolicyPathCommand.noPath(of: request)
        }
        let context = CommandContext(actor: request.requester, moment: LedgerMoment(on: date))
        switch try plannedPath(of: submission, context: context) {
        case .granted(let path): return path
        case .refused(let refusal): throw refusal.problem(in: try requireSettings().currency)
        }
    }
}
