import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Organisation: GovernedDocument {
    /// The organisation as a value, every setting written out.
    public var json: JSONValue {
        [
            "kind": "Organisation", "id": .string(id.text), "revision": .integer(revision),
            "effective_from": .string(effectiveFrom.description),
            "currency": .string(currency.code),
            "people": .array(people.map { $0.json(currency) }),
            "delegations": .array(delegations.map { $0.json(currency) }),
            "duties": duties.json,
        ]
    }

    /// Reads an organisation.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    public init(json: JSONValue) throws(DocumentFaults) {
        try self.init(json: json, collectingIn: StrictValue.Collection())
    }

    /// Reads a organisation, and tells `faults` of every group of fields.
    init(json: JSONValue, collectingIn faults: StrictValue.Collection) throws(DocumentFaults) {
        self = try StrictValue.read(json, collectingIn: faults) { value in
            value.fields { Self.read(value, $0) }
        }
    }

    private static func read(_ value: StrictValue, _ fields: StrictFields) -> Organisation? {
        guard fields.isOfKind("Organisation") else { return nil }
        let id = fields.required("id") { $0.ledgerText() }
        let revision = fields.optional("revision", 1) { $0.whole(1...1_000_000_000) }
        let effectiveFrom = fields.required("effective_from") { $0.date() }
        let currency = fields.required("currency") { $0.currency() }
        let unit = currency ?? .eur
        var peoplePlaces: [String] = []
        let people = fields.required("people") { value in
            value.list(atLeast: 1) { element -> Person? in
                guard let person = Person.read(element, unit) else { return nil }
                peoplePlaces.append(element.pointer)
                return person
            }
        }
        var delegationPlaces: [String] = []
        let delegations = fields.optional("delegations", []) { value in
            value.list { element -> Delegation? in
                guard let delegation = Delegation.read(element, unit) else { return nil }
                delegationPlaces.append(element.pointer)
                return delegation
            }
        }
        let duties = fields.optional("duties", DutiesMatrix()) { DutiesMatrix.read($0) }
        guard let people, value.faults.list.isEmpty else { return nil }
        for (place, problem) in problems(people, delegations) {
            let pointer =
                switch place {
                case .person(let index, let key): "\(peoplePlaces[index])/\(key)"
                case .delegation(let index, let key): "\(delegationPlaces[index])/\(key)"
                }
            value.report(problem.located(at: .part(pointer)))
        }
        guard let id, let effectiveFrom, let currency, value.faults.list.isEmpty else {
            return nil
        }
        return Organisation(
            checked: people, id: id, revision: revision, effectiveFrom: effectiveFrom,
            currency: currency, delegations: delegations, duties: duties)
    }
}

extension Person {
    fileprivate func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["id"] = .string(id.text)
        object["name"] = .string(name)
        object["account"] = account.map { .string($0) }
        object["roles"] = .array(roles.map(\.json))
        object["reports_to"] = reportsTo.map { .string($0.text) }
        object["deputies"] = .strings(deputies.map(\.text))
        object["absences"] = .array(absences.map(\.json))
        object["override_limit"] = overrideLimit.map { .string($0.canonicalText(currency)) }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue, _ currency: Currency) -> Person? {
        value.fields { fields in
            let id: PersonID? = fields.required("id") { $0.name() }
            let person = Person(
                id ?? PersonID(known: "unread"), name: fields.optional("name") { $0.text() },
                account: fields.optional("account") { $0.text() },
                roles: fields.optional("roles", []) { $0.list { RoleAssignment.read($0) } },
                reportsTo: fields.optional("reports_to") { $0.name() },
                deputies: fields.optional("deputies", []) { $0.names() },
                absences: fields.optional("absences", []) { $0.list { DateSpan.read($0) } },
                overrideLimit: fields.optional("override_limit") { $0.amount(currency) })
            return id == nil ? nil : person
        }
    }
}

extension RoleAssignment {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["role"] = .string(role.text)
        object["nodes"] = .strings(nodes.map(\.text))
        object["from"] = days.first.map { .string($0.description) }
        object["to"] = days.last.map { .string($0.description) }
        return .object(object)
    }

    /// Reads a role by its name alone, or with nodes and days.
    fileprivate static func read(_ value: StrictValue) -> RoleAssignment? {
        if case .string = value.value { return value.name().map { RoleAssignment($0) } }
        return value.fields { fields in
            let role: RoleID? = fields.required("role") { $0.name() }
            let nodes: [NodeID] = fields.optional("nodes", []) { $0.names() }
            guard let days = DateSpan.read(fields) else { return nil }
            return role.map { RoleAssignment($0, nodes: nodes, days: days) }
        }
    }
}

extension DateSpan {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["from"] = first.map { .string($0.description) }
        object["to"] = last.map { .string($0.description) }
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue) -> DateSpan? {
        value.fields { read($0) }
    }

    /// Reads `from` and `to` of `fields`, either of which may be left out.
    fileprivate static func read(_ fields: StrictFields) -> DateSpan? {
        let span = DateSpan(
            fields.optional("from") { $0.date() }, fields.optional("to") { $0.date() })
        if let first = span.first, let last = span.last, last < first {
            fields["to"]?.report(
                Problem(
                    .outOfRange, "it ends on \(last), before it begins",
                    because: "its first day is \(first), and `to` is its last"))
            return nil
        }
        return span
    }
}

extension Delegation {
    /// Returns the delegation as a value, its limit in `currency`.
    public func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["from"] = .string(principal.text)
        object["to"] = .string(delegate.text)
        object["start"] = .string(start.description)
        object["end"] = .string(end.description)
        object["limit"] = limit.map { .string($0.canonicalText(currency)) }
        object["categories"] = .strings(categories.map(\.text))
        return .object(object)
    }

    fileprivate static func read(_ value: StrictValue, _ currency: Currency) -> Delegation? {
        value.fields { fields in
            let principal: PersonID? = fields.required("from") { $0.name() }
            let delegate: PersonID? = fields.required("to") { $0.name() }
            let start = fields.required("start") { $0.date() }
            let end = fields.required("end") { $0.date() }
            let limit = fields.optional("limit") { $0.amount(currency) }
            let categories: [NodeID] = fields.optional("categories", []) { $0.names() }
            guard let principal, let delegate, let start, let end else { return nil }
            return Delegation(
                from: principal, to: delegate, start: start, end: end, limit: limit,
                categories: categories)
        }
    }
}

extension DutiesMatrix {
    fileprivate var json: JSONValue {
        var roles = JSONObject()
        for duty in Duty.allCases {
            roles[duty.rawValue] = self.roles[duty].map { .strings($0.map(\.text)) }
        }
        var object: JSONObject = [
            "mode": .string(mode.rawValue), "roles": .object(roles),
            "apart": .array(apart.map { .strings([$0.first.rawValue, $0.second.rawValue]) }),
        ]
        // Only where it is stated: documents from before there was such a field keep their hash.
        if !second.isEmpty {
            var seconds = JSONObject()
            for duty in Duty.allCases {
                seconds[duty.rawValue] = second[duty].map { .strings($0.map(\.text)) }
            }
            object["second"] = .object(seconds)
        }
        return .object(object)
    }

    /// Reads `single-person`, or a matrix.
    fileprivate static func read(_ value: StrictValue) -> DutiesMatrix? {
        if case .string = value.value { return value.choice(Mode.self).map { DutiesMatrix($0) } }
        return value.fields { fields in
            let mode = fields.optional("mode", .separated) { $0.choice(Mode.self) }
            let roles = fields.optional("roles", [:]) { readRoles($0, of: Duty.allCases) }
            let second = fields.optional("second", [:]) {
                readRoles($0, of: Duty.allCases.filter(\.needsTwoPersons))
            }
            let apart = fields.optional("apart", standardPairs) { value in
                value.list { readPair($0) }
            }
            return DutiesMatrix(mode, roles: roles, second: second, apart: apart)
        }
    }

    private static func readRoles(_ value: StrictValue, of duties: [Duty]) -> [Duty: [RoleID]]? {
        value.fields { fields -> [Duty: [RoleID]] in
            duties.reduce(into: [:]) { roles, duty in
                let names: [RoleID]? = fields.optional(duty.rawValue) { $0.names(atLeast: 1) }
                roles[duty] = names
            }
        }
    }

    private static func readPair(_ value: StrictValue) -> Pair? {
        guard let duties = value.list(atLeast: 2, { $0.choice(Duty.self) }) else { return nil }
        guard duties.count == 2, duties[0] != duties[1] else {
            value.report(
                Problem(
                    .wrongLength, "a pair that is kept apart has two different duties",
                    because: "it names what one person does not do together"))
            return nil
        }
        return Pair(duties[0], duties[1])
    }
}
