import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What differs between two frozen revisions of a request: what is stated, the money, the quotes, the rank.
public struct RevisionDifference: Sendable {
    /// What is stated otherwise, and what follows for each option.
    public let evaluation: EvaluationDifference
    /// What is chosen, before and after.
    public let choice: Pair<PurchaseChoice>
    /// The contract value.
    public let contractValue: Pair<Money>
    /// What cannot be cancelled before the next break.
    public let committed: Pair<Money>
    /// The charges by fiscal year, those of either side, the earliest first.
    public let years: [Year]
    /// The rank of what is chosen, where it has one.
    public let rank: Pair<Int?>
    /// The months of the term, where one is stated.
    public let termMonths: Pair<Int?>
    /// The last days of the quotes that differ, by vendor.
    public let quotes: [Quote]

    /// A thing before and after.
    public struct Pair<Value: Sendable & Hashable>: Sendable, Hashable {
        /// What it was.
        public var before: Value
        /// What it is.
        public var after: Value

        /// Creates a pair.
        public init(before: Value, after: Value) {
            self.before = before
            self.after = after
        }

        /// Whether it is another one.
        public var isChanged: Bool { before != after }
    }

    /// The charges of one fiscal year.
    public struct Year: Sendable, Hashable {
        /// The year.
        public var year: PeriodID
        /// What was charged, and what is.
        public var amount: Pair<Money>
    }

    /// The quote of one vendor.
    public struct Quote: Sendable, Hashable {
        /// The vendor.
        public var vendor: String
        /// The last day it held, and holds; nil where there was or is none.
        public var validUntil: Pair<CalendarDate?>
    }

    /// Compares two purchases.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public init(from before: PurchaseCase, to after: PurchaseCase) throws(Problem) {
        evaluation = try EvaluationDifference(from: before.result, to: after.result)
        choice = Pair(before: before.choice, after: after.choice)
        contractValue = Pair(before: before.contractValue, after: after.contractValue)
        committed = Pair(before: before.committed, after: after.committed)
        rank = Pair(before: before.chosen?.rank, after: after.chosen?.rank)
        termMonths = Pair(
            before: before.chosen?.option.term?.months, after: after.chosen?.option.term?.months)
        let (old, new) = (try before.chargesByYear(), try after.chargesByYear())
        years = Set((old + new).map(\.year)).sorted().map { year in
            func amount(_ years: [(year: PeriodID, amount: Money)], _ currency: Currency) -> Money {
                years.first { $0.year == year }?.amount ?? Money(.zero, currency)
            }
            return Year(
                year: year,
                amount: Pair(
                    before: amount(old, before.currency), after: amount(new, after.currency)))
        }
        let (first, second) = (before.result.quotes, after.result.quotes)
        quotes = Set((first + second).map(\.vendor)).sorted().compactMap { vendor in
            let days = Pair(
                before: first.first { $0.vendor == vendor }?.validUntil,
                after: second.first { $0.vendor == vendor }?.validUntil)
            return days.isChanged ? Quote(vendor: vendor, validUntil: days) : nil
        }
    }

    /// Whether the money can be subtracted.
    public var isOneCurrency: Bool { evaluation.isOneCurrency }

    /// Whether nothing differs.
    public var isEmpty: Bool {
        evaluation.isEmpty && !choice.isChanged && !contractValue.isChanged
            && !committed.isChanged && !rank.isChanged && !termMonths.isChanged && quotes.isEmpty
            && years.allSatisfy { !$0.amount.isChanged }
    }

    /// By how much the contract value changed; nil where the currencies differ.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func contractChange() throws(Problem) -> Money? {
        guard isOneCurrency else { return nil }
        return try contractValue.after - contractValue.before
    }

    /// The same as a fraction of what it was; nil where it was 0 or the currencies differ.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func contractShare() throws(Problem) -> ExactDecimal? {
        guard let change = try contractChange(), !contractValue.before.amount.isZero else {
            return nil
        }
        return try change.amount.divided(by: contractValue.before.amount)
    }

    /// The assumptions whose values changed.
    public var assumptions: [EvaluationDifference.Change] {
        evaluation.changes.filter { $0.kind == "assumption" }
    }
}
