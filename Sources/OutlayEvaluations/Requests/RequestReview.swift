import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Everything that a reviewer of a request looks at, on one screen.
///
/// It is built from the ledger and from what the revision froze; nothing else is read.
public struct RequestReview: Sendable {
    /// The request as the ledger keeps it.
    public let request: Request
    /// The number of the revision that is looked at.
    public let number: Int
    /// The revision that is looked at, as it was frozen; nil for a request without an evaluation.
    public let revision: RequestRevision?
    /// The purchase, computed again from the frozen revision; nil for a request without an evaluation.
    public let purchase: PurchaseCase?
    /// The currency of the ledger.
    public let ledgerCurrency: Currency
    /// The day that it is looked at.
    public let date: CalendarDate
    /// What the request leaves of the budget lines it charges.
    public let budget: BudgetCheck
    /// Charged years that have no budget yet.
    public let unbudgetedYears: [PeriodID]
    /// The other options, and why they are not bought.
    public let alternatives: [Alternative]
    /// What requirements cost in value and money.
    public let knockOutPrices: [KnockOutPrice]
    /// What linting the evaluation found, as it was handed in.
    public let findings: [Problem]
    /// What keeps the request from being decided.
    public let obstacles: [Problem]
    /// When the contract begins, ends and has to be cancelled; nil where the option states no term.
    public let contractDates: ContractDates?
    /// The last day on which the chosen option's prices hold, where any source says so.
    public let quoteValidUntil: CalendarDate?
    /// Who has to agree by which rule, who did and who is next; nil before submission.
    public package(set) var path: RequestPath?
    /// The acts so far, each with what changed since where a later revision outdated it.
    public let acts: [ReviewedAct]
    /// What changed since the last decision of the person who looks; nil where there is none, or it was on
    /// this revision.
    public let sinceOwnDecision: ChangeSince?

    /// An option that is not bought.
    public struct Alternative: Sendable {
        /// The option with its figures.
        public let option: OptionResult
        /// What is bought costs so much more over its life than this, unrounded; below 0 where it costs less.
        public let costOfChoice: Double
        /// Why this is not bought.
        public let reason: String
    }

    /// One act of an approver.
    public struct ReviewedAct: Sendable {
        /// The act.
        public let act: ApprovalAct
        /// By how much the total rose since the revision that was decided on, in the ledger's currency; nil where
        /// the act stands.
        public let rise: MinorUnits?
        /// What changed since that revision; nil where the act stands, or a side was not frozen.
        public let difference: RevisionDifference?
    }

    /// What changed since a revision.
    public struct ChangeSince: Sendable {
        /// The decision.
        public let act: ApprovalAct
        /// What changed; nil where a side was not frozen.
        public let difference: RevisionDifference?
        /// By how much the total rose, in the ledger's currency.
        public let rise: MinorUnits
    }

    /// Days from the day that it is looked at to the last day of the quote; below 0 after it.
    public var quoteDaysLeft: Int? { quoteValidUntil.map { date.days(until: $0) } }

    /// Builds the screen of a request.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - number: The revision, a draft among them; nil for the present one.
    ///   - reader: The ledger.
    ///   - date: The day.
    ///   - person: Who looks, or nil.
    ///   - findings: What linting the evaluation found.
    ///   - evaluation: Reads an evaluation from what a revision froze.
    /// - Throws: ``ProblemCode/unknownEntry`` for an unknown request; ``ProblemCode/badFreeze`` and
    ///   ``ProblemCode/frozenDiffers`` for an altered revision; a ``Problem`` of the store.
    package init(
        _ id: RequestID, revision number: Int?, in reader: some LedgerReader,
        on date: CalendarDate, for person: PersonID?, findings: [Problem],
        reading evaluation: @escaping (FrozenInputs) throws(Problem) -> Evaluation
    ) throws(Problem) {
        guard let request = try reader.request(id) else {
            throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: try reader.requireSettings().currency)
        }
        let isPresent = number == nil || number == request.revision
        let shown = number ?? request.revision
        self.request = request
        self.number = shown
        self.date = date
        self.findings = findings
        ledgerCurrency = try reader.requireSettings().currency
        let cases = try RevisionCases(
            id, in: reader, on: date,
            includingDrafts: !isPresent || request.state == .draft || request.state == .notAwarded,
            reading: evaluation)
        revision = cases.revision(upTo: shown)
        guard isPresent || revision?.number == shown else {
            throw Self.notFrozen(shown, request)
        }
        purchase = try cases.purchase(shown)
        path = isPresent ? try reader.path(of: id, on: date) : nil
        // A change order alters the amounts alone.
        let isFrozen = revision?.number == shown
        let frozen = isFrozen ? try cases.submission(shown) : nil
        let submission: Submit
        if let frozen { submission = frozen } else { submission = try request.asked(by: reader) }
        budget =
            isPresent && !request.state.takesRevisions
            ? try reader.budgetUse(of: request, on: date)
            : try Self.budget(of: request, asking: submission, in: reader, on: date)
        unbudgetedYears = try (purchase?.unbudgetedYears(in: reader) ?? []) + budget.unfundedYears
        alternatives = purchase.map(Self.alternatives) ?? []
        knockOutPrices = purchase?.result.knockOutPrices ?? []
        obstacles = request.state.waits ? purchase?.obstacles(on: date) ?? [] : []
        contractDates = try purchase?.contractDates()
        quoteValidUntil = purchase.flatMap { purchase in
            purchase.choice.option.flatMap { purchase.result.validUntil($0) }
        }
        let marks = path?.revisions ?? []
        func rise(since revision: Int) throws(Problem) -> MinorUnits {
            let before = marks.last { $0.revision == revision }?.total ?? .zero
            return try (marks.last?.total ?? .zero) - before
        }
        var reviewed: [ReviewedAct] = []
        for act in path?.acts ?? [] {
            let isOutdated = act.outdated != nil
            reviewed.append(
                ReviewedAct(
                    act: act, rise: isOutdated ? try rise(since: act.revision) : nil,
                    difference: isOutdated
                        ? try cases.difference(from: act.revision, to: shown) : nil))
        }
        acts = reviewed
        let decided = isPresent ? path : try reader.path(of: id, on: date)
        guard let person, let own = decided?.lastAct(of: person), own.revision != shown else {
            sinceOwnDecision = nil
            return
        }
        sinceOwnDecision = ChangeSince(
            act: own, difference: try cases.difference(from: own.revision, to: shown),
            rise: try rise(since: own.revision))
    }

    /// What a revision leaves of the lines; that money lacks is said while it is asked for.
    private static func budget(
        of request: Request, asking submission: Submit, in reader: some LedgerReader,
        on date: CalendarDate
    ) throws(Problem) -> BudgetCheck {
        var check = try reader.budgetCheck(of: submission, on: date)
        if !request.state.holdsPlans { check.refusal = nil }
        return check
    }

    private static func notFrozen(_ number: Int, _ request: Request) -> Problem {
        Problem(
            .unknownEntry, "\(request.id) has no frozen revision \(number)",
            because: "its present revision is \(request.revision)",
            hint: "outlay request show \(request.id) shows that")
    }

    private static func alternatives(_ purchase: PurchaseCase) -> [Alternative] {
        guard let chosen = purchase.chosen else {
            return purchase.result.options.map {
                Alternative(option: $0, costOfChoice: 0, reason: "nothing is bought")
            }
        }
        return purchase.result.options.filter { $0.option.id != chosen.option.id }.map { option in
            Alternative(
                option: option,
                costOfChoice: chosen.comparedCost.all - option.comparedCost.all,
                reason: purchase.reason(against: option, for: chosen))
        }
    }
}

extension PurchaseCase {
    /// Why `option` is not bought, in a few words.
    fileprivate func reason(against option: OptionResult, for chosen: OptionResult) -> String {
        if let obstacle = option.obstacle { return obstacle }
        if option.dominatedBy == chosen.option.id { return "dominated by the choice" }
        let rank = option.rank.map { "rank \($0)" } ?? "not ranked"
        if let first = chosen.rank, let own = option.rank, own < first {
            return "\(rank); passed over: \(choice.reason.text)"
        }
        let isBaseline = result.evaluation.baseline == option.option.id
        return rank + (isBaseline ? ", the baseline" : "")
    }
}

extension RequestState {
    /// Whether it still asks for money that could be missing.
    fileprivate var holdsPlans: Bool { self == .draft || self == .submitted || self == .returned }
    /// Whether something is to be decided yet: behind the order, nothing is.
    fileprivate var waits: Bool { holdsPlans || self == .approved }
}

extension Request {
    /// Returns the submission that the request stands for, where nothing was frozen.
    fileprivate func asked(by reader: some LedgerReader) throws(Problem) -> Submit {
        let lines = try reader.lines(of: id).filter(\.foreignAmount.isPositive)
        return Submit(
            id, lines: lines.map { Submit.Line($0.node, $0.foreignAmount, in: $0.period) },
            vendor: vendor, framework: framework, currency: currency, rate: rate,
            details: details)
    }
}

/// The frozen revisions of a request, each computed when it is first asked for.
final class RevisionCases {
    private let date: CalendarDate
    private let evaluation: (FrozenInputs) throws(Problem) -> Evaluation
    private let revisions: [RequestRevision]
    private var known: [Int: Reperformance] = [:]

    init(
        _ id: RequestID, in reader: some LedgerReader, on date: CalendarDate,
        includingDrafts: Bool,
        reading evaluation: @escaping (FrozenInputs) throws(Problem) -> Evaluation
    ) throws(Problem) {
        revisions = try reader.revisions(of: id).filter { includingDrafts || !$0.isDraft }
        self.date = date
        self.evaluation = evaluation
    }

    /// Returns the last frozen revision up to `number`, or nil: change orders freeze none.
    func revision(upTo number: Int) -> RequestRevision? {
        revisions.last { $0.number <= number }
    }

    /// Returns the purchase of a revision, or nil where nothing was frozen.
    ///
    /// - Throws: ``ProblemCode/frozenDiffers`` where it does not come out as it was stated.
    func purchase(_ number: Int) throws(Problem) -> PurchaseCase? {
        try reperformed(number)?.computed.purchase
    }

    /// Returns what a revision asks of the ledger, or nil where nothing was frozen.
    func submission(_ number: Int) throws(Problem) -> Submit? {
        try reperformed(number)?.stated.submission
    }

    /// Returns what differs between two revisions, or nil where one was not frozen.
    func difference(from first: Int, to second: Int) throws(Problem) -> RevisionDifference? {
        guard let before = try purchase(first), let after = try purchase(second) else { return nil }
        return try RevisionDifference(from: before, to: after)
    }

    private func reperformed(_ number: Int) throws(Problem) -> Reperformance? {
        guard let revision = revision(upTo: number) else { return nil }
        if let found = known[revision.number] { return found }
        let statement = try FrozenStatement(of: revision)
        let again = try statement.reperformed(
            with: evaluation(statement.inputs), asOf: date)
        if let problem = again.problem { throw problem }
        known[revision.number] = again
        return again
    }
}
