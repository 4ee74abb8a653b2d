import OutlayEconomics
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads the assumptions, in the document's order.
    func readAssumptions() -> [Assumption] {
        (root["assumptions"]?.entries ?? []).compactMap { entry in
            assumption(entry.key, entry.value)
        }
    }

    /// Returns the lowest value that the document states for an assumption, or nil where it states none.
    func lowestValue(ofAssumption id: String) -> ExactDecimal? {
        guard let node = root["assumptions"]?[id] else { return nil }
        if let value = node.decimal ?? node["value"]?.decimal { return value }
        return (node["series"] ?? node).entries.compactMap { entry in
            Self.isYearOrDate(entry) ? entry.value.decimal : nil
        }.min()
    }

    private func assumption(_ id: String, _ node: DocumentNode) -> Assumption? {
        if let value = node.decimal {
            return Assumption(id: id, steps: [.init(from: nil, value: value)])
        }
        let isSeriesAlone = !node.entries.isEmpty && node.entries.allSatisfy(Self.isYearOrDate)
        let series = isSeriesAlone ? node : node["series"]
        let source = node["source"].flatMap { reference($0, to: "source", among: sourceIDs) }
        let steps: [Assumption.Step]
        if let series {
            steps = self.steps(of: series, id: id)
        } else {
            steps = node["value"]?.decimal.map { [.init(from: nil, value: $0)] } ?? []
        }
        guard !steps.isEmpty else { return nil }
        return Assumption(
            id: id, unit: node["unit"]?.text ?? "", steps: steps,
            escalation: Escalation(ratePerYear: node["escalation"]?.growth ?? .zero),
            range: node["range"].flatMap {
                range($0, around: series == nil ? node["value"] : nil, subject: .amount)
            },
            source: source, reason: node["reason"]?.text)
    }

    private static func isYearOrDate(_ entry: DocumentEntry) -> Bool {
        day(entry.key) != nil
    }

    /// Returns the first day that a series key means: a year's first day, or the date itself.
    static func day(_ key: String) -> CalendarDate? {
        if key.utf8.count == 4, let year = Int(key) {
            return CalendarDate(year: year, month: 1, day: 1)
        }
        return try? CalendarDate(parsing: key)
    }

    private func steps(of series: DocumentNode, id: String) -> [Assumption.Step] {
        var steps: [Assumption.Step] = []
        var latest: (key: String, day: CalendarDate)?
        var isInOrder = true
        for entry in series.entries {
            guard let day = Self.day(entry.key), let value = entry.value.decimal else { continue }
            if let latest, latest.day >= day {
                isInOrder = false
                problems.append(
                    Problem(
                        .badSeries, "`\(entry.key)` stands behind `\(latest.key)`",
                        at: entry.keyLocation, because: "a series runs forward in time",
                        hint: "put the entries in order"))
            }
            latest = (entry.key, day)
            steps.append(.init(from: day, value: value))
        }
        if isInOrder, let first = steps.first?.from, first > horizon.start,
            root["horizon"]?["start"]?.date != nil
        {
            problems.append(
                series.problem(
                    .badSeries, "`\(id)` has no value before \(first)",
                    because: "the horizon starts on \(horizon.start)",
                    hint: "begin the series in \(horizon.start.year) or earlier"))
        }
        return steps
    }

    /// Reads a range and checks that it spans `value`.
    func range(
        _ node: DocumentNode, around value: DocumentNode?, subject: UncertainRange.Subject
    ) -> UncertainRange? {
        guard let low = node["low"]?.decimal, let high = node["high"]?.decimal else { return nil }
        let stated = value?.decimal
        if low > high || stated.map({ $0 < low || $0 > high }) == true {
            problems.append(
                node.problem(
                    .badRange, "the range from \(low) to \(high) does not hold",
                    because: low > high
                        ? "its lower end is above its upper end"
                        : "the stated value is \(stated?.description ?? "")",
                    hint: "low ≤ value ≤ high"))
        }
        return UncertainRange(
            low: low, high: high,
            subject: node["of"]?.text.flatMap(UncertainRange.Subject.init(rawValue:)) ?? subject,
            distribution: node["distribution"]?.text ?? "triangular",
            meaning: node["means"]?.text.flatMap(UncertainRange.Meaning.init(rawValue:))
                ?? .extremes)
    }
}
