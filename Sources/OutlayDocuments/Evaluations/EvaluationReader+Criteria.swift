import OutlayDecisions
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads criteria and knock-outs.
    func readDecisionModel() -> DecisionModel {
        var ids: Set<String> = []
        checkWeightingHasParts(root)
        let criteria = level(root["criteria"]?.items ?? [], in: root, ids: &ids)
        var knockOutIDs: Set<String> = []
        let knockOuts = (root["knock_outs"]?.items ?? []).compactMap { node -> KnockOut? in
            checkUnique(node["id"], kinds: "knock-outs", &knockOutIDs)
            _ = node["source"].flatMap { reference($0, to: "source", among: sourceIDs) }
            return RequirementReader(node: node).knockOut(&problems)
        }
        return DecisionModel(
            criteria: criteria, knockOuts: knockOuts, margin: root["margin"]?.decimal ?? .zero,
            missing: root["missing"]?.text
                .flatMap(DecisionModel.MissingPerformance.init(rawValue:)) ?? .refuse,
            weakBelow: root["weak_below"]?.decimal ?? DecisionModel.defaultWeakBelow)
    }

    /// Every leaf node by identifier, over all levels.
    func leafNodes(_ nodes: [DocumentNode]) -> [(id: String, node: DocumentNode)] {
        nodes.flatMap { node in
            if let parts = node["criteria"] { return leafNodes(parts.items) }
            return node["id"]?.text.map { [($0, node)] } ?? []
        }
    }

    /// Reports an identifier that an earlier one of its kind has.
    func checkUnique(_ node: DocumentNode?, kinds: String, _ ids: inout Set<String>) {
        guard let node, let id = node.text, !ids.insert(id).inserted else { return }
        problems.append(
            node.problem(
                .duplicateIdentifier, "`\(id)` names two \(kinds)",
                because: "an identifier names one thing",
                hint: "give one of them another identifier"))
    }

    /// Reads the criteria under `parent`, the document or a group.
    private func level(
        _ nodes: [DocumentNode], in parent: DocumentNode, ids: inout Set<String>
    ) -> [Criterion] {
        guard !nodes.isEmpty else { return [] }
        for node in nodes { checkUnique(node["id"], kinds: "criteria", &ids) }
        // A level stands before the levels within it.
        let index = weightings.count
        let level = nodes.map { node in
            WeighedCriterion(
                id: node["id"]?.text ?? "", node: node, content: content(of: node, ids: &ids))
        }
        let shares =
            parent["weighting"].map {
                self.shares(of: level, by: $0, in: parent["id"]?.text, recordAt: index)
            } ?? statedShares(of: nodes)
        guard let shares else { return [] }
        return zip(level, shares).compactMap { criterion, share in
            guard let content = criterion.content, !criterion.id.isEmpty else { return nil }
            return Criterion(
                id: criterion.id, title: criterion.node["title"]?.text ?? criterion.id,
                weight: share, content: content,
                minimum: criterion.node["minimum"]?.decimal)
        }
    }

    /// Returns the stated weights of a level as fractions of 1, or nil after reporting what is wrong.
    private func statedShares(of nodes: [DocumentNode]) -> [ExactDecimal]? {
        for node in nodes where node["weight"] == nil {
            // A misspelt field is not missing as well, and a list or text is no criterion.
            guard case .map(let entries) = node.content,
                !entries.contains(where: { entry in
                    !["weight", "weighting"].contains(entry.key)
                        && Suggestion.nearest(to: entry.key, among: ["weight"]) != nil
                })
            else { continue }
            problems.append(
                Problem(
                    .missingField, "`weight` is missing", at: node.headingLocation,
                    because: "a criterion has a `weight`, or its level a `weighting`",
                    hint: "add it, such as `weight: 30`"))
        }
        guard let total = weightTotal(of: nodes) else { return nil }
        let shares = nodes.compactMap { try? $0["weight"]?.decimal?.divided(by: total) }
        return shares.count == nodes.count ? shares : nil
    }

    /// Returns 1 or 100, or nil after reporting that the weights of a level total something else.
    private func weightTotal(of nodes: [DocumentNode]) -> ExactDecimal? {
        let weights = nodes.compactMap { $0["weight"]?.decimal }
        guard weights.count == nodes.count, let place = nodes.last?["weight"] else { return nil }
        do {
            return try WeightTotal.checked(weights)
        } catch {
            problems.append(error.located(at: place.location))
            return nil
        }
    }

    private func content(
        of node: DocumentNode, ids: inout Set<String>
    ) -> Criterion.Content? {
        _ = node["source"].flatMap { reference($0, to: "source", among: sourceIDs) }
        if let parts = node["criteria"] {
            for key in [
                "scale", "value_function", "direction", "unit", "column", "preference",
                "veto", "judged_by",
            ] {
                guard let extra = node[key] else { continue }
                problems.append(
                    Problem(
                        .fieldsExclude, "`\(key)` stands beside `criteria`",
                        at: extra.headingLocation,
                        because: "a group is the weighted value of its parts",
                        hint: "move it to one of the parts"))
            }
            return .group(level(parts.items, in: node, ids: &ids))
        }
        checkWeightingHasParts(node)
        checkPanelCriterion(node)
        guard let function = valueFunction(of: node) else { return nil }
        let direction =
            node["direction"]?.text.flatMap(Direction.init(rawValue:))
            ?? function.impliedDirection
        if let fault = function.fault(direction: direction), !(fault == .flat && isFromData(node)) {
            problems.append(problem(of: fault, on: node))
            return nil
        }
        return .leaf(
            Criterion.Leaf(
                unit: node["unit"]?.text ?? "", direction: direction, valueFunction: function,
                scaleIsFromData: isFromData(node),
                judge: Self.isPanels(node) ? .panel : .document,
                preference: readPreference(of: node), veto: readVeto(of: node)))
    }

    /// Returns whether a criterion takes the ends of its scale from the options.
    func isFromData(_ node: DocumentNode) -> Bool {
        node["scale"]?.text == "data"
    }

    private func valueFunction(of node: DocumentNode) -> ValueFunction? {
        switch (node["scale"], node["value_function"]) {
        case (.some, .some(let second)):
            problems.append(
                Problem(
                    .fieldsExclude, "`scale` and `value_function` exclude each other",
                    at: second.headingLocation, because: "both say what a performance is worth",
                    hint: "keep one of them"))
            return nil
        case (nil, nil):
            problems.append(
                node.problem(
                    .missingField, "`\(node["id"]?.text ?? "")` has no scale",
                    because: "a criterion needs `scale` or `value_function`, a group `criteria`",
                    hint: "add `scale: {worst: …, best: …}`"))
            return nil
        case (.some(let scale), nil):
            if isFromData(node) { return Self.isPanels(node) ? nil : scaleFromData(node) }
            guard let worst = scale["worst"]?.decimal, let best = scale["best"]?.decimal else {
                return nil
            }
            return .linear(worst: worst, best: best)
        case (nil, .some(let function)):
            return valueFunction(function)
        }
    }

    /// Returns the scale from the worst to the best stated performance.
    private func scaleFromData(_ node: DocumentNode) -> ValueFunction? {
        guard let direction = node["direction"]?.text.flatMap(Direction.init(rawValue:)) else {
            problems.append(
                node.problem(
                    .missingField, "`\(node["id"]?.text ?? "")` has no direction",
                    because: "the options' own ends do not say which is the better one",
                    hint: "add `direction: higher` or `direction: lower`"))
            return nil
        }
        let numbers = optionIDs.compactMap { option -> ExactDecimal? in
            guard root["options"]?[option]?["rejected"] == nil else { return nil }
            return performance(of: option, on: node)?.number
        }
        guard let least = numbers.min(), let most = numbers.max() else {
            problems.append(
                node.problem(
                    .badScale, "`\(node["id"]?.text ?? "")` has no data to take its scale from",
                    because: "no option states a number on it",
                    hint: "add the performances, or state `scale: {worst: …, best: …}`"))
            return nil
        }
        return direction == .higher
            ? .linear(worst: least, best: most) : .linear(worst: most, best: least)
    }
}

extension Performance {
    /// The number, where it is one.
    var number: ExactDecimal? {
        if case .number(let number) = self { number } else { nil }
    }
}
