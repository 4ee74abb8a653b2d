import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads the scoring method, nil where there is none or its name is not known, which the shape reports.
    func readMethod() -> MethodChoice? {
        guard let node = root["method"], let name = (node["name"] ?? node).text,
            let descriptor = AllMethods.descriptors.first(where: { $0.identifier == name })
        else { return nil }
        if root["criteria"]?.items.isEmpty ?? true {
            problems.append(
                node.problem(
                    .missingField, "there is nothing that `\(name)` could score",
                    because: "a method scores options on one or more criteria",
                    hint: "add `criteria`, or remove `method`"))
        }
        var choice = MethodChoice(name)
        var isSound = true
        for entry in node.entries where entry.key != "name" {
            // A setting of no method at all is an unknown field, which the shape reports.
            let isField = AllMethods.descriptors.flatMap(\.settings).contains {
                $0.name == entry.key
            }
            guard isField, let text = entry.value.text else {
                isSound = false
                continue
            }
            let value = descriptor.value(
                of: text, readAs: entry.value.decimal?.doubleValue, for: entry.key)
            choice.settings.values[entry.key] = value
            let alone = MethodChoice(name, settings: MethodSettings([entry.key: value]))
            let isKnown = descriptor.settings.contains { $0.name == entry.key }
            let place = isKnown ? entry.value.location : entry.keyLocation
            isSound = accepts(alone, at: place) && isSound
        }
        return isSound && accepts(choice, at: node.location) ? choice : nil
    }

    private func accepts(_ choice: MethodChoice, at place: Location) -> Bool {
        do {
            _ = try choice.method()
            return true
        } catch {
            problems.append(error.located(at: place))
            return false
        }
    }

    /// Reads the preference function of a criterion, nil where there is none or it cannot be used.
    func readPreference(of criterion: DocumentNode) -> PreferenceFunction? {
        guard let node = criterion["preference"], let word = node["function"]?.text,
            let shape = PreferenceFunction.Shape(rawValue: word)
        else { return nil }
        let (needed, allowed) = shape.thresholds
        for key in ["indifference", "preference", "spread"] {
            if let extra = node[key], !needed.contains(key), !allowed.contains(key) {
                problems.append(
                    Problem(
                        .fieldsExclude, "`\(key)` stands beside `function: \(word)`",
                        at: extra.headingLocation,
                        because: "a \(word) function has no such threshold",
                        hint: "remove it, or choose another function"))
            } else if needed.contains(key), node[key] == nil {
                problems.append(
                    node.problem(
                        .missingField, "`\(key)` is missing",
                        because: "a \(word) function has that threshold",
                        hint: "add `\(key):` in the criterion's unit"))
                return nil
            }
        }
        // A threshold below 0 is outside its shape, which reports it.
        let thresholds = ["indifference", "preference", "spread"].compactMap { node[$0]?.decimal }
        guard thresholds.allSatisfy({ !$0.isNegative }), node["spread"]?.decimal?.isZero != true
        else { return nil }
        let function = PreferenceFunction(
            shape, indifference: node["indifference"]?.decimal?.doubleValue ?? 0,
            strict: node["preference"]?.decimal?.doubleValue ?? 0,
            spread: node["spread"]?.decimal?.doubleValue ?? 0)
        do {
            try function.check(of: criterion["id"]?.text ?? "")
            return function
        } catch {
            problems.append(error.located(at: (node["preference"] ?? node).location))
            return nil
        }
    }

    /// Reads the veto threshold of a criterion, nil where there is none or it cannot be used.
    func readVeto(of criterion: DocumentNode) -> Double? {
        guard let node = criterion["veto"], let veto = node.decimal, veto > .zero else {
            return nil
        }
        if let strict = criterion["preference"]?["preference"]?.decimal, veto < strict {
            problems.append(
                node.problem(
                    .outOfRange, "the veto threshold is \(veto)",
                    because: "it is no smaller than the preference threshold, \(strict)",
                    hint: "raise it, or lower `preference`"))
            return nil
        }
        return veto.doubleValue
    }
}

extension PreferenceFunction.Shape {
    /// The thresholds that the function needs, and those that it may have beside them.
    fileprivate var thresholds: (needed: [String], allowed: [String]) {
        switch self {
        case .usual: ([], [])
        case .uShape: (["indifference"], [])
        case .vShape: (["preference"], [])
        case .level, .linear: (["preference"], ["indifference"])
        case .gaussian: (["spread"], [])
        }
    }
}
