import Outlay

/// What a command has to say, before it is written in some format.
struct Answer {
    /// The name of the JSON result's schema, such as `compare`.
    var schema: String
    /// The answer for people.
    var report: Report
    /// The answer for programs.
    var result: JSONValue
    /// Warnings and notes.
    var findings: [Problem] = []
    /// Whether findings are what was asked for, and so are told like errors: with place, reason and hint.
    var tellsFindingsInFull = false
    /// The findings as a table, for commands whose answer they are: they are then told with the answer, and
    /// nowhere else.
    var findingTable: Table?
    /// The files that were read, in order.
    var inputs: [FileDigest] = []
    /// The answer in a shape of its own, for commands whose text is not a report (a schema, a version).
    var plainText: String?
    /// The rows of the answer for programs, which `ndjson` writes one on a line; where there are none it writes
    /// the answer as `json` does.
    var rows: [JSONValue]?
    /// The answer as CSV, for commands whose columns are fixed; else the tables of the report.
    var csvText: String?
    /// Exit code 1: a check that was asked for says no.
    var saysNo = false
    /// The exit code of an answer that is given and yet is no pass, such as one that could not be decided.
    var exitCode: Int32?
}

/// Several problems at once, in file order.
struct Problems: Error {
    /// The problems; at least one error among them.
    var list: [Problem]
}

/// The exit codes; SEMANTICS has no others.
enum ExitStatus {
    static let passed: Int32 = 0
    static let saysNo: Int32 = 1
    static let malformed: Int32 = 2
    static let undecidable: Int32 = 3
    static let forbidden: Int32 = 4
    static let conflict: Int32 = 5
    static let damaged: Int32 = 6
    static let ourMistake: Int32 = 70
    static let unwritten: Int32 = 74

    /// Returns the exit code of a command that ended in these problems: the first of the gravest kind.
    static func of(_ problems: [Problem]) -> Int32 {
        let outcomes = Set(problems.filter { $0.severity == .error }.map(\.code.outcome))
        if outcomes.contains(.ourMistake) { return ourMistake }
        if outcomes.contains(.damaged) { return damaged }
        if outcomes.contains(.unwritten) { return unwritten }
        if outcomes.contains(.malformed) { return malformed }
        if outcomes.contains(.undecidable) { return undecidable }
        if outcomes.contains(.forbidden) { return forbidden }
        if outcomes.contains(.conflict) { return conflict }
        return outcomes.contains(.refused) ? saysNo : passed
    }
}
