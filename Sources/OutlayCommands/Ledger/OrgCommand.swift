import ArgumentParser

/// `outlay org`: the commands about the people.
struct OrgCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org", abstract: "Load who there is, who reports to whom and who may do what.",
        subcommands: [OrgLoadCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
