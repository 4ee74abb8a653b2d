import OutlayProblems
import OutlayValues

/// Units committed at a lower rate, used or not, and what is used beyond them on demand.
///
/// Used and unused shares and the overage are parts that readers see by themselves. Nothing of a price period
/// is carried into another.
public struct CommitmentModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How both rates grow.
    public let escalation: Escalation
    private let commitment: Operand
    private let committedCost: Operand
    private let quantity: Operand
    private let ceiling: Operand?
    private let unitCost: Operand
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "commitment",
        title: "Commitment with overage",
        selectingKey: "commitment",
        inputs: [
            .init(
                "commitment", "the units paid for in each price period, used or not",
                .operand(isMoney: false), isRequired: true, isProportional: false),
            .init(
                "committed_cost", "money for each committed unit; any number of decimals",
                .operand(isMoney: false), isRequired: true, label: "committed price",
                isProportional: false),
            .init(
                "quantity", "how many; 1 where not given", .operand(isMoney: false),
                isRequired: true, isProportional: false),
            .init(
                "unit_cost", "money for each; any number of decimals", .operand(isMoney: false),
                isRequired: true, label: "unit price", isProportional: false),
            .ceiling,
        ] + Recurrence.inputs() + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        source:
            "FOCUS 1.2, appendix Commitment discounts (focus.finops.org/focus-specification/v1-2)",
        examples: [
            CostModelExample(
                title: "Ten instances at 0.26 an hour of which eight are used, 0.40 on demand",
                inputs: CostModelInputs([
                    "commitment": .operand(.constant(ExactDecimal(10))),
                    "committed_cost": .operand(.constant(ExactDecimal(26, places: 2))),
                    "quantity": .operand(.constant(ExactDecimal(8))),
                    "unit_cost": .operand(.constant(ExactDecimal(40, places: 2))),
                    "every": .pricePeriod(.month), "per": .pricePeriod(.hour),
                ]),
                amounts: [.zero, ExactDecimal(22_776), ExactDecimal(22_776), ExactDecimal(22_776)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``; ``ProblemCode/badCommitment`` where a committed unit costs more
    ///   than one on demand.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        commitment = try inputs.required("commitment")
        committedCost = try inputs.required("committed_cost")
        quantity = try inputs.required("quantity")
        ceiling = inputs.operand("usage_ceiling")
        unitCost = try inputs.required("unit_cost")
        charge = try Recurrence(inputs)
        escalation = inputs.escalation("escalation") ?? .none
        if case .constant(let committed) = committedCost, case .constant(let price) = unitCost {
            try Self.require(committed, atMost: price)
        }
    }

    private static func require(
        _ committed: ExactDecimal, atMost onDemand: ExactDecimal
    ) throws(Problem) {
        guard committed > onDemand else { return }
        throw Problem(
            .badCommitment, "a committed unit costs \(committed), one on demand \(onDemand)",
            because: "nobody commits to pay more than without a commitment",
            hint: "swap `committed_cost` and `unit_cost`, or correct one")
    }

    /// Returns the payments of every study year in `window`, each part by itself.
    ///
    /// - Throws: ``ProblemCode/badCommitment``; a ``Problem`` when an assumption has no value or a number grows
    ///   beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try charge.payments(
            of: [.used, .unused, .overage], in: study, window: window, escalation: escalation
        ) { month throws(Problem) in
            let use = try CommitmentUse(
                commitment: study.quantity(of: commitment, "commitment", in: month),
                use: window.units(
                    study.quantity(of: quantity, "quantity", in: month),
                    ceiling: study.ceiling(ceiling, in: month)))
            let committed = try study.quantity(of: committedCost, "committed_cost", in: month)
            let onDemand = try study.quantity(of: unitCost, "unit_cost", in: month)
            try Self.require(committed, atMost: onDemand)
            return [
                try use.used.multiplied(by: committed), try use.unused.multiplied(by: committed),
                try use.overage.multiplied(by: onDemand),
            ]
        }
    }
}
