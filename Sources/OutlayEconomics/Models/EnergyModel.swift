import OutlayProblems
import OutlayValues

/// The electricity that machines take: watts × hours × PUE × price.
public struct EnergyModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the price of energy grows.
    public let escalation: Escalation
    private let watts: Operand
    private let hours: Operand
    private let pue: Operand
    private let price: Operand
    private let quantity: Operand
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "energy",
        title: "Energy",
        selectingKey: "watts",
        inputs: [
            .init(
                "watts", "the mean power of one machine", .operand(isMoney: false),
                isRequired: true),
            .init(
                "hours",
                "hours: of running in a year, 8760 where not given; of work in a price period",
                .operand(isMoney: false)),
            .init(
                "pue", "energy of the site over that of its machines, 1 or more; 1 where not given",
                .operand(isMoney: false), label: "PUE"),
            .init(
                "price_per_kwh", "money for a kilowatt-hour; any number of decimals",
                .operand(isMoney: false), isRequired: true, label: "price per kWh"),
            .init("quantity", "how many; 1 where not given", .operand(isMoney: false)),
        ] + Recurrence.inputs(standard: .year).filter { $0.name != "per" } + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        isByUse: true,
        source: "ISO/IEC 30134-2:2016, Power usage effectiveness (PUE)",
        examples: [
            CostModelExample(
                title: "Ten servers of 450 W around the clock, PUE 1.5, at 0.12",
                inputs: CostModelInputs([
                    "watts": .operand(.constant(ExactDecimal(450))),
                    "pue": .operand(.constant(ExactDecimal(15, places: 1))),
                    "price_per_kwh": .operand(.constant(ExactDecimal(12, places: 2))),
                    "quantity": .operand(.constant(ExactDecimal(10))),
                ]),
                amounts: [
                    .zero, ExactDecimal(70_956, places: 1), ExactDecimal(70_956, places: 1),
                    ExactDecimal(70_956, places: 1),
                ])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no power or no price.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        watts = try inputs.required("watts")
        hours = inputs.operand("hours") ?? .constant(ExactDecimal(PricePeriod.year.hours))
        pue = inputs.operand("pue") ?? .constant(.one)
        price = try inputs.required("price_per_kwh")
        quantity = inputs.operand("quantity") ?? .constant(.one)
        charge = try Recurrence(inputs, standard: .year)
        escalation = inputs.escalation("escalation") ?? .none
        if case .constant(let pue) = pue { try OperatingCost.requirePUE(pue) }
    }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: ``ProblemCode/pueBelowOne``; a ``Problem`` when an assumption has no value or a number grows
    ///   beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let charges = ExactDecimal(charge.every.count(per: .year).numerator)
        return try charge.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            let one = try OperatingCost.energy(
                watts: study.quantity(of: watts, "watts", in: month),
                hours: study.quantity(of: hours, "hours", in: month),
                pue: study.quantity(of: pue, "pue", in: month),
                pricePerKWh: study.quantity(of: price, "price_per_kwh", in: month))
            return try one.multiplied(by: study.quantity(of: quantity, "quantity", in: month))
                .divided(by: charges)
        }
    }
}
