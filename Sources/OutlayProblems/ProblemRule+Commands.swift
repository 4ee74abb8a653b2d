extension ProblemCode {
    /// The rules of commands and files.
    var commandRule: ProblemRule {
        switch self {
        case .usage:
            ProblemRule(
                "the command line cannot be understood",
                "`outlay help COMMAND` shows what a command takes.")
        case .unreadableFile:
            ProblemRule(
                "a file cannot be read",
                "Regular files are read whole; folders, devices and pipes are not (`-` is standard input)."
            )
        case .unwritableFile:
            ProblemRule(
                "output cannot be written",
                "Files are written beside and renamed, so what was there before is still as it was."
            )
        case .fileExists:
            ProblemRule("a file is already there", "Nothing is overwritten unless asked for.")
        case .unknownName:
            ProblemRule("a name is not known", "The message lists the names there are.")
        case .unusedOverride:
            ProblemRule(
                "a changed assumption changes nothing",
                "The year lies behind the horizon, so the figures are what they were without it.")
        case .noGit, .noRepository, .unknownRevision, .notInRevision, .gitFailed,
            .differentCurrencies:
            revisionRule
        default:
            ProblemRule(
                "a mistake of the tool",
                "Something happened that should not be possible. Please report it with the command line."
            )
        }
    }
}
