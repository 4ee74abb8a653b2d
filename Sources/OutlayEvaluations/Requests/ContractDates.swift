import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// When a contract begins, ends and has to be cancelled, and what it costs if it goes on.
public struct ContractDates: Sendable, Hashable {
    /// The months that a contract renews by where it says no more than that it does.
    public static let standardRenewalMonths = 12

    /// The first day.
    public var start: CalendarDate
    /// The months of the term, without renewals.
    public var months: Int
    /// How many renewals the contract names.
    public var renewalCount: Int
    /// The months of each renewal, named or the standard.
    public var renewalMonths: Int
    /// The months to the first day on which it may be cancelled before its end, where stated.
    public var breakMonths: Int?
    /// Whether it goes on unless it is cancelled.
    public var renewsAutomatically: Bool
    /// The days before an end by which it must be cancelled, where stated.
    public var noticeDays: Int?
    /// What each budget line is charged in a year that it goes on for, in the document's currency.
    public var yearlyRenewal: [NodeID: Money]
    /// The budget lines that are charged by use.
    public var metered: [NodeID]

    /// Creates the dates of a contract of at least one month.
    public init(
        start: CalendarDate, months: Int, renewalCount: Int = 0,
        renewalMonths: Int = ContractDates.standardRenewalMonths, breakMonths: Int? = nil,
        renewsAutomatically: Bool, noticeDays: Int?, yearlyRenewal: [NodeID: Money] = [:],
        metered: [NodeID] = []
    ) {
        precondition(months >= 1 && renewalMonths >= 1, "a term has at least one month")
        self.start = start
        self.months = months
        self.renewalCount = renewalCount
        self.renewalMonths = renewalMonths
        self.breakMonths = breakMonths
        self.renewsAutomatically = renewsAutomatically
        self.noticeDays = noticeDays
        self.yearlyRenewal = yearlyRenewal
        self.metered = metered
    }

    /// The last day of the term, without renewals.
    public var end: CalendarDate { start.adding(months: months).adding(days: -1) }
    /// The last day of the last renewal that the contract names, whose money is part of its value.
    public var lastEnd: CalendarDate {
        start.adding(months: months + renewalCount * renewalMonths).adding(days: -1)
    }
    /// The first day on which it may be cancelled before its end, where stated.
    public var breakDay: CalendarDate? { breakMonths.map { start.adding(months: $0) } }

    /// Returns the last day on which it can be kept from going on beyond `end`, where a notice is stated.
    public func notice(before end: CalendarDate) -> CalendarDate? {
        noticeDays.map { end.adding(days: -$0) }
    }

    /// Returns the next end on or after `date`; nil where the contract is over by then.
    ///
    /// One that goes on by itself has an end after each renewal; of one that does not, the renewals that it
    /// names are the buyer's to call for, and its term's end is the one that counts.
    public func nextEnd(from date: CalendarDate) -> CalendarDate? {
        guard end < date else { return end }
        guard renewsAutomatically else { return nil }
        var count = 1
        while true {
            let next = start.adding(months: months + count * renewalMonths).adding(days: -1)
            if next >= date { return next }
            count += 1
        }
    }
}

extension PurchaseCase {
    /// When the contract begins, ends and has to be cancelled; nil where the option states no term.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func contractDates() throws(Problem) -> ContractDates? {
        guard let chosen, let term = chosen.option.term, let contract else { return nil }
        let mapped = result.evaluation.purchase?.charge ?? [:]
        let months = term.monthsWithRenewals
        let column = max(1, months / 12)
        var yearly: [NodeID: Money] = [:]
        var metered: Set<NodeID> = []
        for line in chosen.option.contractLines {
            guard let name = mapped[line.category] else { continue }
            let parts = contract.parts.filter { $0.line == line.id && !$0.charges.isEmpty }
            guard !parts.isEmpty else { continue }
            let node = try NodeID(name)
            if type(of: line.model).descriptor.isByUse { metered.insert(node) }
            guard line.isRecurring else { continue }
            for due in parts.filter({ $0.column == column }).flatMap(\.charges) {
                yearly[node] = try (yearly[node] ?? Money(.zero, currency)) + due.amount
            }
        }
        if months < 12 {
            for (node, amount) in yearly {
                yearly[node] = Money(
                    try amount.amount.multiplied(
                        by: ExactDecimal(12), dividedBy: ExactDecimal(months)), currency
                ).rounded(.halfEven)
            }
        }
        return ContractDates(
            start: result.evaluation.study(of: chosen.option).horizon.start, months: term.months,
            renewalCount: term.renewals?.count ?? 0,
            renewalMonths: term.renewals?.months ?? ContractDates.standardRenewalMonths,
            breakMonths: term.breakMonths, renewsAutomatically: term.renewsAutomatically,
            noticeDays: term.noticeDays, yearlyRenewal: yearly, metered: metered.sorted())
    }
}

extension CostLine {
    /// Whether it falls due year after year: neither once, nor for something that is kept.
    fileprivate var isRecurring: Bool { model.inputs.values["at"] == nil && !isCapital }
}
