import ArgumentParser
import Outlay

/// `outlay audit anchor`: writes the end of the chain down, to be kept elsewhere.
struct AuditAnchorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchor",
        abstract: "Write an anchor: the end of the chain, to be kept where nobody can change both.",
        discussion: """
            outlay audit anchor anchors/2026-10-31.txt
            outlay audit anchor anchors/2026-10-31.txt --dry-run

            Keep the file away from the ledger: by mail, in another repository, on paper. Later on, \
            `outlay audit verify --anchor FILE` shows that nothing up to it was changed.
            """)

    @Argument(help: "The file to make.")
    var file: String

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.run(schema: "audit-anchor") { shell in
            let path = try ledger.path()
            let session =
                dryRun
                ? try LedgerSession(reading: path, ledger, shell)
                : try LedgerSession(changing: path, ledger, shell, rehearsing: false)
            let purpose = try session.read { (reader) throws(Problem) in
                try reader.requireSettings().purpose
            }
            let moment = LedgerSession.moment(session.asOf, in: purpose)
            let anchor = try session.withStore { (store) throws(Problem) in
                guard dryRun else { return try store.exportCheckpoint(to: file, at: moment) }
                var files = NewFiles()
                files.add(file, "")
                try files.write(rehearsing: true)
                return Anchor(try store.checkpoint(), exported: moment.effective)
            }
            let checkpoint = anchor.checkpoint
            return try session.finished(
                Answer(
                    schema: "audit-anchor",
                    report: Report(
                        title: (dryRun ? "Dry run: would anchor" : "Anchored")
                            + " entry \(checkpoint.sequence), head "
                            + "\(checkpoint.hash.description.prefix(12))",
                        summary: [
                            .facts([
                                Fact("File", .code(file)),
                                Fact("Ledger", RichText(checkpoint.ledgerID.text)),
                                Fact("Head", .code(checkpoint.hash.description)),
                            ]),
                            .paragraph("Keep the file where nobody can change it with the ledger."),
                        ]),
                    result: [
                        "file": .string(file), "exported": .string(anchor.exported.description),
                        "entry": .integer(checkpoint.sequence),
                        "hash": .string(checkpoint.hash.description),
                        "ledger": .string(checkpoint.ledgerID.text), "written": .bool(!dryRun),
                    ], findings: try session.auditRemarks()))
        }
    }

    /// What every answer says of an anchor.
    static let anchorFields = [
        Field("file", .text(), "The file.", required: true),
        Field("exported", .date, "The day on which it was made.", required: true),
        Field("entry", .integer(0...Int.max), "The number of the entry.", required: true),
        Field("hash", .text(), "The hash of that entry.", required: true),
    ]

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "made anchor", "The anchor that was written.",
        anchorFields + [
            Field("ledger", .text(), "The ledger's name.", required: true),
            Field("written", .yesNo, "Whether it was written; false in a dry run.", required: true),
        ])
}
