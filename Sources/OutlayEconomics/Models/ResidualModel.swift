import OutlayProblems
import OutlayValues

/// What a thing brings at the end of the horizon, less what giving it away costs: a credit.
public struct ResidualModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the stated value grows.
    public let escalation: Escalation
    private let residual: Operand
    private let quantity: Operand
    private let disposal: Operand?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "residual",
        title: "Residual value",
        selectingKey: "residual",
        inputs: [
            .init(
                "residual", "what one is worth at the end of the horizon",
                .operand(isMoney: true), isRequired: true),
            .init("quantity", "how many; 1 where not given", .operand(isMoney: false)),
            .init(
                "disposal", "money that giving one away costs", .operand(isMoney: true),
                isProportional: false),
            .init("escalation", "growth per year as a fraction", .escalation),
        ],
        recurrence: .oneOff,
        isForCostsOnly: true,
        source: "NIST Handbook 135 (2022), section 4.2: residual values",
        examples: [
            CostModelExample(
                title: "Twenty laptops sold at 150, wiped for 20 each",
                inputs: CostModelInputs([
                    "residual": .operand(.constant(ExactDecimal(150))),
                    "quantity": .operand(.constant(ExactDecimal(20))),
                    "disposal": .operand(.constant(ExactDecimal(20))),
                ]),
                amounts: [.zero, .zero, .zero, ExactDecimal(-2600)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField`` where there is no residual value.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        residual = try inputs.required("residual")
        quantity = inputs.operand("quantity") ?? .constant(.one)
        disposal = inputs.operand("disposal")
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the credit and the cost of giving things away, at the end of the horizon.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try study.horizon.settling(window) { (end, day, year) throws(Problem) in
            let count = try study.quantity(of: quantity, "quantity", on: end, year: year, by: day)
            let value = try study.quantity(of: residual, "residual", on: end, year: year, by: day)
            let growth = try escalation.counted(in: window).factor(year: year, by: day)
            let cost = try disposal.map { (operand) throws(Problem) in
                try study.quantity(of: operand, "disposal", on: end, year: year, by: day)
            }
            return (
                resale: try count.multiplied(by: value).multiplied(by: growth),
                disposal: try count.multiplied(by: cost ?? .zero)
            )
        }
    }
}

extension Horizon {
    /// Returns the credit and the cost that `amounts` gives for the last day, the day after it, and the last
    /// year, where `window` holds that day; amounts of 0 are no payments.
    func settling(
        _ window: Window,
        _ amounts: (_ end: CalendarDate, _ day: CalendarDate, _ year: Int) throws(Problem) -> (
            resale: ExactDecimal, disposal: ExactDecimal
        )
    ) throws(Problem) -> [Payment] {
        guard window.contains(end) else { return [] }
        let (resale, disposal) = try amounts(end, end.adding(days: 1), years)
        func payment(_ amount: ExactDecimal, _ part: Payment.Part) -> Payment {
            Payment(due: end, column: years, years: Double(years), amount: amount, part: part)
        }
        return [payment(resale.negated, .resale), payment(disposal, .disposal)]
            .filter { !$0.amount.isZero }
    }
}
