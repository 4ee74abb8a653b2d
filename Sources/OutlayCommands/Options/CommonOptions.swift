import ArgumentParser
import Outlay

/// The options that every command takes.
///
/// Where a group of options holds another one, a debug build checks the inner one some four times for each check of
/// the outer one. So groups are held side by side by commands, and nest three deep at most.
struct CommonOptions: ParsableArguments {
    @Option(help: AnswerFormat.help)
    var format: AnswerFormat = .text

    @OptionGroup var surroundings: SurroundingOptions
}

/// The options that every command takes, whatever it writes.
struct SurroundingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day that quotes, prices and terms are judged on; today (UTC) where not given.",
            valueName: "date"),
        transform: CalendarDate.init(argument:))
    var asOf: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "The project file, instead of searching for outlay.yaml.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The folder of catalogues, instead of the project's.", valueName: "folder"))
    var catalogs: String?

    @Option(help: "Whether text is coloured: auto, always or never.")
    var color: ColourChoice = .auto

    @Flag(
        name: .shortAndLong, help: "Leave out warnings and notes that are not part of the answer.")
    var quiet = false

    @Option(
        help: "The severity from which the exit code is 1: note, warning, or error (the default).")
    var failOn: FailureThreshold = .error

    @Flag(help: "Exit with 0 whatever the answer says; for reports in CI.")
    var exitZero = false
}

/// How an answer is written.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case ndjson
    case csv
    case md

    /// What help says of the option.
    static let help: ArgumentHelp = "How the answer is written: text, json, ndjson, csv or md."
}

/// Whether text is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never

    /// Returns whether to colour what goes to a stream, by the rules of NO_COLOR and TERM=dumb.
    func isOn(terminal: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            terminal && Console.environment("NO_COLOR") == nil
                && Console.environment("TERM") != "dumb"
        }
    }
}

/// The severity from which a command fails.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
    case note
    case warning
    case error

    /// Returns whether a command fails by a finding of this severity.
    func isReached(by severity: Severity) -> Bool {
        switch self {
        case .note: true
        case .warning: severity >= .warning
        case .error: false
        }
    }
}

extension CalendarDate {
    /// Reads a date argument.
    ///
    /// - Throws: A `ValidationError` with the rule that the text breaks.
    init(argument: String) throws {
        do {
            self = try CalendarDate(parsing: argument)
        } catch {
            throw ValidationError(error.reason)
        }
    }
}
