import OutlayProblems
import OutlayValues

/// What a person who decides says and saw.
public struct ApprovalView: Sendable, Hashable {
    /// Why; may be empty.
    public var reason: LedgerText
    /// The revision that the person saw, or nil for the present one.
    public var revision: Int?
    /// The role that the person decides in, or nil for any they hold.
    public var role: RoleID?

    /// Creates a view.
    public init(reason: LedgerText = .empty, revision: Int? = nil, role: RoleID? = nil) {
        self.reason = reason
        self.revision = revision
        self.role = role
    }

    func write(to writer: inout CanonicalWriter) {
        writer.key("reason")
        writer.text(reason.text)
        writer.key("revision")
        writer.optional(revision) { $0.number($1) }
        writer.key("role")
        writer.optional(role) { $0.name($1) }
    }
}

extension LedgerReader {
    /// Returns a request after one person's decision on it, or on the change order that waits; its
    /// money is not yet touched.
    func act(
        _ decision: ApprovalDecision, on id: RequestID, _ seen: ApprovalView,
        _ context: CommandContext
    ) throws(Problem) -> Ruling<OrderWork> {
        guard var work = try work(on: id) else { return .refused(Refusal(.unknownRequest)) }
        let date = context.moment.effective
        let amendment = work.request.amendment
        let isOver = amendment?.expires.map { $0 < date } ?? work.request.isOver(on: date)
        let isReleased =
            work.request.state.isApproved && work.request.approval.standing == .released
        guard amendment != nil || work.request.state == .submitted || isReleased,
            isReleased || !isOver
        else { return .refused(Refusal(.notPending)) }
        let attempt = ApprovalAttempt(
            person: context.actor, principal: context.onBehalfOf, decision: decision,
            reason: seen.reason, date: date, revision: seen.revision, role: seen.role)
        let facts = try facts(of: work.request, work.lines).amended(by: amendment)
        let state = amendment?.approval ?? work.request.approval
        switch try approvalRules.act(attempt, on: state, of: facts, in: self) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let next):
            if let refusal = try approvalRules.refusal(
                of: .approve, in: context, for: work.request, reader: self)
            {
                return .refused(refusal)
            }
            if amendment == nil {
                work.request.approval = next
            } else {
                work.request.amendment?.approval = next
            }
            return .granted(work)
        }
    }
}

extension LedgerReader {
    /// Returns the event by which one person's decision ends a request, or the change order that waits,
    /// and gives its money back; or why the decision does not count.
    func turnDown(
        _ id: RequestID, by decision: ApprovalDecision, _ view: ApprovalView,
        _ context: CommandContext
    ) throws(Problem) -> Decision {
        switch try act(decision, on: id, view, context) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var work):
            return decision == .reject
                ? try work.end(.rejected, as: .rejected, .rejected, context, self)
                : try work.end(.returned, as: .returned, .returned, context, self)
        }
    }
}

extension RequestFacts {
    /// Returns the facts with the total and the editor of a change order, or these where there is none.
    func amended(by amendment: Amendment?) -> RequestFacts {
        guard let amendment else { return self }
        var copy = self
        copy.total = amendment.total
        if let value = details.contractValue {
            copy.total = max(
                amendment.total, value, amendment.approval.revisions.last?.total ?? value)
        }
        copy.lastEditor = amendment.editor
        return copy
    }
}

extension OrderWork {
    /// Rates a request that is now agreed on anew, and looks whether the new total asks for more
    /// approval; or returns why it cannot be.
    mutating func rate(
        anew rate: ExactDecimal?, on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard let rate, rate != request.rate else { return nil }
        if let refusal = CurrencyConversion.refusal(
            from: conversion.from, to: conversion.to, rate: rate)
        {
            return refusal
        }
        if request.amendment != nil {
            return Refusal(.badRate, note: "a change order is committed at the rate of its order")
        }
        guard request.approval.isComplete, conversion.from != conversion.to else { return nil }
        let old = try reader.facts(of: request, lines)
        conversion.rate = rate
        request.rate = rate
        var total = MinorUnits.zero
        for index in lines.indices {
            lines[index].amount = try conversion.converted(lines[index].foreignAmount)
            total = try total + lines[index].amount
        }
        let before = request.total
        request.total = total
        if let refusal = try callOff(from: before, reader) { return refusal }
        let new = try reader.facts(of: request, lines)
        return try reconsider(from: old, to: new, on: date, reader)
    }

    /// Looks whether a request rated anew takes other steps: the approvals are given at the new rate, so
    /// they stand unless the total has come into another tier.
    private mutating func reconsider(
        from old: RequestFacts, to new: RequestFacts, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        let rules = reader.approvalRules
        switch try rules.plan(for: new, on: request.submitted, in: reader) {
        case .refused(let refusal): return refusal
        case .granted(let planned):
            request.approval.plan.judgedTotal = planned.judgedTotal
            guard planned.plan.groups != request.approval.plan.groups else { return nil }
        }
        switch try rules.reassess(request.approval, from: old, to: new, on: date, in: reader) {
        case .refused(let refusal): return refusal
        case .granted(let state): request.approval = state
        }
        return nil
    }

    /// Commits what is agreed on, or notes an agreement that others have to follow.
    mutating func agree(
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<EventBody> {
        if request.amendment == nil, request.state.isApproved {
            // An emergency: its money is committed, and the full path is followed now.
            return try finish(
                .approved, Answer(request.approval.standing == .approved ? .approved : .pending),
                .plan(request.id), on: date, reader)
        }
        let isComplete = (request.amendment?.approval ?? request.approval).isComplete
        let holds = request.approval.terms.reserve == .submission
        if isComplete {
            if let refusal = try refusal(.plan, reader) { return .refused(refusal) }
            if request.amendment == nil {
                for index in lines.indices where lines[index].foreignOpen.isPositive {
                    try set(index, reserved: .zero, committed: lines[index].amount, reader)
                }
                request.state = .approved
                request.approvedOn = date
            } else {
                try commitAmendment(reader)
            }
        } else if request.amendment == nil, holds {
            for index in lines.indices where lines[index].foreignOpen.isPositive {
                try set(index, reserved: lines[index].amount, committed: .zero, reader)
            }
        }
        let isRatified = request.details.route == .ratification
        return try finish(
            .approved, Answer(isComplete ? .approved : .pending),
            isRatified ? .fact(.ratification) : .plan(request.id), on: date, reader)
    }

    /// Makes the change order part of the order.
    mutating func commitAmendment(_ reader: some LedgerReader) throws(Problem) {
        guard let amendment = request.amendment else { return }
        for index in lines.indices where lines[index].foreignRaise.isPositive {
            let raise = lines[index].foreignRaise
            lines[index].foreignAmount = try lines[index].foreignAmount + raise
            lines[index].foreignOpen = try lines[index].foreignOpen + raise
            lines[index].foreignRaise = .zero
            lines[index].amount = try conversion.converted(lines[index].foreignAmount)
            try settle(index, reader)
        }
        request.total = amendment.total
        request.foreignTotal = amendment.foreignTotal
        request.approval = amendment.approval
        request.amendment = nil
    }
}
