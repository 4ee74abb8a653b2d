import OutlayProblems
import OutlayValues

/// The money of one option by fiscal year, in three views that lead into each other.
///
/// Every amount is settled to the minor unit, per line and study year first, so that everything re-adds
/// exactly. Costs are positive and gains negative. Depreciation stands in the expense view alone.
public struct Cashflow: Sendable {
    /// The fiscal years from the first to the last in which money is paid, and those of the horizon.
    public var years: [FiscalYear]
    /// Whether capital spending is still depreciated behind the last of ``years``.
    public var hasLater: Bool
    /// The lines in the document's order, costs first.
    public var lines: [Line]

    /// One line in each view.
    public struct Line: Sendable {
        /// The line.
        public var line: CostLine
        /// Its amounts when they are paid.
        public var cash: Amounts
        /// Its amounts over what they serve; nil for capital spending without a life.
        public var expense: Amounts?
        /// Its amounts as they are charged.
        public var budget: Amounts

        /// Returns the amounts in `view`.
        ///
        /// - Throws: ``ProblemCode/missingLife`` in the expense view for capital spending without a life.
        public func amounts(in view: CashflowView) throws(Problem) -> Amounts {
            switch view {
            case .cash: return cash
            case .budget: return budget
            case .expense:
                guard let expense else {
                    throw Problem(
                        .missingLife, "`\(line.id)` is capital spending without a life",
                        at: line.place ?? .part("line \(line.id)"),
                        because: "an expense view spreads it over the years that it is used",
                        hint: "add `life:` in years, or leave `capex` out")
                }
                return expense
            }
        }
    }

    /// Settled amounts by fiscal year.
    public struct Amounts: Sendable, Hashable {
        /// One amount for each fiscal year.
        public var years: [ExactDecimal]
        /// What falls behind the last fiscal year.
        public var later: ExactDecimal

        /// The sum of all.
        ///
        /// - Throws: ``ProblemCode/overflow`` when it needs more than 38 digits.
        public func total() throws(Problem) -> ExactDecimal { try years.sum() + later }

        /// Whether every amount is 0.
        public var isZero: Bool { later.isZero && years.allSatisfy(\.isZero) }

        /// Returns the sums, year by year.
        ///
        /// - Throws: ``ProblemCode/overflow`` when one needs more than 38 digits.
        public static func + (left: Amounts, right: Amounts) throws(Problem) -> Amounts {
            var years: [ExactDecimal] = []
            for (one, other) in zip(left.years, right.years) { years.append(try one + other) }
            return Amounts(years: years, later: try left.later + right.later)
        }

        /// Returns the differences, year by year.
        ///
        /// - Throws: ``ProblemCode/overflow`` when one needs more than 38 digits.
        public static func - (left: Amounts, right: Amounts) throws(Problem) -> Amounts {
            try left + right.negated
        }

        /// The amounts with the other sign.
        public var negated: Amounts {
            Amounts(years: years.map(\.negated), later: later.negated)
        }
    }

    /// Looks at the money of `economics` in its fiscal years.
    ///
    /// - Throws: What scheduling throws.
    /// - Complexity: O(lines × months of the horizon and of the longest life).
    public init(
        of economics: OptionEconomics, chargedBy basis: ChargeBasis = .invoice
    ) throws(Problem) {
        let study = economics.study
        var flows: [LineCashflow] = []
        for line in economics.costs + economics.benefits {
            flows.append(try LineCashflow(line, in: study, chargedBy: basis))
        }
        for index in flows.indices {
            let days = flows.compactMap { $0.resale(of: flows[index].line) }
            if let day = days.max() { try flows[index].writeOff(on: day) }
        }
        let calendar = study.fiscalCalendar
        let days = flows.flatMap { $0.cash + $0.charges }.map(\.day)
        let first = calendar.fiscalYear(
            containing: min(days.min() ?? study.horizon.start, study.horizon.start))
        let last = calendar.fiscalYear(
            containing: max(days.max() ?? study.horizon.end, study.horizon.end))
        var years = [first]
        while let year = years.last, year < last { years.append(year.next) }
        self.years = years
        lines = []
        for flow in flows {
            lines.append(
                Line(
                    line: flow.line, cash: try Self.amounts(flow.cash, in: years),
                    expense: try flow.expense.map { (movements) throws(Problem) in
                        try Self.amounts(movements, in: years)
                    },
                    budget: try Self.amounts(flow.charges, in: years)))
        }
        hasLater = lines.contains {
            !($0.expense?.later.isZero ?? true) || !$0.budget.later.isZero
        }
    }

    private static func amounts(
        _ movements: [LineCashflow.Movement], in years: [FiscalYear]
    ) throws(Problem) -> Amounts {
        var amounts = nothing(in: years)
        for movement in movements {
            if let index = years.firstIndex(where: { $0.contains(movement.day) }) {
                try amounts.years[index] += movement.amount.amount
            } else {
                try amounts.later += movement.amount.amount
            }
        }
        return amounts
    }

    private static func nothing(in years: [FiscalYear]) -> Amounts {
        Amounts(years: [ExactDecimal](repeating: .zero, count: years.count), later: .zero)
    }

    /// Whether the expense view can be had: capital spending has its life.
    public var hasExpenseView: Bool { lines.allSatisfy { $0.expense != nil } }

    /// Returns the sum of `view` over the lines that `isIncluded` takes.
    ///
    /// - Throws: ``ProblemCode/missingLife`` in the expense view for capital spending without a life,
    ///   ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func sum(
        _ view: CashflowView, of isIncluded: (Line) -> Bool = { _ in true }
    ) throws(Problem) -> Amounts {
        var sum = Self.nothing(in: years)
        for line in lines where isIncluded(line) { sum = try sum + line.amounts(in: view) }
        return sum
    }
}
