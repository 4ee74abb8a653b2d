import ArgumentParser
import Outlay

/// `outlay request submit`: hands a draft in for approval.
struct RequestSubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Hand a draft in for approval; its money is held from then on.",
        discussion: """
            outlay request submit REQ-2026-031
            outlay request submit REQ-2026-031 --revision 2 --dry-run

            The revision is computed again from what was frozen, and must come out the same. A draft that buys \
            nothing is concluded at once.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(
        help: ArgumentHelp(
            "The draft that is meant; the last one where not given.", valueName: "number"))
    var revision: Int?

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.act(schema: "request-submit", on: request, askingForPurchase: true) {
            (standing, _, _) throws(Problem) in
            let request = standing.request
            return request.state == .notAwarded
                ? "Concluded \(request.id) without an award"
                : "Submitted \(request.id) r\(request.revision)"
        } _: { (id, session) throws(Problem) in
            try session.read { (reader) throws(Problem) in
                try reader.submission(of: id, revision: revision, on: session.asOf)
            }
        }
    }
}

extension LedgerReader {
    /// Returns the command that submits a draft, or that concludes one that buys nothing; the last draft where no
    /// number is given.
    ///
    /// - Throws: ``ProblemCode/unknownEntry`` where there is no draft; what keeps the draft from being decided, such as
    ///   a quote that expired; ``ProblemCode/frozenDiffers`` where it does not come out as it was stated.
    func submission(
        of id: RequestID, revision number: Int? = nil, on date: CalendarDate
    ) throws(Problem) -> any LedgerCommand {
        let currency = try requireSettings().currency
        guard try request(id) != nil else {
            throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: currency)
        }
        let revisions = try revisions(of: id)
        guard let draft = revisions.last(where: { $0.number == number ?? $0.number }),
            draft.isDraft
        else { throw noDraft(id, number, revisions) }
        let statement = try FrozenStatement(of: draft)
        let again = try statement.reperform(asOf: date)
        if let problem = again.problem { throw problem }
        if statement.choice.award == .none {
            return ConcludeWithoutAward(id, reason: statement.choice.reason)
        }
        if var obstacle = again.computed.purchase.obstacles(on: date).first {
            obstacle.hint =
                (obstacle.hint.map { $0 + ", then" } ?? "then")
                + " freeze the next revision: outlay request create EVALUATION --id \(id) --option …"
            throw obstacle.located(at: .part("\(id) r\(draft.number)"))
        }
        return again.computed.submit(as: draft.number)
    }

    private func noDraft(
        _ id: RequestID, _ number: Int?, _ revisions: [RequestRevision]
    ) -> Problem {
        let known = revisions.map { revision in
            "r\(revision.number) "
                + (revision.submitted.map { "was submitted on \($0)" } ?? "is a draft")
        }
        return Problem(
            revisions.isEmpty ? .unknownEntry : .notPending,
            "\(id)\(number.map { " r\($0)" } ?? "") is no draft",
            because: known.isEmpty ? "it has no frozen revision" : known.joined(separator: ", "),
            hint: "freeze the next revision: outlay request create EVALUATION --id \(id) --option …"
        )
    }
}
