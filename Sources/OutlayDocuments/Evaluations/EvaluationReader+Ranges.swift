import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads a range, and checks that it spans the number `stated` and makes a distribution.
    ///
    /// - Parameters:
    ///   - node: The range.
    ///   - stated: The number it is about, nil where that is not known.
    ///   - subject: Which number of a line it is about.
    ///   - limits: What the number may be, such as 0 … 1 for a share.
    /// - Returns: The range, or nil after reporting that there is none.
    func range(
        _ node: DocumentNode, around stated: ExactDecimal?,
        subject: UncertainRange.Subject = .amount, limits: (low: ExactDecimal?, high: ExactDecimal?)
    ) -> UncertainRange? {
        guard let form = form(node), let ends = ends(of: node, form) else { return nil }
        let (low, high) = ends
        var range = UncertainRange(
            low: low, high: high, subject: subject, distribution: form,
            meaning: node["means"]?.text.flatMap(UncertainRange.Meaning.init(rawValue:))
                ?? .extremes)
        if let floor = limits.low, low < floor {
            reportLimit(node["low"] ?? node, low, "is not below \(floor)")
        } else if let ceiling = limits.high, high > ceiling {
            reportLimit(node["high"] ?? node, high, "is not above \(ceiling)")
        } else if low > high || stated.map({ $0 < low || $0 > high }) == true {
            problems.append(
                node.problem(
                    .badRange, "the range from \(low) to \(high) does not hold",
                    because: low > high
                        ? "its lower end is above its upper end"
                        : "the stated value is \(stated?.description ?? "")",
                    hint: "low ≤ value ≤ high"))
        } else {
            range.subject = subject
            do {
                try range.check(around: stated ?? low)
            } catch {
                problems.append(error.located(at: node.location))
            }
        }
        return range
    }

    private func reportLimit(_ node: DocumentNode, _ end: ExactDecimal, _ rule: String) {
        problems.append(
            node.problem(
                .outOfRange, "the range reaches \(end)", because: "what it is about \(rule)",
                hint: "end the range there"))
    }

    // MARK: - What is between the ends

    private func form(_ node: DocumentNode) -> UncertainRange.Form? {
        let name = node["distribution"]?.text ?? UncertainRange.Form.names[0]
        let taken =
            switch name {
            case "discrete": ["values", "weights", "outcomes"]
            case "empirical": ["samples", "column"]
            default: ["low", "high"]
            }
        for key in ["values", "weights", "outcomes", "samples", "column"] {
            guard let extra = node[key], !taken.contains(key) else { continue }
            problems.append(
                extra.problem(
                    .fieldsExclude, "`\(key)` stands in a \(name) range",
                    because: "\(name == "discrete" || name == "empirical" ? "it" : "such a range") "
                        + "takes \(taken.map { "`\($0)`" }.list("and"))",
                    hint: "leave it out, or change `distribution`"))
        }
        switch name {
        case "triangular": return .triangular
        case "pert": return .pert
        case "uniform": return .uniform
        case "normal": return .normal
        case "lognormal": return .lognormal
        case "discrete": return discrete(node)
        case "empirical": return empirical(node)
        default: return nil
        }
    }

    private func discrete(_ node: DocumentNode) -> UncertainRange.Form? {
        if let outcomes = node["outcomes"], node["values"] == nil, node["weights"] == nil {
            let found = outcomes.items.compactMap { item -> UncertainRange.Outcome? in
                guard let value = item["value"]?.decimal,
                    let probability = item["probability"]?.decimal
                else { return nil }
                return UncertainRange.Outcome(value: value, weight: probability)
            }
            guard found.count == outcomes.items.count, !found.isEmpty else { return nil }
            let total = try? found.map(\.weight).total()
            guard total == .one else {
                problems.append(
                    outcomes.problem(
                        .badProbabilities, "probabilities total \(total?.description ?? "")",
                        because: "the outcomes of one range total exactly 1",
                        hint: "change them, or use `values` and `weights`"))
                return nil
            }
            return .discrete(found)
        }
        guard let values = node["values"], node["outcomes"] == nil else {
            problems.append(
                node.problem(
                    .badDistribution, "the discrete range does not say what it may be",
                    because: "it lists `values` with `weights`, or `outcomes`, not both",
                    hint: "add `values: [60, 65, 80]`"))
            return nil
        }
        let numbers = values.items.compactMap(\.decimal)
        let weights =
            node["weights"].map { $0.items.compactMap(\.decimal) }
            ?? numbers.map { _ in .one }
        guard numbers.count == values.items.count else { return nil }
        guard weights.count == numbers.count else {
            problems.append(
                (node["weights"] ?? node).problem(
                    .badDistribution,
                    "\(weights.count) weights stand for \(numbers.count) values",
                    because: "each value has one weight",
                    hint: "leave `weights` out where all are alike"))
            return nil
        }
        return .discrete(
            zip(numbers, weights).map { UncertainRange.Outcome(value: $0, weight: $1) })
    }

    private func empirical(_ node: DocumentNode) -> UncertainRange.Form? {
        switch (node["samples"], node["column"]) {
        case (let samples?, nil):
            let numbers = samples.items.compactMap(\.decimal)
            return numbers.count == samples.items.count ? .empirical(numbers) : nil
        case (nil, let column?):
            guard let reference = column.text else { return nil }
            do throws(Problem) {
                guard let catalogues = surroundings.catalogues else {
                    throw Problem(
                        .unknownCatalogue, "`\(reference)` cannot be looked up",
                        because: "there is no folder of catalogues",
                        hint: "name one with `--catalogs`, or in outlay.yaml")
                }
                let numbers = try catalogues.numbers(inColumn: reference)
                guard numbers.count > 1 else {
                    throw Problem(
                        .emptyCell, "`\(reference)` has too few numbers to draw from",
                        because: "an empirical range takes two observations or more",
                        hint: "choose another column")
                }
                return .empirical(numbers)
            } catch {
                problems.append(error.located(at: column.location))
                return nil
            }
        default:
            problems.append(
                node.problem(
                    .badDistribution, "the empirical range does not say what was observed",
                    because: "it lists `samples`, or names a catalogue's `column`, not both",
                    hint: "add `samples: [60, 65, 80]`"))
            return nil
        }
    }

    private func ends(
        of node: DocumentNode, _ form: UncertainRange.Form
    ) -> (low: ExactDecimal, high: ExactDecimal)? {
        let listed: [ExactDecimal]
        switch form {
        case .discrete(let outcomes): listed = outcomes.map(\.value)
        case .empirical(let samples): listed = samples
        default:
            for key in ["low", "high"] where node[key] == nil {
                problems.append(
                    Problem(
                        .missingField, "`\(key)` is missing", at: node.headingLocation,
                        because: "a \(form.name) range has both ends", hint: "add `\(key):`"))
            }
            guard let low = node["low"]?.decimal, let high = node["high"]?.decimal else {
                return nil
            }
            return (low, high)
        }
        guard let least = listed.min(), let most = listed.max() else { return nil }
        for (key, end) in [("low", least), ("high", most)] {
            guard let stated = node[key], let number = stated.decimal, number != end else {
                continue
            }
            problems.append(
                stated.problem(
                    .badRange, "`\(key)` is \(number)",
                    because: "the listed numbers run from \(least) to \(most)",
                    hint: "leave `\(key)` out"))
        }
        return (least, most)
    }

    // MARK: - Correlations and scenarios

    /// Reads the correlations and checks that all can hold together.
    func readCorrelations(_ study: Study, _ options: [PurchaseOption]) -> [InputCorrelation] {
        guard let list = root["correlations"] else { return [] }
        let correlations = list.items.compactMap { node -> InputCorrelation? in
            let names = (node["between"]?.items ?? []).compactMap(\.text)
            guard names.count == 2, let rank = node["rank"]?.decimal else { return nil }
            return InputCorrelation(names[0], names[1], rank)
        }
        guard correlations.count == list.items.count else { return [] }
        let evaluated = options.filter { $0.rejection == nil }
            .map { UncertainOption(id: $0.id, lines: $0.lines) }
        // What is wrong with a range is reported where the range stands.
        guard let inputs = try? UncertainInput.ranged(in: study, evaluated) else { return [] }
        do {
            _ = try CorrelatedDraw(checking: correlations, of: inputs)
        } catch {
            problems.append(error.problem.located(at: list.items[error.index].location))
        }
        return correlations
    }

    /// Reads the scenarios, in the document's order.
    func readScenarios(_ assumptions: [Assumption]) -> [Scenario] {
        guard let map = root["scenarios"] else { return [] }
        let scenarios = map.entries.map { entry in
            let values = (entry.value["values"]?.entries ?? []).compactMap {
                value -> Scenario.Value? in
                guard assumptionIDs.contains(value.key) else {
                    problems.append(
                        Problem(
                            .unknownReference, "there is no assumption `\(value.key)`",
                            at: value.keyLocation,
                            because: assumptionIDs.isEmpty
                                ? "the document has no assumptions"
                                : "the document has \(Self.listed(assumptionIDs))",
                            hint: Suggestion.hint(for: value.key, among: assumptionIDs)
                                ?? "add it under `assumptions`"))
                    return nil
                }
                return value.value.decimal.map {
                    Scenario.Value(assumption: value.key, value: $0)
                }
            }
            return Scenario(
                id: entry.key, title: entry.value["title"]?.text, values: values,
                probability: entry.value["probability"]?.decimal)
        }
        checkProbabilities(of: scenarios, at: map)
        return scenarios
    }

    private func checkProbabilities(of scenarios: [Scenario], at map: DocumentNode) {
        let stated = scenarios.compactMap(\.probability)
        guard !stated.isEmpty else { return }
        guard stated.count == scenarios.count else {
            let open = scenarios.filter { $0.probability == nil }.map(\.id)
            problems.append(
                map.problem(
                    .badProbabilities, "\(open.quotedList("and")) without a probability",
                    because: "all scenarios have a probability, or none has",
                    hint: "add `probability:`, 0 where it cannot come about"))
            return
        }
        guard let total = try? stated.total(), total != .one else { return }
        problems.append(
            map.problem(
                .badProbabilities, "probabilities total \(total)",
                because: "those of all scenarios total exactly 1",
                hint: total > .one ? "lower some of them" : "raise some of them"))
    }

    /// Reports values that lines cannot take: of the ranges of assumptions, and of scenarios.
    func checkLimits(of assumptions: [Assumption], _ options: [PurchaseOption]) {
        let limits = assumptions.map { AssumptionLimit($0.id, in: options) }
        for (assumption, limit) in zip(assumptions, limits) {
            guard let range = assumption.range,
                let node = root["assumptions"]?[assumption.id]?["range"]
            else { continue }
            for (key, end) in [("low", range.low), ("high", range.high)] {
                guard let reason = limit.refusal(of: end) else { continue }
                problems.append(
                    (node[key] ?? node).problem(
                        .outOfRange, "the range of `\(assumption.id)` reaches \(end)",
                        because: reason, hint: "end the range there"))
            }
        }
        for scenario in root["scenarios"]?.entries ?? [] {
            for entry in scenario.value["values"]?.entries ?? [] {
                guard let value = entry.value.decimal,
                    let place = assumptions.firstIndex(where: { $0.id == entry.key }),
                    let reason = limits[place].refusal(of: value)
                else { continue }
                problems.append(
                    entry.value.problem(
                        .outOfRange, "`\(entry.key)` cannot be \(value)", because: reason))
            }
        }
    }

    // MARK: - Performances

    /// Reads how far performances of `option` may be off, by criterion.
    func readPerformanceRanges(of option: String) -> [String: UncertainRange] {
        var ranges: [String: UncertainRange] = [:]
        for (id, criterion) in leafNodes(root["criteria"]?.items ?? []) {
            guard let node = statedPerformance(of: option, on: id), !node.entries.isEmpty,
                let stated = node["value"]?.decimal, !Self.isPanels(criterion)
            else { continue }
            // What a variant takes over is reported once, with the option that states it.
            let reported = root["performance"]?[option]?[id] == nil ? problems : nil
            defer { problems = reported ?? problems }
            guard criterion["value_function"]?["levels"] == nil else {
                problems.append(
                    node.problem(
                        .badRange, "`\(id)` takes a level, not a range",
                        because: "levels have names and no numbers between them",
                        hint: "name the level"))
                continue
            }
            let before = problems.count
            guard let range = range(node, around: stated, limits: (nil, nil)) else { continue }
            ranges[id] = range
            guard problems.count == before, let scale = ends(of: criterion) else { continue }
            for (key, end) in [("low", range.low), ("high", range.high)]
            where end < scale.low || end > scale.high {
                problems.append(
                    (node[key] ?? node).problem(
                        .offScale, "`\(end)` of \(option) is off the scale of \(id)",
                        because: "the scale runs from \(scale.low) to \(scale.high)",
                        hint: "widen the scale if the range is right"))
            }
        }
        return ranges
    }
}

extension [ExactDecimal] {
    /// Returns the sum, exactly.
    fileprivate func total() throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for number in self { try sum += number }
        return sum
    }
}
