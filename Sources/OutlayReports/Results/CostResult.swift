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
            try Self.json(try economics.costRows(coverage), economics)
        }
        let lines = try Twice { (coverage) throws(Problem) in
            try Self.json(try economics.costLineRows(coverage), economics)
        }
        let benefits = try Twice { (coverage) throws(Problem) in
            try Self.json(try economics.benefitRows(coverage), economics)
        }
        let totals = try Twice { (coverage) throws(Problem) in
            JSONValue.object(try Self.figures(of: economics.costTotals(coverage), economics))
        }
        return [
            "id": .string(option.option.id),
            "title": .string(option.option.title),
            "columns": .strings(YearColumns(economics.study).titles),
            "costs": ["all": .array(costs.all), "cash": .array(costs.cash)],
            "cost_lines": ["all": .array(lines.all), "cash": .array(lines.cash)],
            "lines": try linesJSON(of: option),
            "tco": ["all": totals.all, "cash": totals.cash],
            "benefits": ["all": .array(benefits.all), "cash": .array(benefits.cash)],
            "net": try option.increment.map { (pair) throws(Problem) in
                let net = try Twice { (coverage) throws(Problem) in
                    JSONValue.object(try Self.figures(of: pair[coverage].totals(), economics))
                }
                return ["all": net.all, "cash": net.cash]
            } ?? .null,
            "eac": ResultJSON.twice(option.equivalentAnnualCost) {
                ResultJSON.money($0, currency)
            },
            "returns": returnsJSON(of: option),
            "bridge": try bridgeJSON(to: option),
            "price_performance": try pricePerformanceJSON(of: option),
        ]
    }

    private static func json(
        _ rows: [YearRow], _ economics: OptionEconomics
    ) throws(Problem) -> [JSONValue] {
        try rows.map { (row) throws(Problem) in
            var object: JSONObject = ["category": .string(row.category)]
            for member in try figures(of: row, economics).members {
                object[member.key] = member.value
            }
            return .object(object)
        }
    }

    private static func figures(
        of row: YearRow, _ economics: OptionEconomics
    ) throws(Problem) -> JSONObject {
        let currency = economics.study.currency
        return [
            "amounts": .array(row.amounts.map { ResultJSON.money(Money($0, currency)) }),
            "total": ResultJSON.money(Money(row.total, currency)),
            "discounted": .array(row.discounted.map { ResultJSON.money($0, currency) }),
            "present_value": ResultJSON.money(row.presentValue, currency),
            "annual_value": ResultJSON.money(
                try economics.annualValue(of: row.presentValue), currency),
        ]
    }
}
