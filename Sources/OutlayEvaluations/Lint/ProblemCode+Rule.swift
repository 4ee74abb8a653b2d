import OutlayProblems

extension ProblemCode {
    /// The rule behind the code.
    public var rule: ProblemRule {
        if let rule = lintRule {
            return ProblemRule(rule.title, "\(rule.what) \(rule.why) \(rule.fix)")
        }
        guard let rule = statedRule else {
            preconditionFailure("a code of a lint rule stands in `AllLintRules`")
        }
        return rule
    }

    /// The rule of `outlay lint` that reports the code, where one does.
    public var lintRule: LintRuleDescriptor? {
        AllLintRules.list.lazy.map { $0.descriptor }.first { $0.code == self }
    }

    /// The severity that findings of the code usually have.
    public var usualSeverity: Severity { lintRule?.severity ?? severity }
}
