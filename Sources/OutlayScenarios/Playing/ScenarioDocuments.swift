import Outlay

/// The policy and the organisation that a scenario describes, as documents of the ledger.
enum ScenarioDocuments {
    /// Returns the policy; what the scenario leaves out is off, not at its default.
    static func policy(
        _ given: Scenario.Policy, from date: CalendarDate, currency: Currency
    ) -> JSONValue {
        var policy: JSONObject = [
            "id": "scenario", "effective_from": "\(date)", "currency": .string(currency.code),
        ]
        policy["tiers"] = .array(
            given.tiers.map { tier in
                var object = JSONObject()
                object["below"] = tier.lessThan.map { .string($0) }
                object["steps"] = .array(tier.steps.map(step))
                return .object(object)
            })
        policy["reserve"] = given.reservesAtApproval ? "approval" : "submit"
        policy["expire"] = ["request": given.expireDays.map { .integer($0) } ?? false]
        if let share = given.invoiceToleranceBasisPoints {
            let text = ExactDecimal(Int(share), places: 4).description
            policy["invoice"] = ["tolerance": .string(text)]
        }
        var split = JSONObject()
        split["days"] = given.splitWindowDays.map { .integer($0) }
        split["by"] = ["vendor"]
        split["threshold"] = given.splitThreshold.map { .string($0) }
        policy["split"] = given.splitWindowDays == nil ? false : .object(split)
        return .object(policy)
    }

    private static func step(_ step: Scenario.ApprovalStep) -> JSONValue {
        switch step {
        case .all(let roles): .strings(roles)
        case .quorum(let count, let role): ["quorum": .integer(count), "role": .string(role)]
        }
    }

    /// Returns the organisation.
    static func organisation(
        _ given: Scenario.Given, from date: CalendarDate, currency: Currency
    ) -> JSONValue {
        let people = given.users.map { user -> JSONValue in
            var person: JSONObject = ["id": .string(user.id), "roles": .strings(user.roles)]
            person["override_limit"] = user.overrideLimit.map { .string($0) }
            return .object(person)
        }
        let delegations = given.delegations.map { delegation -> JSONValue in
            var object: JSONObject = [
                "from": .string(delegation.from), "to": .string(delegation.to),
                "start": "\(delegation.start)", "end": "\(delegation.end)",
            ]
            object["limit"] = delegation.limit.map { .string($0) }
            return .object(object)
        }
        return [
            "id": "scenario", "effective_from": "\(date)", "currency": .string(currency.code),
            "people": .array(people), "delegations": .array(delegations),
            "duties": "single-person",
        ]
    }
}
