import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Budget: GovernedDocument {
    /// The budget as a value, every setting written out; sub-lines stand beside their lines.
    public var json: JSONValue {
        [
            "kind": "Budget", "id": .string(id.text), "revision": .integer(revision),
            "fiscal_year": [
                "id": .string(year.description), "start": .string(start.description),
                "end": .string(end.description),
            ],
            "currency": .string(currency.code), "charge_basis": .string(chargeBasis.rawValue),
            "lines": .array(lines.map { $0.json(currency) }),
        ]
    }

    /// Reads a budget.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    public init(json: JSONValue) throws(DocumentFaults) {
        try self.init(json: json, collectingIn: StrictValue.Collection())
    }

    /// Reads a budget, and tells `faults` of every group of fields.
    init(json: JSONValue, collectingIn faults: StrictValue.Collection) throws(DocumentFaults) {
        self = try StrictValue.read(json, collectingIn: faults) { value in
            value.fields { Self.read(value, $0) }
        }
    }

    private static func read(_ value: StrictValue, _ fields: StrictFields) -> Budget? {
        guard fields.isOfKind("Budget") else { return nil }
        let id = fields.required("id") { $0.ledgerText() }
        let revision = fields.optional("revision", 1) { $0.whole(1...1_000_000_000) }
        let year = fields.required("fiscal_year") { readYear($0) }
        let currency = fields.required("currency") { $0.currency() }
        let basis = fields.optional("charge_basis", .invoice) {
            $0.choice(BudgetChargeBasis.self)
        }
        let reader = BudgetLineReader(currency: currency ?? .eur)
        let isRead = fields.required("lines") { value in
            value.list(atLeast: 1) { reader.read($0, below: nil) }
        }
        reader.reportMisfits(to: value)
        guard let id, let year, let currency, isRead != nil, value.faults.list.isEmpty else {
            return nil
        }
        return Budget(
            checked: reader.lines, id: id, revision: revision, year: year.id, start: year.start,
            end: year.end, currency: currency, chargeBasis: basis)
    }

    private static func readYear(
        _ value: StrictValue
    ) -> (id: PeriodID, start: CalendarDate, end: CalendarDate)? {
        value.fields { fields in
            let id = fields.required("id") { $0.fiscalYear() }
            let start = fields.required("start") { $0.date() }
            let end = fields.required("end") { $0.date() }
            guard let id, let start, let end else { return nil }
            guard calendar(of: id, from: start, to: end) != nil else {
                value.report(badYear(id, start, end))
                return nil
            }
            return (id, start, end)
        }
    }
}

extension BudgetLine {
    fileprivate func json(_ currency: Currency) -> JSONValue {
        var object = JSONObject()
        object["id"] = .string(node.id.text)
        object["parent"] = node.parent.map { .string($0.text) }
        if !node.title.isEmpty { object["title"] = .string(node.title.text) }
        object["owner"] = node.owner.map { .string($0.text) }
        object["kind"] = .string(node.kind.rawValue)
        object["approved"] = .string(approved.canonicalText(currency))
        object["accounts"] = .strings(accounts)
        object["control"] = .string(node.control.rawValue)
        object["warn_at"] = node.warnLevel.map { .string($0.fraction.description) }
        object["tolerance"] = .string(node.tolerance.fraction.description)
        object["tolerance_amount"] = .string(node.toleranceAmount.canonicalText(currency))
        if node.phasing.weights.isEmpty {
            object["periods"] = .string(PeriodChoice(node.phasing.division).rawValue)
        } else {
            object["periods"] = .strings(node.phasing.weights.map(\.description))
        }
        object["scope"] = .string(node.phasing.scope.rawValue)
        object["capex_opex"] = node.expenditure.map {
            .string(ExpenditureChoice($0).rawValue)
        }
        object["valid_from"] = node.validFrom.map { .string($0.description) }
        object["valid_to"] = node.validTo.map { .string($0.description) }
        return .object(object)
    }
}

/// How the year of a budget line is divided.
enum PeriodChoice: String, CaseIterable {
    case annual
    case quarterly
    case monthly

    init(_ division: FiscalDivision) {
        switch division {
        case .yearly: self = .annual
        case .quarterly: self = .quarterly
        case .monthly: self = .monthly
        }
    }

    var division: FiscalDivision {
        switch self {
        case .annual: .yearly
        case .quarterly: .quarterly
        case .monthly: .monthly
        }
    }
}

/// Whether a budget line is for assets or for running costs.
enum ExpenditureChoice: String, CaseIterable {
    case capex
    case opex

    init(_ expenditure: Expenditure) {
        self = expenditure == .capital ? .capex : .opex
    }

    var expenditure: Expenditure { self == .capex ? .capital : .operating }
}

extension BasisPoints {
    /// The share as a fraction of 1.
    var fraction: ExactDecimal { ExactDecimal(Int(count), places: 4) }
}

extension StrictValue {
    /// The name of a whole fiscal year.
    fileprivate func fiscalYear() -> PeriodID? {
        guard let text = text() else { return nil }
        do throws(Problem) {
            let period = try PeriodID(parsing: text)
            if period.division == .yearly { return period }
            report(
                Problem(
                    .badPeriod, "\(Problem.quoted(text)) is a part of a fiscal year",
                    because: "a budget is for a whole one", hint: "write `FY\(period.year)`"))
        } catch {
            report(error)
        }
        return nil
    }
}
