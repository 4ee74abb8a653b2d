import ArgumentParser
import Outlay

/// `outlay audit exceptions`: what an auditor wants to look at first.
struct AuditExceptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions", abstract: "List what an auditor wants to look at first.",
        discussion: """
            outlay audit exceptions
            outlay audit exceptions --kind near-tier --kind split-purchases --format csv

            Totals just under a tier, purchases that may be one, decisions seconds apart, overrides by person, \
            late receipts, ratifications, and more. What is listed is no proof: it says where to ask.
            """)

    @Option(
        help: ArgumentHelp(
            "Only this kind: \(Self.kinds.joined(separator: ", ")); repeatable.",
            valueName: "kind"))
    var kind: [String] = []

    @OptionGroup var ledger: LedgerOptions

    private static let kinds = AllExceptions.list.map { $0.descriptor.identifier }

    func run() throws {
        try ledger.answer(schema: "audit-exceptions") { session in
            for name in kind where !Self.kinds.contains(name) {
                throw Problem(
                    .unknownName, "there is no kind \(Problem.quoted(name))",
                    at: .argument("--kind"),
                    because: "the kinds are \(Self.kinds.joined(separator: ", "))",
                    hint: Suggestion.hint(for: name, among: Self.kinds))
            }
            let (journal, settings) = try session.auditJournal()
            var found = try AuditExceptionReport(of: journal)
            if !kind.isEmpty {
                found.parts = found.parts.filter { kind.contains($0.descriptor.identifier) }
            }
            let result = LedgerTables.exceptions(found, in: settings.currency)
            return Answer(
                schema: "audit-exceptions", report: report(found, settings), result: result,
                findings: found.remarks,
                csvText: LedgerTables.exceptionsCSV(found, in: settings.currency))
        }
    }

    private func report(_ found: AuditExceptionReport, _ settings: LedgerSettings) -> Report {
        let sections = found.parts.filter { !$0.findings.isEmpty }.map { kind, findings in
            ReportSection(
                id: kind.identifier, title: "\(kind.title) (\(findings.count))",
                question: kind.reason,
                blocks: [
                    .table(
                        Table(
                            columns: [
                                Column("About"), Column("What", widthHint: 60), Column("Entries"),
                            ],
                            rows: findings.map { finding in
                                Row([
                                    .text(finding.subject), .text(finding.summary),
                                    .text(finding.events.map(String.init).joined(separator: " ")),
                                ])
                            }))
                ])
        }
        let clean = found.parts.filter(\.findings.isEmpty).map(\.descriptor.identifier)
        return Report(
            title: found.count == 1 ? "1 exception" : "\(found.count) exceptions",
            subtitle: settings.ledgerID.text,
            summary: clean.isEmpty
                ? []
                : [.paragraph(RichText("Nothing found of: \(clean.joined(separator: ", "))."))],
            sections: sections)
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "exceptions", "What an auditor wants to look at first.",
        [
            Field(
                "remarks", .list(of: .text()), "What every audit says of the ledger.",
                required: true),
            Field("count", .integer(0...Int.max), "How many findings there are.", required: true),
            Field(
                "exceptions",
                .list(
                    of: .object(
                        ObjectShape(
                            "exception", "A kind of exception, and what was found of it.",
                            [
                                Field("exception", .choice(kinds), "The kind.", required: true),
                                Field("title", .text(), "What is looked for.", required: true),
                                Field("reason", .text(), "Why that matters.", required: true),
                                Field(
                                    "source", .text(), "The practice behind it.", required: true),
                                Field(
                                    "findings", .list(of: .object(finding)), "What was found.",
                                    required: true),
                            ]))), "The kinds that were looked for.", required: true),
        ])

    private static let finding = ObjectShape(
        "finding", "Something to look at.",
        [
            Field("subject", EvaluationResultShape.text, "What it is about.", required: true),
            Field("summary", .text(), "What was found.", required: true),
            Field(
                "figures",
                .map(
                    keys: .text,
                    values: .either([.integer(0...Int.max), EvaluationResultShape.text])),
                "Its figures by name.", required: true),
            Field(
                "events", .list(of: .integer(0...Int.max)), "The entries that show it.",
                required: true),
        ])
}
