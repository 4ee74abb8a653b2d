import ArgumentParser
import Outlay

/// `outlay audit log`: who did what, when, on whose behalf, about what and how much.
struct AuditLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show who did what, when, on whose behalf and for how much.",
        discussion: """
            outlay audit log
            outlay audit log --request REQ-2026-031
            outlay audit log --person finance.review --from 2026-11-01 --to 2026-11-30 --format csv

            Refused attempts are entries too. A person is found as who acted, for whom, and as who confirmed.
            """)

    @Option(help: ArgumentHelp("Entries about this request only.", valueName: "request"))
    var request: String?

    @Option(help: ArgumentHelp("Entries in which this person took part.", valueName: "person"))
    var person: String?

    @Option(
        help: ArgumentHelp("Entries that count for this day or later.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var from: CalendarDate?

    @Option(
        help: ArgumentHelp("Entries that count for this day or earlier.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var to: CalendarDate?

    @Option(help: ArgumentHelp("Only the last so many of them.", valueName: "count"))
    var limit: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "audit-log") { session in
            if let limit { try RowLimit.check(limit, by: "--limit") }
            var filter = AuditFilter()
            filter.request = try request.map { name throws(Problem) in try RequestID(name) }
            filter.person = try person.map { name throws(Problem) in try PersonID(name) }
            filter.from = from
            filter.to = to
            let (journal, settings) = try session.auditJournal()
            if let wanted = filter.request, journal.requests[wanted] == nil {
                throw Refusal(.unknownRequest, subject: LedgerText(known: wanted.text))
                    .problem(in: settings.currency)
            }
            let found = journal.entries.filter(filter.matches)
            let shown = Array(found.suffix(limit ?? found.count))
            let entries = LedgerTables.auditLog(shown, in: settings.currency)
            var rows: [JSONValue] = []
            if case .array(let elements) = entries { rows = elements }
            return Answer(
                schema: "audit-log",
                report: report(shown, of: found.count, settings),
                result: [
                    "ledger": .string(settings.ledgerID.text),
                    "currency": .string(settings.currency.code),
                    "found": .integer(found.count), "entries": entries,
                ], findings: try session.auditRemarks(), rows: rows,
                csvText: LedgerTables.auditLogCSV(shown, in: settings.currency))
        }
    }

    private func report(
        _ entries: [AuditEntry], of count: Int, _ settings: LedgerSettings
    ) -> Report {
        let currency = settings.currency
        let table = Table(
            columns: [
                .number("Entry"), Column("Day"), Column("What"), Column("Who"), Column("For"),
                Column("Confirmed by"), Column("About"), .number(currency.code), Column("Result"),
                Column("Why", widthHint: 30), Column("Hash"),
            ],
            rows: entries.map { entry in
                let event = entry.event
                let answer = event.body.answer
                var about = entry.requests.map(\.text)
                if !about.contains(answer.subject.text) { about.insert(answer.subject.text, at: 0) }
                let flags = answer.flags.map(\.rawValue)
                let result = entry.refusal?.rawValue ?? answer.result.rawValue
                return Row(
                    [
                        .count(Int(entry.sequence)), .text(event.effective.description),
                        .text(event.body.kind.rawValue), .text(entry.person.text),
                        .text(event.onBehalfOf?.text ?? ""),
                        .text(entry.confirmer?.text ?? ""),
                        .text(about.filter { !$0.isEmpty }.joined(separator: " ")),
                        entry.amount.map {
                            .money($0.money(in: currency), places: currency.minorUnitPlaces)
                        } ?? .empty,
                        .text(([result] + flags).joined(separator: ", ")),
                        .text(entry.reason ?? ""), .text(String(entry.hash.description.prefix(12))),
                    ], style: entry.refusal == nil ? .normal : .muted)
            },
            note: entries.count < count ? "The last \(entries.count) of \(count) entries." : nil)
        return Report(
            title: count == 1 ? "1 entry" : "\(count) entries",
            subtitle: "\(settings.ledgerID) · \(currency.code)", summary: [.table(table)])
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "audit log", "Entries of the journal, as an auditor reads them.",
        [
            Field("ledger", .text(), "The ledger's name.", required: true),
            Field("currency", .currency, "The currency of all amounts.", required: true),
            Field(
                "found", .integer(0...Int.max),
                "How many entries fit; `--limit` shows the last of them.", required: true),
            Field(
                "entries",
                .list(
                    of: .object(
                        ObjectShape(
                            "audit entry", "One entry; what is not there is an empty text.",
                            [
                                Field(
                                    "sequence", .integer(0...Int.max), "Its number.",
                                    required: true)
                            ]
                                + LedgerTables.auditColumns.dropFirst().map { column in
                                    Field(
                                        column, EvaluationResultShape.text,
                                        Self.meanings[column] ?? column, required: true)
                                }))), "The entries, in order.", required: true),
        ])

    private static let meanings = [
        "recorded": "When it was written, in UTC.", "effective": "The day it counts for.",
        "kind": "What was done.", "person": "Who did it.",
        "on_behalf_of": "For whom, by a delegation.", "confirmed_by": "The second person.",
        "requests": "The requests it is about.", "subject": "What else it is about.",
        "amount": "How much, in the ledger's currency.",
        "result": "What became of it; `refused:` and why where a rule said no.",
        "flags": "What everybody should see about it.", "reason": "The reason that was given.",
        "policy": "The policy it was judged by.", "hash": "Its hash.",
    ]
}
