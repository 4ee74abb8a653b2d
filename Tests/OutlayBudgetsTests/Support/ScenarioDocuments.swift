import OutlayBudgets
import OutlayEncoding
import OutlayValues

/// The policy and the organisation that a scenario's `given` describes.
struct ScenarioDocuments {
    let policy: Policy
    let organisation: Organisation

    /// Reads `given`; what it leaves out is off, not at its default.
    init(_ given: JSONValue, currency: Currency) throws {
        let rules = given["policy"]
        let tiers = rules["tiers"].elements.map { tier -> JSONValue in
            var object = JSONObject()
            object["below"] = tier["lt"].text.map { .string($0) }
            object["steps"] = tier["steps"]
            return .object(object)
        }
        var policy = JSONObject()
        policy["id"] = "scenario"
        policy["effective_from"] = "2026-01-01"
        policy["currency"] = .string(currency.code)
        policy["tiers"] = .array(tiers)
        policy["reserve"] = rules["reserve"].text.map { .string($0) }
        policy["expire"] = ["request": rules["expire_days"].integer.map { .integer($0) } ?? false]
        if let share = rules["invoice_tolerance_bp"].integer {
            let text = ExactDecimal(Int(share), places: 4).description
            policy["invoice"] = ["tolerance": .string(text)]
        }
        var split = JSONObject()
        split["days"] = rules["split_window_days"].integer.map { .integer($0) }
        split["by"] = ["vendor"]
        split["threshold"] = rules["split_threshold"].text.map { .string($0) }
        policy["split"] = split["days"] == nil ? false : .object(split)
        self.policy = try Policy(json: .object(policy))

        let people = given["users"].members.map { name, user -> JSONValue in
            var person = JSONObject()
            person["id"] = .string(name)
            person["roles"] = user["roles"]
            person["override_limit"] = user["override_limit"].text.map { .string($0) }
            return .object(person)
        }
        organisation = try Organisation(
            json: [
                "id": "scenario", "effective_from": "2026-01-01",
                "currency": .string(currency.code), "people": .array(people),
                "delegations": .array(given["delegations"].elements), "duties": "single-person",
            ])
    }
}
