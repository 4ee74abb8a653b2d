import ArgumentParser
import Outlay

/// `outlay request`: the commands about purchase requests.
struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask for a purchase, and follow it to its decision.",
        subcommands: [
            RequestCreateCommand.self, RequestSubmitCommand.self, RequestShowCommand.self,
            RequestListCommand.self, RequestDiffCommand.self, RequestAmendCommand.self,
            RequestWithdrawCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
