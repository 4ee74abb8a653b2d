import OutlayProblems
import OutlayValues

/// What an option binds its buyer to pay to vendors, and when it falls due.
///
/// Amounts are rounded to the minor unit per line and study year first, so they re-add exactly.
public struct Contract: Sendable, Hashable {
    /// Every payment to vendors within the term, net of tax, without leaving costs.
    public var value: Money
    /// What of ``value`` cannot be cancelled before the next break, net of tax.
    ///
    /// Use that nobody has agreed to pay for is left out. An open end commits to what is due at the start.
    public var committed: Money
    /// What of ``value`` is paid only where a renewal or an optional purchase is called for, net of tax.
    public var optional: Money
    /// The net payments of leaving: lines of category ``CostLine/leavingCategory``.
    public var leavingCosts: Money
    /// The payments by fiscal year and cost category, with the tax that is not recovered, in order.
    public var charges: [Charge]
    /// The settled amounts that the others are sums of: one part for each line and study year, in order.
    public var parts: [Part]
    /// The settled amounts that ``committed`` is the sum of, by line and study year, in order.
    public var commitments: [Commitment]

    /// What one line commits to in one study year.
    public struct Commitment: Sendable, Hashable {
        /// The identifier of the line.
        public var line: String
        /// The study year, 0 for the start.
        public var column: Int
        /// The payments of the year without tax, settled.
        public var net: Money
    }

    /// What one line adds in one study year.
    public struct Part: Sendable, Hashable {
        /// The identifier of the line.
        public var line: String
        /// The category of the line.
        public var category: String
        /// The study year, 0 for the start.
        public var column: Int
        /// The payments of the year without tax, settled.
        public var net: Money
        /// What of ``net`` is paid only where a renewal or an optional purchase is called for.
        public var optional: Money
        /// The payments of the year with the tax that is not recovered, settled, by their due days; none
        /// for leaving costs.
        public var charges: [Due]

        /// What falls due on one day.
        public struct Due: Sendable, Hashable {
            /// The day.
            public var day: CalendarDate
            /// The fiscal year of the day.
            public var fiscalYear: FiscalYear
            /// The amount.
            public var amount: Money
        }

        /// Whether it is a cost of leaving, which the contract value leaves out.
        public var isLeaving: Bool { category == CostLine.leavingCategory }
    }

    /// The months an open-ended contract counts for, unless a policy says otherwise.
    public static let openEndMonths = 48

    /// What one category costs in one fiscal year.
    public struct Charge: Sendable, Hashable {
        /// The fiscal year of the due days.
        public var fiscalYear: FiscalYear
        /// The cost category.
        public var category: String
        /// Net plus the tax that is not recovered, settled.
        public var amount: Money
    }

    /// Adds up the payments of `lines` to vendors within `term` and its renewals, optional purchases included.
    ///
    /// It is nil where no line is paid to a vendor. Growing lines grow at the contract's cap where it has one. Sunk money, payroll and inside costs are
    /// left out. A term beyond the horizon is scheduled to its end, and so is a lease or loan beyond the term.
    ///
    /// - Parameters:
    ///   - lines: The lines of the option.
    ///   - term: How long the contract binds, or nil where it has no end.
    ///   - study: What the lines share; charges fall into its fiscal years.
    ///   - openEndMonths: The months that a contract without an end counts for.
    ///   - basis: When a budget is charged.
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public init?(
        lines: [CostLine], term: ContractTerm?, in study: Study,
        openEndMonths: Int = Contract.openEndMonths, chargedBy basis: ChargeBasis = .invoice
    ) throws(Problem) {
        let vendorLines = lines.filter(ContractSchedule.isPaidToVendor)
        guard !vendorLines.isEmpty else { return nil }
        let nothing = Money(.zero, study.currency)
        (value, optional, leavingCosts) = (nothing, nothing, nothing)
        let firm = try ContractSchedule.firmAmounts(
            of: lines, under: term, in: study, openEndMonths)
        let services = try ServicePeriods(
            of: lines, under: term, in: study, openEndMonths, chargedBy: basis)
        commitments = try Self.commitments(of: lines, under: term, in: study)
        committed = Money(try commitments.map(\.net.amount).sum(), study.currency)
        (parts, charges) = ([], [])
        var sums: [ChargeKey: Money] = [:]
        var order: [ChargeKey] = []
        for scheduled in try ContractSchedule.lines(lines, under: term, in: study, openEndMonths) {
            let line = scheduled.line
            let isLeaving = line.category == CostLine.leavingCategory
            let owed = scheduled.counted(.all).filter { $0.payment.part?.isContractual ?? true }
            let years = Dictionary(grouping: owed, by: \.payment.column)
            for (column, entries) in years.sorted(by: { $0.key < $1.key }) {
                let net = try Self.settled(entries.map(\.net), study.currency)
                var added = Part(
                    line: line.id, category: line.category, column: column, net: net,
                    optional: nothing, charges: [])
                defer { parts.append(added) }
                guard !isLeaving else {
                    leavingCosts = try leavingCosts + net
                    continue
                }
                value = try value + net
                if let firm {
                    added.optional = try net - (firm[line.id]?[column] ?? nothing)
                    optional = try optional + added.optional
                }
                let cost = try Self.settled(entries.map(\.cost), study.currency)
                for (day, share) in try services.split(cost, of: line, column, paidBy: entries)
                where !share.amount.isZero {
                    let year = study.fiscalCalendar.fiscalYear(containing: day)
                    added.charges.append(Part.Due(day: day, fiscalYear: year, amount: share))
                    let key = ChargeKey(year: year, category: line.category)
                    if sums[key] == nil { order.append(key) }
                    sums[key] = try (sums[key] ?? Money(.zero, study.currency)) + share
                }
            }
        }
        charges = order.enumerated()
            .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }
            .compactMap { _, key in
                sums[key].map {
                    Charge(fiscalYear: key.year, category: key.category, amount: $0)
                }
            }
    }

    /// The charges added up by fiscal year, in order.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func chargesByYear() throws(Problem) -> [(fiscalYear: FiscalYear, amount: Money)] {
        var years: [(fiscalYear: FiscalYear, amount: Money)] = []
        for charge in charges {
            if years.last?.fiscalYear == charge.fiscalYear {
                let last = years.removeLast()
                years.append((last.fiscalYear, try last.amount + charge.amount))
            } else {
                years.append((charge.fiscalYear, charge.amount))
            }
        }
        return years
    }

    private struct ChargeKey: Hashable {
        var year: FiscalYear
        var category: String
    }

    /// Returns what the lines commit to before the next break, by line and year.
    private static func commitments(
        of lines: [CostLine], under term: ContractTerm?, in study: Study
    ) throws(Problem) -> [Commitment] {
        var commitments: [Commitment] = []
        for line in try ContractSchedule.committed(lines, under: term, in: study) {
            let isBound = term != nil || line.line.model is any OwnTermModel
            let owed = line.counted(.all).filter {
                ($0.payment.part?.isContractual ?? true) && (isBound || $0.payment.column == 0)
            }
            for (column, entries) in Dictionary(grouping: owed, by: \.payment.column)
                .sorted(by: { $0.key < $1.key })
            {
                commitments.append(
                    Commitment(
                        line: line.line.id, column: column,
                        net: try settled(entries.map(\.net), study.currency)))
            }
        }
        return commitments
    }

    /// Splits a year's settled sum over its payments; what is paid and what is credited apart, since a
    /// share is never negative.
    static func split(
        _ sum: Money, by amounts: [ExactDecimal]
    ) throws(Problem) -> [Money] {
        // Equal instalments tie, whatever the last one took to close the year's sum.
        let weights = amounts.map { $0.rounded(toPlaces: 15, .halfEven) }
        let paid = weights.map { max($0, .zero) }
        let credited = weights.map { max($0.negated, .zero) }
        let nothing = Money(.zero, sum.currency)
        let isPaid = paid.contains { !$0.isZero }
        guard credited.contains(where: { !$0.isZero }) else {
            return isPaid ? try sum.allocated(by: paid) : amounts.map { _ in nothing }
        }
        guard isPaid else { return try sum.allocated(by: credited) }
        let total = try settled(paid, sum.currency)
        let payments = try total.allocated(by: paid)
        let credits = try (sum - total).allocated(by: credited)
        var parts: [Money] = []
        for (payment, credit) in zip(payments, credits) { parts.append(try payment + credit) }
        return parts
    }

    static func settled(
        _ amounts: [ExactDecimal], _ currency: Currency
    ) throws(Problem) -> Money {
        Money(try amounts.sum(), currency).rounded(.halfEven)
    }
}
