import OutlayValues

/// A requirement that no score can make up for.
public struct KnockOut: Sendable, Hashable {
    /// The stable identifier.
    public var id: String
    /// The question an option must answer, such as "Single sign-on (OIDC or SAML)".
    public var question: String
    /// The unit of a number, empty where there is none.
    public var unit: String
    /// What the answer must be.
    public var requirement: Requirement

    /// What an answer must be to pass.
    public enum Requirement: Sendable, Hashable {
        /// The same as the given answer.
        case equals(Performance)
        /// One of the given answers; at least one.
        case isOneOf([Performance])
        /// This number or more.
        case numberAtLeast(ExactDecimal)
        /// This number or less.
        case numberAtMost(ExactDecimal)
        /// This level or one behind it in the list, which runs from worst to best.
        case levelAtLeast(String, of: [String])
        /// This level or one before it in the list, which runs from worst to best.
        case levelAtMost(String, of: [String])
        /// A day before this one.
        case before(CalendarDate)
        /// A day after this one.
        case after(CalendarDate)
        /// This day or a later one.
        case dateAtLeast(CalendarDate)
        /// This day or an earlier one.
        case dateAtMost(CalendarDate)
    }

    /// Creates a knock-out.
    public init(id: String, question: String, unit: String = "", requirement: Requirement) {
        self.id = id
        self.question = question
        self.unit = unit
        self.requirement = requirement
    }
}

/// How an option stands against one knock-out.
public enum KnockOutOutcome: Sendable, Hashable {
    /// The requirement is met.
    case passed
    /// The requirement is not met by `found`.
    case failed(found: Performance)
    /// Nothing is known, which is neither a pass nor a fail.
    case unknown
}
