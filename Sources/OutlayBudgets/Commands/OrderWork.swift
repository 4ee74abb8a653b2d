import OutlayProblems
import OutlayValues

/// A request with its lines while a command works on it.
struct OrderWork {
    var request: Request
    var lines: [RequestLine]
    var draft = PostingDraft()
    /// The lines as they were, of which only the changed ones are written.
    private let before: [RequestLine]
    /// What the request counted for in the agreement that it calls off.
    private let agreedBefore: MinorUnits
    /// How the request's amounts become the ledger's.
    var conversion: CurrencyConversion
    /// The agreement that it calls off, or that it guarantees, once a command has changed it.
    var framework: Framework?
    /// The place of the line on which the minimum that it guarantees is committed, while a command is about that.
    var minimumLine: Int?
    /// Whether nothing of the minimum that it guarantees is owed from now on.
    var endsMinimum = false
    /// The overrides that are over with the request.
    private(set) var overrides: [Override] = []

    init(_ request: Request, _ lines: [RequestLine], _ reader: some LedgerReader) throws(Problem) {
        self.request = request
        self.lines = lines
        before = lines
        agreedBefore = try request.agreed(lines)
        conversion = CurrencyConversion(
            from: request.currency, to: try reader.requireSettings().currency, rate: request.rate)
        draft.futureYears = request.approval.terms.futureYears
    }

    /// Sets what a line holds in reserved and committed, and posts the difference.
    mutating func set(
        _ index: Int, reserved: MinorUnits, committed: MinorUnits, _ reader: some LedgerReader
    ) throws(Problem) {
        let line = lines[index]
        try draft.add(
            try reserved - line.reserved, to: .reserved, of: line.node, line.period, reader)
        try draft.add(
            try committed - line.committed, to: .committed, of: line.node, line.period, reader)
        lines[index].reserved = reserved
        lines[index].committed = committed
    }

    /// Sets what a line of an order holds by what is open of it, and by what a change order would add:
    /// always the converted sum, so that no cent is lost between them.
    mutating func settle(_ index: Int, _ reader: some LedgerReader) throws(Problem) {
        let line = lines[index]
        let owed = try conversion.converted(line.foreignOpen)
        var raised = owed
        if line.foreignRaise.isPositive, request.approval.terms.reserve == .submission {
            raised = try conversion.converted(line.foreignOpen + line.foreignRaise)
        }
        try set(index, reserved: try raised - owed, committed: owed, reader)
    }

    /// Adds to what a line has spent.
    mutating func spend(
        _ amount: MinorUnits, on index: Int, _ reader: some LedgerReader
    ) throws(Problem) {
        let line = lines[index]
        try draft.add(amount, to: .actual, of: line.node, line.period, reader)
        lines[index].billed = try line.billed + amount
    }

    /// Releases everything that is held and not spent, change orders included.
    mutating func release(_ reader: some LedgerReader) throws(Problem) {
        for index in lines.indices {
            try set(index, reserved: .zero, committed: .zero, reader)
            lines[index].foreignOpen = .zero
            lines[index].foreignRaise = .zero
        }
    }

    /// Returns why a period takes no such postings, or nil.
    ///
    /// It looks at the lines with something open and at those at `others`. What was billed in a period
    /// that is closed by now is no bar.
    func refusal(
        _ kind: PostingKind, touching others: [Int] = [], _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        for (index, line) in lines.enumerated()
        where line.holdsMoney || others.contains(index) {
            if let refusal = try reader.refusal(ofPostingIn: line.period, kind) {
                return refusal.blocking(BalanceKey(line.node, line.period))
            }
        }
        return nil
    }

    /// What was billed in all, in the request's currency.
    func foreignBilled() throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        for line in lines { sum = try sum + line.foreignBilled }
        return sum
    }

    /// What stands in actual in all.
    func billed() throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        for line in lines { sum = try sum + line.billed }
        return sum
    }

    /// By how much the request counts for more, or less, in the agreement that it calls off.
    func agreedChange() throws(Problem) -> MinorUnits {
        try request.agreed(lines) - agreedBefore
    }

    /// The lines that are not as they were.
    var changedLines: [RequestLine] {
        lines.indices.filter { $0 >= before.count || lines[$0] != before[$0] }.map { lines[$0] }
    }

    /// Settles what was drafted and returns the event, with the rows that changed.
    func finish(
        _ kind: EventKind, _ answer: Answer, _ purpose: PostingPurpose, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> Ruling<EventBody> {
        var (draft, agreement, purpose) = (draft, framework, purpose)
        let change = try agreedChange()
        if change != .zero, var counted = try reader.agreement(of: request, known: agreement) {
            switch try draft.count(change, in: &counted, on: date, reader) {
            case .refused(let refusal): return .refused(refusal)
            case .granted(let isOwedAgain):
                if isOwedAgain { purpose = .fact(.guaranteedMinimum) }
            }
            agreement = counted
        }
        if endsMinimum, var ended = agreement {
            if let refusal = try draft.release(minimumOf: &ended, reader) {
                return .refused(refusal)
            }
            agreement = ended
        }
        switch try draft.settle(purpose, on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            var request = request
            request.sequence = try reader.nextSequence()
            var answer = answer
            answer.subject = LedgerText(known: request.id.text)
            var body = EventBody(kind, answer: answer)
            body.policy = request.approval.revisions.isEmpty ? nil : request.approval.policy
            body.rows = [.request(request)]
            body.rows += changedLines.map { .requestLine($0) }
            if let agreement { body.rows.append(.framework(agreement)) }
            body.rows += overrides.map { .override($0) }
            body.add(settlement, sequence: request.sequence)
            return .granted(body)
        }
    }

    /// Ends the change order that waits, or else the request, and gives its money back.
    mutating func end(
        _ state: RequestState, as kind: EventKind, _ result: AnswerResult,
        _ context: CommandContext, _ reader: some LedgerReader
    ) throws(Problem) -> Decision {
        if request.amendment != nil {
            try dropAmendment(reader)
        } else {
            let isApproved = request.state.isApproved
            let given = try request.total - billed()
            try release(reader)
            // An emergency that its full path refuses was bought: what was billed of it stays.
            request.state = isApproved ? .cancelled : state
            if !isApproved { try endOverrides(reader) }
            framework = try reader.framework(of: request, givingBack: given)
        }
        switch try finish(
            kind, Answer(result), .plan(request.id), on: context.moment.effective, reader)
        {
        case .refused(let refusal): return .refused(refusal.about(request.id))
        case .granted(let body): return .accepted(body)
        }
    }

    /// Ends the overrides of a request that ends without being approved: what they excused went back.
    mutating func endOverrides(_ reader: some LedgerReader) throws(Problem) {
        for var override in try reader.overrides(for: request.id) where !override.isOver {
            override.isOver = true
            overrides.append(override)
        }
    }

    /// Gives back what a change order holds; the order stands as it was.
    mutating func dropAmendment(_ reader: some LedgerReader) throws(Problem) {
        for index in lines.indices {
            try set(index, reserved: .zero, committed: lines[index].committed, reader)
            lines[index].foreignRaise = .zero
        }
        request.amendment = nil
    }
}

extension LedgerReader {
    /// Returns a request to work on, or nil where there is none.
    func work(on id: RequestID) throws(Problem) -> OrderWork? {
        guard let request = try request(id) else { return nil }
        return try OrderWork(request, lines(of: id), self)
    }
}
