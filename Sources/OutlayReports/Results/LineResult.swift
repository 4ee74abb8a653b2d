import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The lines of an option for programs, in the document's order, unplanned purchases last.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    func linesJSON(of option: OptionResult) throws(Problem) -> JSONValue {
        var lines: [JSONValue] = []
        for line in option.economics.costs + option.economics.benefits {
            let total = try Twice { (coverage) throws(Problem) in try line.total(coverage) }
            let value = Twice { option.economics.presentValue(of: line, $0) }
            lines.append(json(of: line.line, total, value))
        }
        for line in option.option.unplannedLines {
            lines.append(json(of: line, Twice { _ in .zero }, Twice { _ in 0 }))
        }
        return .array(lines)
    }

    private func json(
        of line: CostLine, _ total: Twice<ExactDecimal>, _ value: Twice<Double>
    ) -> JSONValue {
        let currency = evaluation.study.currency
        let source = evaluation.sources.first { $0.id == line.source }
        return [
            "id": .string(line.id),
            "title": .string(line.title),
            "side": .string(line.isCost ? "cost" : "benefit"),
            "category": .string(line.category),
            "model": .string(type(of: line.model).descriptor.identifier),
            "recurrence": .string(line.recurrence.rawValue),
            "expenditure": .string(orNull: line.expenditure),
            "cashable": .bool(line.isCashable),
            "funded": .string(line.funding == .budget ? "budget" : "payroll"),
            "released": Self.json(of: line.funding),
            "sunk": .bool(line.isSunk),
            "optional": .string(orNull: line.optional?.rawValue),
            "vendor": .string(orNull: line.vendor),
            "owner": .string(orNull: line.owner),
            "source": .string(orNull: line.source),
            "source_date": .string(orNull: source?.date?.description),
            "price_date": .string(orNull: line.priceDate?.description),
            "note": .string(orNull: line.note),
            "total": ResultJSON.twice(total) { ResultJSON.money(Money($0, currency)) },
            "present_value": ResultJSON.twice(value) { ResultJSON.money($0, currency) },
        ]
    }

    private static func json(of funding: CostLine.Funding) -> JSONValue {
        guard case .payroll(let release?) = funding else { return .null }
        return [
            "budget": .string(release.budget),
            "from": .string(release.from.description),
        ]
    }
}

extension CostLine {
    /// The kind of expenditure as one word, or nil for a benefit.
    fileprivate var expenditure: String? {
        isCost ? (isCapital ? "capex" : "opex") : nil
    }

    /// Whether any of it is money that moves: not a benefit in kind, not staff already employed.
    fileprivate var isCashable: Bool {
        switch (direction, funding) {
        case (.benefit(isCashable: false), _), (_, .payroll(released: nil)): false
        default: true
        }
    }
}
