import ArgumentParser
import Outlay

/// Wrong usage, in the same words and form as every other problem.
enum Usage {
    /// Reports a problem on stderr.
    ///
    /// - Returns: The exit code that goes with it.
    static func report(_ problem: Problem) -> Int32 {
        let coloured = ColourChoice.auto.isOn(terminal: Console.messageIsTerminal)
        Console.message(ProblemText.list([problem], coloured: coloured))
        return ExitStatus.of([problem])
    }

    /// Ends a run that argument parsing stopped: help and the version are answers, the rest is usage.
    ///
    /// - Returns: The exit code.
    static func end(with error: any Error, arguments: [String]) -> Int32 {
        let text = Tool.fullMessage(for: error)
        guard Tool.exitCode(for: error) != .success else {
            do {
                try Console.answer(text + "\n")
                return ExitStatus.passed
            } catch {
                return report(error)
            }
        }
        return report(
            unknownSubcommand(in: arguments)
                ?? UsageMessage(Tool.message(for: error), command: path(in: arguments)).problem)
    }

    /// Returns the subcommands that the arguments begin with, behind the tool's name.
    private static func path(in arguments: [String]) -> String {
        var command: any ParsableCommand.Type = Tool.self
        var path = "outlay"
        for argument in arguments {
            let subcommands = command.configuration.subcommands
            guard let next = subcommands.first(where: { $0._commandName == argument }) else {
                break
            }
            command = next
            path += " " + argument
        }
        return path
    }

    /// Returns the problem of a word that stands where a subcommand was expected, if there is one.
    private static func unknownSubcommand(in arguments: [String]) -> Problem? {
        var command: any ParsableCommand.Type = Tool.self
        var path = "outlay"
        for argument in arguments {
            let subcommands = command.configuration.subcommands
            guard !subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
            // A number is one of what the group shows by itself.
            if command.configuration.defaultSubcommand != nil, Int(argument) != nil { return nil }
            if argument == "help" { return nil }
            guard let next = subcommands.first(where: { $0._commandName == argument }) else {
                let known = subcommands.map { $0._commandName }
                return Problem(
                    .usage, "there is no command \(Problem.quoted("\(path) \(argument)"))",
                    at: .argument(argument),
                    because: "the commands are \(known.joined(separator: ", "))",
                    hint: Suggestion.hint(for: argument, among: known)
                        ?? "see `\(path) --help`")
            }
            command = next
            path += " " + argument
        }
        return nil
    }
}

/// A command that only groups others.
enum Group {
    /// Returns the problem of naming the group alone.
    static func missingSubcommand(of command: any ParsableCommand.Type) -> Problem {
        let known = command.configuration.subcommands.map { $0._commandName }
        let name = command == Tool.self ? "outlay" : "outlay \(command._commandName)"
        return Problem(
            .usage, "`\(name)` needs a command",
            because: known.count == 1
                ? "the command is \(known[0])"
                : "the commands are \(known.joined(separator: ", "))",
            hint: "`\(name) --help` says what each is for")
    }
}
