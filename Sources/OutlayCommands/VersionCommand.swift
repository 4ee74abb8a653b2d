import ArgumentParser
import Outlay

/// `outlay version`: the version of the tool and of its formats.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the version of the tool and of its formats.",
        discussion: """
            outlay version --format json
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "version") { _ in
            let facts = [
                ("outlay", Version.tool), ("results", Version.results),
                ("documents", "outlay/v1"),
            ]
            let table = Table(
                columns: [Column("Part"), Column("Version")],
                rows: facts.map { Row([.text($0.0), .text($0.1)]) })
            return Answer(
                schema: "version",
                report: Report(
                    title: "outlay \(Version.tool)",
                    summary: [.table(table)]),
                result: [
                    "tool": .string(Version.tool), "results": .string(Version.results),
                    "documents": "outlay/v1",
                ],
                plainText: "outlay \(Version.tool)\n")
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "version", "The versions of the tool and its formats.",
        [
            Field("tool", .text(), "The tool's semantic version.", required: true),
            Field("results", .text(), "The version of JSON results.", required: true),
            Field("documents", .text(), "The version of documents.", required: true),
        ])
}
