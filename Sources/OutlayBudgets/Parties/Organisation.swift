import OutlayProblems
import OutlayValues

/// Who there is, who holds which role, who reports to whom, and who stands in.
public struct Organisation: Sendable, Hashable {
    /// The identifier of the document.
    public let id: LedgerText
    /// Which revision this is, from 1.
    public let revision: Int
    /// The first day on which it holds.
    public let effectiveFrom: CalendarDate
    /// What limits are in.
    public let currency: Currency
    /// The people, by identifier.
    public let people: [Person]
    /// The delegations, in the order of the document; behind them what people lent by acts of their own.
    public internal(set) var delegations: [Delegation]
    /// Who may do what.
    public let duties: DutiesMatrix
    private let places: [PersonID: Int]
    /// For each role the places of those who hold it at any time, in the order of people.
    private let holders: [RoleID: [Int]]

    /// Creates an organisation.
    ///
    /// - Throws: ``ProblemCode/duplicateIdentifier``, ``ProblemCode/unknownReference`` or
    ///   ``ProblemCode/badReporting`` where the people do not fit together, and
    ///   ``ProblemCode/badDelegation``.
    public init(
        id: LedgerText, revision: Int = 1, effectiveFrom: CalendarDate, currency: Currency,
        people: [Person], delegations: [Delegation] = [], duties: DutiesMatrix = DutiesMatrix()
    ) throws(Problem) {
        let problems = Self.problems(people, delegations).map(\.problem)
        if let first = problems.first { throw first }
        self.init(
            checked: people, id: id, revision: revision, effectiveFrom: effectiveFrom,
            currency: currency, delegations: delegations, duties: duties)
    }

    init(
        checked people: [Person], id: LedgerText, revision: Int, effectiveFrom: CalendarDate,
        currency: Currency, delegations: [Delegation], duties: DutiesMatrix
    ) {
        self.id = id
        self.revision = revision
        self.effectiveFrom = effectiveFrom
        self.currency = currency
        self.people = people.sorted { $0.id < $1.id }
        self.delegations = delegations
        self.duties = duties
        places = Dictionary(
            uniqueKeysWithValues: self.people.enumerated().map { ($0.element.id, $0.offset) })
        var holders: [RoleID: [Int]] = [:]
        for (place, person) in self.people.enumerated() {
            for role in Set(person.roles.map(\.role)) { holders[role, default: []].append(place) }
        }
        self.holders = holders
    }

    /// Returns a copy with one delegation more.
    ///
    /// - Throws: ``ProblemCode/badDelegation`` or ``ProblemCode/unknownReference``.
    public func adding(_ delegation: Delegation) throws(Problem) -> Organisation {
        try Organisation(
            id: id, revision: revision, effectiveFrom: effectiveFrom, currency: currency,
            people: people, delegations: delegations + [delegation], duties: duties)
    }

    /// Returns the person called `id`, or nil where there is none.
    public func person(_ id: PersonID) -> Person? {
        places[id].map { people[$0] }
    }

    /// Returns the person who is `account` to the operating system, or nil where nobody is.
    public func person(account: String) -> Person? {
        people.first { $0.account == account }
    }

    /// The superiors of `person`, the nearest first.
    func superiors(of person: PersonID) -> [Person] {
        var found: [Person] = []
        var next = self.person(person)?.reportsTo
        while let id = next, let superior = self.person(id), found.count < people.count {
            found.append(superior)
            next = superior.reportsTo
        }
        return found
    }

    /// Returns whether `person` reports to `superior`, directly or through others.
    public func reports(_ person: PersonID, to superior: PersonID) -> Bool {
        superiors(of: person).contains { $0.id == superior }
    }

    /// Returns whether `person` holds `role` on `date`, for any node.
    public func holds(_ person: PersonID, role: RoleID, on date: CalendarDate) -> Bool {
        self.person(person)?.roles.contains { $0.isHeld(role, on: date) } ?? false
    }

    /// Returns who holds `role` for the chain of nodes `line`, the charged node first: those of the nearest
    /// node that anybody holds it for, else those who hold it for all nodes.
    func holders(of role: RoleID, line: [NodeID], on date: CalendarDate) -> [Person] {
        func holding(_ isMeant: (RoleAssignment) -> Bool) -> [Person] {
            (holders[role] ?? []).map { people[$0] }.filter { person in
                person.roles.contains { $0.isHeld(role, on: date) && isMeant($0) }
            }
        }
        for node in line {
            let found = holding { $0.nodes.contains(node) }
            if !found.isEmpty { return found }
        }
        return holding { $0.nodes.isEmpty }
    }
}

extension Organisation {
    /// Where in an organisation a problem stands.
    enum Place: Hashable {
        case person(Int, String)
        case delegation(Int, String)
    }

    static func problems(
        _ people: [Person], _ delegations: [Delegation]
    ) -> [(place: Place, problem: Problem)] {
        var found: [(place: Place, problem: Problem)] = []
        var superiors: [PersonID: PersonID] = [:]
        var known: Set<PersonID> = []
        var accounts: [String: PersonID] = [:]
        for (index, person) in people.enumerated() {
            if !known.insert(person.id).inserted {
                found.append((.person(index, "id"), twice(person.id)))
            }
            superiors[person.id] = person.reportsTo
            if let account = person.account,
                let other = accounts.updateValue(person.id, forKey: account)
            {
                found.append((.person(index, "account"), shared(account, other)))
            }
        }
        let circles = superiors.circles
        for (index, person) in people.enumerated() {
            if let superior = person.reportsTo {
                if !known.contains(superior) {
                    found.append((.person(index, "reports_to"), unknown(superior, known)))
                } else if circles.contains(person.id) {
                    found.append((.person(index, "reports_to"), circle(person.id)))
                }
            }
            for deputy in person.deputies where !known.contains(deputy) || deputy == person.id {
                let problem =
                    deputy == person.id ? ownDeputy(person.id) : unknown(deputy, known)
                found.append((.person(index, "deputies"), problem))
            }
        }
        for (index, delegation) in delegations.enumerated() {
            found += problems(delegation, known).map { (.delegation(index, $0), $1) }
        }
        return found
    }

    private static func problems(
        _ delegation: Delegation, _ known: Set<PersonID>
    ) -> [(String, Problem)] {
        var found: [(String, Problem)] = []
        if !known.contains(delegation.principal) {
            found.append(("from", unknown(delegation.principal, known)))
        }
        if !known.contains(delegation.delegate) {
            found.append(("to", unknown(delegation.delegate, known)))
        } else if delegation.principal == delegation.delegate {
            let name = Problem.quoted(delegation.principal.text)
            found.append(
                (
                    "to",
                    Problem(
                        .badDelegation, "\(name) delegates to themselves",
                        because: "a delegation lends authority to another person")
                ))
        }
        if delegation.end < delegation.start {
            found.append(
                (
                    "end",
                    Problem(
                        .badDelegation,
                        "a delegation ends on \(delegation.end), before it starts",
                        because: "it starts on \(delegation.start), and its end is its last day")
                ))
        }
        return found
    }

    private static func twice(_ id: PersonID) -> Problem {
        Problem(
            .duplicateIdentifier, "\(Problem.quoted(id.text)) stands twice",
            because: "every person stands in an organisation once")
    }

    private static func shared(_ account: String, _ other: PersonID) -> Problem {
        Problem(
            .duplicateIdentifier,
            "the account \(Problem.quoted(account)) is that of \(Problem.quoted(other.text)) too",
            because: "whoever uses an account acts as one person")
    }

    private static func unknown(_ id: PersonID, _ known: Set<PersonID>) -> Problem {
        Problem(
            .unknownReference, "there is no person \(Problem.quoted(id.text))",
            because: "the organisation lists every person it names",
            hint: Suggestion.hint(for: id.text, among: known.sorted().map(\.text)))
    }

    private static func circle(_ id: PersonID) -> Problem {
        Problem(
            .badReporting, "\(Problem.quoted(id.text)) reports to themselves through others",
            because: "a line of reporting ends at somebody who reports to nobody")
    }

    private static func ownDeputy(_ id: PersonID) -> Problem {
        Problem(
            .badReporting, "\(Problem.quoted(id.text)) is their own deputy",
            because: "a deputy stands in for another person")
    }
}

extension Dictionary where Key == Value {
    /// The keys that come back to themselves, each key followed to its value again and again.
    ///
    /// - Complexity: O(*n*): what was walked is not walked again.
    package var circles: Set<Key> {
        var found: Set<Key> = []
        var walked: Set<Key> = []
        for start in keys {
            var line: [Key] = []
            var places: [Key: Int] = [:]
            var next: Key? = start
            while let key = next, !walked.contains(key) {
                if let place = places[key] {
                    found.formUnion(line[place...])
                    break
                }
                places[key] = line.count
                line.append(key)
                next = self[key]
            }
            walked.formUnion(line)
        }
        return found
    }
}
