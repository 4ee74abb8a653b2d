import OutlayProblems
import OutlayValues

/// A recurring charge for units that are sold in whole packages.
public struct PackageModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the price of a package grows.
    public let escalation: Escalation
    private let charge: QuantityCharge

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "package",
        title: "Price by packages",
        selectingKey: "package_size",
        inputs: [
            UnitPricing.packageSize, UnitPricing.unitCost,
            .init(
                "quantity", "how many; 1 where not given", .operand(isMoney: false),
                isRequired: true, isProportional: false),
        ] + Recurrence.inputs() + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        source:
            "Stripe, Package pricing: docs.stripe.com/subscriptions/pricing-models/package-pricing, "
            + "read 2026-11-23",
        examples: [
            CostModelExample(
                title: "4 500 calls a month by packages of 1 000 at 1.00",
                inputs: CostModelInputs([
                    "every": .pricePeriod(.month),
                    "quantity": .operand(.constant(ExactDecimal(4500))),
                    "package_size": .operand(.constant(ExactDecimal(1000))),
                    "unit_cost": .operand(.constant(.one)),
                ]),
                amounts: [.zero, ExactDecimal(60), ExactDecimal(60), ExactDecimal(60)])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no quantity or price, or nothing says when it is charged.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        charge = try QuantityCharge(inputs)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value, a package holds nothing or a number grows beyond
    ///   38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(in: study, window: window, escalation: escalation)
    }
}
