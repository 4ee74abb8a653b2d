import OutlayValues

/// Several people who score options on some of the criteria, and how their scores become one value.
public struct Panel: Sendable, Hashable {
    /// How the members' values on a criterion become one.
    public var rule: GroupValue.Rule
    /// The range of the members' values, 0 … 100, from which they are said to disagree.
    public var disagreement: ExactDecimal
    /// What each member has handed in, in the order of the document.
    public var ballots: [Ballot]
    /// What stands for members who have handed in nothing, such as the path of the file that is not there.
    public var awaited: [String]

    /// Creates a panel.
    public init(
        rule: GroupValue.Rule, disagreement: ExactDecimal = Panel.standardDisagreement,
        ballots: [Ballot], awaited: [String] = []
    ) {
        self.rule = rule
        self.disagreement = disagreement
        self.ballots = ballots
        self.awaited = awaited
    }

    /// The disagreement that is marked where nothing is said: a quarter of the scale.
    public static let standardDisagreement = ExactDecimal(25)

    /// What one member has handed in.
    public struct Ballot: Sendable, Hashable {
        /// The member's identifier.
        public var member: String
        /// The day of the scores.
        public var date: CalendarDate
        /// The options the member has an interest in, with the reason; their scores are left out.
        public var conflicts: [Conflict]
        /// The performances by option and criterion, on the criterion's own scale; what is absent is unknown.
        public var scores: [String: [String: Performance]]
        /// What the member says of a score, by option and criterion.
        public var notes: [String: [String: String]]

        /// Creates a ballot.
        public init(
            member: String, date: CalendarDate, conflicts: [Conflict] = [],
            scores: [String: [String: Performance]], notes: [String: [String: String]] = [:]
        ) {
            self.member = member
            self.date = date
            self.conflicts = conflicts
            self.scores = scores
            self.notes = notes
        }

        /// Returns why the member may not score an option, or nil where nothing is declared.
        public func conflict(on option: String) -> Conflict? {
            conflicts.first { $0.option == option }
        }
    }

    /// A member's declared interest in an option.
    public struct Conflict: Sendable, Hashable {
        /// The option.
        public var option: String
        /// What the interest is.
        public var reason: String

        /// Creates a conflict.
        public init(option: String, reason: String) {
            self.option = option
            self.reason = reason
        }
    }
}
