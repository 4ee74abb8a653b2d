import OutlayProblems
import OutlayValues

/// A recurring charge for a quantity, at a price that depends on it.
struct QuantityCharge: Sendable {
    private let pricing: UnitPricing
    private let quantity: Operand
    private let recurrence: Recurrence

    /// Creates a charge from a model's inputs.
    ///
    /// - Throws: A ``Problem`` when there is no quantity, when the prices do not hold or nothing says when it is
    ///   charged.
    init(_ inputs: CostModelInputs) throws(Problem) {
        pricing = try UnitPricing(inputs)
        quantity = try inputs.required("quantity")
        recurrence = try Recurrence(inputs)
    }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value, there is no price for a quantity or a number grows
    ///   beyond 38 digits.
    func payments(
        in study: Study, window: Window, escalation: Escalation
    ) throws(Problem) -> [Payment] {
        try recurrence.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            let count = try study.quantity(of: quantity, "quantity", in: month)
            return try pricing.price(of: count, in: study, in: month)
        }
    }
}
