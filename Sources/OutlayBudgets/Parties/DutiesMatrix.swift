import OutlayProblems

extension Duty {
    /// Whether it needs a role and a second person: whatever changes the rules or the books themselves.
    public var needsTwoPersons: Bool {
        switch self {
        case .vendorData, .loadBudget, .transfer, .loadPolicy, .assignRoles: true
        case .request, .approve, .order, .receive, .bookInvoices: false
        }
    }
}

/// Who may do what, and what one person may not do together.
public struct DutiesMatrix: Sendable, Hashable {
    /// How many persons the duties are spread over.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Duties that need two persons get two.
        case separated
        /// A small firm: no second person, no pairs kept apart; every audit output says so.
        case singlePerson = "single-person"
    }

    /// Two duties that one person may not do for the same request.
    public struct Pair: Sendable, Hashable {
        /// One of them.
        public var first: Duty
        /// The other.
        public var second: Duty

        /// Creates a pair.
        public init(_ first: Duty, _ second: Duty) {
            self.first = first
            self.second = second
        }

        /// Returns the other duty where `duty` is one of the two.
        func other(than duty: Duty) -> Duty? {
            if duty == first { return second }
            return duty == second ? first : nil
        }
    }

    /// How many persons the duties are spread over.
    public var mode: Mode
    /// The roles that may do a duty; a duty that needs two persons and has no roles here is nobody's.
    public var roles: [Duty: [RoleID]]
    /// The roles that may be the second person of a duty that needs two; anybody of the organisation where
    /// it has none here.
    public var second: [Duty: [RoleID]]
    /// What is kept apart on one request.
    public var apart: [Pair]

    /// What is kept apart unless the document says otherwise: who asks does not approve, and who books
    /// invoices has neither approved, ordered nor received.
    ///
    /// - Source: GAO-14-704G, "Standards for Internal Control in the Federal Government" (2014), 10.03
    ///   and 10.12 to 10.14: segregation of duties.
    public static let standardPairs = [
        Pair(.request, .approve), Pair(.approve, .bookInvoices), Pair(.order, .bookInvoices),
        Pair(.receive, .bookInvoices),
    ]

    /// What every audit output says of the matrix: that one person may hold all duties; nil for nothing.
    public var remark: Problem? {
        guard mode == .singlePerson else { return nil }
        return Problem(
            .singlePerson, "one person may hold all duties",
            because:
                "the organisation says `single-person`, so nothing was confirmed by a second one")
    }

    /// Creates a matrix.
    public init(
        _ mode: Mode = .separated, roles: [Duty: [RoleID]] = [:],
        second: [Duty: [RoleID]] = [:], apart: [Pair] = Self.standardPairs
    ) {
        self.mode = mode
        self.roles = roles
        self.second = second
        self.apart = apart
    }
}
