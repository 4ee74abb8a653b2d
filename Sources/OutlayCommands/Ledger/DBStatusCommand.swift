import ArgumentParser
import Outlay

/// `outlay db status`: what ledger there is, and how far it goes.
struct DBStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say which ledger is used, and how far it goes.",
        discussion: """
            outlay db status
            outlay db status --db ledger.outlay --format json
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "db-status") { session in
            let state = try session.read { (reader) throws(Problem) in
                (
                    settings: try reader.requireSettings(), head: try reader.head(),
                    documents: try reader.documents(), years: try reader.periods()
                )
            }
            let years = Set(state.years.map(\.id.year)).sorted()
            return Answer(
                schema: "db-status",
                report: Report(
                    title: "Ledger \(state.settings.ledgerID)",
                    summary: [
                        .facts([
                            Fact("File", .code(session.path)),
                            Fact("Currency", RichText(state.settings.currency.code)),
                            Fact(
                                "Fiscal years",
                                RichText(years.map { "FY\($0)" }.joined(separator: ", "))),
                            Fact("Entries", RichText("\(state.head.sequence)")),
                            Fact("Head", .code(state.head.hash.description)),
                        ]), documentTable(state.documents),
                    ]),
                result: [
                    "file": .string(session.path),
                    "ledger": .string(state.settings.ledgerID.text),
                    "currency": .string(state.settings.currency.code),
                    "purpose": .string(state.settings.purpose.rawValue),
                    "years": .array(years.map { .integer($0) }),
                    "entry": .integer(state.head.sequence),
                    "head": .string(state.head.hash.description),
                    "documents": .array(state.documents.map(Self.json)),
                ])
        }
    }

    private func documentTable(_ documents: [LedgerDocument]) -> Block {
        .table(
            Table(
                caption: "Documents",
                columns: [
                    Column("Kind"), Column("Document"), .number("Revision"), Column("From"),
                    .number("Entry"),
                ],
                rows: documents.map { document in
                    Row([
                        .text(document.kind.rawValue), .text(document.id.text),
                        .count(document.revision), .text(document.effectiveFrom.description),
                        .count(Int(document.sequence)),
                    ])
                }))
    }

    private static func json(_ document: LedgerDocument) -> JSONValue {
        [
            "kind": .string(document.kind.rawValue), "id": .string(document.id.text),
            "revision": .integer(document.revision),
            "effective_from": .string(document.effectiveFrom.description),
            "sha256": .string(document.hash.text), "entry": .integer(document.sequence),
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "ledger status", "A ledger, and how far it goes.",
        [
            Field("file", .text(), "The file.", required: true),
            Field("ledger", .text(), "The ledger's name.", required: true),
            Field("currency", .currency, "The currency of all balances.", required: true),
            Field(
                "purpose", .choice(LedgerPurpose.allCases.map(\.rawValue)),
                "What the ledger is kept for.", required: true),
            Field(
                "years", .list(of: .integer(1...9999)), "The fiscal years that are open.",
                required: true),
            Field("entry", .integer(0...Int.max), "The number of the last entry.", required: true),
            Field("head", .text(), "The hash of that entry.", required: true),
            Field(
                "documents",
                .list(
                    of: .object(
                        ObjectShape(
                            "loaded document", "A document that was loaded.",
                            [
                                Field(
                                    "kind",
                                    .choice(LedgerDocumentKind.allCases.map(\.rawValue)),
                                    "What it is.", required: true),
                                Field("id", .text(), "Its name.", required: true),
                                Field(
                                    "revision", .integer(1...Int.max), "Its revision.",
                                    required: true),
                                Field(
                                    "effective_from", .date, "The first day it holds.",
                                    required: true),
                                Field("sha256", .text(), "The hash of its text.", required: true),
                                Field(
                                    "entry", .integer(0...Int.max), "The entry that brought it.",
                                    required: true),
                            ]))), "The documents that were loaded.", required: true),
        ])
}
