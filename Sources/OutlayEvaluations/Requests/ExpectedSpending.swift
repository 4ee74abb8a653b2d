import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Money that a budget line will likely be charged and that nothing holds yet.
public struct ExpectedSpending: Sendable, Hashable {
    /// Why it is expected.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A contract goes on, for its notice has passed.
        case noticePassed = "notice_passed"
        /// A contract goes on unless it is cancelled in time.
        case renewal
        /// An agreement is called off as it was so far.
        case callOff = "call_off"
        /// A metered service is used as it was so far, beyond what is held for it.
        case runRate = "run_rate"
    }

    /// Why it is expected.
    public var kind: Kind
    /// What it is about: a request or an agreement.
    public var subject: LedgerText
    /// The budget line.
    public var node: NodeID
    /// The fiscal year.
    public var year: PeriodID
    /// The amount, in the ledger's currency.
    public var amount: MinorUnits
    /// The last day to keep it from coming, or since which it is sure; nil where no day belongs to it.
    public var date: CalendarDate?

    /// Creates an expectation.
    public init(
        kind: Kind, subject: LedgerText, node: NodeID, year: PeriodID, amount: MinorUnits,
        date: CalendarDate?
    ) {
        self.kind = kind
        self.subject = subject
        self.node = node
        self.year = year
        self.amount = amount
        self.date = date
    }
}

extension LedgerReader {
    /// Returns what a budget line will likely be charged in a fiscal year beyond what is held, as of a day;
    /// in the order of kinds and subjects.
    ///
    /// Contracts that go on by themselves cost from their last named end on what their last year cost, month by
    /// month. Agreements are called off, and metered services used, at the pace so far.
    ///
    /// - Throws: A ``Problem`` where the ledger or a frozen revision is damaged.
    /// - Complexity: O(*n*) in the number of requests with a frozen revision, and of requests of each agreement.
    public func expectedSpending(
        on node: NodeID, in year: PeriodID, asOf date: CalendarDate
    ) throws(Problem) -> [ExpectedSpending] {
        guard let period = try period(year.wholeYear) else { return [] }
        var found: [ExpectedSpending] = []
        for (request, statement) in try boughtContracts() {
            guard let dates = statement.contractDates else { continue }
            if let renewal = try renewal(dates, request, on: node, period, date) {
                found.append(renewal)
            }
            if dates.metered.contains(node),
                let use = try runRate(dates, request, on: node, period, date)
            {
                found.append(use)
            }
        }
        for framework in try frameworks() {
            if let calls = try callOffs(framework, on: node, period, date) { found.append(calls) }
        }
        let order = ExpectedSpending.Kind.allCases
        return found.filter { $0.amount.isPositive }.sorted {
            let (one, other) = (
                order.firstIndex(of: $0.kind) ?? 0, order.firstIndex(of: $1.kind) ?? 0
            )
            return one == other ? $0.subject.text < $1.subject.text : one < other
        }
    }

    private func renewal(
        _ dates: ContractDates, _ request: Request, on node: NodeID, _ period: BudgetPeriod,
        _ date: CalendarDate
    ) throws(Problem) -> ExpectedSpending? {
        guard dates.renewsAutomatically, let yearly = dates.yearlyRenewal[node] else { return nil }
        let first = max(dates.lastEnd.adding(days: 1), period.start)
        let months = first.wholeMonths(until: period.end.adding(days: 1))
        guard first <= period.end, months > 0 else { return nil }
        let notice = dates.notice(before: dates.lastEnd)
        return ExpectedSpending(
            kind: notice.map { $0 < date } ?? false ? .noticePassed : .renewal,
            subject: LedgerText(known: request.id.text), node: node, year: period.id,
            amount: try share(yearly, months, of: 12, request), date: notice ?? dates.lastEnd)
    }

    /// Returns a share of a yearly amount of a request in the ledger's currency.
    private func share(
        _ yearly: Money, _ months: Int, of whole: Int, _ request: Request
    ) throws(Problem) -> MinorUnits {
        let currency = try requireSettings().currency
        let part = try yearly.amount.multiplied(
            by: ExactDecimal(months), dividedBy: ExactDecimal(whole))
        let rated = try part * (request.rate ?? .one)
        return try MinorUnits(Money(rated, currency).rounded(.halfEven))
    }

    private func runRate(
        _ dates: ContractDates, _ request: Request, on node: NodeID, _ period: BudgetPeriod,
        _ date: CalendarDate
    ) throws(Problem) -> ExpectedSpending? {
        guard request.state.isApproved else { return nil }
        let first = max(dates.start, period.start)
        let last = min(dates.lastEnd, period.end)
        let elapsed = first.wholeMonths(until: min(date, last.adding(days: 1)))
        let whole = first.wholeMonths(until: last.adding(days: 1))
        guard elapsed > 0, whole > elapsed else { return nil }
        var (billed, held) = (MinorUnits.zero, MinorUnits.zero)
        for line in try lines(of: request.id)
        where line.node == node && line.period.wholeYear == period.id {
            billed = try billed + line.billed
            held = try held + line.committed + line.reserved
        }
        let pace = Int128(billed.count) * Int128(whole) / Int128(elapsed)
        guard let total = Int64(exactly: pace) else { return nil }
        return ExpectedSpending(
            kind: .runRate, subject: LedgerText(known: request.id.text), node: node,
            year: period.id, amount: try MinorUnits(total) - billed - held, date: nil)
    }

    private func callOffs(
        _ framework: Framework, on node: NodeID, _ period: BudgetPeriod, _ date: CalendarDate
    ) throws(Problem) -> ExpectedSpending? {
        let last = min(framework.end, period.end)
        let next = max(date.adding(days: 1), period.start)
        let elapsed = framework.start.days(until: min(date, framework.end)) + 1
        guard framework.calledOff.isPositive, date >= framework.start, next <= last, elapsed > 0
        else { return nil }
        let left = next.days(until: last) + 1
        let room = max(.zero, try framework.ceiling - framework.calledOff)
        let pace = Int128(framework.calledOff.count) * Int128(left) / Int128(elapsed)
        let expected = min(Int128(room.count), pace)
        var (own, all) = (Int128.zero, Int128.zero)
        for vendor in framework.vendors {
            var filter = RequestFilter()
            filter.vendor = vendor
            for request in try requests(filter) where request.framework == framework.id {
                for line in try lines(of: request.id) {
                    all += Int128(line.amount.count)
                    if line.node == node { own += Int128(line.amount.count) }
                }
            }
        }
        guard all > 0, let amount = Int64(exactly: expected * own / all) else { return nil }
        return ExpectedSpending(
            kind: .callOff, subject: LedgerText(known: framework.id.text), node: node,
            year: period.id, amount: MinorUnits(amount), date: framework.end)
    }
}
