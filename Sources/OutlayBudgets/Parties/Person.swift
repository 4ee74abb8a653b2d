import OutlayValues

/// A natural person of the organisation.
public struct Person: Sendable, Hashable {
    /// The identifier, such as `head.service`.
    public var id: PersonID
    /// The name, for people to read.
    public var name: String
    /// Who the person is to the operating system: the user's name there, or nil where they never act on the ledger's
    /// file themselves.
    public var account: String?
    /// The roles held.
    public var roles: [RoleAssignment]
    /// Who the person reports to.
    public var reportsTo: PersonID?
    /// Who stands in when the person is absent, the first one first.
    public var deputies: [PersonID]
    /// When the person is absent.
    public var absences: [DateSpan]
    /// The largest overrun the person may allow, in the organisation's currency; nil for none at all.
    public var overrideLimit: MinorUnits?

    /// Creates a person.
    public init(
        _ id: PersonID, name: String? = nil, account: String? = nil,
        roles: [RoleAssignment] = [], reportsTo: PersonID? = nil,
        deputies: [PersonID] = [], absences: [DateSpan] = [], overrideLimit: MinorUnits? = nil
    ) {
        self.id = id
        self.name = name ?? id.text
        self.account = account
        self.roles = roles
        self.reportsTo = reportsTo
        self.deputies = deputies
        self.absences = absences
        self.overrideLimit = overrideLimit
    }

    /// Returns whether the person is absent on `date`.
    public func isAbsent(on date: CalendarDate) -> Bool {
        absences.contains { $0.contains(date) }
    }
}

/// A role that a person holds, for some days and some budget nodes.
public struct RoleAssignment: Sendable, Hashable {
    /// The role, such as `budget-owner`.
    public var role: RoleID
    /// The budget nodes, with all below them, that it is held for; none for all of them.
    public var nodes: [NodeID]
    /// When it is held.
    public var days: DateSpan

    /// Creates an assignment.
    public init(_ role: RoleID, nodes: [NodeID] = [], days: DateSpan = DateSpan()) {
        self.role = role
        self.nodes = nodes
        self.days = days
    }

    /// Returns whether `role` is held on `date`.
    func isHeld(_ role: RoleID, on date: CalendarDate) -> Bool {
        self.role == role && days.contains(date)
    }
}
