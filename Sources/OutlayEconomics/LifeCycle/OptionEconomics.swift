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

    /// Returns the equivalent annual cost, unrounded: what an equal cost at the end of each year of the
    /// horizon would have to be to have the same present value.
    ///
    /// - Throws: A ``Problem`` when the rate leaves no factor to divide by.
    public func equivalentAnnualCost(_ coverage: Coverage) throws(Problem) -> Double {
        try annualValue(of: totalCostOfOwnership(coverage))
    }

    /// Returns the equal benefit at the end of each year that has the same present value, unrounded.
    ///
    /// - Throws: A ``Problem`` when the rate leaves no factor to divide by.
    public func equivalentAnnualBenefit(_ coverage: Coverage) throws(Problem) -> Double {
        try annualValue(of: benefitPresentValue(coverage))
    }

    /// Returns the equal amount at the end of each year of the horizon that is worth `presentValue`.
    ///
    /// - Throws: A ``Problem`` when the rate leaves no factor to divide by.
    /// - Source: NIST Handbook 135 (2022), the annual value of a life-cycle cost.
    public func annualValue(of presentValue: Double) throws(Problem) -> Double {
        try presentValue
            * Annuity(rate: study.rate.ratePerYear.doubleValue)
            .capitalRecoveryFactor(periods: Double(study.horizon.years))
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

    /// Returns one row per cost line, in the document's order.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func costLineRows(_ coverage: Coverage) throws(Problem) -> [YearRow] {
        try costs.map { (line) throws(Problem) in try row(line.line.title, [line], coverage) }
    }

    /// Returns one row per benefit line, in the document's order.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func benefitLineRows(_ coverage: Coverage) throws(Problem) -> [YearRow] {
        try benefits.map { (line) throws(Problem) in try row(line.line.title, [line], coverage) }
    }

    /// Returns the sums of all costs.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func costTotals(_ coverage: Coverage) throws(Problem) -> YearRow {
        try row("", costs, coverage)
    }

    /// Returns the sums of all benefits.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func benefitTotals(_ coverage: Coverage) throws(Problem) -> YearRow {
        try row("", benefits, coverage)
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
            rows.append((part, try row(line.line.category, [own], coverage)))
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
            rows.append(try row(category, members, coverage))
        }
        return rows
    }

    private func row(
        _ title: String, _ members: [ScheduledLine], _ coverage: Coverage
    ) throws(Problem) -> YearRow {
        let amounts = try amountsByYear(of: members, coverage)
        return YearRow(
            category: title, amounts: amounts, total: try amounts.sum(),
            discounted: discountedByYear(of: members, coverage),
            presentValue: presentValue(of: members, coverage))
    }

    private func discountedByYear(
        of lines: [ScheduledLine], _ coverage: Coverage
    ) -> [Double] {
        var amounts = [Double](repeating: 0, count: study.horizon.years + 1)
        for line in lines {
            for entry in line.counted(coverage) {
                amounts[entry.payment.column] += study.rate.presentValue(
                    of: entry.cost, years: entry.payment.years)
            }
        }
        return amounts
    }
}

/// One row of a year table: the amounts of a category or a line, their total and their present value.
public struct YearRow: Sendable, Hashable {
    /// The category, or the line's title.
    public var category: String
    /// The amount at time 0 and in each study year, exact.
    public var amounts: [ExactDecimal]
    /// The sum of ``amounts``.
    public var total: ExactDecimal
    /// The present value at time 0 of each of ``amounts``, unrounded; they sum to ``presentValue``.
    public var discounted: [Double]
    /// The present value, unrounded.
    public var presentValue: Double
}
