import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The cash flow for programs, of the options given.
    ///
    /// - Throws: A ``Problem`` when capital spending has no life, or a sum needs more than 38 digits.
    public func cashflowJSON(
        of options: [OptionResult], _ view: CashflowView, by grouping: CashflowGrouping,
        chargedBy basis: ChargeBasis
    ) throws(Problem) -> JSONValue {
        var members: [JSONValue] = []
        for option in options {
            let cashflow = try Cashflow(of: option.economics, chargedBy: basis)
            members.append(try json(of: cashflow, option, view, grouping))
        }
        var result = head
        result["view"] = .string(view.rawValue)
        result["charge_basis"] = .string(basis.rawValue)
        result["options"] = .array(members)
        return .object(result)
    }

    private func json(
        of cashflow: Cashflow, _ option: OptionResult, _ view: CashflowView,
        _ grouping: CashflowGrouping
    ) throws(Problem) -> JSONValue {
        let currency = evaluation.study.currency
        var rows: [JSONValue] = []
        for row in try cashflow.rows(view, by: grouping) {
            rows.append([
                "line": .string(orNull: row.line),
                "category": .string(row.category),
                "kind": .string(row.kind.rawValue),
                "amounts": try Self.json(row.amounts, currency),
            ])
        }
        var ways: JSONObject = [:]
        for view in [CashflowView.expense, .budget] {
            let isKnown = view != .expense || cashflow.hasExpenseView
            ways[view.rawValue] = isKnown ? try Self.json(cashflow, to: view, currency) : .null
        }
        return [
            "id": .string(option.option.id),
            "title": .string(option.option.title),
            "fiscal_years": .strings(cashflow.years.map(\.name)),
            "rows": .array(rows),
            "total": try Self.json(cashflow.sum(view), currency),
            "reconciliation": .object(ways),
        ]
    }

    private static func json(
        _ cashflow: Cashflow, to view: CashflowView, _ currency: Currency
    ) throws(Problem) -> JSONValue {
        let way = try CashflowReconciliation(cashflow, to: view)
        return [
            "cash": try json(way.cash, currency),
            "items": .array(
                try way.items.map { (item) throws(Problem) in
                    [
                        "reason": .string(item.reason.rawValue),
                        "amounts": try json(item.amounts, currency),
                    ]
                }),
            "view": try json(way.amounts, currency),
            "difference": try json(way.difference(), currency),
        ]
    }

    private static func json(
        _ amounts: Cashflow.Amounts, _ currency: Currency
    ) throws(Problem) -> JSONValue {
        [
            "years": .array(amounts.years.map { ResultJSON.money(Money($0, currency)) }),
            "later": ResultJSON.money(Money(amounts.later, currency)),
            "total": ResultJSON.money(Money(try amounts.total(), currency)),
        ]
    }
}
