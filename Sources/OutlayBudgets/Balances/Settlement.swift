import OutlayProblems
import OutlayValues

/// What a draft comes to once the limits have been looked at.
struct Settlement {
    /// The postings, in the order of rows and buckets.
    var postings: [Posting] = []
    /// What everybody should see.
    var flags: [AnswerFlag] = []
    /// What facts went beyond, without the number of their event.
    var overruns: [Overrun] = []
    /// The overrides that were used, as they are afterwards.
    var overrides: [Override] = []
}

/// Whether control binds what is posted.
enum PostingPurpose {
    /// A plan, which is refused beyond a limit unless an override for this request lets it through.
    case plan(RequestID?)
    /// A fact, which is posted and, beyond a limit, recorded as an overrun.
    case fact(OverrunCause)
}

/// How far a row goes beyond its limit.
struct Excess {
    /// The row that shows it.
    var key: BalanceKey
    /// How far beyond the limit it was before.
    var before: MinorUnits
    /// How far beyond it is after.
    var after: MinorUnits
    /// What was available, the request's own reservation left out.
    var available: MinorUnits
    /// What was asked for.
    var requested: MinorUnits
    /// What the tolerance adds to what is available.
    var tolerance: MinorUnits

    /// How much further it goes.
    var growth: MinorUnits {
        get throws(Problem) { try after - before }
    }
}

extension PostingDraft {
    /// Settles the draft: finds what goes beyond a limit, and what to post.
    ///
    /// Beyond a limit only growth counts: a plan that uses no more of a row than before passes although
    /// the row is overdrawn.
    ///
    /// - Parameters:
    ///   - purpose: Whether control binds.
    ///   - date: The effective day, which says what a future year is.
    ///   - reader: What overrides and settings are looked up in.
    /// - Returns: The settlement, or the refusal that names the first row that lacks money.
    /// - Throws: ``ProblemCode/ledgerOverflow``, or a problem of the store.
    func settle(
        _ purpose: PostingPurpose, on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<Settlement> {
        var settlement = Settlement()
        var overrides: [Override]?
        let tracked = try trackedFrom(date, reader)
        for line in touched {
            try line.flag(&settlement.flags)
            if line.node.control == .hard, let excess = try line.excess(reader),
                try excess.growth.isPositive
            {
                switch purpose {
                case .fact(let cause):
                    settlement.flags.append(.overBudget)
                    settlement.overruns.append(
                        Overrun(
                            sequence: 0, row: excess.key, cause: cause,
                            amount: try excess.growth))
                case .plan(let request):
                    if line.isUnfunded(from: tracked) {
                        settlement.flags.append(.unfundedYear)
                        break
                    }
                    if overrides == nil, let request {
                        overrides = try reader.usableOverrides(for: request, on: date)
                    }
                    if let used = try Self.use(overrides ?? [], for: excess) {
                        settlement.overrides.append(contentsOf: used)
                        settlement.flags.append(.override)
                    } else {
                        return .refused(try reader.shortage(excess))
                    }
                }
            }
            try line.post(&settlement.postings)
        }
        settlement.postings.sort {
            $0.row == $1.row ? $0.bucket.order < $1.bucket.order : $0.row < $1.row
        }
        settlement.flags = AnswerFlag.allCases.filter(settlement.flags.contains)
        return .granted(settlement)
    }

    /// Returns how far each row under hard control goes further beyond its limit, as a plan of `date`.
    func excesses(
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> [Excess] {
        var found: [Excess] = []
        let tracked = try trackedFrom(date, reader)
        for line in touched where line.node.control == .hard && !line.isUnfunded(from: tracked) {
            if let excess = try line.excess(reader), try excess.growth.isPositive {
                found.append(excess)
            }
        }
        return found
    }

    /// Returns the first year whose lines are tracked until they have money, or nil where there is none.
    private func trackedFrom(
        _ date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Int? {
        try reader.firstTrackedYear(on: date, by: futureYears)
    }

    /// Returns the overrides after enough of them was used for `excess`, or nil where they do not
    /// suffice.
    private static func use(
        _ overrides: [Override], for excess: Excess
    ) throws(Problem) -> [Override]? {
        var rest = try excess.growth
        var used: [Override] = []
        for var override in overrides where override.row == excess.key && rest.isPositive {
            let part = min(rest, try override.amount - override.used)
            guard part.isPositive else { continue }
            override.used = try override.used + part
            rest = try rest - part
            used.append(override)
        }
        return rest.isPositive ? nil : used
    }
}

extension PostingDraft.Touched {
    /// Returns whether the line has no money in a year that is tracked until it has.
    func isUnfunded(from first: Int?) -> Bool {
        guard let first, year.year >= first else { return false }
        return annual.after.allotted.isZero && annual.before.allotted.isZero
    }

    /// Returns how far the line goes beyond its limits in its scope, or nil where nothing binds it.
    func excess(_ reader: some LedgerReader) throws(Problem) -> Excess? {
        guard node.phasing.isPhased else { return try excess(of: annual) }
        switch node.phasing.scope {
        case .year: return try excess(of: annual)
        case .period:
            var worst: Excess?
            for change in rows.dropFirst() { worst = try Self.worse(worst, try excess(of: change)) }
            return worst
        case .yearToDate:
            let cumulated = try yearToDate(reader)
            var worst = try excess(of: annual)
            for change in cumulated { worst = try Self.worse(worst, try excess(of: change)) }
            return worst
        }
    }

    private static func worse(_ one: Excess?, _ other: Excess?) throws(Problem) -> Excess? {
        guard let one, let other else { return one ?? other }
        return try other.growth > one.growth ? other : one
    }

    private func excess(of change: PostingDraft.Change) throws(Problem) -> Excess? {
        guard let limitBefore = try node.limit(of: change.before.allotted),
            let limitAfter = try node.limit(of: change.after.allotted)
        else { return nil }
        let usedBefore = try change.before.used()
        let usedMore = try change.usedMore
        return Excess(
            key: change.before.key,
            before: max(.zero, try usedBefore - limitBefore),
            after: max(.zero, try usedBefore + usedMore - limitAfter),
            available: try change.before.available() + change.released,
            requested: try usedMore + change.released + change.before.allotted
                - change.after.allotted,
            tolerance: try limitBefore - change.before.allotted)
    }

    /// Returns the sums from the year's beginning to the end of each part, from the first part that was
    /// touched on; each under the key of its last part.
    private func yearToDate(
        _ reader: some LedgerReader
    ) throws(Problem) -> [PostingDraft.Change] {
        let parts = year.siblings(node.phasing.division)
        let first = rows.dropFirst().map(\.before.key.period).min()
        var sum = PostingDraft.Change(before: Balance(annual.before.key), after: annual.before)
        sum.after = Balance(annual.before.key)
        var result: [PostingDraft.Change] = []
        for part in parts {
            let key = BalanceKey(node.id, part)
            let change: PostingDraft.Change
            if let touched = rows.first(where: { $0.before.key == key }) {
                change = touched
            } else {
                let row = try reader.row(key)
                change = PostingDraft.Change(before: row, after: row)
            }
            for bucket in [Bucket.allotted, .reserved, .committed, .actual] {
                sum.before[bucket] = try sum.before[bucket] + change.before[bucket]
                sum.after[bucket] = try sum.after[bucket] + change.after[bucket]
            }
            sum.released = try sum.released + change.released
            sum.before.key = key
            if let first, part >= first { result.append(sum) }
        }
        return result
    }

    /// Adds what everybody should see.
    func flag(_ flags: inout [AnswerFlag]) throws(Problem) {
        guard try annual.usedMore.isPositive else { return }
        let after = annual.after
        let used = try after.used()
        if let warnLevel = node.warnLevel, used > warnLevel.share(of: after.allotted) {
            flags.append(.aboveWarnLevel)
        }
        guard used > after.allotted else { return }
        switch node.control {
        case .soft: flags.append(.overBudget)
        case .hard:
            if let limit = try node.limit(of: after.allotted), used <= limit {
                flags.append(.withinTolerance)
            }
        case .track: break
        }
    }

    /// Adds the postings of all rows that changed, with what they excuse.
    func post(_ postings: inout [Posting]) throws(Problem) {
        for change in rows {
            var after = change.after
            after.excused = try node.excused(after)
            for bucket in Bucket.allCases {
                let amount = try after[bucket] - change.before[bucket]
                if !amount.isZero {
                    postings.append(Posting(change.before.key, bucket, amount))
                }
            }
        }
    }
}

extension Node {
    /// Returns what stands beyond the limit of a row: exactly what raises its cap.
    func excused(_ row: Balance) throws(Problem) -> MinorUnits {
        var bare = row
        bare.excused = .zero
        guard let cap = try cap(of: bare) else { return .zero }
        return max(.zero, try row.used() - cap)
    }
}

extension LedgerReader {
    /// Returns the refusal of a plan for which a row lacks money.
    func shortage(_ excess: Excess) throws(Problem) -> Refusal {
        var refusal = Refusal(.insufficientFunds)
        refusal.row = excess.key
        refusal.available = excess.available
        refusal.requested = excess.requested
        refusal.shortBy = try excess.growth
        refusal.consumers = try consumers(
            of: excess.key.node, in: excess.key.period.wholeYear, limit: 3)
        return refusal
    }
}

extension LedgerReader {
    /// Returns the first year whose lines are tracked until they have money, or nil where there is none.
    ///
    /// - Parameters:
    ///   - date: The day of the plan.
    ///   - terms: What its policy says of such years.
    /// - Returns: The year's number, or nil.
    /// - Throws: ``ProblemCode/notOpened``.
    func firstTrackedYear(
        on date: CalendarDate, by terms: FutureYears
    ) throws(Problem) -> Int? {
        let settings = try requireSettings()
        guard settings.futureYears == .track, terms == .track else { return nil }
        return settings.calendar.fiscalYear(containing: date).number + 1
    }
}
