import OutlayProblems
import OutlayValues

/// The time of people: their number × hours × the price of an hour, or × the price of a person.
public struct StaffModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the price of time grows.
    public let escalation: Escalation
    private let staff: Operand
    private let hours: Operand?
    private let rate: Operand
    private let moment: Moment?
    private let charge: Recurrence?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "staff",
        title: "Staff time",
        selectingKey: "staff",
        inputs: [
            .init("staff", "how many people", .operand(isMoney: false), isRequired: true),
            .init(
                "hours",
                "hours: of running in a year, 8760 where not given; of work in a price period",
                .operand(isMoney: false)),
            .init(
                "rate", "money for an hour of work; without `hours` for a person's price period",
                .operand(isMoney: false), isRequired: true),
            .init("at", "when it is paid: start, end or a date", .moment),
        ] + Recurrence.inputs(standard: .year) + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        source: "GAO, Cost Estimating and Assessment Guide (GAO-20-195G, 2020), chapter 9: labour "
            + "hours times labour rates",
        examples: [
            CostModelExample(
                title: "Half a person at 78 000 a year, growing by 3 %",
                inputs: CostModelInputs([
                    "staff": .operand(.constant(ExactDecimal(5, places: 1))),
                    "rate": .operand(.constant(ExactDecimal(78_000))),
                    "escalation": .escalation(
                        Escalation(ratePerYear: ExactDecimal(3, places: 2))),
                ]),
                amounts: [
                    .zero, ExactDecimal(39_000), ExactDecimal(40_170),
                    ExactDecimal(413_751, places: 1),
                ]),
            CostModelExample(
                title: "Twelve people trained for six hours at 40",
                inputs: CostModelInputs([
                    "staff": .operand(.constant(ExactDecimal(12))),
                    "hours": .operand(.constant(ExactDecimal(6))),
                    "rate": .operand(.constant(ExactDecimal(40))), "at": .moment(.start),
                ]),
                amounts: [ExactDecimal(2880), .zero, .zero, .zero]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there are no people or no rate, or when it is paid both once and again.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        staff = try inputs.required("staff")
        rate = try inputs.required("rate")
        hours = inputs.operand("hours")
        moment = inputs.moment("at")
        escalation = inputs.escalation("escalation") ?? .none
        let recurring = ["every", "per", "begins", "ends", "ramp", "paid"]
        if moment != nil, let other = recurring.first(where: { inputs.values[$0] != nil }) {
            throw Problem(
                .fieldsExclude, "`\(other)` stands beside `at`",
                because: "`at` is a single payment", hint: "remove one of the two")
        }
        charge = moment == nil ? try Recurrence(inputs, standard: .year) : nil
    }

    /// Whether it is paid once or comes back.
    public var recurrence: CostRecurrence { moment == nil ? .recurring : .oneOff }

    /// Returns the one payment, or those of every study year in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        if let charge {
            return try charge.payments(in: study, window: window, escalation: escalation) {
                month throws(Problem) in
                try price(in: study, on: month.pricedOn, year: month.year, by: month.standing)
            }
        }
        return try (moment ?? .start).payment(in: study, window) {
            (due, column, day) throws(Problem) in
            try price(in: study, on: due, year: column, by: day).multiplied(
                by: escalation.counted(in: window).factor(year: column, by: day))
        }
    }

    private func price(
        in study: Study, on date: CalendarDate, year: Int, by day: CalendarDate
    ) throws(Problem) -> ExactDecimal {
        var product = try study.quantity(of: staff, "staff", on: date, year: year, by: day)
            .multiplied(by: study.quantity(of: rate, "rate", on: date, year: year, by: day))
        if let hours {
            product = try product.multiplied(
                by: study.quantity(of: hours, "hours", on: date, year: year, by: day))
        }
        return product
    }
}
