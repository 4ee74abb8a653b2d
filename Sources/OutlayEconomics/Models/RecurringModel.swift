import OutlayProblems
import OutlayValues

/// A charge that comes back every month, quarter or year.
///
/// A year's amount is the price over the months the line runs, a month being a twelfth of a year, times
/// the growth of that year. Where a line begins or ends within a month, its days count against the days of
/// that month. The ramp counts the line's own years, from the day it begins.
public struct RecurringModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let price: Price
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "recurring",
        title: "Recurring charge",
        selectingKey: "every",
        inputs: Recurrence.inputs() + Price.inputs,
        source: "NIST Handbook 135 (2022), section 4.2: annually recurring amounts",
        examples: [
            CostModelExample(
                title: "65 seats at 89 a month, growing by 7 % a year",
                inputs: CostModelInputs([
                    "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                    "quantity": .operand(.constant(ExactDecimal(65))),
                    "unit_cost": .operand(.constant(ExactDecimal(89))),
                    "escalation": .escalation(
                        Escalation(ratePerYear: ExactDecimal(7, places: 2))),
                ]),
                amounts: [
                    .zero, ExactDecimal(69_420), ExactDecimal(7_427_940, places: 2),
                    ExactDecimal(79_478_958, places: 3),
                ])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two, when the charge has no period or one of hours
    ///   or days, or when the line ends before it begins.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        price = try Price(inputs)
        charge = try Recurrence(inputs)
    }

    /// How the line's own price grows.
    public var escalation: Escalation { price.escalation }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            try price.base(
                in: study, on: month.pricedOn, year: month.year, by: month.standing)
        }
    }
}
