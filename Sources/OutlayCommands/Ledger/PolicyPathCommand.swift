import ArgumentParser
import Outlay

/// `outlay policy path`: who must approve a request, by which rule, and who is next.
struct PolicyPathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Show who must approve a request, by which rule, who is next.",
        discussion: """
            outlay policy path REQ-2026-031

            Every act is shown, those that a later revision outdated with what changed in money since. Of a draft, the path \
            is the one that the policy in force on the day would give it.
            """)

    @Argument(help: "The request.")
    var request: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "policy-path") { session in
            let id = try RequestID(request)
            let asOf = session.asOf
            let review = try session.read { (reader) throws(Problem) in
                var review = try RequestReview(of: id, in: reader, on: asOf)
                if review.path == nil {
                    review.path = try reader.plannedPath(of: id, in: review, on: asOf)
                }
                return review
            }
            guard let path = review.path, let json = try review.pathJSON() else {
                throw Problem(
                    .notPending, "nobody decides on \(Problem.quoted(id.text))",
                    because: "it buys nothing",
                    hint: "outlay request submit \(id.text) concludes it")
            }
            let isPlanned = review.request.state == .draft
            let standing =
                isPlanned ? "draft" : path.standing.rawValue.replacing("_", with: " ")
            let section = try review.approvalSection()
            return Answer(
                schema: "policy-path",
                report: Report(
                    title: "\(id.text) revision \(review.number): \(standing)",
                    subtitle: section?.title,
                    summary: (section?.blocks ?? []) + [
                        .paragraph(RichText(Self.sentence(path, isPlanned: isPlanned)))
                    ]), result: json)
        }
    }

    private static func sentence(_ path: RequestPath, isPlanned: Bool) -> String {
        let next = path.next.map(\.text).joined(separator: ", ")
        guard isPlanned else { return next.isEmpty ? "Nobody is waited for." : "Next: \(next)." }
        return next.isEmpty ? "Nobody has to agree." : "Next, once it is submitted: \(next)."
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "approval path", "The way of a request through its approvals.",
        [
            Field("request", .text(), "The request.", required: true),
            Field("revision", .integer(0...Int.max), "Its revision.", required: true),
            Field(
                "planned", .yesNo,
                "Whether it is a draft, whose path is what today's policy would ask for.",
                required: true),
            Field("policy", .text(), "The policy it is judged by.", required: true),
            Field(
                "policy_revision", .integer(1...Int.max), "The policy's revision.", required: true),
            Field(
                "standing", .choice(ApprovalStanding.allCases.map(\.rawValue)),
                "Where the approvals stand.", required: true),
            Field(
                "next", .list(of: .text()), "Who may decide now; of a draft, once it is submitted.",
                required: true),
            Field(
                "steps",
                .list(of: .object(RequestShapes.pathStep)),
                "The steps, in the order of their groups.", required: true),
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
    /// Returns the way that the last draft of a request would take, or nil where it buys nothing.
    ///
    /// - Throws: The refusal that would meet it, as a ``Problem``.
    fileprivate func plannedPath(
        of id: RequestID, in review: RequestReview, on date: CalendarDate
    ) throws(Problem) -> RequestPath? {
        guard review.request.details.award != .none, let draft = try revisions(of: id).last else {
            return nil
        }
        let again = try FrozenStatement(of: draft).reperform(asOf: date)
        if let problem = again.problem { throw problem }
        let context = CommandContext(
            actor: review.request.requester, moment: LedgerMoment(on: date))
        switch try plannedPath(of: again.computed.submit(as: draft.number), context: context) {
        case .granted(let path): return path
        case .refused(let refusal): throw refusal.problem(in: try requireSettings().currency)
        }
    }
}
