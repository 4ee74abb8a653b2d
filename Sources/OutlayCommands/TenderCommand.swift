import ArgumentParser
import Outlay

/// `outlay tender`: the commands about tenders.
struct TenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tender",
        abstract: "Give points for prices as tenders do, or award to the lowest.",
        subcommands: [TenderPointsCommand.self, TenderAwardCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}
