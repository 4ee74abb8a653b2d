import OutlayProblems

/// One rule of approval: one file in `Rules/`, one line in ``AllRules``.
public protocol ApprovalRule: Sendable {
    /// What the rest of the program needs to know of the rule.
    static var descriptor: RuleDescriptor { get }
}

/// A rule that says which steps a request has to take, or that it cannot go this way.
public protocol PlanningRule: ApprovalRule {
    /// Adds what the rule asks for to `draft`, or returns why the request is refused.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow`` where totals do not add up in 64 bits.
    static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal?
}

/// A rule that says whether a person's decision counts.
public protocol DecisionRule: ApprovalRule {
    /// Returns why the decision does not count, or nil where this rule has nothing against it.
    static func refusal(of context: DecisionContext) -> Refusal?
}

/// A rule about who does what besides deciding.
public protocol DutyRule: ApprovalRule {
    /// Returns why the duty may not be exercised so, or nil where this rule has nothing against it.
    static func refusal(of context: DutyContext) -> Refusal?
}

/// A rule about invoices.
public protocol InvoiceRule: ApprovalRule {
    /// Returns why the invoice is refused as a posting, or nil; `flags` takes what everybody should see.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow`` where amounts do not add up in 64 bits.
    static func refusal(
        of context: InvoiceContext, flags: inout [AnswerFlag]
    ) throws(Problem) -> Refusal?
}

/// A rule about what is due.
public protocol NoticeRule: ApprovalRule {
    /// Returns the notices that are due.
    static func notices(of context: NoticeContext) -> [LedgerNotice]
}

/// What a rule is, so that help and the reference page need nothing else.
public struct RuleDescriptor: Sendable {
    /// The stable identifier, such as `split-purchase`.
    public var identifier: String
    /// What readers see.
    public var title: String
    /// What it looks at, each with one phrase.
    public var inputs: [RuleInput]
    /// The refusals it gives, in the order in which it names them.
    public var refusals: [RefusalCode]
    /// Where it comes from.
    public var source: String
    /// At least one worked example.
    public var examples: [RuleExample]

    /// Creates a descriptor.
    public init(
        identifier: String, title: String, inputs: [RuleInput], refusals: [RefusalCode] = [],
        source: String, examples: [RuleExample]
    ) {
        self.identifier = identifier
        self.title = title
        self.inputs = inputs
        self.refusals = refusals
        self.source = source
        self.examples = examples
    }
}

/// One input of a rule.
public struct RuleInput: Sendable, Hashable {
    /// The field of the policy, the organisation or the request.
    public var name: String
    /// One phrase that says what it is.
    public var summary: String
    /// What holds where it is left out; nil where it must be given.
    public var standard: String?

    /// Creates an input.
    public init(_ name: String, _ summary: String, standard: String? = nil) {
        self.name = name
        self.summary = summary
        self.standard = standard
    }
}

/// A worked example: a case in words, what comes of it, and the calculation that shows it.
public struct RuleExample: Sendable {
    /// The case.
    public var title: String
    /// What comes of it.
    public var expected: String
    /// Works the case out.
    public var outcome: @Sendable () throws(Problem) -> String

    /// Creates an example.
    public init(
        _ title: String, gives expected: String,
        _ outcome: @escaping @Sendable () throws(Problem) -> String
    ) {
        self.title = title
        self.expected = expected
        self.outcome = outcome
    }
}
