import OutlayProblems
import OutlayValues

/// What one charge costs: an amount, or a quantity times a price for each, with what grows it.
///
/// Models that price things share this type and its input descriptors.
struct Price: Sendable {
    private let factors: [Factor]
    let escalation: Escalation

    private struct Factor {
        let name: String
        let operand: Operand
    }

    static let inputs: [CostModelInputDescriptor] = [
        .init("amount", "money of one charge", .operand(isMoney: true)),
        .init("quantity", "how many; 1 where not given", .operand(isMoney: false)),
        .init(
            "unit_cost", "money for each; any number of decimals", .operand(isMoney: false),
            label: "unit price"),
        .init("realisation", "the share that is really achieved; 1 where not given", .share),
        .init("escalation", "growth per year as a fraction", .escalation),
    ]

    init(_ inputs: CostModelInputs) throws(Problem) {
        let amount = inputs.operand("amount")
        let unitCost = inputs.operand("unit_cost")
        let quantity = inputs.operand("quantity")
        switch (amount, unitCost) {
        case (nil, nil):
            throw Problem(
                .missingField, "the line has no price",
                because: "a line needs `amount`, or `quantity` and `unit_cost`",
                hint: "add `amount:`, or `unit_cost:` with a `quantity:`")
        case (.some, .some):
            throw Problem(
                .fieldsExclude, "the line has two prices",
                because: "`amount` and `unit_cost` exclude each other",
                hint: "keep `amount`, or `quantity` and `unit_cost`")
        case (.some, nil) where quantity != nil:
            throw Problem(
                .fieldsExclude, "`quantity` stands beside `amount`",
                because: "`amount` is the money of a whole charge",
                hint: "write the price of one as `unit_cost`")
        default: break
        }
        factors = ["amount", "quantity", "unit_cost", "realisation"].compactMap { name in
            inputs.operand(name).map { Factor(name: name, operand: $0) }
        }
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns quantity × unit price × realisation on `date`, without the line's own growth.
    ///
    /// Assumptions have grown up to study year `year`, which `day` stands for.
    func base(
        in study: Study, on date: CalendarDate, year: Int, by day: CalendarDate
    ) throws(Problem) -> ExactDecimal {
        var product = ExactDecimal.one
        for factor in factors {
            product = try product.multiplied(
                by: study.quantity(
                    of: factor.operand, factor.name, on: date, year: year, by: day))
        }
        return product
    }

    /// Returns the line's own growth up to study year `year`, which `day` stands for, under the window's cap.
    func growth(year: Int, by day: CalendarDate, window: Window) throws(Problem) -> ExactDecimal {
        try escalation.counted(in: window).factor(year: year, by: day)
    }
}
