import OutlayProblems
import OutlayValues

/// Changes a request, or an order, to a new total.
///
/// A raise is checked against the budget and held at once. On an order it waits for approval on the new
/// total where the policy asks for it; the order stands as it was until then. A cut gives back what is
/// not billed. A contract value rises with the order. A raise is spread over the lines by what was asked
/// of them, as far as their periods still take plans, a cut by what is open.
public struct Amend: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "amend"
    /// The request.
    public var id: RequestID
    /// The new total in the request's currency, above 0.
    public var amount: MinorUnits
    /// Why.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ id: RequestID, to amount: MinorUnits, reason: LedgerText = .empty) {
        self.id = id
        self.amount = amount
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("amount")
        writer.number(amount.count)
        writer.key("id")
        writer.text(id.text)
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the change, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard amount.isPositive else { return .refused(Refusal(.badAmount).about(id)) }
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        let date = context.moment.effective
        let request = work.request
        let isPending = request.state == .submitted && !request.isOver(on: date)
        guard isPending || request.state.isApproved else {
            return .refused(
                Refusal(request.state == .submitted ? .notPending : .notApproved).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .request, in: context, for: request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        if let refusal = try work.refusal(.plan, reader) { return .refused(refusal.about(id)) }
        let least = try work.foreignBilled()
        guard amount >= least else {
            var refusal = Refusal(.belowBilled)
            refusal.available = least
            refusal.requested = amount
            return .refused(refusal.about(id))
        }
        try work.dropAmendment(reader)
        let old = try reader.facts(of: work.request, work.lines)
        let editor = context.onBehalfOf ?? context.actor
        work.request.revision += 1
        work.request.lastEditor = editor
        let answer: Ruling<AnswerResult> =
            isPending
            ? try work.change(to: amount, from: old, on: date, reader)
            : try work.order(amount, by: editor, from: old, on: date, reader)
        switch answer {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let result):
            return try finish(work, result, on: date, reader)
        }
    }

    private func finish(
        _ work: OrderWork, _ result: AnswerResult, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Decision {
        let flags = (work.request.amendment?.approval ?? work.request.approval).flags
        switch try work.finish(.amended, Answer(result, flags: flags), .plan(id), on: date, reader)
        {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var body):
            if !reason.isEmpty { body.details = ["reason": .string(reason.text)] }
            return .accepted(body)
        }
    }
}

extension OrderWork {
    /// Changes a request that waits for approval.
    mutating func change(
        to amount: MinorUnits, from old: RequestFacts, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<AnswerResult> {
        let parts = try amount.split(by: lines.map(\.foreignAmount))
        let before = request.total
        var total = MinorUnits.zero
        for (index, part) in parts.enumerated() {
            lines[index].foreignAmount = part
            lines[index].foreignOpen = part
            lines[index].amount = try conversion.converted(part)
            total = try total + lines[index].amount
        }
        request.foreignTotal = amount
        request.total = total
        var new = try reader.facts(of: request, lines)
        new.total = try request.judged(total, raisedFrom: before)
        let rules = reader.approvalRules
        switch try rules.reassess(request.approval, from: old, to: new, on: date, in: reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let state): request.approval = state
        }
        if let refusal = try callOff(from: before, reader) { return .refused(refusal) }
        // What was agreed on before may suffice for the new total as well.
        let isApproved = request.approval.isComplete
        let holds = request.approval.terms.reserve == .submission
        for (index, line) in lines.enumerated() {
            try set(
                index, reserved: isApproved || !holds ? .zero : line.amount,
                committed: isApproved ? line.amount : .zero, reader)
        }
        if isApproved {
            request.state = .approved
            request.approvedOn = date
        }
        return .granted(isApproved ? .approved : .accepted)
    }

    /// Changes an order.
    mutating func order(
        _ amount: MinorUnits, by editor: PersonID, from old: RequestFacts, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<AnswerResult> {
        let before = request.total
        if amount > request.foreignTotal, try raiseWeights(reader).allSatisfy({ !$0.isPositive }),
            let last = lines.last
        {
            let refusal = Refusal(
                .periodClosed, subject: LedgerText(known: last.period.description))
            return .refused(refusal.blocking(BalanceKey(last.node, last.period)))
        }
        let total = try total(of: amount, reader)
        var new = old
        new.revision = request.revision
        new.lastEditor = editor
        new.total = try request.judged(total, raisedFrom: before)
        let approval: ApprovalState
        let rules = reader.approvalRules
        switch try rules.reassess(request.approval, from: old, to: new, on: date, in: reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let state): approval = state
        }
        guard amount > request.foreignTotal else {
            try cut(by: try request.foreignTotal - amount, reader)
            request.total = total
            request.foreignTotal = amount
            if approval.isComplete { request.approval = approval }
            if let refusal = try callOff(from: before, reader) { return .refused(refusal) }
            return .granted(.accepted)
        }
        let days = approval.terms.expiresAfterDays
        request.amendment = Amendment(
            foreignTotal: amount, total: total, editor: editor, approval: approval,
            expires: days.map { date.adding(days: $0) })
        let raise = try amount - request.foreignTotal
        for (index, part) in zip(lines.indices, try raise.split(by: try raiseWeights(reader))) {
            lines[index].foreignRaise = part
        }
        request.total = total
        if let refusal = try callOff(from: before, reader) { return .refused(refusal) }
        request.total = before
        if approval.isComplete {
            try commitAmendment(reader)
            return .granted(.accepted)
        }
        for index in lines.indices where lines[index].foreignRaise.isPositive {
            try settle(index, reader)
        }
        return .granted(.pending)
    }

    /// Returns what the order comes to in the ledger's currency at a new total of its own.
    private func total(
        of amount: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) -> MinorUnits {
        let change = try amount - request.foreignTotal
        if change.isZero { return request.total }
        let parts =
            change.isNegative
            ? try change.split(by: lines.map(\.foreignOpen))
            : try change.split(by: try raiseWeights(reader))
        var total = MinorUnits.zero
        for (line, part) in zip(lines, parts) {
            total = try total + conversion.converted(line.foreignAmount + part)
        }
        return total
    }

    /// What a raise is spread by: what was asked of each line, of those that still take plans.
    private func raiseWeights(_ reader: some LedgerReader) throws(Problem) -> [MinorUnits] {
        var weights: [MinorUnits] = []
        for line in lines {
            let isOpen = try reader.refusal(ofPostingIn: line.period, .plan) == nil
            weights.append(isOpen ? line.foreignAmount : .zero)
        }
        return weights
    }

    private mutating func cut(
        by amount: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) {
        guard amount.isPositive else { return }
        let open = lines.map(\.foreignOpen)
        for (index, part) in zip(lines.indices, try amount.split(by: open)) where part.isPositive {
            lines[index].foreignAmount = try lines[index].foreignAmount - part
            lines[index].foreignOpen = try lines[index].foreignOpen - part
            lines[index].amount = try conversion.converted(lines[index].foreignAmount)
            try settle(index, reader)
        }
    }

    /// Counts a new total against the agreement that is called off, or returns why it may not.
    mutating func callOff(
        from before: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard let id = request.framework, var agreement = try reader.framework(id) else {
            return nil
        }
        agreement.calledOff = max(.zero, try agreement.calledOff - before)
        if let refusal = try agreement.take(request.total) { return refusal }
        agreement.sequence = try reader.nextSequence()
        framework = agreement
        return nil
    }
}

extension Request {
    /// Returns what a new total is judged by: the contract value grows by as much as the order does, from what the
    /// last revision was judged by, so that small steps add up.
    ///
    /// Years without a budget are part of the contract and not of the order; a raise of the order is not to use up what
    /// was approved for them.
    fileprivate func judged(
        _ total: MinorUnits, raisedFrom before: MinorUnits
    ) throws(Problem) -> MinorUnits {
        guard let value = details.contractValue else { return total }
        guard total > before else { return max(total, value) }
        let last = max(value, approval.revisions.last?.total ?? value)
        return max(total, try last + total - before)
    }
}
