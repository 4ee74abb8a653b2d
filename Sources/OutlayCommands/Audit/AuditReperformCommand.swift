import ArgumentParser
import Outlay

/// `outlay audit reperform`: computes what was decided again, from its frozen revision alone.
struct AuditReperformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reperform",
        abstract:
            "Compute a decision again from its frozen revision; exit code 6 where it differs.",
        discussion: """
            outlay audit reperform REQ-2026-031
            outlay audit reperform REQ-2026-031 --revision 1

            Nothing is read but what the ledger keeps of the revision: the evaluation, the rates, the catalogue \
            cells, the policy's terms. Contract amounts, charges, rank and hash are computed again and compared \
            with what the ledger recorded.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(help: ArgumentHelp("The revision; the last one where not given.", valueName: "number"))
    var revision: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "audit-reperform") { session in
            let id = try RequestID(request)
            let check = try session.withStore { (store) throws(Problem) in
                try store.readWithJournal { (reader, events) throws(Problem) in
                    try LedgerReperformance(
                        of: id, revision: revision, events, in: reader, asOf: session.asOf)
                }
            }
            if let problem = check.problem { throw problem }
            return Answer(
                schema: "audit-reperform", report: report(check),
                result: json(check), findings: try session.auditRemarks())
        }
    }

    private func report(_ check: LedgerReperformance) -> Report {
        let parts = check.comparisons.map { comparison in
            Row([
                .text(comparison.name), .text(comparison.recorded), .text(comparison.computed),
                .text(comparison.agrees ? "agrees" : "differs"),
            ])
        }
        let hash = check.revision.hash.description
        return Report(
            title: "\(check.revision.request.text) revision \(check.revision.number) "
                + "comes out as it was decided",
            subtitle: "sha256 \(hash.prefix(12)) · \(check.currency.code)",
            summary: [
                .paragraph(
                    RichText(
                        "Computed again from \(check.revision.content.utf8.count) frozen bytes, "
                            + "and from nothing else.")),
                .table(
                    Table(
                        columns: [
                            Column("What"), Column("Recorded", widthHint: 30),
                            Column("Computed again", widthHint: 30), Column(""),
                        ], rows: parts)),
            ])
    }

    private func json(_ check: LedgerReperformance) -> JSONValue {
        [
            "request": .string(check.revision.request.text),
            "revision": .integer(check.revision.number),
            "hash": .string(check.revision.hash.description),
            "currency": .string(check.currency.code),
            "comparisons": .array(
                check.comparisons.map { comparison in
                    [
                        "what": .string(comparison.name), "recorded": .string(comparison.recorded),
                        "computed": .string(comparison.computed),
                        "agrees": .bool(comparison.agrees),
                    ]
                }),
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "reperformance", "A decision that came out again as it was recorded.",
        [
            Field("request", .text(), "The request.", required: true),
            Field("revision", .integer(1...Int.max), "The revision.", required: true),
            Field("hash", .text(), "The hash of its frozen content.", required: true),
            Field("currency", .currency, "The currency of the evaluation.", required: true),
            Field(
                "comparisons",
                .list(
                    of: .object(
                        ObjectShape(
                            "comparison", "A figure, as it was recorded and computed again.",
                            [
                                Field("what", .text(), "Which figure.", required: true),
                                Field(
                                    "recorded", EvaluationResultShape.text, "As recorded.",
                                    required: true),
                                Field(
                                    "computed", EvaluationResultShape.text, "Computed again.",
                                    required: true),
                                Field("agrees", .yesNo, "Whether they agree.", required: true),
                            ]))), "What was compared.", required: true),
        ])
}
