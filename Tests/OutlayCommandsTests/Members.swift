import Foundation

/// The members that an object of a published format has to have and may have.
struct Members {
    /// The members it has to have.
    var required: Set<String>
    /// Further members that are written, all of which the format knows.
    var optional: Set<String> = []
    /// The texts that a member may be.
    var choices: [String: Set<String>] = [:]
    /// What stands in members that are objects, or lists of objects.
    var parts: [String: Members] = [:]
    /// Whether it is a list of such objects.
    var isList = false

    /// A list of such objects.
    static func list(_ members: Members) -> Members {
        var list = members
        list.isList = true
        return list
    }

    /// Returns what is wrong, each with its place.
    func problems(of value: Any, at place: String = "$") -> [String] {
        if isList {
            guard let items = value as? [Any] else { return ["\(place) is no list"] }
            var item = self
            item.isList = false
            return items.enumerated().flatMap { item.problems(of: $1, at: "\(place)[\($0)]") }
        }
        guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
        let names = Set(object.keys)
        var found = required.subtracting(names).sorted().map { "\(place) has no \($0)" }
        found += names.subtracting(required).subtracting(optional).sorted()
            .map { "\(place) has \($0)" }
        for (name, texts) in choices.sorted(by: { $0.key < $1.key }) {
            guard let text = object[name] else { continue }
            if !texts.contains(text as? String ?? "") {
                found.append("\(place).\(name) is \(text)")
            }
        }
        for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
            guard let value = object[name] else { continue }
            found += part.problems(of: value, at: "\(place).\(name)")
        }
        return found
    }

    /// An entry of a code quality report.
    ///
    /// - Source: GitLab documentation, "Code Quality", code quality report format.
    static let codeQuality = Members(
        required: ["description", "check_name", "fingerprint", "location", "severity"],
        choices: ["severity": ["info", "minor", "major", "critical", "blocker"]],
        parts: [
            "location": Members(
                required: ["path", "lines"], parts: ["lines": Members(required: ["begin"])])
        ])

    /// A SARIF log, as far as it is written here.
    ///
    /// - Source: OASIS, sarif-schema-2.1.0.json, whose objects take no members of others.
    static let log = Members(
        required: ["version", "runs"], optional: ["$schema"], choices: ["version": ["2.1.0"]],
        parts: ["runs": list(run)])

    private static let levels: Set<String> = ["none", "note", "warning", "error"]
    private static let message = Members(required: ["text"])

    private static let run = Members(
        required: ["tool", "results"], optional: ["columnKind", "invocations", "properties"],
        choices: ["columnKind": ["utf16CodeUnits", "unicodeCodePoints"]],
        parts: [
            "tool": Members(required: ["driver"], parts: ["driver": driver]),
            "invocations": list(Members(required: ["executionSuccessful"])),
            "results": list(result),
        ])

    private static let driver = Members(
        required: ["name"], optional: ["version", "rules"],
        parts: [
            "rules": list(
                Members(
                    required: ["id"],
                    optional: ["shortDescription", "fullDescription", "defaultConfiguration"],
                    parts: [
                        "shortDescription": message, "fullDescription": message,
                        "defaultConfiguration": Members(
                            required: [], optional: ["level"], choices: ["level": levels]),
                    ]))
        ])

    private static let result = Members(
        required: ["message"], optional: ["ruleId", "ruleIndex", "level", "locations"],
        choices: ["level": levels],
        parts: [
            "message": message,
            "locations": list(
                Members(required: ["physicalLocation"], parts: ["physicalLocation": place])),
        ])

    private static let place = Members(
        required: ["artifactLocation"], optional: ["region"],
        parts: [
            "artifactLocation": Members(required: ["uri"]),
            "region": Members(required: ["startLine", "startColumn", "endLine", "endColumn"]),
        ])
}
