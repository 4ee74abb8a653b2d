import Outlay

/// A message of the argument parser, in the words and form of every other problem.
struct UsageMessage {
    /// The parser's words, with backticks for its quotes.
    private let text: String
    /// The command that was asked for, such as `outlay compare`.
    private let command: String

    /// Creates a message about the arguments of `command`.
    init(_ message: String, command: String) {
        text = String(message.map { $0 == "'" ? "`" : $0 == "\n" ? " " : $0 })
        self.command = command
    }

    /// The problem that the message is about.
    var problem: Problem {
        if text.hasPrefix("The value "), quoted.count > 1 { return badValue }
        if text.hasPrefix("Unknown option "), let option = quoted.first {
            return make(
                "there is no option \(Problem.quoted(option))",
                because: "`\(command)` has no option of this name",
                hint: text.contains("Did you mean") && quoted.count > 1
                    ? "did you mean `\(quoted[1])`?" : nil)
        }
        if text.hasPrefix("Missing expected argument"), let argument = quoted.first {
            return make("`\(argument)` is missing", because: "`\(command)` needs it")
        }
        if text.hasPrefix("Missing value for "), let option = quoted.first {
            return make(
                "`\(Self.name(of: option))` has no value", at: Self.name(of: option),
                because: "the option is written `\(option)`")
        }
        if text.hasPrefix("Unexpected argument "), let argument = quoted.first {
            return make(
                "unexpected argument \(Problem.quoted(argument))",
                because: "`\(command)` takes no further argument")
        }
        return make(
            text.prefix(1).lowercased() + text.dropFirst().trimmingPoint,
            because: "the command line cannot be understood")
    }

    /// `The value X is invalid for OPTION` with the rule behind a colon, or the choices in a sentence.
    private var badValue: Problem {
        let (value, option) = (quoted[0], quoted[1])
        let name = Self.name(of: option)
        let choices = quoted.dropFirst(2)
        let rule = text.firstRange(of: "`: ").map { String(text[$0.upperBound...].trimmingPoint) }
        let isChoice = rule == nil && text.contains("Please provide")
        return make(
            "\(Problem.quoted(value)) is no value for `\(name)`", at: name,
            because: isChoice
                ? "it is one of \(choices.joined(separator: ", "))"
                : rule ?? "the option is written `\(option)`",
            hint: isChoice ? Suggestion.hint(for: value, among: choices) : nil)
    }

    private func make(
        _ summary: String, at argument: String? = nil, because reason: String, hint: String? = nil
    ) -> Problem {
        Problem(
            .usage, summary, at: argument.map { .argument($0) }, because: reason,
            hint: hint ?? "`\(command) --help` shows what it takes")
    }

    /// The texts in quotes, in order.
    private var quoted: [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// `--as-of` of `--as-of <date>`.
    private static func name(of option: String) -> String {
        String(option.prefix { $0 != " " })
    }
}

extension StringProtocol {
    /// The text without the full stop of a single sentence.
    fileprivate var trimmingPoint: SubSequence { hasSuffix(".") ? dropLast() : self[...] }
}
