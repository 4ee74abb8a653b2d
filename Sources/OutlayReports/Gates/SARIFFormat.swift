import OutlayEncoding
import OutlayProblems

/// A log in the Static Analysis Results Interchange Format.
///
/// - Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
public struct SARIFFormat: GateFormat {
    /// The name.
    public let identifier = "sarif"
    /// What reads it.
    public let title = "a SARIF log"

    /// Creates the format.
    public init() {}

    /// Returns the log with one run.
    public func render(_ result: GateResult, tool: String) -> String {
        let codes = Set(result.findings.map(\.code)).sorted { $0.rawValue < $1.rawValue }
        let rules = codes.map { code -> JSONValue in
            [
                "id": .string(code.rawValue),
                "shortDescription": ["text": .string(code.rule.title)],
                "fullDescription": ["text": .string(code.rule.explanation)],
                "defaultConfiguration": ["level": .string(Self.level(code.severity))],
            ]
        }
        let results = result.findings.map { problem -> JSONValue in
            let hint = problem.hint.map { " (\($0))" } ?? ""
            return [
                "ruleId": .string(problem.code.rawValue),
                "ruleIndex": .integer(codes.firstIndex(of: problem.code) ?? 0),
                "level": .string(Self.level(problem.severity)),
                "message": ["text": .string("\(problem.summary): \(problem.reason)\(hint)")],
                "locations": .array(result.place(of: problem).map { [location($0)] } ?? []),
            ]
        }
        let isComplete = result.outcome != .undecided
        let log: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "outlay", "version": .string(tool), "rules": .array(rules),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "invocations": [["executionSuccessful": .bool(isComplete)]],
                    "properties": [
                        "subject": .string(result.subject), "frame": .string(result.frame),
                    ],
                    "results": .array(results),
                ]
            ],
        ]
        return log.text(indentation: 2) + "\n"
    }

    private func location(_ place: (path: String, span: TextSpan?)) -> JSONValue {
        var physical: JSONObject = [
            "artifactLocation": ["uri": .string(Self.reference(to: place.path))]
        ]
        if let span = place.span {
            physical["region"] = [
                "startLine": .integer(span.start.line), "startColumn": .integer(span.start.column),
                "endLine": .integer(span.end.line), "endColumn": .integer(span.end.column),
            ]
        }
        return ["physicalLocation": .object(physical)]
    }

    /// A path as a relative reference of RFC 3986: every byte that may not stand there is escaped.
    private static func reference(to path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isLetter = byte < 0x80 && (scalar.properties.isAlphabetic || (48...57) ~= byte)
            if isLetter || "-._~/".unicodeScalars.contains(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
