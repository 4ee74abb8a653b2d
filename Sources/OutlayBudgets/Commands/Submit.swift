import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Raises a request: finds its steps of approval, checks the budget and holds the money.
///
/// All its lines are summed before the check and stand or fall together. A request that was withdrawn,
/// rejected, returned or expired may be submitted again under its name, as a later revision. With a
/// frozen revision, so may one that waits for approval: the money of the old revision is exchanged for
/// that of the new one, and approvals stand as far as the policy keeps them.
public struct Submit: LedgerCommand {
    /// What is asked of a budget line.
    public struct Line: Sendable, Hashable {
        /// The budget line.
        public var node: NodeID
        /// The month that is charged, or nil for that of the effective day.
        public var period: PeriodID?
        /// The amount in the request's currency, above 0.
        public var amount: MinorUnits

        /// Creates a line.
        public init(_ node: NodeID, _ amount: MinorUnits, in period: PeriodID? = nil) {
            self.node = node
            self.period = period
            self.amount = amount
        }
    }

    /// What it is called in events and refusals.
    public static let name = "submit"
    /// The request's name.
    public var id: RequestID
    /// What it asks for; at least one line.
    public var lines: [Line]
    /// Whom it is to be bought from, or nil.
    public var vendor: VendorID?
    /// The agreement it calls off, or nil.
    public var framework: FrameworkID?
    /// The currency of the amounts, or nil for the ledger's.
    public var currency: Currency?
    /// One unit of that currency in the ledger's, or nil where they agree.
    public var rate: ExactDecimal?
    /// What the request says of itself.
    public var details: RequestDetails
    /// The draft that is submitted, or nil where nothing was frozen.
    public var revision: RevisionReference?

    /// Creates the command.
    public init(
        _ id: RequestID, lines: [Line], vendor: VendorID? = nil, framework: FrameworkID? = nil,
        currency: Currency? = nil, rate: ExactDecimal? = nil,
        details: RequestDetails = RequestDetails(), revision: RevisionReference? = nil
    ) {
        self.id = id
        self.lines = lines
        self.vendor = vendor
        self.framework = framework
        self.currency = currency
        self.rate = rate
        self.details = details
        self.revision = revision
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("currency")
        writer.optional(currency) { $0.text($1.code) }
        writer.key("details")
        details.write(to: &writer)
        writer.key("framework")
        writer.optional(framework) { $0.name($1) }
        writer.key("id")
        writer.text(id.text)
        writer.key("lines")
        writer.beginArray()
        for line in lines {
            writer.beginArray()
            writer.text(line.node.text)
            writer.optional(line.period) { $0.text($1.description) }
            writer.number(line.amount.count)
            writer.endArray()
        }
        writer.endArray()
        writer.key("rate")
        writer.decimal(rate)
        if let revision {
            writer.key("revision")
            writer.beginArray()
            writer.number(revision.number)
            writer.digest(revision.hash)
            writer.endArray()
        }
        writer.key("vendor")
        writer.optional(vendor) { $0.name($1) }
    }

    /// The SHA-256 of what is asked for, whichever revision it is.
    var contentHash: SHA256Value { SHA256Value.of(canonicalBytes) }

    /// Returns the submission, or why it is refused.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        switch try plan(in: reader, context: context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let plan):
            switch try plan.settle(context, reader) {
            case .refused(let refusal): return .refused(refusal.about(id))
            case .granted(let body): return .accepted(body)
            }
        }
    }
}

/// A submission whose request is known, and whose money is not yet looked at.
struct SubmissionPlan {
    var request: Request
    var lines: [RequestLine]
    /// Whether nobody has to approve it any more.
    let isApproved: Bool
    var draft = PostingDraft()
    var framework: Framework?
    /// The frozen revision, submitted.
    var revision: RequestRevision?
    /// The waiting revision that this one takes the place of, with its lines.
    var replaced: (request: Request, lines: [RequestLine])?
}

extension Submit {
    /// Returns the request as it would be, with the money it would hold.
    func plan(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Ruling<SubmissionPlan> {
        let settings = try reader.requireSettings()
        let date = context.moment.effective
        let currency = self.currency ?? settings.currency
        let conversion = CurrencyConversion(from: currency, to: settings.currency, rate: rate)
        let earlier = try reader.request(id)
        if let refusal = try refusal(earlier, conversion, context, reader) {
            return .refused(refusal)
        }
        let frozen: RequestRevision?
        switch try frozenRevision(after: earlier, on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let revision): frozen = revision
        }
        let month = PeriodID(monthOf: date, in: settings.calendar)
        var request = Request(
            id, requester: requester(after: earlier, context), details: details,
            currency: currency, submitted: date, approval: .none)
        request.lastEditor = context.actor
        request.vendor = vendor
        request.framework = framework
        request.rate = currency == settings.currency ? nil : rate
        request.revision = earlier.nextRevision
        request.sequence = try reader.nextSequence()
        var rows: [RequestLine] = []
        for (index, line) in lines.enumerated() {
            let period = (line.period ?? month).period(of: .monthly)
            if let refusal = try reader.refusal(
                ofPostingTo: line.node, in: period, on: date,
                details.route == .ratification ? .fact : .plan)
            {
                return .refused(refusal)
            }
            let row = RequestLine(
                id, index + 1, node: line.node, period: period, foreignAmount: line.amount,
                amount: try conversion.converted(line.amount))
            request.total = try request.total + row.amount
            request.foreignTotal = try request.foreignTotal + row.foreignAmount
            rows.append(row)
        }
        let before = earlier == nil ? [] : try reader.lines(of: id)
        for var old in before.dropFirst(rows.count) {
            old.clear()
            rows.append(old)
        }
        let facts = try reader.facts(of: request, rows)
        switch try approval(of: facts, after: earlier, before, on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let approval): request.approval = approval
        }
        request.expires = request.approval.terms.expiresAfterDays.map { date.adding(days: $0) }
        var plan = SubmissionPlan(
            request: request, lines: rows, isApproved: request.approval.isComplete,
            revision: frozen)
        plan.draft.futureYears = request.approval.terms.futureYears
        if let earlier, earlier.state == .submitted { plan.replaced = (earlier, before) }
        if let refusal = try plan.callOff(on: date, reader) { return .refused(refusal) }
        try plan.hold(reader)
        return .granted(plan)
    }

    private func refusal(
        _ earlier: Request?, _ conversion: CurrencyConversion, _ context: CommandContext,
        _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard !lines.isEmpty else { return Refusal(.badCommand) }
        guard lines.allSatisfy(\.amount.isPositive) else { return Refusal(.badAmount) }
        if let refusal = CurrencyConversion.refusal(
            from: conversion.from, to: conversion.to, rate: rate)
        {
            return refusal
        }
        if let earlier {
            guard earlier.state.takesRevisions, earlier.state != .submitted || revision != nil
            else { return Refusal(.alreadyExists) }
            guard earlier.state != .draft || revision != nil else { return Refusal(.noDraft) }
        }
        if let refusal = details.refusal { return refusal }
        return try reader.approvalRules.refusal(
            of: .request, in: context, for: earlier, reader: reader)
    }
}

extension SubmissionPlan {
    /// Adds the money that the request holds: committed where nobody has to approve it.
    mutating func hold(_ reader: some LedgerReader) throws(Problem) {
        for old in replaced?.lines ?? [] where old.reserved.isPositive {
            try draft.add(
                try MinorUnits.zero - old.reserved, to: .reserved, of: old.node, old.period, reader)
        }
        guard isApproved || request.approval.terms.reserve == .submission else { return }
        for index in lines.indices where lines[index].foreignOpen.isPositive {
            let line = lines[index]
            try draft.add(
                line.amount, to: isApproved ? .committed : .reserved, of: line.node, line.period,
                reader)
            if isApproved {
                lines[index].committed = line.amount
            } else {
                lines[index].reserved = line.amount
            }
        }
    }

    /// Settles the money and returns the event.
    func settle(
        _ context: CommandContext, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<EventBody> {
        var (request, draft, framework) = (request, draft, framework)
        let date = context.moment.effective
        if isApproved, var agreement = framework {
            if case .refused(let refusal) = try draft.count(
                request.total, in: &agreement, on: date, reader)
            {
                return .refused(refusal)
            }
            framework = agreement
        }
        let isRatified = request.details.route == .ratification
        let purpose: PostingPurpose = isRatified ? .fact(.ratification) : .plan(request.id)
        switch try draft.settle(purpose, on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            if isApproved {
                request.state = .approved
                request.approvedOn = date
            }
            let flags = request.approval.flags + (isRatified ? [.ratified] : [])
            var body = EventBody(
                .submitted,
                answer: Answer(
                    isApproved ? .approved : .accepted, flags: flags,
                    subject: LedgerText(known: request.id.text)))
            body.policy = request.approval.policy
            body.rows = [.request(request)] + lines.map { .requestLine($0) }
            if let revision { body.rows.append(.requestRevision(revision)) }
            if let framework { body.rows.append(.framework(framework)) }
            if let given = try returnedFramework(reader) { body.rows.append(.framework(given)) }
            body.add(settlement, sequence: request.sequence)
            return .granted(body)
        }
    }
}

extension RequestLine {
    /// Empties the line: it asks for nothing and holds nothing.
    mutating func clear() {
        foreignAmount = .zero
        foreignOpen = .zero
        foreignRaise = .zero
        amount = .zero
        reserved = .zero
        committed = .zero
    }
}

extension LedgerReader {
    /// Returns what approval rules judge a request by.
    public func facts(
        of request: Request, _ lines: [RequestLine]
    ) throws(Problem) -> RequestFacts {
        RequestFacts(
            request: request.id, revision: request.revision, requester: request.requester,
            lastEditor: request.lastEditor, vendor: request.vendor, framework: request.framework,
            details: request.details,
            total: max(request.total, request.details.contractValue ?? .zero),
            charges: lines.filter { $0.amount.isPositive }.map {
                Charge($0.node, $0.period, $0.amount)
            },
            currency: request.currency, submitted: request.submitted,
            overriddenBy: try overrides(for: request.id).map(\.authority))
    }
}
