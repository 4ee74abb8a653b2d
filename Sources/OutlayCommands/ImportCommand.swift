import ArgumentParser
import Outlay

/// `outlay import`: the commands that take over other people's files.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over quotes from vendors, and what was spent.",
        subcommands: [ImportQuoteCommand.self, ImportActualsCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
