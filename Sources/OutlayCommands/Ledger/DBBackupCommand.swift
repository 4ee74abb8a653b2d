import ArgumentParser
import Outlay

/// `outlay db backup`: a whole copy of the ledger, verified.
struct DBBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a whole copy of the ledger, and verify it.",
        discussion: """
            outlay db backup backups/2026-11-30.outlay

            Others may go on working meanwhile. A plain copy of the file is not a backup: what was acknowledged last \
            stands in the log beside it.
            """)

    @Argument(help: "The file to make.")
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "db-backup") { session in
            let verification = try session.withStore { (store) throws(Problem) in
                try store.backUp(to: file)
            }
            return Answer(
                schema: "db-backup",
                report: Report(
                    title: "Copied \(verification.events) entries",
                    summary: [
                        .facts([
                            Fact("File", .code(file)),
                            Fact("Head", .code(verification.head.description)),
                        ])
                    ]),
                result: [
                    "file": .string(file), "entry": .integer(verification.events),
                    "head": .string(verification.head.description),
                ])
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "backup", "The copy that was made.",
        [
            Field("file", .text(), "The file.", required: true),
            Field("entry", .integer(0...Int.max), "The number of the last entry.", required: true),
            Field("head", .text(), "The hash of that entry.", required: true),
        ])
}
