import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// What a seal of the criteria is over: the parts of an Evaluation document that decide how options are judged.
package enum SealedCriteria {
    /// The fields of an Evaluation that are sealed.
    package static let sealedFields = [
        "criteria", "knock_outs", "margin", "missing", "method", "weak_below", "panel", "weighting",
    ]

    /// The fields of criteria and knock-outs that only say where answers come from.
    private static let unsealedDetails: Set = ["source", "column"]

    /// What holds where a place says nothing, by the place.
    private static let standards = [
        "margin": "0", "missing": "refuse",
        "weak_below": DecisionModel.defaultWeakBelow.description,
        "panel.combine": GroupValue.Rule.mean.rawValue,
        "panel.disagreement": Panel.standardDisagreement.description,
    ]

    /// Returns the sealed content of the document whose top is `root`, in one form whatever its layout.
    ///
    /// Criteria and knock-outs are named by their identifiers, so that their order is nothing; numbers have
    /// no trailing zeros; what is not stated and has a default has it.
    package static func content(of root: DocumentNode) -> JSONValue {
        var content: JSONObject = [:]
        for field in sealedFields {
            guard let node = root[field] else { continue }
            content[field] = json(node)
        }
        for field in ["margin", "missing", "weak_below"] where content[field] == nil {
            content[field] = standards[field].map { .string($0) }
        }
        // A method's name alone is the method with every default.
        if case .string(let name)? = content["method"] {
            content["method"] = ["name": .string(name)]
        }
        if case .object(var panel)? = content["panel"] {
            for field in ["combine", "disagreement"] where panel[field] == nil {
                panel[field] = standards["panel." + field].map { .string($0) }
            }
            if case .array(let members)? = panel["members"] {
                panel["members"] = .array(members.sorted { $0.canonicalText < $1.canonicalText })
            }
            content["panel"] = .object(panel)
        }
        return .object(content)
    }

    /// Returns a value in its one form: numbers without trailing zeros, things by their identifiers.
    private static func json(_ node: DocumentNode) -> JSONValue {
        switch node.content {
        case .empty, .refused: return .null
        case .scalar(let text, _):
            return .string(node.decimal.map(\.description) ?? text)
        case .map(let entries):
            var object: JSONObject = [:]
            for entry in entries where !entry.value.isEmpty {
                object[entry.key] = json(entry.value)
            }
            return .object(object)
        case .list(let items):
            let ids = items.compactMap { $0["id"]?.text }
            guard ids.count == items.count, Set(ids).count == ids.count, !ids.isEmpty else {
                return .array(items.map(json))
            }
            var object: JSONObject = [:]
            for (id, item) in zip(ids, items) {
                guard case .object(var members) = json(item) else { continue }
                for detail in unsealedDetails.union(["id"]) { members[detail] = nil }
                object[id] = .object(members)
            }
            return .object(object)
        }
    }

    /// Returns what differs between what was sealed and what stands now, in the order of the places.
    package static func changes(from sealed: JSONValue, to now: JSONValue) -> [CriteriaSeal.Change]
    {
        changes(sealed, now, at: "")
    }

    private static func changes(
        _ sealed: JSONValue?, _ now: JSONValue?, at place: String
    ) -> [CriteriaSeal.Change] {
        guard case .object(let old)? = sealed, case .object(let new)? = now else {
            // A seal made before a field was known holds what the field has by default.
            let standard = standards[place].map { JSONValue.string($0) }
            let (sealed, now) = (sealed ?? standard, now ?? standard)
            guard sealed?.canonicalText != now?.canonicalText else { return [] }
            return [
                CriteriaSeal.Change(
                    place: place, sealed: sealed.map(text), now: now.map(text))
            ]
        }
        let keys = Set(old.members.map(\.key)).union(new.members.map(\.key))
        return keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { key in
            changes(old[key], new[key], at: place.isEmpty ? key : "\(place).\(key)")
        }
    }

    private static func text(_ value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.canonicalText }
    }
}
