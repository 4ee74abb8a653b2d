import OutlayProblems
import OutlayValues

/// Why a request does not fit the budget, and what would make it fit.
public struct BudgetExplanation: Sendable, Hashable {
    /// The refusal, with the line that blocks it and who uses most of it; nil where the request fits.
    public var refusal: Refusal?
    /// What would make it fit, the least change first; empty where it fits or no budget bars it.
    public var waysOut: [WayOut]
}

/// A change that makes a request fit; each was tried on the ledger as it stands.
public enum WayOut: Sendable, Hashable {
    /// Ask for no more than this in all, in the request's currency, spread over the lines as before.
    case smallerTotal(MinorUnits)
    /// Buy no more than this many units of those asked for.
    case fewerUnits(Int)
    /// Run for no more than this many of the months asked for.
    case fewerMonths(Int)
    /// Begin in this month, with the same months in a row.
    case laterStart(PeriodID)
    /// Charge this line instead, which has so much idle.
    case otherLine(NodeID, idle: MinorUnits)
    /// Transfer this much to the line that blocks.
    case transfer(MinorUnits, to: NodeID)
    /// Ask an authority to override by this much.
    case override(MinorUnits)
}

/// How a request is made up, where it can be made smaller in steps.
public struct RequestShape: Sendable, Hashable {
    /// How many equal units it buys, or nil.
    public var units: Int?
    /// Whether its lines are months in a row that may be cut from the end or begin later.
    public var isMonthly: Bool

    /// Creates a shape; without arguments the request is one whole.
    public init(units: Int? = nil, isMonthly: Bool = false) {
        self.units = units
        self.isMonthly = isMonthly
    }
}

extension LedgerReader {
    /// Returns whether a submission would be accepted, without writing anything; and, where the budget
    /// bars it, what would make it fit.
    ///
    /// - Parameters:
    ///   - submission: The request as it would be submitted.
    ///   - shape: How it is made up.
    ///   - context: Who would submit it, and on which day.
    /// - Returns: The refusal there would be, and the ways out of it.
    /// - Throws: A ``Problem`` of the store.
    /// - Complexity: A logarithmic number of decisions for sizes, and one for each month and line that is
    ///   tried.
    public func explain(
        _ submission: Submit, shape: RequestShape = RequestShape(), context: CommandContext
    ) throws(Problem) -> BudgetExplanation {
        guard let refusal = try firstRefusal(of: submission, context) else {
            return BudgetExplanation(refusal: nil, waysOut: [])
        }
        guard refusal.code == .insufficientFunds, let row = refusal.row,
            let shortBy = refusal.shortBy
        else { return BudgetExplanation(refusal: refusal, waysOut: []) }
        var ways: [WayOut] = []
        if let units = shape.units, units > 1 {
            let most = try largest(units - 1) { count throws(Problem) in
                let part = try submission.scaled(to: count, of: units)
                guard let part else { return false }
                return try firstRefusal(of: part, context) == nil
            }
            if most > 0 { ways.append(.fewerUnits(most)) }
        }
        if shape.isMonthly, submission.lines.count > 1 {
            let most = try largest(submission.lines.count - 1) { count throws(Problem) in
                var part = submission
                part.lines = Array(submission.lines.prefix(count))
                return try firstRefusal(of: part, context) == nil
            }
            if most > 0 { ways.append(.fewerMonths(most)) }
        }
        if shape.isMonthly, let start = try laterStart(submission, context) {
            ways.append(.laterStart(start))
        }
        if let total = try smallerTotal(submission, context) { ways.append(.smallerTotal(total)) }
        ways += try otherLines(submission, instead: row.node, context)
        let excesses = try excesses(of: submission, context)
        // Money from elsewhere helps the line that lacks it, and not a line above that lacks it as well.
        if excesses.count <= 1 { ways.append(.transfer(shortBy, to: row.node)) }
        ways.append(.override(max(shortBy, try submission.overdraft(excesses))))
        return BudgetExplanation(refusal: refusal, waysOut: ways)
    }

    private func firstRefusal(
        of submission: Submit, _ context: CommandContext
    ) throws(Problem) -> Refusal? {
        guard case .refused(let refusal) = try submission.decide(in: self, context: context) else {
            return nil
        }
        return refusal
    }

    /// How far each row would go beyond its limit.
    private func excesses(
        of submission: Submit, _ context: CommandContext
    ) throws(Problem) -> [Excess] {
        guard case .granted(let plan) = try submission.plan(in: self, context: context) else {
            return []
        }
        return try plan.draft.excesses(on: context.moment.effective, self)
    }

    /// The largest count up to `most` that fits, or 0: what fits stays so for less.
    private func largest(
        _ most: Int, _ fits: (Int) throws(Problem) -> Bool
    ) throws(Problem) -> Int {
        var (low, high) = (0, most)
        while low < high {
            let middle = low + (high - low + 1) / 2
            if try fits(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func smallerTotal(
        _ submission: Submit, _ context: CommandContext
    ) throws(Problem) -> MinorUnits? {
        var total = MinorUnits.zero
        for line in submission.lines { total = try total + line.amount }
        let most = try largest(Int(total.count) - 1) { count throws(Problem) in
            guard let part = try submission.scaled(toTotal: MinorUnits(Int64(count))) else {
                return false
            }
            return try firstRefusal(of: part, context) == nil
        }
        return most > 0 ? MinorUnits(Int64(most)) : nil
    }

    private func laterStart(
        _ submission: Submit, _ context: CommandContext
    ) throws(Problem) -> PeriodID? {
        let settings = try requireSettings()
        let present = PeriodID(monthOf: context.moment.effective, in: settings.calendar)
        for delay in 1...36 {
            var later = submission
            for index in later.lines.indices {
                let month = (later.lines[index].period ?? present).period(of: .monthly)
                later.lines[index].period = month.later(byMonths: delay)
            }
            guard let first = later.lines.compactMap(\.period).min(),
                try period(first.wholeYear) != nil
            else { return nil }
            if try firstRefusal(of: later, context) == nil { return first }
        }
        return nil
    }

    private func otherLines(
        _ submission: Submit, instead node: NodeID, _ context: CommandContext
    ) throws(Problem) -> [WayOut] {
        let charged = Set(submission.lines.map(\.node))
        var found: [(node: NodeID, idle: MinorUnits)] = []
        for candidate in try nodes() where candidate.control != .track {
            guard !charged.contains(candidate.id), try children(of: candidate.id).isEmpty else {
                continue
            }
            var other = submission
            for index in other.lines.indices { other.lines[index].node = candidate.id }
            guard try firstRefusal(of: other, context) == nil else { continue }
            let settings = try requireSettings()
            let date = context.moment.effective
            let year =
                submission.lines.first?.period?.wholeYear
                ?? PeriodID(monthOf: date, in: settings.calendar).wholeYear
            let idle = try row(BalanceKey(candidate.id, year)).available()
            if idle.isPositive { found.append((candidate.id, idle)) }
        }
        return found.sorted { $0.idle == $1.idle ? $0.node < $1.node : $0.idle > $1.idle }
            .prefix(3).map { .otherLine($0.node, idle: $0.idle) }
    }
}

extension Submit {
    /// Returns the submission with `count` of `units` equal units, or nil where a line would ask for
    /// nothing or its units are not equal to the minor unit.
    fileprivate func scaled(to count: Int, of units: Int) throws(Problem) -> Submit? {
        var part = self
        for index in lines.indices {
            let wide = Int128(lines[index].amount.count) * Int128(count)
            let (amount, rest) = wide.quotientAndRemainder(dividingBy: Int128(units))
            // A unit price finer than the minor unit is paid for in full.
            part.lines[index].amount = MinorUnits(Int64(amount + (rest > 0 ? 1 : 0)))
        }
        return part.lines.allSatisfy(\.amount.isPositive) ? part : nil
    }

    /// Returns the submission with a smaller total, spread over the lines as before, or nil where a line
    /// would ask for nothing.
    fileprivate func scaled(toTotal total: MinorUnits) throws(Problem) -> Submit? {
        var part = self
        for (index, amount) in try total.split(by: lines.map(\.amount)).enumerated() {
            part.lines[index].amount = amount
        }
        part.lines.removeAll { !$0.amount.isPositive }
        return part.lines.isEmpty ? nil : part
    }
}

extension PeriodID {
    /// Returns the month `count` months later.
    func later(byMonths count: Int) -> PeriodID {
        let month = period(of: .monthly)
        let total = month.year * 12 + month.ordinal - 1 + count
        return PeriodID(year: total / 12, .monthly, total % 12 + 1) ?? month
    }
}
