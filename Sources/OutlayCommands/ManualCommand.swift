import ArgumentParser
import Outlay

/// `outlay manual`: the manual page of the tool.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, with every command and option.",
        discussion: """
            outlay manual | man -l -
            outlay manual > ~/.local/share/man/man1/outlay.1
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "manual") { _ in
            let page = try ManualPage(of: Tool._dumpHelp()).text
            return Answer(
                schema: "manual", report: Report(title: "The manual page"),
                result: ["page": .string(page)], plainText: page)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "manual", "The manual page.",
        [Field("page", .text(), "The page, for man.", required: true)])
}
