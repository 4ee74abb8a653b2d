import ArgumentParser
import Outlay

/// `outlay contract`: the commands about what was bought and binds.
struct ContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "List contracts, and the days to act on them.",
        subcommands: [ContractListCommand.self, ContractRenewalsCommand.self])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }

    /// The shape of a contract.
    static let shape = ObjectShape(
        "bought contract", "A contract that something was bought by.",
        [
            Field("request", .text(), "The request that it was bought by.", required: true),
            Field("title", EvaluationResultShape.text, "What it is for.", required: true),
            Field("vendor", .text(), "Whom it is with."),
            Field("requester", .text(), "Who asked for it.", required: true),
            Field("end", .date, "The end that comes next, or came last.", required: true),
            Field("notice", .date, "The last day to cancel before that; null without a notice."),
            Field("renews", .yesNo, "Whether it goes on unless it is cancelled.", required: true),
            Field("notice_passed", .yesNo, "Whether it is too late to cancel.", required: true),
            Field(
                "contract_value", EvaluationResultShape.money, "What its whole term comes to.",
                required: true),
        ])
}
