import ArgumentParser
import Outlay

/// `outlay db`: the commands about the file of a ledger.
struct DBCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Make, look at and copy the file of a ledger.",
        subcommands: [
            DBInitCommand.self, DBStatusCommand.self, DBBackupCommand.self, DBSnapshotCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
