import OutlayProblems
import OutlayValues

/// What leads from the cash view to another, fiscal year by fiscal year.
///
/// The items and the view that they start from sum to the view that they end at. Where money is only moved
/// between years, an item sums to 0 over all years.
public struct CashflowReconciliation: Sendable {
    /// The cash view.
    public var cash: Cashflow.Amounts
    /// What leads to the other view, in order.
    public var items: [Item]
    /// The other view.
    public var view: CashflowView
    /// The other view's amounts, added up by themselves.
    public var amounts: Cashflow.Amounts

    /// One reason why two views differ.
    public struct Item: Sendable, Hashable {
        /// The reason.
        public var reason: Reason
        /// What it adds, by fiscal year.
        public var amounts: Cashflow.Amounts
    }

    /// Why two views differ.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Capital spending is no expense when it is paid.
        case capitalised
        /// It becomes one over its life.
        case depreciation
        /// Money paid before or after what it is for.
        case servicePeriods = "service-periods"
        /// A budget is not charged with gains.
        case gains
        /// Nor with staff, even where another budget gives them back.
        case payroll
    }

    /// Leads from the cash view of `cashflow` to `view`.
    ///
    /// - Throws: ``ProblemCode/missingLife`` for the expense view of capital spending without a life,
    ///   ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public init(_ cashflow: Cashflow, to view: CashflowView) throws(Problem) {
        self.view = view
        cash = try cashflow.sum(.cash)
        amounts = try cashflow.sum(view)
        switch view {
        case .cash: items = []
        case .expense: items = try Self.toExpense(cashflow)
        case .budget: items = try Self.toBudget(cashflow)
        }
    }

    /// What is left between the two sides, by fiscal year: 0 throughout.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func difference() throws(Problem) -> Cashflow.Amounts {
        var sum = cash
        for item in items { sum = try sum + item.amounts }
        return try sum - amounts
    }

    private static func toExpense(_ cashflow: Cashflow) throws(Problem) -> [Item] {
        let isCapital = { (line: Cashflow.Line) in line.line.isCapital }
        let isOther = { (line: Cashflow.Line) in !line.line.isCapital }
        return [
            Item(
                reason: .capitalised,
                amounts: try cashflow.sum(.cash, of: isCapital).negated),
            Item(reason: .depreciation, amounts: try cashflow.sum(.expense, of: isCapital)),
            Item(
                reason: .servicePeriods,
                amounts: try cashflow.sum(.expense, of: isOther)
                    - cashflow.sum(.cash, of: isOther)),
        ]
    }

    private static func toBudget(_ cashflow: Cashflow) throws(Problem) -> [Item] {
        let isGain = { (line: Cashflow.Line) in line.line.direction != .cost }
        let isPayroll = { (line: Cashflow.Line) in
            line.line.direction == .cost && line.line.funding != .budget
        }
        let isCharged = { (line: Cashflow.Line) in !isGain(line) && !isPayroll(line) }
        return [
            Item(reason: .gains, amounts: try cashflow.sum(.cash, of: isGain).negated),
            Item(reason: .payroll, amounts: try cashflow.sum(.cash, of: isPayroll).negated),
            Item(
                reason: .servicePeriods,
                amounts: try cashflow.sum(.budget, of: isCharged)
                    - cashflow.sum(.cash, of: isCharged)),
        ]
    }
}
