import ArgumentParser

/// `outlay vendors`: the commands about the vendor register.
struct VendorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendors", abstract: "Load the vendor register.",
        subcommands: [VendorsLoadCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
