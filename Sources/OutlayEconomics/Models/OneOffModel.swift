import OutlayProblems
import OutlayValues

/// A single payment at the start, at the end or on a day.
public struct OneOffModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let price: Price
    private let moment: Moment

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "one-off",
        title: "One-off payment",
        selectingKey: "at",
        inputs: [
            .init("at", "when it is paid: start, end or a date", .moment, isRequired: true)
        ] + Price.inputs,
        recurrence: .oneOff,
        source: "NIST Handbook 135 (2022), section 4.2: one-time amounts",
        examples: [
            CostModelExample(
                title: "Set-up at the start",
                inputs: CostModelInputs([
                    "at": .moment(.start),
                    "amount": .operand(.constant(ExactDecimal(45_000))),
                ]),
                amounts: [ExactDecimal(45_000), .zero, .zero, .zero]),
            CostModelExample(
                title: "Ten devices returned at the end",
                inputs: CostModelInputs([
                    "at": .moment(.end),
                    "quantity": .operand(.constant(ExactDecimal(10))),
                    "unit_cost": .operand(.constant(ExactDecimal(25))),
                ]),
                amounts: [.zero, .zero, .zero, ExactDecimal(250)]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two, or no moment.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        price = try Price(inputs)
        guard let moment = inputs.moment("at") else {
            throw Problem(
                .missingField, "the line does not say when it is paid",
                because: "a one-off payment needs `at`",
                hint: "add `at: start`, `at: end` or a date")
        }
        self.moment = moment
    }

    /// How the line's own price grows.
    public var escalation: Escalation { price.escalation }

    /// Returns the one payment, or none where it falls outside `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try moment.payment(in: study, window) { (due, column, day) throws(Problem) in
            try price.base(in: study, on: due, year: column, by: day)
                .multiplied(by: price.growth(year: column, by: day, window: window))
        }
    }
}

extension Moment {
    /// Returns the one payment, or none where it falls outside `window`.
    ///
    /// `amount` gives what is paid on a day, in a column of the year table, grown up to another day.
    func payment(
        in study: Study, _ window: Window,
        _ amount: (_ due: CalendarDate, _ column: Int, _ day: CalendarDate) throws(Problem)
            -> ExactDecimal
    ) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        let (due, column, years): (CalendarDate, Int, Double) =
            switch self {
            case .start: (horizon.start, 0, 0)
            case .end: (horizon.end, horizon.years, Double(horizon.years))
            case .date(let date): (date, horizon.column(of: date), horizon.years(to: date))
            }
        guard window.contains(due) else { return [] }
        // The end of the last day is the beginning of the next.
        let day = self == .end ? due.adding(days: 1) : due
        return [
            Payment(
                due: due, column: column, years: years, amount: try amount(due, column, day))
        ]
    }
}
