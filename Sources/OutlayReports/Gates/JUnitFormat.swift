import OutlayProblems

/// A test report in the JUnit form that CI systems read: a test case for each check.
///
/// - Source: the schema of Jenkins' xUnit plugin, `junit-10.xsd`.
public struct JUnitFormat: GateFormat {
    /// The name.
    public let identifier = "junit"
    /// What reads it.
    public let title = "a JUnit test report"

    /// Creates the format.
    public init() {}

    /// Returns the report.
    public func render(_ result: GateResult, tool: String) -> String {
        let failures = result.checks.count { $0.outcome == .fail }
        let errors = result.checks.count { $0.outcome == .undecided }
        let counts =
            "tests=\"\(result.checks.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites name=\"outlay gate\" \(counts)>",
            "  <testsuite name=\"\(Markup.escaped(result.subject))\" \(counts) skipped=\"0\">",
            "    <properties>",
            "      <property name=\"frame\" value=\"\(Markup.escaped(result.frame))\"/>",
            "    </properties>",
        ]
        for check in result.checks { lines += self.lines(of: check, in: result) }
        lines += ["  </testsuite>", "</testsuites>"]
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(of check: GateResult.Check, in result: GateResult) -> [String] {
        let head =
            "    <testcase classname=\"outlay.\(Markup.escaped(check.id))\" "
            + "name=\"\(Markup.escaped(check.title))\""
        let details = check.findings.map { Markup.escaped(GateResult.sentence($0)) }
            .joined(separator: "\n")
        let statement = Markup.escaped(check.statement)
        let element: String? =
            switch check.outcome {
            case .pass: nil
            case .warn: nil
            case .fail: "failure"
            case .undecided: "error"
            }
        guard let element else {
            let output = details.isEmpty ? statement : statement + "\n" + details
            return [head + ">", "      <system-out>\(output)</system-out>", "    </testcase>"]
        }
        let type = check.findings.first { $0.severity == .error }?.code.rawValue ?? check.id
        return [
            head + ">",
            "      <\(element) message=\"\(statement)\" type=\"\(Markup.escaped(type))\">\(details)"
                + "</\(element)>",
            "    </testcase>",
        ]
    }
}
