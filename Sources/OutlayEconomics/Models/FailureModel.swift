import OutlayProblems
import OutlayValues

/// What fails in a year: units × failure rate × (a new one + hours of repair × the price of an hour).
public struct FailureModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How both prices grow.
    public let escalation: Escalation
    private let quantity: Operand
    private let failureRate: Operand
    private let unitCost: Operand
    private let repairHours: Operand?
    private let rate: Operand
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "failure",
        title: "Failure and replacement",
        selectingKey: "failure_rate",
        inputs: [
            .init(
                "failure_rate", "failures of one unit in a year", .operand(isMoney: false),
                isRequired: true, label: "failure rate"),
            .init("quantity", "how many; 1 where not given", .operand(isMoney: false)),
            .init(
                "unit_cost", "money for each; any number of decimals", .operand(isMoney: false),
                isRequired: true, label: "unit price", isProportional: false),
            .init(
                "repair_hours", "hours of work for each failure", .operand(isMoney: false),
                label: "repair hours", isProportional: false),
            .init(
                "rate", "money for an hour of work; without `hours` for a person's price period",
                .operand(isMoney: false), isProportional: false),
        ] + Recurrence.inputs(standard: .year).filter { $0.name != "per" } + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        isByUse: true,
        source: "Backblaze, Drive Stats: annualized failure rate = failures / (drive days / 365) "
            + "(backblaze.com/cloud-storage/resources/hard-drive-test-data, read 2026-11-23)",
        examples: [
            CostModelExample(
                title: "Of 200 drives 1.5 % fail a year: 300 each and an hour at 60",
                inputs: CostModelInputs([
                    "failure_rate": .operand(.constant(ExactDecimal(15, places: 3))),
                    "quantity": .operand(.constant(ExactDecimal(200))),
                    "unit_cost": .operand(.constant(ExactDecimal(300))),
                    "repair_hours": .operand(.constant(.one)),
                    "rate": .operand(.constant(ExactDecimal(60))),
                ]),
                amounts: [.zero, ExactDecimal(1080), ExactDecimal(1080), ExactDecimal(1080)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``, also for hours of repair without their rate.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        failureRate = try inputs.required("failure_rate")
        quantity = inputs.operand("quantity") ?? .constant(.one)
        unitCost = try inputs.required("unit_cost")
        repairHours = inputs.operand("repair_hours")
        rate = repairHours == nil ? .constant(.zero) : try inputs.required("rate")
        charge = try Recurrence(inputs, standard: .year)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`, what is bought and the work apart.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let charges = ExactDecimal(charge.every.count(per: .year).numerator)
        return try charge.payments(
            of: [.replacement, .repair], in: study, window: window, escalation: escalation
        ) { month throws(Problem) in
            let failures = try study.quantity(of: quantity, "quantity", in: month)
                .multiplied(by: study.quantity(of: failureRate, "failure_rate", in: month))
                .divided(by: charges)
            let price = try study.quantity(of: unitCost, "unit_cost", in: month)
            let hours = try study.quantity(
                of: repairHours ?? .constant(.zero), "repair_hours", in: month)
            let work = try hours.multiplied(by: study.quantity(of: rate, "rate", in: month))
            return [try failures.multiplied(by: price), try failures.multiplied(by: work)]
        }
    }
}
