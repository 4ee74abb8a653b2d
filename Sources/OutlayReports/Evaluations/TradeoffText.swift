import OutlayDecisions
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// What the recommended option was chosen over, each in a sentence; nothing without tradeoffs.
    var tradeoffBlocks: [Block] {
        tradeoffs.isEmpty
            ? [] : [.list(tradeoffs.map { RichText(TradeoffText(of: $0, in: self).sentences) })]
    }

    /// The tradeoffs for programs.
    var tradeoffsJSON: JSONValue {
        .array(
            tradeoffs.map { result in
                let currency = evaluation.study.currency
                let stated = result.tradeoff
                return [
                    "over": .string(stated.over), "reason": .string(stated.reason),
                    "worth_per_point": stated.worthPerPoint.map {
                        ResultJSON.money(Money($0, currency))
                    } ?? .null,
                    "chosen": .string(orNull: result.records?.all.chosen),
                    "extra_value": ResultJSON.value(result.records?.all.extraValue),
                    "extra_cost": result.records.map { pair in
                        ResultJSON.twice(pair) { ResultJSON.money(Money($0.extraCost, currency)) }
                    } ?? .null,
                    "cost_per_point": result.records.map { pair in
                        ResultJSON.twice(pair) { record in
                            record.costPerPoint.map { ResultJSON.money($0, currency) } ?? .null
                        }
                    } ?? .null,
                    "kind": .string(orNull: result.records?.all.kind.rawValue),
                    "worth_it": result.records?.all.isWorthIt.map { .bool($0) } ?? .null,
                ]
            })
    }
}

/// The words for one tradeoff.
private struct TradeoffText {
    private let tradeoff: Evaluation.Tradeoff
    private let records: Twice<TradeoffRecord>?
    private let result: EvaluationResult
    private let currency: Currency

    init(of tradeoff: TradeoffResult, in result: EvaluationResult) {
        self.tradeoff = tradeoff.tradeoff
        records = tradeoff.records
        self.result = result
        currency = result.evaluation.study.currency
    }

    var sentences: String {
        let other = title(tradeoff.over)
        guard let records else {
            return
                "Over \(other): no figures, for nothing eligible is recommended or a value is not "
                + "known. Reason given: \(reason)."
        }
        let record = records.all
        var text =
            "\(title(record.chosen)) over \(other): \(cost) is \(difference(record)), "
            + "cash \(cost) \(difference(records.cash)), and value \(points(record))"
        if let each = record.costPerPoint {
            text +=
                ", \(shown(each)) "
                + (record.kind == .paysForValue
                    ? "for each point gained" : "saved for each point given up")
        }
        if let worth = tradeoff.worthPerPoint, let isWorthIt = record.isWorthIt {
            text +=
                "; a point is said to be worth \(shown(worth.doubleValue)), by which it is "
                + (isWorthIt ? "worth it" : "not worth it")
        }
        return text + ". Reason given: \(reason)."
    }

    private var cost: String { result.comparedCostName }

    private var reason: String {
        var reason = tradeoff.reason
        while reason.last == "." || reason.last == " " { reason.removeLast() }
        return reason
    }

    private func title(_ id: String) -> String { result.option(id)?.option.title ?? id }

    private func difference(_ record: TradeoffRecord) -> String {
        guard !record.extraCost.isZero else { return "the same" }
        return shown(record.extraCost.magnitude.doubleValue)
            + (record.extraCost.isNegative ? " less" : " more")
    }

    private func points(_ record: TradeoffRecord) -> String {
        let size = FigureText.shown(record.extraValue.magnitude, places: 1)
        switch record.extraValue {
        case 0: return "the same"
        case ..<0: return size + " points less"
        default: return size + " points more"
        }
    }

    private func shown(_ amount: Double) -> String {
        currency.code + FigureText.noBreakSpace + FigureText.shown(amount, places: 0)
    }
}
