import OutlayProblems
import OutlayValues

@testable import OutlayEconomics

extension SplitMix64 {
    /// Returns an amount of 0.01 to 99 999.99.
    mutating func amount() -> ExactDecimal {
        ExactDecimal(Int.random(in: 1...9_999_999, using: &self), places: 2)
    }

    /// Returns a day from 2026 to 2032.
    mutating func day() -> CalendarDate {
        OutlayEconomicsTests.day("2026-01-01").adding(days: Int.random(in: 0..<2500, using: &self))
    }

    /// Returns the inputs of a recurring charge, without a rule for its payment.
    mutating func recurringInputs() -> [String: CostModelInputs.Value] {
        let periods: [PricePeriod] = [.month, .quarter, .year]
        var inputs: [String: CostModelInputs.Value] = [
            "every": .pricePeriod(periods.randomElement(using: &self) ?? .year),
            "per": .pricePeriod(PricePeriod.allCases.randomElement(using: &self) ?? .year),
            "amount": .operand(.constant(amount())),
            "escalation": .escalation(
                Escalation(
                    ratePerYear: ExactDecimal(Int.random(in: -50...150, using: &self), places: 3),
                    origin: [.year1, .year2, .baseDate(day())].randomElement(using: &self)
                        ?? .year2)),
        ]
        if Bool.random(using: &self) {
            inputs["ramp"] = .factors([exact("0.25"), exact("0.5"), exact("1")])
        }
        if Bool.random(using: &self) {
            let (one, other) = (day(), day())
            inputs["begins"] = .date(min(one, other))
            inputs["ends"] = .date(max(one, other))
        }
        return inputs
    }

    /// Returns a model with any timing of its payments but stated dates.
    mutating func model() throws(Problem) -> any CostModel {
        guard Int.random(in: 0..<3, using: &self) > 0 else {
            let moments: [Moment] = [.start, .end, .date(day())]
            return try oneOff(
                amount().description, moments.randomElement(using: &self) ?? .start)
        }
        var inputs = recurringInputs()
        let rules: [Instalments?] = [nil, .advance, .arrears, .monthly, .quarterly]
        if let paid = rules.randomElement(using: &self) ?? nil {
            inputs["paid"] = .instalments(paid)
        }
        return try RecurringModel(CostModelInputs(inputs))
    }

    /// Returns one to eight costs and benefits of any kind.
    mutating func lines(tax: Tax?) throws(Problem) -> [CostLine] {
        let fundings: [CostLine.Funding] = [
            .budget, .budget, .payroll(released: nil),
            .payroll(released: .init(budget: "staff", from: day())),
        ]
        var lines: [CostLine] = []
        for number in 0..<Int.random(in: 1...8, using: &self) {
            if Int.random(in: 0..<4, using: &self) == 0 {
                lines.append(
                    benefit("b\(number)", try model(), isCashable: Bool.random(using: &self)))
            } else {
                lines.append(
                    cost(
                        "c\(number)", try model(),
                        category: ["licence", "service"].randomElement(using: &self) ?? "licence",
                        funding: fundings.randomElement(using: &self) ?? .budget,
                        isSunk: Int.random(in: 0..<8, using: &self) == 0, tax: tax))
            }
        }
        return lines
    }
}
