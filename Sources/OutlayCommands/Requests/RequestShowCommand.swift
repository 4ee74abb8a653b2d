import ArgumentParser
import Outlay

/// `outlay request show`: everything that a reviewer of a request looks at, on one screen.
struct RequestShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a request as its reviewers need it: money, budget, alternatives, path.",
        discussion: """
            outlay request show REQ-2026-031
            outlay request show REQ-2026-031 --revision 1

            Every figure is computed again from what the revision froze. For who decided before, it says what changed \
            since then.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(
        help: ArgumentHelp(
            "A frozen revision, a draft among them; the present one where not given.",
            valueName: "number"))
    var revision: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "request-show") { session in
            let id = try RequestID(request)
            let person = try session.identity().person
            let review = try session.read { (reader) throws(Problem) in
                try RequestReview(
                    of: id, revision: revision, in: reader, on: session.asOf, for: person,
                    findings: try reader.lintFindings(of: id, revision, on: session.asOf))
            }
            return Answer(
                schema: "request-show", report: try review.report(), result: try review.json())
        }
    }

    /// The shape of the JSON result.
    static let resultShape = RequestShapes.review
}

extension LedgerReader {
    /// Returns what linting the evaluation finds that a revision froze; nothing where none was.
    fileprivate func lintFindings(
        of id: RequestID, _ number: Int?, on date: CalendarDate
    ) throws(Problem) -> [Problem] {
        guard let request = try request(id) else { return [] }
        let takesDrafts = number != nil || [.draft, .notAwarded].contains(request.state)
        let frozen = try revisions(of: id).last { revision in
            revision.number <= number ?? request.revision && (takesDrafts || !revision.isDraft)
        }
        guard let frozen else { return [] }
        let evaluation = try Evaluation(thawing: FrozenStatement(of: frozen).inputs)
        return try evaluation.run(asOf: date).lint().findings
    }
}
