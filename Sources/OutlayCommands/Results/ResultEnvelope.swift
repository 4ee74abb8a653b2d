import Outlay

/// The shape of what stands around every JSON result.
enum ResultEnvelope {
    /// Returns the shape of the whole answer of a command.
    static func shape(of result: ResultSchema) -> ObjectShape {
        ObjectShape(
            "\(result.name) answer", "What a command prints with `--format json`.",
            [
                Field(
                    "schema", .constant("outlay/" + result.name, code: .unknownName),
                    "What the result is.", required: true),
                Field(
                    "version", .text(),
                    "The version of results: a new major number breaks readers.",
                    required: true),
                Field("tool", .text(), "The version of the tool.", required: true),
                Field("as_of", .date, "The day everything was judged on.", required: true),
                Field(
                    "status", .choice(["ok", "warn", "no", "error"]),
                    "How it went: no is a check's refusal, error means there is no result.",
                    required: true),
                Field("exit_code", .integer(0...74), "The process's exit code.", required: true),
                Field(
                    "inputs", .list(of: .object(input)), "The files that were read.",
                    required: true),
                Field("result", result.shape, "The answer; null after an error."),
                Field(
                    "diagnostics", .list(of: .object(diagnostic)),
                    "Errors, warnings and notes.", required: true),
            ])
    }

    private static let input = ObjectShape(
        "input", "A file that was read.",
        [
            Field(
                "path", .text(), "The path as it was given; - is standard input.", required: true),
            Field("sha256", .text(), "The SHA-256 of its bytes.", required: true),
        ])

    /// An error, a warning or a note.
    static let diagnostic = ObjectShape(
        "diagnostic", "An error, a warning or a note.",
        [
            Field("code", .text(), "Its stable code, such as OL031.", required: true),
            Field(
                "severity", .choice(Severity.allCases.map(\.rawValue)), "How much it matters.",
                required: true),
            Field("message", .text(), "What is wrong.", required: true),
            Field("reason", .text(), "Why it is wrong.", required: true),
            Field("hint", .text(), "How to go on."),
            Field("cause", .text(), "The cause in the words of the system or a library."),
            Field("place", .text(), "The option, argument or part of the computation."),
            Field("file", .text(), "The file."),
            Field("start", .object(position), "The first marked character."),
            Field("end", .object(position), "The position behind the last marked character."),
            Field("path", .text(TextRule(length: 0...Int.max)), "The place as a JSON pointer."),
        ])

    private static let position = ObjectShape(
        "position", "A place in a text file, counted from 1.",
        [
            Field("line", .integer(1...Int.max), "The line.", required: true),
            Field("column", .integer(1...Int.max), "The column.", required: true),
        ])
}
