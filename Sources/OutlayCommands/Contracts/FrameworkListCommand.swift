import ArgumentParser
import Outlay

/// `outlay framework list`: the agreements, and what is left to call off.
struct FrameworkListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List framework agreements and what is left of them.",
        discussion: """
            outlay framework list
            outlay framework list --format csv
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "framework-list") { session in
            try session.read { (reader) throws(Problem) in
                let currency = try reader.requireSettings().currency
                let frameworks = try reader.frameworks()
                return Answer(
                    schema: "framework-list",
                    report: Report(
                        title: "Framework agreements",
                        subtitle: "as of \(session.asOf)",
                        summary: [
                            frameworks.isEmpty
                                ? .paragraph(
                                    "There is no agreement; `outlay framework make` records one.")
                                : .table(
                                    try FrameworkCommand.table(
                                        frameworks, currency, on: session.asOf))
                        ]),
                    result: [
                        "frameworks": .array(
                            try frameworks.map { framework throws(Problem) in
                                try framework.json(in: currency, on: session.asOf)
                            })
                    ])
            }
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "frameworks", "The agreements that requests call off.",
        [
            Field(
                "frameworks", .list(of: .object(FrameworkCommand.shape)),
                "The agreements, by name.",
                required: true)
        ])
}
