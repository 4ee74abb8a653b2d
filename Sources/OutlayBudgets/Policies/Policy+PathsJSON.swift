import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Approver {
    /// The role alone, or with its count.
    var json: JSONValue {
        quorum == 1
            ? .string(role.text) : ["role": .string(role.text), "quorum": .integer(quorum)]
    }

    /// Reads a role by its name alone, or `{quorum, role}`.
    static func read(_ value: StrictValue) -> Approver? {
        if case .string = value.value { return value.name().map { Approver($0) } }
        return value.fields { fields in
            let role: RoleID? = fields.required("role") { $0.name() }
            let quorum = fields.optional("quorum", 1) { $0.whole(1...100) }
            return role.map { Approver($0, quorum: quorum) }
        }
    }
}

extension ApprovalTier {
    func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["below"] = below.map { .string($0.canonicalText(currency)) }
        switch path {
        case .approvers(let approvers): object["approvers"] = .array(approvers.map(\.json))
        case .groups(let groups):
            object["steps"] = .array(groups.map { .array($0.map(\.json)) })
        }
        object["quotes"] = .integer(quotes)
        if requiresEvaluation { object["evaluation"] = "required" }
        return .object(object)
    }

    private enum Evaluation: String, CaseIterable {
        case required
    }

    static func read(_ value: StrictValue, _ currency: Currency) -> ApprovalTier? {
        value.fields { fields in
            let below = fields.optional("below") { $0.amount(currency) }
            fields.reportExclusive(["approvers", "steps"])
            let path: Path? =
                if fields.has("steps") {
                    fields.required("steps") { value in
                        value.list(atLeast: 1) { readGroup($0) }
                    }.map { .groups($0) }
                } else {
                    fields.required("approvers") { value in
                        value.list(atLeast: 1) { Approver.read($0) }
                    }.map { .approvers($0) }
                }
            let quotes = fields.optional("quotes", 0) { $0.whole(0...100) }
            let evaluation = fields.optional("evaluation") { $0.choice(Evaluation.self) }
            return path.map {
                ApprovalTier(
                    below: below, $0, quotes: quotes, requiresEvaluation: evaluation != nil)
            }
        }
    }

    /// Reads a group: a list of roles, or one `{quorum, role}`.
    private static func readGroup(_ value: StrictValue) -> [Approver]? {
        if case .object = value.value { return Approver.read(value).map { [$0] } }
        return value.list(atLeast: 1) { Approver.read($0) }
    }
}

extension ApprovalCondition {
    func json(_ currency: Currency) -> JSONValue {
        var when = JSONObject()
        if !categories.isEmpty { when["category"] = .strings(categories.map(\.text)) }
        if !vendors.isEmpty { when["vendor"] = .strings(vendors.map(\.text)) }
        if !nodes.isEmpty { when["node"] = .strings(nodes.map(\.text)) }
        when["at_least"] = atLeast.map { .string($0.canonicalText(currency)) }
        when["capital"] = isCapital.map { .bool($0) }
        when["personal_data"] = handlesPersonalData.map { .bool($0) }
        when["single_source"] = isSingleSource.map { .bool($0) }
        when["new_vendor"] = isNewVendor.map { .bool($0) }
        when["contract"] = hasContract.map { .bool($0) }
        return [
            "id": .string(id), "when": .object(when), "approvers": .array(approvers.map(\.json)),
            "quotes": .integer(quotes),
        ]
    }

    static func read(_ value: StrictValue, _ currency: Currency) -> ApprovalCondition? {
        value.fields { fields in
            let number = value.pointer.split(separator: "/").last.map(String.init) ?? "0"
            let id = fields.optional("id", "extra-\(number)") { $0.text(limit: 64) }
            var condition = ApprovalCondition(id)
            condition.approvers = fields.optional("approvers", []) { value in
                value.list { Approver.read($0) }
            }
            condition.quotes = fields.optional("quotes", 0) { $0.whole(0...100) }
            let isRead = fields.required("when") { value in
                value.fields { condition.readCriteria($0, currency) }
            }
            if condition.approvers.isEmpty, condition.quotes == 0, value.faults.list.isEmpty {
                value.report(
                    Problem(
                        .missingField, "the condition \(Problem.quoted(id)) asks for nothing",
                        because: "a condition has approvers, or a count of quotes"))
            }
            return isRead == nil ? nil : condition
        }
    }

    private mutating func readCriteria(_ fields: StrictFields, _ currency: Currency) -> Bool {
        categories = fields.optional("category", []) { $0.nameOrNames() }
        vendors = fields.optional("vendor", []) { $0.nameOrNames() }
        nodes = fields.optional("node", []) { $0.nameOrNames() }
        atLeast = fields.optional("at_least") { $0.amount(currency) }
        isCapital = fields.optional("capital") { $0.flag() }
        handlesPersonalData = fields.optional("personal_data") { $0.flag() }
        isSingleSource = fields.optional("single_source") { $0.flag() }
        isNewVendor = fields.optional("new_vendor") { $0.flag() }
        hasContract = fields.optional("contract") { $0.flag() }
        return true
    }
}

extension StrictValue {
    /// One name, or a list of them.
    fileprivate func nameOrNames<Name: LedgerName>() -> [Name]? {
        if case .string = value { return name().map { [$0] } }
        return names(atLeast: 1)
    }
}

extension RouteSettings {
    func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["call_off"] = .bool(allowsCallOff)
        object["single_source"] =
            singleSource.map { settings in
                [
                    "reasons": .strings(settings.reasons.map(\.text)),
                    "waiver": .string(settings.waiver.text),
                ]
            } ?? false
        object["emergency"] =
            emergency.map { settings in
                [
                    "ceiling": .string(settings.ceiling.canonicalText(currency)),
                    "approvers": .strings(settings.approvers.map(\.text)),
                    "full_path_days": .integer(settings.fullPathDays),
                ]
            } ?? false
        object["ratification"] = ratification.map { .array($0.map(\.json)) } ?? false
        return .object(object)
    }

    static func read(_ value: StrictValue, _ currency: Currency) -> RouteSettings? {
        value.fields { fields in
            var routes = RouteSettings()
            routes.allowsCallOff = fields.optional("call_off", true) { $0.flag() }
            routes.singleSource = fields["single_source"].flatMap { SingleSource.read($0) }
            routes.emergency = fields["emergency"].flatMap { Emergency.read($0, currency) }
            if let ratification = fields["ratification"] {
                routes.ratification =
                    ratification.isOff ? nil : ratification.list { Approver.read($0) }
            }
            return routes
        }
    }
}

extension RouteSettings.SingleSource {
    fileprivate static func read(_ value: StrictValue) -> Self? {
        if value.isOff { return nil }
        return value.fields { fields in
            let reasons = fields.required("reasons") { value in
                value.distinct(value.list(atLeast: 1) { $0.ledgerText() })
            }
            let waiver: RoleID? = fields.required("waiver") { $0.name() }
            guard let reasons, let waiver else { return nil }
            return Self(reasons: reasons, waiver: waiver)
        }
    }
}

extension RouteSettings.Emergency {
    fileprivate static func read(_ value: StrictValue, _ currency: Currency) -> Self? {
        if value.isOff { return nil }
        return value.fields { fields in
            let ceiling = fields.required("ceiling") { $0.amount(currency) }
            let approvers: [RoleID]? = fields.required("approvers") { $0.names(atLeast: 1) }
            let days = fields.required("full_path_days") { $0.days() }
            guard let ceiling, let approvers, let days else { return nil }
            return Self(ceiling: ceiling, approvers: approvers, fullPathDays: days)
        }
    }
}

extension SplitWindow {
    func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["days"] = .integer(days)
        object["by"] = .strings(keys.map(\.rawValue))
        object["threshold"] = threshold.map { .string($0.canonicalText(currency)) }
        return .object(object)
    }

    static func read(_ value: StrictValue, _ currency: Currency) -> SplitWindow? {
        if value.isOff { return nil }
        return value.fields { fields in
            let days = fields.required("days") { $0.days() }
            let keys = fields.optional("by", SplitWindow.standard.keys) { value in
                value.list(atLeast: 1) { $0.choice(Key.self) }
            }
            let threshold = fields.optional("threshold") { $0.amount(currency) }
            return days.map { SplitWindow(days: $0, by: keys, threshold: threshold) }
        }
    }
}

extension ApprovalRetention {
    func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["amount_increase_at_most"] = .string(increaseAtMost.description)
        object["amount_increase_floor"] = .string(increaseFloor.canonicalText(currency))
        for property in Property.allCases {
            object[property.rawValue] = .string(same.contains(property) ? "same" : "any")
        }
        return .object(object)
    }

    private enum Demand: String, CaseIterable {
        case same
        case any
    }

    /// Reads a rule; where the document has one, nothing is always small enough unless it says so.
    static func read(_ value: StrictValue, _ currency: Currency) -> ApprovalRetention? {
        value.fields { fields in
            let increase = fields.required("amount_increase_at_most") {
                $0.decimal(atMost: ExactDecimal(1000))
            }
            let floor = fields.optional("amount_increase_floor", .zero) { $0.amount(currency) }
            let same = Property.allCases.filter { property in
                fields.optional(property.rawValue, .same) { $0.choice(Demand.self) } == .same
            }
            if let increase, increase.places > ApprovalRetention.maximumPlaces {
                value.report(
                    Problem(
                        .tooPrecise, "\(increase) has \(increase.places) decimals",
                        because: "a rise has at most \(ApprovalRetention.maximumPlaces)"))
            }
            return increase.map {
                ApprovalRetention(
                    increaseAtMost: $0, increaseFloor: floor, same: Set(same))
            }
        }
    }
}
