import ArgumentParser
import Outlay

/// `outlay request diff`: what differs between two frozen revisions of a request.
struct RequestDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what two revisions of a request differ in: money, assumptions, rank.",
        discussion: """
            outlay request diff REQ-2026-031
            outlay request diff REQ-2026-031 1 3

            Without numbers the last two revisions are compared, a draft among them. Both are computed again from \
            what was frozen.
            """)

    @Argument(help: "The request.")
    var request: String

    @Argument(help: "The two revisions; the last two where not given.")
    var revisions: [Int] = []

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard revisions.isEmpty || revisions.count == 2 else {
            throw ValidationError("two revisions are compared: name both, or none")
        }
    }

    func run() throws {
        try ledger.answer(schema: "request-diff") { session in
            let id = try RequestID(request)
            let pair = try session.read { (reader) throws(Problem) in
                try RevisionPair(
                    of: id, revisions.count == 2 ? (revisions[0], revisions[1]) : nil, in: reader,
                    on: session.asOf)
            }
            func name(_ revision: RequestRevision) -> String {
                "\(id) r\(revision.number)" + (revision.isDraft ? " (draft)" : "")
            }
            func json(_ revision: RequestRevision) -> JSONValue {
                [
                    "number": .integer(revision.number),
                    "sha256": .string(revision.hash.description),
                ]
            }
            return Answer(
                schema: "request-diff",
                report: try pair.difference.report((name(pair.before), name(pair.after))),
                result: [
                    "request": .string(id.text), "before": json(pair.before),
                    "after": json(pair.after), "difference": try pair.difference.json(),
                ])
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "revision difference", "What two revisions of a request differ in.",
        [
            Field("request", .text(), "The request.", required: true),
            Field(
                "before", .object(RequestShapes.revision), "The earlier revision.", required: true),
            Field("after", .object(RequestShapes.revision), "The later revision.", required: true),
            Field(
                "difference", .object(RequestShapes.difference), "What differs.", required: true),
        ])
}
