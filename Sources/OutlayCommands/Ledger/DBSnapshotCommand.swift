import ArgumentParser
import Outlay

/// `outlay db snapshot`: a copy of the ledger for those who only read, such as a gate in CI.
struct DBSnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Write a copy of the ledger for those who only read, such as CI.",
        discussion: """
            outlay db snapshot snapshots/2026-11-30.outlay
            outlay gate helpdesk.yaml --snapshot snapshots/2026-11-30.outlay --max-age 1d

            The copy says when it was made and where the ledger's chain ended then. Nothing is reserved through it.
            """)

    @Argument(help: "The file to make.")
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.run(schema: "db-snapshot") { shell in
            let session = try LedgerSession(
                changing: ledger.path(), ledger, shell, rehearsing: false)
            let purpose = try session.read { (reader) throws(Problem) in
                try reader.requireSettings().purpose
            }
            let moment = LedgerSession.moment(session.asOf, in: purpose)
            let made = try session.withStore { (store) throws(Problem) in
                try store.exportSnapshot(to: file, at: moment)
            }
            return try session.finished(
                Answer(
                    schema: "db-snapshot",
                    report: Report(
                        title: "Copied \(made.events) entries for reading",
                        summary: [
                            .facts([
                                Fact("File", .code(file)),
                                Fact("Head", .code(made.head.description)),
                            ])
                        ]),
                    result: [
                        "file": .string(file), "entry": .integer(made.events),
                        "head": .string(made.head.description),
                    ]))
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "snapshot", "The copy that was made.",
        [
            Field("file", .text(), "The file.", required: true),
            Field("entry", .integer(0...Int.max), "The number of the last entry.", required: true),
            Field("head", .text(), "The hash of that entry.", required: true),
        ])
}
