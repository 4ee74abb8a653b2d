import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The year tables for programs, of the options given.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func costJSON(of options: [OptionResult]) throws(Problem) -> JSONValue {
        var members: [JSONValue] = []
        for option in options { members.append(try costJSON(of: option)) }
        var result = head
        result["columns"] = .strings(YearColumns(evaluation.study).titles)
        result["options"] = .array(members)
        return .object(result)
    }

    private func costJSON(of option: OptionResult) throws(Problem) -> JSONValue {
        let economics = option.economics
        let currency = evaluation.study.currency
        let costs = try Twice { (coverage) throws(Problem) in
            Self.json(try economics.costRows(coverage), currency)
        }
        let benefits = try Twice { (coverage) throws(Problem) in
            Self.json(try economics.benefitRows(coverage), currency)
        }
        let totals = try Twice { (coverage) throws(Problem) in
            try Self.totalJSON(
                economics.costsByYear(coverage), economics.totalCostOfOwnership(coverage), currency)
        }
        return [
            "id": .string(option.option.id),
            "title": .string(option.option.title),
            "costs": ["all": .array(costs.all), "cash": .array(costs.cash)],
            "lines": try linesJSON(of: option),
            "tco": ["all": totals.all, "cash": totals.cash],
            "benefits": ["all": .array(benefits.all), "cash": .array(benefits.cash)],
            "net": try option.increment.map { (pair) throws(Problem) in
                try Self.netJSON(pair, currency)
            } ?? .null,
        ]
    }

    private static func json(_ rows: [YearRow], _ currency: Currency) -> [JSONValue] {
        rows.map { row in
            [
                "category": .string(row.category),
                "amounts": .array(row.amounts.map { ResultJSON.money(Money($0, currency)) }),
                "total": ResultJSON.money(Money(row.total, currency)),
                "present_value": ResultJSON.money(row.presentValue, currency),
            ]
        }
    }

    private static func totalJSON(
        _ amounts: [ExactDecimal], _ presentValue: Double, _ currency: Currency
    ) throws(Problem) -> JSONValue {
        [
            "amounts": .array(amounts.map { ResultJSON.money(Money($0, currency)) }),
            "total": ResultJSON.money(Money(try amounts.sum(), currency)),
            "present_value": ResultJSON.money(presentValue, currency),
        ]
    }

    private static func netJSON(
        _ pair: Twice<Increment>, _ currency: Currency
    ) throws(Problem) -> JSONValue {
        let all = try totalJSON(pair.all.netFlows, pair.all.netPresentValue, currency)
        let cash = try totalJSON(pair.cash.netFlows, pair.cash.netPresentValue, currency)
        return ["all": all, "cash": cash]
    }
}
