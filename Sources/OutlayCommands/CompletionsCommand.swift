import ArgumentParser
import Outlay

/// `outlay completions`: what a shell needs to complete commands and options.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print the completions for bash, zsh or fish.",
        discussion: """
            outlay completions bash > ~/.local/share/bash-completion/completions/outlay
            outlay completions zsh > ~/.zfunc/_outlay
            outlay completions fish > ~/.config/fish/completions/outlay.fish
            """)

    @Argument(help: "The shell: bash, zsh or fish.")
    var shell: ShellName

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "completions") { _ in
            let script = Tool.completionScript(for: shell.shell)
            return Answer(
                schema: "completions", report: Report(title: "Completions for \(shell.rawValue)"),
                result: ["shell": .string(shell.rawValue), "script": .string(script)],
                plainText: script.hasSuffix("\n") ? script : script + "\n")
        }
    }

    /// A shell that completions are written for.
    enum ShellName: String, CaseIterable, ExpressibleByArgument {
        case bash
        case zsh
        case fish

        var shell: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "completions", "The completions for one shell.",
        [
            Field(
                "shell", .choice(ShellName.allCases.map(\.rawValue)), "The shell.", required: true),
            Field("script", .text(), "What the shell reads.", required: true),
        ])
}
