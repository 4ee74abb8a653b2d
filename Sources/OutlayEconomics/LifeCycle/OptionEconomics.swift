import OutlayProblems
import OutlayValues

/// The life-cycle cost and benefit of one option, before any comparison.
public struct OptionEconomics: Sendable {
    /// The costs, in the document's order.
    public var costs: [ScheduledLine]
    /// The benefits, in the document's order.
    public var benefits: [ScheduledLine]
    /// The study they were scheduled in.
    public var study: Study

    /// Schedules the lines of an option over the horizon.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public init(lines: [CostLine], in study: Study) throws(Problem) {
        self.study = study
        costs = []
        benefits = []
        try LineOrder.requireResiduals(of: lines, in: study)
        let order = try LineOrder(lines)
        for scheduled in try order.scheduled(in: study, window: .horizon(study.horizon)) {
            if scheduled.line.isCost {
                costs.append(scheduled)
            } else {
                benefits.append(scheduled)
            }
        }
    }

    /// The total cost of ownership: the present value of all costs, unrounded.
    public func totalCostOfOwnership(_ coverage: Coverage) -> Double {
        presentValue(of: costs, coverage)
    }

    /// The present value of all benefits, unrounded.
    public func benefitPresentValue(_ coverage: Coverage) -> Double {
        presentValue(of: benefits, coverage)
    }

    /// Returns the cost of time 0 and of each study year, exactly.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func costsByYear(_ coverage: Coverage) throws(Problem) -> [ExactDecimal] {
        try amountsByYear(of: costs, coverage)
    }

    /// Returns the benefit of time 0 and of each study year, exactly.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func benefitsByYear(_ coverage: Coverage) throws(Problem) -> [ExactDecimal] {
        try amountsByYear(of: benefits, coverage)
    }

    /// Returns one row per cost category, in order of first appearance.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func costRows(_ coverage: Coverage) throws(Problem) -> [YearRow] {
        try rows(of: costs, coverage)
    }

    /// Returns one row per benefit category, in order of first appearance.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func benefitRows(_ coverage: Coverage) throws(Problem) -> [YearRow] {
        try rows(of: benefits, coverage)
    }

    /// The amounts that are shown but never counted, undiscounted.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func sunkCost() throws(Problem) -> ExactDecimal {
        try costs.flatMap(\.entries).filter(\.isSunk).map(\.cost).sum()
    }

    private func presentValue(of lines: [ScheduledLine], _ coverage: Coverage) -> Double {
        lines.reduce(0) { $0 + presentValue(of: $1, coverage) }
    }

    /// Returns the present value of one line, unrounded.
    public func presentValue(of line: ScheduledLine, _ coverage: Coverage) -> Double {
        line.counted(coverage).reduce(0) {
            $0 + study.rate.presentValue(of: $1.cost, years: $1.payment.years)
        }
    }

    /// Returns one row for each part of a line, in order of first appearance; none where it has one part.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func partRows(
        of line: ScheduledLine, _ coverage: Coverage
    ) throws(Problem) -> [(part: Payment.Part, row: YearRow)] {
        let entries = line.counted(coverage)
        var parts: [Payment.Part] = []
        for part in entries.compactMap(\.payment.part) where !parts.contains(part) {
            parts.append(part)
        }
        guard parts.count > 1 else { return [] }
        var rows: [(part: Payment.Part, row: YearRow)] = []
        for part in parts {
            var own = line
            own.entries = line.entries.filter { $0.payment.part == part }
            own.cashEntries = line.cashEntries.filter { $0.payment.part == part }
            let amounts = try amountsByYear(of: [own], coverage)
            rows.append(
                (
                    part,
                    YearRow(
                        category: line.line.category, amounts: amounts, total: try amounts.sum(),
                        presentValue: presentValue(of: own, coverage))
                ))
        }
        return rows
    }

    private func amountsByYear(
        of lines: [ScheduledLine], _ coverage: Coverage
    ) throws(Problem) -> [ExactDecimal] {
        var amounts = [ExactDecimal](repeating: .zero, count: study.horizon.years + 1)
        for line in lines {
            for entry in line.counted(coverage) {
                try amounts[entry.payment.column] += entry.cost
            }
        }
        return amounts
    }

    private func rows(
        of lines: [ScheduledLine], _ coverage: Coverage
    ) throws(Problem) -> [YearRow] {
        var categories: [String] = []
        for line in lines where !categories.contains(line.line.category) {
            categories.append(line.line.category)
        }
        var rows: [YearRow] = []
        for category in categories {
            let members = lines.filter { $0.line.category == category }
            let amounts = try amountsByYear(of: members, coverage)
            rows.append(
                YearRow(
                    category: category, amounts: amounts, total: try amounts.sum(),
                    presentValue: presentValue(of: members, coverage)))
        }
        return rows
    }
}

/// One row of a year table: a category's amounts, their total and their present value.
public struct YearRow: Sendable, Hashable {
    /// The category.
    public var category: String
    /// The amount at time 0 and in each study year, exact.
    public var amounts: [ExactDecimal]
    /// The sum of ``amounts``.
    public var total: ExactDecimal
    /// The present value, unrounded.
    public var presentValue: Double
}
