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

    /// Adds up the payments of `lines` to vendors within `term`.
    ///
    /// Growing lines grow at the contract's cap where it has one. Sunk money, payroll and inside costs are
    /// left out. A term beyond the horizon is scheduled to its end.
    ///
    /// - Returns: nil where no line is paid to a vendor.
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public init?(lines: [CostLine], term: ContractTerm?, in study: Study) throws(Problem) {
        let vendorLines = lines.filter(Self.isPaidToVendor)
        guard !vendorLines.isEmpty else { return nil }
        let months = term?.months ?? Self.openEndMonths
        value = Money(.zero, study.currency)
        leavingCosts = value
        commitments = try Self.commitments(of: lines, under: term, in: study)
        committed = Money(try commitments.map(\.net.amount).sum(), study.currency)
        (parts, charges) = ([], [])
        var sums: [ChargeKey: Money] = [:]
        var order: [ChargeKey] = []
        for scheduled in try Self.scheduled(lines, months, term?.priceCapPerYear, in: study) {
            let line = scheduled.line
            let isLeaving = line.category == CostLine.leavingCategory
            let owed = scheduled.counted(.all).filter { $0.payment.part?.isContractual ?? true }
            let years = Dictionary(grouping: owed, by: \.payment.column)
            for (column, entries) in years.sorted(by: { $0.key < $1.key }) {
                let net = try Self.settled(entries.map(\.net), study.currency)
                var added = Part(
                    line: line.id, category: line.category, column: column, net: net, charges: [])
                defer { parts.append(added) }
                guard !isLeaving else {
                    leavingCosts = try leavingCosts + net
                    continue
                }
                value = try value + net
                let cost = try Self.settled(entries.map(\.cost), study.currency)
                let shares = try Self.split(cost, by: entries.map(\.cost))
                for (entry, share) in zip(entries, shares) where !share.amount.isZero {
                    let year = study.fiscalCalendar.fiscalYear(containing: entry.payment.due)
                    added.charges.append(
                        Part.Due(day: entry.payment.due, fiscalYear: year, amount: share))
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

    /// Returns the lines that a vendor is paid, in order, over the term; leaving costs to the end of the
    /// horizon at least, for leaving may fall due after the term.
    private static func scheduled(
        _ lines: [CostLine], _ months: Int, _ cap: ExactDecimal?, in study: Study
    ) throws(Problem) -> [ScheduledLine] {
        let order = try LineOrder(lines)
        let leaving = { (line: CostLine) in line.category == CostLine.leavingCategory }
        let within = try order.scheduled(
            in: study, window: .term(months: months, from: study.horizon, escalationCap: cap)
        ) { isPaidToVendor($0) && !leaving($0) }
        let after = try order.scheduled(
            in: study,
            window: .term(
                months: max(months, 12 * study.horizon.years), from: study.horizon,
                escalationCap: cap)
        ) { isPaidToVendor($0) && leaving($0) }
        return (within + after).sorted { order.position(of: $0) < order.position(of: $1) }
    }

    /// Returns what the lines commit to before the next break, by line and year.
    private static func commitments(
        of lines: [CostLine], under term: ContractTerm?, in study: Study
    ) throws(Problem) -> [Commitment] {
        let months = term.map { min($0.months, $0.breakMonths ?? $0.months) }
        let window = Window.term(
            months: months ?? 1, from: study.horizon, escalationCap: term?.priceCapPerYear,
            use: .committed)
        let scheduled = try LineOrder(lines).scheduled(in: study, window: window) {
            isPaidToVendor($0) && $0.category != CostLine.leavingCategory
        }
        var commitments: [Commitment] = []
        for line in scheduled {
            let owed = line.counted(.all).filter {
                ($0.payment.part?.isContractual ?? true)
                    && (months != nil || $0.payment.column == 0)
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

    private static func isPaidToVendor(_ line: CostLine) -> Bool {
        guard case .cost = line.direction, line.vendor != nil else { return false }
        if case .payroll = line.funding { return false }
        return !line.isSunk
    }

    /// Splits a year's settled sum over its payments; what is paid and what is credited apart, since a
    /// share is never negative.
    private static func split(
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

    private static func settled(
        _ amounts: [ExactDecimal], _ currency: Currency
    ) throws(Problem) -> Money {
        Money(try amounts.sum(), currency).rounded(.halfEven)
    }
}

/// How long a contract binds and how its prices may grow.
public struct ContractTerm: Sendable, Hashable {
    /// The months from the horizon's start.
    public var months: Int
    /// The months from the horizon's start to the first day on which it may be cancelled; nil for its end.
    public var breakMonths: Int?
    /// Whether it renews unless cancelled.
    public var renewsAutomatically: Bool
    /// The days before the end by which it must be cancelled, where stated.
    public var noticeDays: Int?
    /// The most that prices may grow per year, as a fraction, where stated.
    public var priceCapPerYear: ExactDecimal?

    /// Creates a term of at least one month.
    public init(
        months: Int, breakMonths: Int? = nil, renewsAutomatically: Bool = false,
        noticeDays: Int? = nil, priceCapPerYear: ExactDecimal? = nil
    ) {
        precondition(months >= 1, "a term has at least one month")
        precondition(breakMonths.map { $0 >= 1 } ?? true, "a break is a month off at least")
        self.months = months
        self.breakMonths = breakMonths
        self.renewsAutomatically = renewsAutomatically
        self.noticeDays = noticeDays
        self.priceCapPerYear = priceCapPerYear
    }
}
