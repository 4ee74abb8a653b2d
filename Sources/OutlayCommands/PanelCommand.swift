import ArgumentParser
import Outlay

/// `outlay panel`: the commands about several people's scores.
struct PanelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panel",
        abstract: "Hand out score sheets to a panel, take them in, and show what they say.",
        subcommands: [
            PanelSheetCommand.self, PanelImportCommand.self, PanelShowCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }

    /// Returns `name` as a member's identifier.
    ///
    /// - Throws: ``ProblemCode/badIdentifier``.
    static func member(_ name: String) throws(Problem) -> String {
        if let problem = Identifier.check(name) {
            throw problem.located(at: .argument("--member"))
        }
        return name
    }
}
