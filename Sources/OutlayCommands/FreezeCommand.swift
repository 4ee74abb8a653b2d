import ArgumentParser
import Outlay

/// `outlay freeze`: the commands that seal what was agreed on.
struct FreezeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Seal what was agreed on, so that later changes show.",
        subcommands: [FreezeCriteriaCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
