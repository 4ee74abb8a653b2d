import ArgumentParser
import Outlay

/// `outlay cashflow`: the money of options by fiscal year, as cash, expense or budget.
struct CashflowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cashflow",
        abstract: "Show the money of one option or all by fiscal year: as cash, expense or budget.",
        discussion: """
            outlay cashflow helpdesk.yaml
            outlay cashflow helpdesk.yaml --view budget --option northwind

            cash is money when it is paid; expense is money over the months it serves, capital spending \
            depreciated over its life; budget is what is charged. A second table leads from view to view and \
            ends at a difference of 0.
            """)

    @OptionGroup var evaluation: EvaluationOptions

    @Option(help: ArgumentHelp("The option to show; all of them where not given.", valueName: "id"))
    var option: String?

    @Option(help: "Whose view: cash, expense or budget.")
    var view: CashflowView = .cash

    @Option(help: "What the rows are: line, or category.")
    var by: CashflowGrouping = .category

    @Option(
        help: "When a budget is charged: invoice (when it falls due), service-period, or cash.")
    var chargeBasis: ChargeBasis = .invoice

    func run() throws {
        try evaluation.answer(schema: "cashflow") { result in
            let options = try option.map { [try result.option(named: $0)] } ?? result.options
            return (
                try result.cashflowReport(of: options, view, by: by, chargedBy: chargeBasis),
                try result.cashflowJSON(of: options, view, by: by, chargedBy: chargeBasis)
            )
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "cash flow", "The money of the options by fiscal year in one view.",
        EvaluationResultShape.head + [
            Field(
                "view", .choice(CashflowView.allCases.map(\.rawValue)), "The view.",
                required: true),
            Field(
                "charge_basis", .choice(ChargeBasis.allCases.map(\.rawValue)),
                "When a budget is charged.", required: true),
            Field("options", .list(of: .object(optionShape)), "The options.", required: true),
        ])

    private static let optionShape = ObjectShape(
        "option's cash flow", "The money of one option.",
        [
            Field("id", .identifier, "Its identifier.", required: true),
            Field("title", EvaluationResultShape.text, "Its title.", required: true),
            Field(
                "fiscal_years", .list(of: .text()), "What the amounts stand for, in order.",
                required: true),
            Field(
                "rows", .list(of: .object(rowShape)), "What is not 0 throughout.",
                required: true),
            Field("total", amounts, "The sum of the rows.", required: true),
            Field(
                "reconciliation", .object(reconciliationShape),
                "What leads from the cash view to the others.", required: true),
        ])

    private static let rowShape = ObjectShape(
        "cash flow row", "The amounts of a line or a category.",
        [
            Field("line", .identifier, "The line; null where the row is a category."),
            Field("category", EvaluationResultShape.text, "The category.", required: true),
            Field(
                "kind", .choice(["cost", "depreciation", "gain"]), "What the money is.",
                required: true),
            Field("amounts", amounts, "The amounts; gains are negative.", required: true),
        ])

    private static let reconciliationShape = ObjectShape(
        "reconciliation", "What leads from the cash view to the others.",
        [
            Field(
                "expense", .object(wayShape),
                "To the expense view; null where capital spending has no life."),
            Field("budget", .object(wayShape), "To the budget view.", required: true),
        ])

    private static let wayShape = ObjectShape(
        "way between views", "What leads from the cash view to another.",
        [
            Field("cash", amounts, "The cash view.", required: true),
            Field("items", items, "What leads to the other view, in order.", required: true),
            Field("view", amounts, "The other view, added up by itself.", required: true),
            Field("difference", amounts, "What is left: 0 throughout.", required: true),
        ])

    private static let items = Shape.list(
        of: .object(
            ObjectShape(
                "reconciling item", "One reason why two views differ.",
                [
                    Field(
                        "reason",
                        .choice(CashflowReconciliation.Reason.allCases.map(\.rawValue)),
                        "The reason.", required: true),
                    Field("amounts", amounts, "What it adds.", required: true),
                ])))

    private static let amounts = Shape.object(
        ObjectShape(
            "amounts by fiscal year", "Settled amounts, which re-add.",
            [
                Field(
                    "years", .list(of: EvaluationResultShape.money),
                    "One amount for each fiscal year.", required: true),
                Field(
                    "later", EvaluationResultShape.money, "What falls behind the last of them.",
                    required: true),
                Field("total", EvaluationResultShape.money, "The sum.", required: true),
            ]))
}

extension CashflowView: ExpressibleByArgument {}
extension CashflowGrouping: ExpressibleByArgument {}
extension ChargeBasis: ExpressibleByArgument {}
