import ArgumentParser
import Outlay

/// `outlay override`: an authority lets one request go beyond its budget.
struct OverrideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override", abstract: "Let one request go beyond its budget, with the reason.",
        discussion: """
            outlay override REQ-2026-031 -m "The contract ends on 31 December"

            It is the authority's own act, before the request is submitted, and covers exactly what its last frozen \
            revision lacks. Limits hold for the request and, summed, for each line and year. Who overrides does not \
            approve the same request.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(name: [.customShort("m"), .customLong("message")], help: "Why.")
    var message: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "override") { session in
            let id = try RequestID(request)
            let (submission, requester, currency) = try session.read { (reader) throws(Problem) in
                let currency = try reader.requireSettings().currency
                guard let request = try reader.request(id) else {
                    throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                        in: currency)
                }
                guard let revision = try reader.revisions(of: id).last else {
                    throw Refusal(.noDraft, subject: LedgerText(known: id.text)).problem(
                        in: currency)
                }
                var submission = try FrozenStatement(of: revision).submission
                submission.revision = revision.reference
                return (submission, request.requester, currency)
            }
            let made = try session.carryOut(
                OverrideBudget(of: submission, by: requester, reason: try LedgerText(message)),
                session.context(change)
            ) { (reader) throws(Problem) in
                try reader.overrides(for: id).filter { !$0.isOver }
            }
            var result = made.json
            result["request"] = .string(id.text)
            result["overrides"] = .array(made.view.map { $0.json(in: currency) })
            return Answer(
                schema: "override",
                report: Report(
                    title: (made.isRehearsal ? "Dry run: " : "")
                        + "\(id.text) may go beyond its budget",
                    summary: [
                        .table(Self.table(made.view, currency)),
                        .paragraph(RichText(made.sentence)),
                    ]),
                result: .object(result), findings: made.findings)
        }
    }

    private static func table(_ overrides: [Override], _ currency: Currency) -> Table {
        Table(
            columns: [
                Column("Line"), Column("Period"), Column("By"), .number(currency.code),
                Column("Until"), Column("Why", widthHint: 50),
            ],
            rows: overrides.map { override in
                Row([
                    .text(override.row.node.text), .text(override.row.period.description),
                    .text(override.authority.text),
                    .money(
                        override.amount.money(in: currency), places: currency.minorUnitPlaces),
                    override.expires.map { .text($0.description) } ?? .empty,
                    .text(override.reason.text),
                ])
            })
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "override", "What a request may go beyond its budget.",
        LedgerResultShape.change + [
            Field("request", .text(), "The request.", required: true),
            Field(
                "overrides",
                .list(
                    of: .object(
                        ObjectShape(
                            "override of a line", "What it may lack on a line.",
                            [
                                Field("line", .text(), "The line.", required: true),
                                Field(
                                    "period", .text(), "The year, or a part of it.",
                                    required: true),
                                Field("authority", .text(), "Who overrode.", required: true),
                                Field("reason", .text(), "Why.", required: true),
                                Field(
                                    "amount", EvaluationResultShape.money, "How much.",
                                    required: true),
                                Field(
                                    "expires", .date, "The last day; null where none is set."),
                            ]))), "The overrides that hold for it.", required: true),
        ])
}

extension Override {
    /// The override for programs.
    fileprivate func json(in currency: Currency) -> JSONValue {
        [
            "line": .string(row.node.text), "period": .string(row.period.description),
            "authority": .string(authority.text), "reason": .string(reason.text),
            "amount": ResultJSON.money(amount.money(in: currency)),
            "expires": .string(orNull: expires?.description),
        ]
    }
}
