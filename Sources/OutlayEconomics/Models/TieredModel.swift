import OutlayProblems
import OutlayValues

/// A recurring charge whose price depends on the quantity: graduated or by volume.
public struct TieredModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the prices of all tiers grow.
    public let escalation: Escalation
    private let charge: QuantityCharge

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "tiered",
        title: "Price by tiers",
        selectingKey: "tiers",
        inputs: UnitPricing.tiers + [
            .init(
                "quantity", "how many; 1 where not given", .operand(isMoney: false),
                isRequired: true, isProportional: false)
        ] + Recurrence.inputs() + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        source:
            "Stripe, Tiered pricing: docs.stripe.com/subscriptions/pricing-models/tiered-pricing, "
            + "read 2026-11-23",
        examples: [
            CostModelExample(
                title: "15 seats a month: ten at 20, the rest at 15",
                inputs: CostModelInputs([
                    "every": .pricePeriod(.month),
                    "quantity": .operand(.constant(ExactDecimal(15))),
                    "tiers": .tiers([
                        PriceTier(upTo: ExactDecimal(10), unitPrice: ExactDecimal(20)),
                        PriceTier(upTo: nil, unitPrice: ExactDecimal(15)),
                    ]),
                ]),
                amounts: [.zero, ExactDecimal(3300), ExactDecimal(3300), ExactDecimal(3300)]),
            CostModelExample(
                title: "The same by volume: all at 15",
                inputs: CostModelInputs([
                    "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                    "quantity": .operand(.constant(ExactDecimal(15))), "pricing": .word("volume"),
                    "tiers": .tiers([
                        PriceTier(upTo: ExactDecimal(10), unitPrice: ExactDecimal(20)),
                        PriceTier(upTo: nil, unitPrice: ExactDecimal(15)),
                    ]),
                ]),
                amounts: [.zero, ExactDecimal(2700), ExactDecimal(2700), ExactDecimal(2700)]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no quantity, when the tiers do not hold or nothing says when it is
    ///   charged.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        charge = try QuantityCharge(inputs)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value, a quantity is beyond the last tier or a number
    ///   grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(in: study, window: window, escalation: escalation)
    }
}
