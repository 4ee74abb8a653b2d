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
        return report(unknownSubcommand(in: arguments) ?? problem(Tool.message(for: error)))
    }

    /// Returns the problem of a word that stands where a subcommand was expected, if there is one.
    private static func unknownSubcommand(in arguments: [String]) -> Problem? {
        var command: any ParsableCommand.Type = Tool.self
        var path = "outlay"
        for argument in arguments {
            let subcommands = command.configuration.subcommands
            guard !subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
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

    private static func problem(_ message: String) -> Problem {
        // The parser's message is one sentence or more, the first of which says what is wrong.
        let lines = message.split(separator: "\n").map(String.init)
        let first = (lines.first ?? "wrong usage").trimmingSuffix(".")
        let summary = first.prefix(1).lowercased() + first.dropFirst()
        return Problem(
            .usage, summary,
            because: lines.count > 1
                ? lines.dropFirst().joined(separator: " ").trimmingSuffix(".")
                : "the command line cannot be understood",
            hint: "`outlay help COMMAND` shows what a command takes")
    }
}

/// A command that only groups others.
enum Group {
    /// Returns the problem of naming the group alone.
    static func missingSubcommand(of command: any ParsableCommand.Type) -> Problem {
        let known = command.configuration.subcommands.map { $0._commandName }
        let name = command == Tool.self ? "outlay" : "outlay \(command._commandName)"
        return Problem(
            .usage, "`\(name)` needs a command", at: .argument(name),
            because: "it is one of \(known.joined(separator: ", "))",
            hint: "`\(name) --help` says what each is for")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
