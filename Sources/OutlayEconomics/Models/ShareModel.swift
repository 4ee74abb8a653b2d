import OutlayProblems
import OutlayValues

/// A share of what other lines pay, on their days; or of what was paid for them, charged again and again.
///
/// Contingency is a share of other lines. Maintenance at a tenth of the price of a licence is one with
/// `every: year`: the share of all that those lines had paid when the charge begins.
public struct ShareModel: DerivedCostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// The lines it is a share of.
    public let basis: LineSelection
    /// How the yearly charge grows.
    public let escalation: Escalation
    private let share: Operand
    private let charge: Recurrence?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "share",
        title: "Share of other lines",
        selectingKey: "share",
        inputs: [
            .init("share", "the share as a fraction", .operand(isMoney: false), isRequired: true)
        ] + LineSelection.inputs
            + Recurrence.inputs(standard: .year).filter { $0.name != "per" } + [
                .init("escalation", "growth per year as a fraction", .escalation)
            ],
        source: "GAO, Cost Estimating and Assessment Guide (GAO-20-195G, 2020), chapter 9: "
            + "cost factors",
        examples: [
            CostModelExample(
                title: "A contingency of 10 % on the days of what it is for",
                inputs: CostModelInputs([
                    "share": .operand(.constant(ExactDecimal(1, places: 1))),
                    "of": .names(["setup"]),
                ]),
                basis: [CostModelExample.purchase(45_000)],
                amounts: [ExactDecimal(4500), .zero, .zero, .zero]),
            CostModelExample(
                title: "Maintenance of 18 % of a licence each year",
                inputs: CostModelInputs([
                    "share": .operand(.constant(ExactDecimal(18, places: 2))),
                    "of": .names(["licence"]), "every": .pricePeriod(.year),
                ]),
                basis: [CostModelExample.purchase(100_000)],
                amounts: [
                    .zero, ExactDecimal(18_000), ExactDecimal(18_000), ExactDecimal(18_000),
                ]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no share or nothing it is a share of.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        basis = try LineSelection(inputs)
        share = try inputs.required("share")
        let hasCharge = inputs.values["every"] != nil
        let others = ["begins", "ends", "ramp", "paid", "escalation"]
        if !hasCharge, let other = others.first(where: { inputs.values[$0] != nil }) {
            throw Problem(
                .fieldsExclude, "`\(other)` stands on a share without `every`",
                because: "a share falls due with the lines it is a share of",
                hint: "remove `\(other)`, or add `every:` for a charge of its own")
        }
        charge = hasCharge ? try Recurrence(inputs) : nil
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the share of each payment, or the charges of what had been paid when they begin.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(
        from payments: [Payment], in study: Study, window: Window
    ) throws(Problem) -> [Payment] {
        guard let charge else {
            return try payments.scaled(in: study) { day, year throws(Problem) in
                try study.quantity(of: share, "share", on: day, year: year, by: day)
            }
        }
        let begin = max(charge.begins ?? study.horizon.start, study.horizon.start)
        let price = try payments.filter { $0.due <= begin }.map(\.amount).sum()
        let periods = ExactDecimal(charge.every.count(per: .year).numerator)
        return try charge.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            try price.multiplied(by: study.quantity(of: share, "share", in: month))
                .divided(by: periods)
        }
    }
}

extension [Payment] {
    /// Returns the payments times what `factor` gives for the day and the year of each.
    func scaled(
        in study: Study, by factor: (CalendarDate, Int) throws(Problem) -> ExactDecimal
    ) throws(Problem) -> [Payment] {
        var scaled: [Payment] = []
        for payment in self {
            var copy = payment
            // A share is of one piece; only what no contract holds stays apart.
            if payment.part?.isContractual ?? true { copy.part = nil }
            copy.amount = try payment.amount.multiplied(
                by: factor(Swift.max(payment.due, study.horizon.start), payment.column))
            scaled.append(copy)
        }
        return scaled
    }
}

extension CostModelExample {
    /// A purchase of `amount` at time 0, for examples of derived models.
    static func purchase(_ amount: Int) -> Payment {
        Payment(
            due: CalendarDate(dayNumber: 20_819), column: 0, years: 0,
            amount: ExactDecimal(amount), part: .purchase)
    }
}
