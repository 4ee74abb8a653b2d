import ArgumentParser
import Outlay

/// `outlay proposals`: the commands about what waits for a second person.
struct ProposalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals", abstract: "Show what waits for a second person, or take it back.",
        subcommands: [ProposalsShowCommand.self, ProposalsWithdrawCommand.self],
        defaultSubcommand: ProposalsShowCommand.self)
}
