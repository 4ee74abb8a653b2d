import ArgumentParser
import Outlay

/// `outlay contract list`: every contract that something was bought by.
struct ContractListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every contract that something was bought by.",
        discussion: """
            outlay contract list
            outlay contract list --format csv
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "contract-list") { session in
            let contracts = try session.read { (reader) throws(Problem) in
                try reader.contracts(on: session.asOf)
            }
            let list = ContractList(contracts, on: session.asOf)
            return Answer(schema: "contract-list", report: list.report, result: list.json)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "contracts", "What was bought and binds.",
        [
            Field(
                "contracts", .list(of: .object(ContractCommand.shape)),
                "The contracts, by request.",
                required: true)
        ])
}
