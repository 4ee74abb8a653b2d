import OutlayProblems
import OutlayValues

/// What `outlay lint` has to say of one evaluation.
public struct LintReport: Sendable {
    /// Creates a report.
    public init(findings: [Problem], suppressed: [Suppressed], unchecked: [Unchecked]) {
        self.findings = findings
        self.suppressed = suppressed
        self.unchecked = unchecked
    }

    /// What was found and not suppressed: errors, then warnings, then notes, each in the order of the rules.
    public var findings: [Problem]
    /// What was found and left out, each with the suppression that did it.
    public var suppressed: [Suppressed]
    /// The rules that could not look, and why.
    public var unchecked: [Unchecked]

    /// A finding that the document leaves out.
    public struct Suppressed: Sendable, Hashable {
        /// The finding.
        public var finding: Problem
        /// What leaves it out.
        public var suppression: LintSuppression
    }

    /// A rule that could not look.
    public struct Unchecked: Sendable, Hashable {
        /// The rule's code.
        public var code: ProblemCode
        /// Why it could not.
        public var reason: String
    }

    /// Returns how many findings there are of a severity.
    public func count(of severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    /// The findings in words, such as `1 warning, 3 notes`.
    public var summary: String {
        let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = count(of: severity)
            guard count > 0 else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    }
}

extension EvaluationResult {
    /// The day of the first quote, as far as the sources of vendors' prices have days.
    package var firstQuoteDay: CalendarDate? {
        LintSubject(self, earlierWeights: .unknown).firstQuote?.day
    }

    /// Asks what reviewers ask of every business case.
    ///
    /// The answer holds the findings of every rule of ``AllLintRules`` and those beside the result, but for options
    /// that fail a requirement and are not recommended; less what the document suppresses with a reason. What drawn
    /// ranges say (``assessRobustness(trials:seed:)``) is among them only where it was looked at before.
    ///
    /// - Parameter earlierWeights: The weights before the first quote, where there is a record of them.
    /// - Returns: Findings, what was left out, and what could not be looked at.
    /// - Throws: A ``Problem`` where a figure that a rule needs cannot be computed.
    public func lint(earlierWeights: EarlierWeights = .unknown) throws(Problem) -> LintReport {
        let subject = LintSubject(self, earlierWeights: earlierWeights)
        var found: [Problem] = []
        var unchecked: [LintReport.Unchecked] = []
        for rule in AllLintRules.list {
            switch try rule.check(subject) {
            case .found(let problems): found += problems
            case .unchecked(let reason):
                unchecked.append(
                    LintReport.Unchecked(code: rule.descriptor.code, reason: reason))
            }
        }
        found = findings.filter { !subject.isMoot($0) }.map(subject.placed) + found
        let standing = evaluation.lintSuppressions.filter { $0.until.map { $0 >= asOf } ?? true }
        var report = LintReport(findings: [], suppressed: [], unchecked: unchecked)
        for finding in found {
            if let suppression = standing.first(where: { $0.code == finding.code }) {
                report.suppressed.append(
                    LintReport.Suppressed(finding: finding, suppression: suppression))
            } else {
                report.findings.append(finding)
            }
        }
        report.findings += evaluation.lintSuppressions.compactMap { judged($0, found) }
        report.findings = [Severity.error, .warning, .note].flatMap { severity in
            report.findings.filter { $0.severity == severity }
        }
        return report
    }

    /// Returns what is to be said of a suppression itself: that it has lapsed, or leaves nothing out.
    private func judged(_ suppression: LintSuppression, _ found: [Problem]) -> Problem? {
        let code = suppression.code.rawValue
        let isFirst = evaluation.lintSuppressions.first { $0.code == suppression.code }
        guard found.contains(where: { $0.code == suppression.code }), isFirst == suppression else {
            return Problem(
                .idleSuppression, "the suppression of \(code) leaves nothing out",
                at: suppression.place,
                because: isFirst == suppression
                    ? "nothing of this code is found" : "\(code) is suppressed already",
                hint: "remove it")
        }
        guard let until = suppression.until, until < asOf else { return nil }
        return Problem(
            .lapsedSuppression, "the suppression of \(code) has lapsed", at: suppression.place,
            because: "it held until \(until), and this is as of \(asOf)",
            hint: "mend what was found, or give a later day with a reason that holds for it")
    }
}
