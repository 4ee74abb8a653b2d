import ArgumentParser
import Outlay

/// `outlay audit export`: what the ledger knows, for other programs.
struct AuditExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what the ledger knows for other programs.",
        discussion: """
            outlay audit export --format hledger --output acme.journal
            outlay audit export --format ocds --ocid-prefix ocds-213czf --publisher "Acme Ltd" -o releases.json
            outlay audit export --format balances-csv

            ocds: OCDS 1.1 release package. hledger, beancount: double entries with the ledger's balances as \
            assertions. journal-csv, journal-json: every entry. balances-csv: every line and year. approvals-csv: \
            every decision of a person. Without --output it goes to stdout.
            """)

    @Option(
        help: ArgumentHelp(
            "What to write: \(AuditExport.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format"))
    var format: AuditExport

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; `-` for stdout.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "The prefix of OCDS process identifiers that Open Contracting gave you.",
            valueName: "prefix"))
    var ocidPrefix = "ocds-000000"

    @Option(
        help: ArgumentHelp(
            "The name of the publisher in OCDS; the ledger's where not given.", valueName: "name"))
    var publisher: String?

    @Option(
        help: ArgumentHelp(
            "The identifier of the publisher in OCDS; the ledger's name where not given.",
            valueName: "id"))
    var publisherID: String?

    @Option(
        help: ArgumentHelp("Where the OCDS package will be found.", valueName: "uri"))
    var uri: String?

    @Option(
        help: ArgumentHelp(
            "The ledger; else $OUTLAY_DB, else the one the project names.", valueName: "file"))
    var db: String?

    @OptionGroup var surroundings: SurroundingOptions

    func run() throws {
        try Shell.run(surroundings, format: .text, schema: "audit-export") { shell in
            let path = try LedgerPath.find(db, surroundings)
            let session = try LedgerSession(reading: path, actingAs: nil, shell)
            let remarks = try session.auditRemarks()
            let text = try session.withStore { (store) throws(Problem) in
                try store.readWithJournal { (reader, events) throws(Problem) in
                    try format.text(of: events, reader, by: ocds(try reader.requireSettings()))
                }
            }
            guard let output, output != "-" else {
                return try session.finished(
                    Answer(
                        schema: "audit-export", report: Report(title: format.rawValue),
                        result: .null, findings: remarks, plainText: text))
            }
            var files = NewFiles()
            files.add(output, text)
            try files.writeAlone(replacing: force, rehearsing: dryRun)
            return try session.finished(
                Answer(
                    schema: "audit-export",
                    report: Report(
                        title: "\(dryRun ? "Would write" : "Wrote") \(format.rawValue)",
                        summary: [
                            .facts([
                                Fact("File", .code(output)),
                                Fact("Bytes", RichText("\(text.utf8.count)")),
                            ])
                        ]), result: .null, findings: remarks))
        }
    }

    private func ocds(_ settings: LedgerSettings) -> OCDSPublisher {
        let name = settings.ledgerID.text
        return OCDSPublisher(
            prefix: ocidPrefix, name: publisher ?? name, identifier: publisherID ?? name,
            uri: uri ?? "urn:outlay:ledger:" + Self.percentEncoded(name))
    }

    /// Returns `text` as a part of a URI.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let isPlain = byte &- 48 < 10 || (byte | 32) &- 97 < 26 || "-._~".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += isPlain ? String(UnicodeScalar(byte)) : (byte < 16 ? "%0" : "%") + digits
        }
    }
}

/// What a ledger can be written as.
enum AuditExport: String, CaseIterable, ExpressibleByArgument {
    case ocds
    case hledger
    case beancount
    case journalCSV = "journal-csv"
    case journalJSON = "journal-json"
    case balancesCSV = "balances-csv"
    case approvalsCSV = "approvals-csv"

    /// Returns the ledger written so.
    ///
    /// - Throws: A ``Problem`` where the ledger is damaged or was not opened.
    func text(
        of events: [StoredEvent], _ reader: SQLiteReader, by publisher: OCDSPublisher
    ) throws(Problem) -> String {
        let currency = try reader.requireSettings().currency
        switch self {
        case .ocds:
            return try OCDSPackage.json(of: AuditJournal(events), by: publisher).text() + "\n"
        case .hledger: return try LedgerJournal(events, reader).hledgerText()
        case .beancount: return try LedgerJournal(events, reader).beancountText()
        case .journalCSV: return try LedgerTables.journalCSV(events, in: currency)
        case .journalJSON: return try LedgerTables.journal(events, in: currency).text() + "\n"
        case .balancesCSV:
            var lines: [LineBalance] = []
            for year in Set(try reader.periods().map(\.id.wholeYear)).sorted() {
                lines += try reader.balances(in: year)
            }
            return LedgerTables.balancesCSV(lines, in: currency)
        case .approvalsCSV: return LedgerTables.approvalsCSV(try reader.requests(RequestFilter()))
        }
    }
}
