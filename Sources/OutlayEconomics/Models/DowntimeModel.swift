import OutlayProblems
import OutlayValues

/// What it costs to be without a thing for the part of the year in which it does not work.
public struct DowntimeModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the cost of an hour grows.
    public let escalation: Escalation
    private let availability: Operand
    private let hours: Operand
    private let costPerHour: Operand
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "downtime",
        title: "Downtime",
        selectingKey: "availability",
        inputs: [
            .init(
                "availability", "the share of the hours in which it works", .share,
                isRequired: true, isProportional: false),
            .init(
                "hours",
                "hours: of running in a year, 8760 where not given; of work in a price period",
                .operand(isMoney: false)),
            .init(
                "cost_per_hour", "money that an hour without it costs", .operand(isMoney: false),
                isRequired: true, label: "cost per hour"),
        ] + Recurrence.inputs(standard: .year).filter { $0.name != "per" } + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        isByUse: true,
        source: "Beyer, Jones, Petoff and Murphy, Site Reliability Engineering (O'Reilly, 2016), "
            + "chapter 3: the cost of unavailability",
        examples: [
            CostModelExample(
                title: "Three nines around the clock, an hour at 5 600",
                inputs: CostModelInputs([
                    "availability": .operand(.constant(ExactDecimal(999, places: 3))),
                    "cost_per_hour": .operand(.constant(ExactDecimal(5600))),
                ]),
                amounts: [.zero, ExactDecimal(49_056), ExactDecimal(49_056), ExactDecimal(49_056)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        availability = try inputs.required("availability")
        hours = inputs.operand("hours") ?? .constant(ExactDecimal(PricePeriod.year.hours))
        costPerHour = try inputs.required("cost_per_hour")
        charge = try Recurrence(inputs, standard: .year)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for an availability above 1; a ``Problem`` when an assumption has no
    ///   value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let charges = ExactDecimal(charge.every.count(per: .year).numerator)
        return try charge.payments(in: study, window: window, escalation: escalation) {
            month throws(Problem) in
            try OperatingCost.downtime(
                availability: study.quantity(of: availability, "availability", in: month),
                hours: study.quantity(of: hours, "hours", in: month),
                costPerHour: study.quantity(of: costPerHour, "cost_per_hour", in: month)
            ).divided(by: charges)
        }
    }
}
