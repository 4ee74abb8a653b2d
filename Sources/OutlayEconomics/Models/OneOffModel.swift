import OutlayProblems
import OutlayValues

/// A single payment at the start, at the end or on a day.
public struct OneOffModel: CostModel {
    private let price: Price
    private let moment: Moment

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "one-off",
        title: "One-off payment",
        selectingKey: "at",
        inputs: [
            .init("at", "when it is paid: start, end or a date", .moment, isRequired: true)
        ] + Price.inputs,
        source: "NIST Handbook 135 (2022), section 4.2: one-time amounts",
        examples: [
            CostModelExample(
                title: "Set-up at the start",
                inputs: CostModelInputs([
                    "at": .moment(.start),
                    "amount": .operand(.constant(ExactDecimal(45_000))),
                ]),
                amounts: [ExactDecimal(45_000), .zero, .zero, .zero]),
            CostModelExample(
                title: "Ten devices returned at the end",
                inputs: CostModelInputs([
                    "at": .moment(.end),
                    "quantity": .operand(.constant(ExactDecimal(10))),
                    "unit_cost": .operand(.constant(ExactDecimal(25))),
                ]),
                amounts: [.zero, .zero, .zero, ExactDecimal(250)]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        price = try Price(inputs)
        moment = inputs.moment("at") ?? .start
    }

    /// How the line's own price grows.
    public var escalation: Escalation? { price.escalation }

    /// Returns the one payment, or none where it falls outside `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        var payment: Payment
        switch moment {
        case .start:
            payment = Payment(due: horizon.start, column: 0, years: 0, amount: .zero)
        case .end:
            payment = Payment(
                due: horizon.end, column: horizon.years, years: Double(horizon.years),
                amount: .zero)
        case .date(let date):
            payment = Payment(
                due: date, column: horizon.column(of: date), years: horizon.years(to: date),
                amount: .zero)
        }
        guard payment.due <= window.lastDay else { return [] }
        let base = try price.base(in: study, on: payment.due, year: payment.column)
        let growth = try price.growth(year: payment.column, due: payment.due, window: window)
        payment.amount = try base.multiplied(by: growth)
        return [payment]
    }
}
