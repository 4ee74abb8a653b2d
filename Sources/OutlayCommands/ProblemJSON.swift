import Outlay

/// Problems as JSON for programs.
enum ProblemJSON {
    /// Returns the entry of `diagnostics` for a problem; what it does not have is null.
    ///
    /// `place` names an option, an argument or a part of the computation; `file`, `start`, `end` and
    /// `path` (a JSON pointer) a place in a file.
    static func diagnostic(_ problem: Problem) -> JSONValue {
        var entry: JSONObject = [
            "code": .string(problem.code.rawValue),
            "severity": .string(problem.severity.rawValue),
            "message": .string(problem.summary),
            "reason": .string(problem.reason),
            "hint": .string(orNull: problem.hint),
            "cause": .string(orNull: problem.underlying),
            "place": .null, "file": .null, "start": .null, "end": .null, "path": .null,
        ]
        switch problem.location {
        case .text(let span):
            entry["file"] = .string(span.path)
            entry["start"] = position(span.start)
            entry["end"] = position(span.end)
            entry["path"] = .string(orNull: span.pointer)
        case .file(let path): entry["file"] = .string(path)
        case .argument(let name), .part(let name): entry["place"] = .string(name)
        case nil: break
        }
        return .object(entry)
    }

    private static func position(_ position: TextPosition) -> JSONValue {
        ["line": .integer(position.line), "column": .integer(position.column)]
    }
}
