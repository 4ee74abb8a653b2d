import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What the recommended option costs and is worth more than those it was chosen over.
enum TradeoffFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        result.tradeoffs.flatMap { tradeoff -> [Figure] in
            guard let records = tradeoff.records, let chosen = result.option(records.all.chosen),
                let other = result.option(records.all.over)
            else { return [] }
            let costs = Coverage.allCases.map { coverage in
                cost(chosen, other, records[coverage], coverage, result)
            }
            return costs + [value(chosen, other, records.all)]
                + [each(chosen, other, records.all, result)].compactMap(\.self)
        }
    }

    private static func name(_ over: String, _ figure: FigureName.Part) -> FigureName {
        FigureName(["tradeoffs", .stated(over), figure])
    }

    private static func cost(
        _ chosen: OptionResult, _ other: OptionResult, _ record: TradeoffRecord,
        _ coverage: Coverage, _ result: EvaluationResult
    ) -> Figure {
        let currency = result.evaluation.study.currency
        let title =
            "what \(chosen.option.title) costs more than \(other.option.title)"
            + (coverage == .cash ? ", cash only" : "")
        return Figure(name(record.over, coverage == .all ? "cost" : "cash_cost"), title) {
            caption throws(Problem) in
            let places = currency.minorUnitPlaces
            return caption.explained(
                .money(record.extraCost, currency),
                formula: .difference(
                    .rounded(.part(0), places: places), .rounded(.part(1), places: places)),
                parts: [chosen, other].map { result.comparedCostPart(of: $0, coverage) })
        }
    }

    private static func value(
        _ chosen: OptionResult, _ other: OptionResult, _ record: TradeoffRecord
    ) -> Figure {
        Figure(
            name(record.over, "value"),
            "points that \(chosen.option.title) is worth more than \(other.option.title)"
        ) { caption throws(Problem) in
            caption.explained(
                FigureValue(.real(record.extraValue), .points),
                formula: .difference(.part(0), .part(1)),
                parts: [chosen, other].compactMap(ValueFigures.part))
        }
    }

    private static func each(
        _ chosen: OptionResult, _ other: OptionResult, _ record: TradeoffRecord,
        _ result: EvaluationResult
    ) -> Figure? {
        guard let each = record.costPerPoint else { return nil }
        let currency = result.evaluation.study.currency
        return Figure(
            name(record.over, "cost_per_point"),
            "cost of each point that \(chosen.option.title) is worth more than \(other.option.title)"
        ) { caption throws(Problem) in
            caption.explained(
                .money(each, currency), formula: .quotient(.part(0), .part(1)),
                parts: [
                    Explanation.Part(
                        "cost", .money(record.extraCost, currency), name(record.over, "cost")),
                    Explanation.Part(
                        "points", FigureValue(.real(record.extraValue), .points),
                        name(record.over, "value")),
                ])
        }
    }
}
