import ArgumentParser

/// `outlay policy`: the commands about who has to approve.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Load and show who approves what, and try it.",
        subcommands: [
            PolicyLoadCommand.self, PolicyShowCommand.self, PolicyPathCommand.self,
            PolicyTestCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
