import OutlayProblems
import OutlayValues

/// The uplift of other lines for the habit of estimating too low, less what was done against it.
public struct OptimismBiasModel: DerivedCostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// The lines it is an uplift of.
    public let basis: LineSelection
    private let bias: Operand
    private let mitigation: Operand

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "optimism-bias",
        title: "Optimism bias",
        selectingKey: "optimism_bias",
        inputs: [
            .init(
                "optimism_bias", "the uplift as a fraction, before mitigation",
                .operand(isMoney: false), isRequired: true, label: "optimism bias"),
            .init(
                "mitigation", "the share of the uplift that is managed away; 0 where not given",
                .share, isProportional: false),
        ] + LineSelection.inputs,
        isForCostsOnly: true,
        source: "HM Treasury, The Green Book: supplementary guidance on optimism bias (2013)",
        examples: [
            CostModelExample(
                title: "An upper bound of 200 %, of which 60 % is managed away",
                inputs: CostModelInputs([
                    "optimism_bias": .operand(.constant(ExactDecimal(2))),
                    "mitigation": .operand(.constant(ExactDecimal(6, places: 1))),
                    "of": .names(["equipment"]),
                ]),
                basis: [CostModelExample.purchase(250_000)],
                amounts: [ExactDecimal(200_000), .zero, .zero, .zero])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no uplift or nothing to uplift.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        basis = try LineSelection(inputs)
        bias = try inputs.required("optimism_bias")
        mitigation = inputs.operand("mitigation") ?? .constant(.zero)
    }

    /// Returns bias × (1 − mitigation) of each payment, on its day.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(
        from payments: [Payment], in study: Study, window: Window
    ) throws(Problem) -> [Payment] {
        try payments.scaled(in: study) { day, year throws(Problem) in
            let bias = try OptimismBias(
                upper: study.quantity(of: bias, "optimism bias", on: day, year: year, by: day))
            return try bias.uplift(
                mitigation: study.quantity(
                    of: mitigation, "mitigation", on: day, year: year, by: day))
        }
    }
}
