import OutlayProblems
import OutlayValues

/// What a request would leave of the budget lines it charges: what the check of a budget shows.
public struct BudgetCheck: Sendable, Hashable {
    /// One line in one fiscal year.
    public struct Line: Sendable, Hashable {
        /// The line.
        public var node: Node
        /// The fiscal year.
        public var year: PeriodID
        /// What was given to the line.
        public var allotted: MinorUnits
        /// What is owed to vendors for other requests.
        public var committed: MinorUnits
        /// What is held for other requests that wait.
        public var reservedByOthers: MinorUnits
        /// What is spent on other requests.
        public var actual: MinorUnits
        /// What is left before the request: as if it held, owed and had spent nothing.
        public var available: MinorUnits
        /// What the request asks for, or once it is decided what it uses, in the ledger's currency.
        public var requested: MinorUnits
        /// What is left after it; below 0 where it does not fit.
        public var after: MinorUnits
        /// How many other orders owe something there, lines below included.
        public var orderCount: Int
        /// The other requests that wait on the line and those below it, the largest first.
        public var others: [Consumer]
        /// Whether the line has no money yet in a later year, whose charges are tracked until it has.
        public var isUnfunded: Bool

        /// What is used of the allotment with the request; nil where nothing was allotted.
        ///
        /// - Throws: ``ProblemCode/overflow``.
        public func usedShare() throws(Problem) -> ExactDecimal? {
            guard allotted.isPositive else { return nil }
            let used = try allotted - after
            return try ExactDecimal(Int(used.count)).divided(by: ExactDecimal(Int(allotted.count)))
        }

        /// Whether the line is above its warning level with the request.
        ///
        /// - Throws: ``ProblemCode/ledgerOverflow``.
        public func isAboveWarnLevel() throws(Problem) -> Bool {
            guard let level = node.warnLevel else { return false }
            return try allotted - after > level.share(of: allotted)
        }

        /// What is missing; 0 where it fits.
        public func shortBy() throws(Problem) -> MinorUnits {
            after.isNegative ? try after.negated() : .zero
        }
    }

    /// The lines and years that are charged, in the order of years and lines.
    public var lines: [Line]
    /// Why the money cannot be held, or nil where it can.
    public var refusal: Refusal?

    /// The years of which no line that is charged has money yet, and whose charges are tracked until it has.
    public var unfundedYears: [PeriodID] {
        let funded = Set(lines.filter { !$0.isUnfunded }.map(\.year))
        return Set(lines.map(\.year)).subtracting(funded).sorted()
    }
}

extension LedgerReader {
    /// Returns what a request would leave of the budget lines it charges, on a day.
    ///
    /// What the request holds, owes or was billed already is left out everywhere: it is exchanged for what is asked
    /// for now.
    ///
    /// - Throws: A ``Problem`` for malformed input or a damaged store.
    /// - Complexity: O(*n*) in the number of requests that hold money of these budget lines.
    public func budgetCheck(
        of submission: Submit, on date: CalendarDate
    ) throws(Problem) -> BudgetCheck {
        let settings = try requireSettings()
        let conversion = CurrencyConversion(
            from: submission.currency ?? settings.currency, to: settings.currency,
            rate: submission.rate)
        let month = PeriodID(monthOf: date, in: settings.calendar)
        var asked: [BalanceKey: MinorUnits] = [:]
        let refusal = try fundsRefusal(of: submission, on: date)
        if refusal?.code != .badRate {
            for line in submission.lines {
                let key = BalanceKey(line.node, (line.period ?? month).wholeYear)
                asked[key] = try (asked[key] ?? .zero) + conversion.converted(line.amount)
            }
        }
        let terms = try policy(inForceOn: date)?.terms ?? .standard
        var rows: [BudgetCheck.Line] = []
        for key in asked.keys.sorted(by: { ($0.period, $0.node) < ($1.period, $1.node) }) {
            guard let requested = asked[key], try node(key.node) != nil else { continue }
            rows.append(try row(key, requested, of: submission.id, on: date, terms))
        }
        return BudgetCheck(lines: rows, refusal: refusal)
    }

    /// Returns what a request that was decided takes of its budget lines: what it owes and was billed, of the lines
    /// and years where that stands now.
    ///
    /// - Throws: A ``Problem`` of the store.
    /// - Complexity: That of ``budgetCheck(of:on:)``.
    public func budgetUse(of request: Request, on date: CalendarDate) throws(Problem) -> BudgetCheck
    {
        var taken: [BalanceKey: MinorUnits] = [:]
        for line in try lines(of: request.id) {
            let key = BalanceKey(line.node, line.period.wholeYear)
            taken[key] = try (taken[key] ?? .zero) + line.reserved + line.committed + line.billed
        }
        var rows: [BudgetCheck.Line] = []
        for key in taken.keys.sorted(by: { ($0.period, $0.node) < ($1.period, $1.node) }) {
            guard let amount = taken[key], amount.isPositive else { continue }
            rows.append(try row(key, amount, of: request.id, on: date, request.approval.terms))
        }
        return BudgetCheck(lines: rows)
    }

    private func row(
        _ key: BalanceKey, _ requested: MinorUnits, of id: RequestID, on date: CalendarDate,
        _ terms: PolicyTerms
    ) throws(Problem) -> BudgetCheck.Line {
        let balance = try balance(of: key.node, in: key.period)
        let below = try subtree(of: key.node)
        let own = try OwnUse(of: id, below: Set(below), in: key.period, self)
        let available = try balance.available + own.reserved + own.committed + own.billed
        var found: [Holding] = []
        for node in below {
            found += try holdings(of: node, in: key.period).filter { $0.request != id }
        }
        let holdings = try Holding.summed(found)
        let others = holdings.filter(\.reserved.isPositive).map {
            Consumer($0.request, $0.reserved)
        }
        let first = try firstTrackedYear(on: date, by: terms.futureYears)
        return BudgetCheck.Line(
            node: balance.node, year: key.period, allotted: balance.allotted,
            committed: try balance.committed - own.committed,
            reservedByOthers: try balance.reserved - own.reserved,
            actual: try balance.actual - own.billed, available: available, requested: requested,
            after: try available - requested,
            orderCount: holdings.count(where: \.committed.isPositive),
            others: others.sorted {
                $0.amount == $1.amount ? $0.request < $1.request : $0.amount > $1.amount
            },
            isUnfunded: balance.allotted.isZero && first.map { key.period.year >= $0 } ?? false)
    }
}

/// What one request takes of a budget line in a year, with the lines below it.
private struct OwnUse {
    var reserved = MinorUnits.zero
    var committed = MinorUnits.zero
    var billed = MinorUnits.zero

    init(
        of id: RequestID, below nodes: Set<NodeID>, in year: PeriodID, _ reader: some LedgerReader
    ) throws(Problem) {
        for line in try reader.lines(of: id)
        where line.period.wholeYear == year && nodes.contains(line.node) {
            reserved = try reserved + line.reserved
            committed = try committed + line.committed
            billed = try billed + line.billed
        }
    }
}
