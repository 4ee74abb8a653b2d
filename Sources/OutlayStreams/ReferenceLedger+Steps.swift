extension ReferenceLedger {
    /// Takes one step on a day of 2026 (0 is 1 January) in a month; returns the result word.
    package mutating func take(_ step: LedgerOperation, day: Int, month: Int) -> String {
        today = day
        if let key = step.key {
            let body = "\(step) \(day)"
            if let known = keys[key] {
                return known.body == body ? known.answer : "refused:idempotency_conflict"
            }
            let answer = decide(step, day: day, month: month)
            if !answer.hasPrefix("refused") { keys[key] = (body, answer) }
            return answer
        }
        return decide(step, day: day, month: month)
    }

    private mutating func decide(_ step: LedgerOperation, day: Int, month: Int) -> String {
        switch step {
        case .allot(let node, let amount, _):
            give(amount, to: node)
            return "accepted"
        case .revise(let node, let amount):
            give(amount - (allotted[node] ?? 0), to: node)
            return "accepted"
        case .lapse(let node):
            take(max(0, min(available(node), allotted(node))), from: node)
            return "accepted"
        case .transfer(let from, let to, let amount):
            return transfer((from, to, amount))
        case .propose(let from, let to, let amount, let by):
            // What waits is checked, and changes nothing.
            var tried = self
            let word = tried.transfer((from, to, amount))
            guard word == "accepted" else { return word }
            waiting.append((by, (from, to, amount)))
            return "pending"
        case .confirm(let place, let by):
            guard place < waiting.count else { return "refused:not_pending" }
            guard waiting[place].by != by else { return "refused:second_person_required" }
            let word = transfer(waiting[place].move)
            if word == "accepted" { waiting.remove(at: place) }
            return word
        case .takeBack(let place, let by):
            guard place < waiting.count else { return "refused:not_pending" }
            guard waiting[place].by == by else { return "refused:duty_not_held" }
            waiting.remove(at: place)
            return "withdrawn"
        case .submit(let id, let asks, let rate, let by, _):
            return submit(id, asks, rate, by, day, month)
        case .approve(let id, let by): return approve(id, by, day)
        case .reject(let id, let by): return end(id, by, day, "rejected")
        case .giveBack(let id, let by): return end(id, by, day, "returned")
        case .emergency(let id, let asks, let by):
            return submit(id, asks, nil, by, day, month, isEmergency: true)
        case .invoiceParts(let id, let parts, let number, let rate):
            return invoice(id, parts, number, rate)
        case .withdraw(let id): return withdraw(id)
        case .amend(let id, let amount): return amend(id, amount, day)
        case .cancel(let id):
            guard let document = documents[id] else { return "refused:unknown_request" }
            guard document.state == "approved" else { return "refused:not_approved" }
            close(id, "cancelled")
            return "accepted"
        case .invoice(let id, let amount, let number, let rate, let isFinal):
            return invoice(id, amount, number, rate, isFinal)
        case .credit(let id, let amount, let reopens): return credit(id, amount, reopens)
        case .carry(let id, let node): return carry(id, node, month)
        case .actuals(let node, let amount):
            guard amount != 0 else { return "refused:bad_command" }
            actuals.append((node, month, amount))
            return "accepted"
        case .override(let id, let asks, let rate, let by, let authority):
            return override(id, asks, rate, by, authority, day, month)
        case .expire:
            for (id, document) in documents {
                if document.state == "submitted", document.expires < day {
                    close(id, "expired")
                } else if let raised = document.raised, raised.expires < day {
                    drop(id)
                }
            }
            return "accepted"
        }
    }

    private mutating func transfer(_ move: (from: String, to: String, amount: Int)) -> String {
        guard move.from != move.to else { return "refused:bad_command" }
        guard available(move.from) >= move.amount else { return "refused:insufficient_funds" }
        return plan(for: nil) {
            $0.give(-move.amount, to: move.from)
            $0.give(move.amount, to: move.to)
        }
    }

    /// Makes a change unless it goes further beyond a limit than the overrides of `request` allow.
    mutating func plan(
        for request: String?, _ answer: String = "accepted",
        _ change: (inout ReferenceLedger) -> Void
    ) -> String {
        var changed = self
        change(&changed)
        for excess in growth(to: changed) {
            var rest = excess.amount
            for index in changed.overrides.indices
            where changed.overrides[index].request == request
                && changed.overrides[index].node == excess.node && today <= overrides[index].expires
                && documents[request ?? ""]?.state != "approved"
            {
                let left = changed.overrides[index].amount - changed.overrides[index].used
                let part = min(rest, left)
                changed.overrides[index].used += part
                rest -= part
            }
            if rest > 0 { return "refused:insufficient_funds" }
        }
        self = changed
        return answer
    }

    /// Ends a document: nothing is open any more.
    mutating func close(_ id: String, _ state: String) {
        documents[id]?.state = state
        documents[id]?.raised = nil
        if Self.ended.contains(state) {
            overrides.removeAll { $0.request == id }
        }
        for index in documents[id]?.lines.indices ?? 0..<0 {
            documents[id]?.lines[index].open = 0
            documents[id]?.lines[index].raise = 0
        }
    }

    /// Drops the change order that waits.
    mutating func drop(_ id: String) {
        documents[id]?.raised = nil
        for index in documents[id]?.lines.indices ?? 0..<0 {
            documents[id]?.lines[index].raise = 0
        }
    }

    private func document(
        _ asks: [LedgerOperation.Ask], _ rate: Int?, _ by: String, _ day: Int, _ month: Int
    ) -> Document {
        let total = asks.map { Self.convert($0.amount, rate) }.reduce(0, +)
        return Document(
            requester: by,
            lines: asks.enumerated().map { index, ask in
                Line(
                    number: index + 1, node: ask.node, month: month, asked: ask.amount,
                    open: ask.amount)
            },
            lastNumber: asks.count, rate: rate, roles: Self.roles(total), expires: day + 30,
            editor: by)
    }

    private mutating func submit(
        _ id: String, _ asks: [LedgerOperation.Ask], _ rate: Int?, _ by: String, _ day: Int,
        _ month: Int, isEmergency: Bool = false
    ) -> String {
        if let earlier = documents[id], !Self.ended.contains(earlier.state) {
            return "refused:already_exists"
        }
        var document = document(asks, rate, by, day, month)
        document.lastNumber = max(document.lastNumber, documents[id]?.lastNumber ?? 0)
        document.isEmergency = isEmergency
        if isEmergency { document.roles.insert("cfo", at: 0) }
        return plan(for: id) { $0.documents[id] = document }
    }

    private mutating func override(
        _ id: String, _ asks: [LedgerOperation.Ask], _ rate: Int?, _ by: String,
        _ authority: String, _ day: Int, _ month: Int
    ) -> String {
        guard authority == "cfo" else { return "refused:override_not_authorised" }
        let state = documents[id]?.state
        if state == "submitted" { return "refused:override_not_needed" }
        if let state, !Self.ended.contains(state) {
            return "refused:already_exists"
        }
        var changed = self
        changed.documents[id] = document(asks, rate, by, day, month)
        let excesses = growth(to: changed)
        guard !excesses.isEmpty else { return "refused:override_not_needed" }
        let charged = Set(asks.map(\.node))
        let own = excesses.filter { charged.contains($0.node) }.map(\.amount).reduce(0, +)
        let above = excesses.filter { !charged.contains($0.node) }.map(\.amount).max() ?? 0
        guard max(own, above) <= Self.overrideLimit else {
            return "refused:override_limit_exceeded"
        }
        for excess in excesses {
            // What may still be used counts, and what was used as far as it still stands out.
            let earlier = overrides.filter { $0.node == excess.node && $0.request != id }
            let pending = earlier.filter { override in
                let state = documents[override.request]?.state ?? "submitted"
                return day <= override.expires
                    && (state == "submitted" || Self.ended.contains(state))
            }
            let left = pending.map { $0.amount - $0.used }.reduce(0, +)
            let over = self.excess()["\(excess.node) 12"] ?? 0
            let used = min(earlier.map(\.used).reduce(0, +), over)
            guard left + used + excess.amount <= Self.overrideLimit else {
                return "refused:override_limit_exceeded"
            }
        }
        overrides.removeAll { $0.request == id }
        for excess in excesses {
            overrides.append(
                Override(
                    request: id, authority: authority, node: excess.node, amount: excess.amount,
                    expires: day + 30))
        }
        return "accepted"
    }

    static let overrideLimit = 60_000
    /// The states from which a request may be raised again.
    static let ended: Set = ["withdrawn", "rejected", "returned", "expired"]
}

extension LedgerOperation {
    /// The idempotency key of a step, where it has one.
    var key: String? {
        switch self {
        case .allot(_, _, let key), .submit(_, _, _, _, let key): key
        default: nil
        }
    }
}
