import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension Evaluation {
    /// Why the recommended option was chosen over another, as the buyer states it.
    public struct Tradeoff: Sendable, Hashable {
        /// The option that was not chosen.
        public var over: String
        /// Why.
        public var reason: String
        /// What one more point of value is worth, in the study's currency; nil where nothing is said.
        public var worthPerPoint: ExactDecimal?

        /// Creates a tradeoff.
        public init(over: String, reason: String, worthPerPoint: ExactDecimal? = nil) {
            self.over = over
            self.reason = reason
            self.worthPerPoint = worthPerPoint
        }
    }
}

/// A tradeoff with its figures.
public struct TradeoffResult: Sendable, Hashable {
    /// What the buyer states.
    public let tradeoff: Evaluation.Tradeoff
    /// What the chosen option costs and is worth more; nil where a value is not known, or nothing is chosen.
    ///
    /// Costs are total costs of ownership rounded to the minor unit, so that they re-add.
    public let records: Twice<TradeoffRecord>?
}

extension EvaluationResult {
    /// Weighs the recommended option against those that it was chosen over.
    func weighTradeoffs() throws(Problem) -> [TradeoffResult] {
        var results: [TradeoffResult] = []
        for tradeoff in evaluation.tradeoffs {
            guard let chosen = recommended, let value = chosen.decision.value,
                let other = option(tradeoff.over), let otherValue = other.decision.value
            else {
                results.append(TradeoffResult(tradeoff: tradeoff, records: nil))
                continue
            }
            let records = try Twice { (coverage) throws(Problem) in
                try TradeoffRecord(
                    chosen: chosen.option.id, cost: try cost(of: chosen, coverage), value: value,
                    over: other.option.id, itsCost: try cost(of: other, coverage),
                    itsValue: otherValue, currency: evaluation.study.currency.code,
                    reason: tradeoff.reason, worthPerPoint: tradeoff.worthPerPoint)
            }
            results.append(TradeoffResult(tradeoff: tradeoff, records: records))
        }
        return results
    }

    private func cost(
        of option: OptionResult, _ coverage: Coverage
    ) throws(Problem) -> ExactDecimal {
        try ExactDecimal(
            nearest: option.comparedCost[coverage],
            places: evaluation.study.currency.minorUnitPlaces)
    }
}

extension Findings {
    /// Returns the tradeoffs that the figures do not back.
    func tradeoffs() -> [Problem] {
        result.tradeoffs.compactMap { tradeoff in
            guard let record = tradeoff.records?.all,
                record.kind == .paysForLess || record.isWorthIt == false
            else { return nil }
            return Problem(
                .unbackedTradeoff,
                "the figures do not back choosing \(title(record.chosen)) over \(title(record.over))",
                at: .part("option \(record.over)"), because: record.inWords,
                hint: "let the reason say what the figures do not show")
        }
    }
}
