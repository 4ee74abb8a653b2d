import OutlayProblems

/// What a gate says of a purchase, which may go on or not.
///
/// A gate is several checks; one that could not be made counts against it, never for it.
public struct GateResult: Sendable {
    /// One check of a gate.
    public struct Check: Sendable {
        /// A stable name, such as `budget`.
        public var id: String
        /// What is checked, as a question.
        public var title: String
        /// What became of it.
        public var outcome: Outcome
        /// What was found, in a line: a verdict with its figures.
        public var statement: String
        /// What stands in the way, and what else to know.
        public var findings: [Problem]

        /// Creates a check.
        public init(
            id: String, title: String, outcome: Outcome, statement: String, findings: [Problem] = []
        ) {
            self.id = id
            self.title = title
            self.outcome = outcome
            self.statement = statement
            self.findings = findings
        }
    }

    /// What became of a check, the best first.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Comparable {
        /// It holds.
        case pass
        /// It holds, with something to look at.
        case warn
        /// It does not hold.
        case fail
        /// It could not be made.
        case undecided

        /// Returns whether `left` is the better outcome.
        public static func < (left: Outcome, right: Outcome) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What is judged, such as a document or a request.
    public var subject: String
    /// The frame of every check: the day, the option, the ledger.
    public var frame: String
    /// The file that is judged, which findings without a place of their own stand in; nil where it is none.
    public var file: String?
    /// The checks, in order.
    public var checks: [Check]

    /// Creates a result.
    ///
    /// - Precondition: there is a check; nothing that was not looked at passes.
    public init(subject: String, frame: String, file: String?, checks: [Check]) {
        precondition(!checks.isEmpty, "a gate makes a check at least")
        self.subject = subject
        self.frame = frame
        self.file = file
        self.checks = checks
    }

    /// What becomes of the purchase: the worst outcome of a check.
    public var outcome: Outcome { checks.map(\.outcome).max() ?? .undecided }

    /// What was found by all checks, in their order.
    public var findings: [Problem] { checks.flatMap(\.findings) }

    /// The verdict in words.
    public var verdict: String {
        switch outcome {
        case .pass: "PASS"
        case .warn: "PASS, with warnings"
        case .fail: "FAIL"
        case .undecided: "UNDECIDED: a check could not be made"
        }
    }
}
