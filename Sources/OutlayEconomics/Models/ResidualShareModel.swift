import OutlayProblems
import OutlayValues

/// What things bought by other lines are worth at the end of the horizon: a share of their price, or one that
/// goes by their age; less what giving them away costs.
public struct ResidualShareModel: DerivedCostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// The lines that buy the things.
    public let basis: LineSelection
    /// How prices grow until the end.
    public let escalation: Escalation
    private let share: Operand?
    private let sharesByAge: [ExactDecimal]
    private let disposal: Operand?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "residual-share",
        title: "Residual value of other lines",
        selectingKey: "residual_of",
        inputs: [
            .init(
                "residual_of", "the lines whose things have a value at the end", .lines,
                isRequired: true, label: "residual of"),
            .init("share", "the share of the price that is left", .operand(isMoney: false)),
            .init(
                "by_age", "the share that is left after 1, 2, … years; nothing after the last",
                .factors, label: "by age"),
            .init(
                "disposal", "money that giving all away costs", .operand(isMoney: true),
                isProportional: false),
            .init("escalation", "growth per year as a fraction", .escalation),
        ],
        recurrence: .oneOff,
        isForCostsOnly: true,
        source: "NIST Handbook 135 (2022), section 4.2: residual values as a share of first cost",
        examples: [
            CostModelExample(
                title: "A quarter of the price is left",
                inputs: CostModelInputs([
                    "residual_of": .names(["servers"]),
                    "share": .operand(.constant(ExactDecimal(25, places: 2))),
                ]),
                basis: [CostModelExample.purchase(40_000)],
                amounts: [.zero, .zero, .zero, ExactDecimal(-10_000)]),
            CostModelExample(
                title: "A fifth is left after three years, and disposal costs 500",
                inputs: CostModelInputs([
                    "residual_of": .names(["servers"]),
                    "by_age": .factors([
                        ExactDecimal(6, places: 1), ExactDecimal(4, places: 1),
                        ExactDecimal(2, places: 1),
                    ]),
                    "disposal": .operand(.constant(ExactDecimal(500))),
                ]),
                basis: [CostModelExample.purchase(40_000)],
                amounts: [.zero, .zero, .zero, ExactDecimal(-7500)]),
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is neither a share nor one by age, or both.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        basis = try LineSelection(inputs, lines: "residual_of")
        share = inputs.operand("share")
        sharesByAge = inputs.factors("by_age") ?? []
        disposal = inputs.operand("disposal")
        escalation = inputs.escalation("escalation") ?? .none
        guard (share == nil) != sharesByAge.isEmpty else {
            throw Problem(
                share == nil ? .missingField : .fieldsExclude,
                share == nil
                    ? "the residual value has no share" : "the residual value has two shares",
                because: "what is left is a share of the price, or one that goes by age",
                hint: "write `share: 0.25`, or `by_age: [0.6, 0.4, 0.2]`")
        }
    }

    /// Returns the credit and the cost of giving things away, at the end of the horizon.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(
        from payments: [Payment], in study: Study, window: Window
    ) throws(Problem) -> [Payment] {
        try study.horizon.settling(window) { (end, day, year) throws(Problem) in
            var left = ExactDecimal.zero
            for payment in payments where payment.part?.isContractual ?? true {
                try left += payment.amount.multiplied(
                    by: remaining(of: payment, at: end, day, year, in: study))
            }
            let growth = try escalation.counted(in: window).factor(year: year, by: day)
            let cost = try disposal.map { (operand) throws(Problem) in
                try study.quantity(of: operand, "disposal", on: end, year: year, by: day)
            }
            return (resale: try left.multiplied(by: growth), disposal: cost ?? .zero)
        }
    }

    private func remaining(
        of payment: Payment, at end: CalendarDate, _ day: CalendarDate, _ year: Int, in study: Study
    ) throws(Problem) -> ExactDecimal {
        if let share {
            return try study.quantity(of: share, "share", on: end, year: year, by: day)
        }
        // What is bought on the last day of a life begins to age on the next.
        let bought = payment.part == .replacement ? payment.due.adding(days: 1) : payment.due
        let age = bought.wholeMonths(until: day) / 12
        guard age >= 1 else { return .one }
        return age <= sharesByAge.count ? sharesByAge[age - 1] : .zero
    }
}
