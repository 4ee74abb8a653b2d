import OutlayProblems

/// One question that reviewers ask of every business case: one file in `Rules/`, one line in ``AllLintRules``.
///
/// A rule looks at the checked evaluation and its figures and never changes them.
public protocol LintRule: Sendable {
    /// What the rest of the program needs to know of the rule.
    static var descriptor: LintRuleDescriptor { get }

    /// Looks at one business case.
    ///
    /// - Throws: A ``Problem`` where a figure that the rule needs cannot be computed.
    static func check(_ subject: LintSubject) throws(Problem) -> LintVerdict
}

extension LintRule {
    /// Creates a finding of the rule; its severity is the rule's unless `severity` says otherwise.
    static func finding(
        _ summary: String, at location: Location?, because reason: String, hint: String,
        severity: Severity? = nil
    ) -> Problem {
        var problem = Problem(
            descriptor.code, summary, at: location, because: reason, hint: hint)
        problem.severity = severity ?? descriptor.severity
        return problem
    }
}

/// What a rule has to say of one business case.
public enum LintVerdict: Sendable, Hashable {
    /// What it found; nothing where the rule is kept, or where the case has nothing that it is about.
    case found([Problem])
    /// The rule could not look, and why; it neither holds nor is broken.
    case unchecked(because: String)

    /// The rule is kept.
    public static let kept = LintVerdict.found([])
}

/// What a rule of `outlay lint` is, so that help, `outlay rule` and the reference page need nothing else.
public struct LintRuleDescriptor: Sendable, Hashable {
    /// The stable code, such as `OL601`.
    public var code: ProblemCode
    /// What is wrong where the rule is broken, as one phrase.
    public var title: String
    /// How much a finding matters, unless the rule says otherwise of one.
    public var severity: Severity
    /// What it looks at, in full sentences.
    public var what: String
    /// Why it matters, in full sentences.
    public var why: String
    /// What to do, in full sentences.
    public var fix: String
    /// What breaks the rule and what keeps it.
    public var example: LintExample
    /// The public practice it comes from.
    public var source: String

    /// Creates a descriptor.
    public init(
        code: ProblemCode, title: String, severity: Severity = .warning, what: String, why: String,
        fix: String, example: LintExample, source: String
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.what = what
        self.why = why
        self.fix = fix
        self.example = example
        self.source = source
    }
}

/// The same place of a document, breaking a rule and keeping it.
///
/// Each stands in the sample document of the tests as it is written here, so that both are tried.
public struct LintExample: Sendable, Hashable {
    /// The lines that break the rule; none where something is missing.
    public var bad: String
    /// The lines that keep it.
    public var good: String

    /// Creates an example.
    public init(bad: String, good: String) {
        self.bad = bad
        self.good = good
    }
}

/// The public practice that rules come from.
enum LintSource {
    static let costGuide = "GAO, Cost Estimating and Assessment Guide (GAO-20-195G)"
    static let alternatives =
        "GAO, best practices for the analysis of alternatives process (GAO-15-37, GAO-16-22)"
    static let greenBook =
        "HM Treasury, The Green Book: appraisal and evaluation in central government"
    static let caseGuide =
        "HM Treasury, Guide to developing the project business case (five case model)"
}
