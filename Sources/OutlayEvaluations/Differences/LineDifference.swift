import OutlayEconomics
import OutlayProblems
import OutlayValues

/// By how much one cost line changed the total cost of its option, and why.
public struct LineDifference: Sendable, Hashable {
    /// The line's identifier.
    public let id: String
    /// Its present value before; nil where there was no such line.
    public let before: Double?
    /// Its present value after; nil where there is no such line.
    public let after: Double?
    /// What it adds to the difference of the settled total costs; the parts of all lines sum to that exactly.
    public let difference: Money
    /// What changed of it: its own fields, the assumptions it follows, what all lines share.
    public let reasons: [String]

    /// Returns the cost lines of an option whose present values differ, in the later order, those gone last.
    static func all(
        of option: String, from old: OptionResult, to new: OptionResult, currency: Currency,
        changes: [EvaluationDifference.Change]
    ) throws(Problem) -> [LineDifference] {
        let ids = new.economics.costs.map(\.line.id)
        let gone = old.economics.costs.map(\.line.id).filter { !ids.contains($0) }
        let places = currency.minorUnitPlaces
        var rows: [(id: String, before: Double?, after: Double?, exact: Double)] = []
        for id in ids + gone {
            let before = old.presentValue(ofCost: id)
            let after = new.presentValue(ofCost: id)
            let exact = (after ?? 0) - (before ?? 0)
            let isNoise =
                before != nil && after != nil
                && abs(exact) <= 1e-9 * max(abs(before ?? 0), abs(after ?? 0), 1e-3)
            if !isNoise { rows.append((id, before, after, exact)) }
        }
        let total =
            try FigureNumber.real(new.totalCostOfOwnership.all).settled(places)
            - FigureNumber.real(old.totalCostOfOwnership.all).settled(places)
        let parts = try split(total, by: rows.map(\.exact), places: places)
        return zip(rows, parts).map { row, part in
            LineDifference(
                id: row.id, before: row.before, after: row.after,
                difference: Money(part, currency),
                reasons: reasons(
                    for: row.id, of: option, (row.before, row.after), old, new, changes))
        }
    }

    /// Rounds `exact` differences such that they sum to `total`: what is left over goes to those that rounding
    /// took most from, one minor unit each.
    static func split(
        _ total: ExactDecimal, by exact: [Double], places: Int
    ) throws(Problem) -> [ExactDecimal] {
        guard !exact.isEmpty else { return [] }
        var parts: [ExactDecimal] = []
        for number in exact {
            parts.append(try ExactDecimal(nearest: number, places: places))
        }
        var left = try total - parts.sum()
        let unit = ExactDecimal(1, places: places)
        let step = left.isNegative ? unit.negated : unit
        let order = exact.indices.sorted { first, second in
            let taken = [first, second].map { index in
                (exact[index] - parts[index].doubleValue) * (left.isNegative ? -1 : 1)
            }
            return taken[0] != taken[1] ? taken[0] > taken[1] : first < second
        }
        var next = 0
        while !left.isZero {
            try parts[order[next % order.count]] += step
            left = try left - step
            next += 1
        }
        return parts
    }

    private static func reasons(
        for id: String, of option: String, _ values: (before: Double?, after: Double?),
        _ old: OptionResult, _ new: OptionResult, _ changes: [EvaluationDifference.Change]
    ) -> [String] {
        if values.before == nil { return ["added"] }
        if values.after == nil { return ["removed"] }
        let own = changes.filter { $0.kind == "line" && $0.subject == "\(option).\(id)" }
        let lines = [old, new].compactMap { result in
            result.economics.costs.first { $0.line.id == id }?.line
        }
        let followed = Set(
            lines.flatMap { line in
                line.model.inputs.values.values.compactMap { value -> String? in
                    if case .operand(.assumption(let name)) = value { name } else { nil }
                }
            })
        let assumptions = changes.filter {
            $0.kind == "assumption" && followed.contains($0.subject)
        }
        let currencies = Set(lines.compactMap { $0.exchangeRate?.from.code })
        let rates = changes.filter {
            $0.kind == "exchange rate" && currencies.contains($0.subject)
        }
        let indices = Set(
            lines.compactMap { line -> String? in
                guard case .index(let indexation) = line.model.escalation.growth else { return nil }
                return indexation.series.id
            })
        let followedIndices = changes.filter {
            $0.kind == "index" && indices.contains($0.subject)
        }
        let years = changes.filter {
            $0.kind == "option" && $0.subject == option && $0.field == "horizon years"
        }
        let shared = changes.filter {
            $0.kind == "evaluation"
                && ["discount rate", "timing", "horizon start", "horizon years", "decision date"]
                    .contains($0.subject)
        }
        return own.map(\.inWords)
            + (assumptions + followedIndices + rates + years + shared).map {
                "\($0.subject) \($0.inWords)"
            }
    }
}

extension OptionResult {
    /// Returns the present value of a cost line, or nil where there is none of this identifier.
    fileprivate func presentValue(ofCost id: String) -> Double? {
        economics.costs.first { $0.line.id == id }.map { economics.presentValue(of: $0, .all) }
    }
}
