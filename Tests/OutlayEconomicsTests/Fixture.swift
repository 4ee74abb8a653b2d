import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

/// Reads a number that the test knows to be one.
func exact(_ text: String) -> ExactDecimal {
    do {
        return try ExactDecimal(parsing: text)
    } catch {
        preconditionFailure("\(text): \(error.summary)")
    }
}

/// Reads a date that the test knows to be one.
func day(_ text: String) -> CalendarDate {
    do {
        return try CalendarDate(parsing: text)
    } catch {
        preconditionFailure("\(text): \(error.summary)")
    }
}

/// A study over three years from 2027-01-01 at 8 %, in EUR, unless the test says otherwise.
func study(
    start: String = "2027-01-01", years: Int = 3, rate: String = "0.08",
    timing: PaymentTiming = .endOfYear, decision: String? = nil,
    fiscal: FiscalCalendar = .calendarYear, assumptions: [Assumption] = []
) -> Study {
    Study(
        horizon: Horizon(start: day(start), years: years),
        rate: DiscountRate(ratePerYear: exact(rate), timing: timing), currency: .eur,
        decisionDate: decision.map(day), fiscalCalendar: fiscal, assumptions: assumptions)
}

/// An assumption with a value from each day on.
func series(_ id: String, _ steps: KeyValuePairs<String, String>) -> Assumption {
    Assumption(
        id: id, steps: steps.map { Assumption.Step(from: day($0.key), value: exact($0.value)) })
}

/// A recurring charge of `amount`, by the year unless `inputs` say otherwise.
func recurring(
    _ amount: String, _ inputs: [String: CostModelInputs.Value] = [:]
) throws(Problem) -> RecurringModel {
    let common: [String: CostModelInputs.Value] = [
        "every": .pricePeriod(.year), "amount": .operand(.constant(exact(amount))),
    ]
    return try RecurringModel(CostModelInputs(common.merging(inputs) { $1 }))
}

/// A single payment of `amount`.
func oneOff(
    _ amount: String, _ moment: Moment = .start, escalation: Escalation = .none
) throws(Problem) -> OneOffModel {
    try OneOffModel(
        CostModelInputs([
            "at": .moment(moment), "amount": .operand(.constant(exact(amount))),
            "escalation": .escalation(escalation),
        ]))
}

extension CostModelInputs.Value {
    /// A stated number.
    static func number(_ text: String) -> CostModelInputs.Value { .operand(.constant(exact(text))) }

    /// A named assumption.
    static func named(_ id: String) -> CostModelInputs.Value { .operand(.assumption(id)) }

    /// Growth of `rate` per year.
    static func growth(
        _ rate: String, _ origin: Escalation.Origin = .year2
    ) -> CostModelInputs.Value {
        .escalation(Escalation(ratePerYear: exact(rate), origin: origin))
    }
}

/// A cost that a vendor is paid.
func cost(
    _ id: String, _ model: any CostModel, category: String = "subscription",
    funding: CostLine.Funding = .budget, isSunk: Bool = false, tax: Tax? = nil,
    rate: ExchangeRate? = nil, vendor: String? = "vendor"
) -> CostLine {
    CostLine(
        id: id, category: category, direction: .cost, model: model, funding: funding,
        isSunk: isSunk, tax: tax, exchangeRate: rate, vendor: vendor)
}

/// A benefit of category `saving`.
func benefit(_ id: String, _ model: any CostModel, isCashable: Bool) -> CostLine {
    CostLine(
        id: id, category: "saving", direction: .benefit(isCashable: isCashable), model: model)
}

extension CostModel {
    /// Returns the amounts of time 0 and of each year of `study`; of a derived model, those that follow from
    /// `basis`.
    func amounts(
        in study: Study, from basis: [Payment] = []
    ) throws(Problem) -> [ExactDecimal] {
        var amounts = [ExactDecimal](repeating: .zero, count: study.horizon.years + 1)
        let window = Window.horizon(study.horizon)
        let payments =
            if let model = self as? any DerivedCostModel {
                try model.payments(from: basis, in: study, window: window)
            } else {
                try payments(in: study, window: window)
            }
        for payment in payments {
            try amounts[payment.column] += payment.amount
        }
        return amounts
    }

    /// Returns the payments over the horizon of `study`.
    func payments(in study: Study) throws(Problem) -> [Payment] {
        try payments(in: study, window: .horizon(study.horizon))
    }
}

extension Double {
    /// Whether the number is within 1e-9 of `other`, relative to it where it is large.
    func isNear(_ other: Double, within distance: Double) -> Bool {
        (self - other).magnitude <= distance
    }

    func isNear(_ other: Double) -> Bool {
        (self - other).magnitude <= 1e-9 * max(1, other.magnitude)
    }
}

/// Returns the problem that `body` throws, or nil where it throws none.
func refusal(_ body: () throws -> some Any) -> Problem? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? Problem
    }
}
