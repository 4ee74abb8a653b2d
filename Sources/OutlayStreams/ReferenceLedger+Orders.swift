extension ReferenceLedger {
    /// Returns why a person's decision does not count, or nil.
    private func bars(_ document: Document, _ by: String, _ day: Int) -> String? {
        let isOver = (document.raised?.expires ?? document.expires) < day
        guard document.isReleased || document.state == "submitted" || document.raised != nil,
            document.isReleased || !isOver
        else { return "refused:not_pending" }
        let editor = document.raised?.editor ?? document.editor
        if by == document.requester || by == editor { return "refused:self_approval" }
        let agreed = document.raised?.agreed ?? document.agreed
        if agreed.contains(by) { return "refused:already_approved" }
        var open = (document.raised?.roles ?? document.roles).filter { role in
            !agreed.contains { Self.role[$0] == role }
        }
        if document.isEmergency, open.first == "cfo" { open = ["cfo"] }
        guard let role = Self.role[by], open.contains(role) else {
            return "refused:not_an_approver"
        }
        return nil
    }

    mutating func approve(_ id: String, _ by: String, _ day: Int) -> String {
        guard let document = documents[id] else { return "refused:unknown_request" }
        if let refusal = bars(document, by, day) { return refusal }
        let agreed = (document.raised?.agreed ?? document.agreed) + [by]
        let roles = document.raised?.roles ?? document.roles
        if document.isReleased {
            documents[id]?.agreed = agreed
            return agreed.count == roles.count ? "approved" : "pending"
        }
        guard agreed.count == roles.count || document.isEmergency else {
            if document.raised == nil {
                documents[id]?.agreed = agreed
            } else {
                documents[id]?.raised?.agreed = agreed
            }
            return "pending"
        }
        return plan(for: id, "approved") { $0.settle(id, agreed) }
    }

    /// Makes a request an order, or its change order part of it.
    private mutating func settle(_ id: String, _ agreed: [String]) {
        documents[id]?.agreed = agreed
        guard let raised = documents[id]?.raised else {
            documents[id]?.state = "approved"
            return
        }
        documents[id]?.roles = raised.roles
        for index in documents[id]?.lines.indices ?? 0..<0 {
            let raise = documents[id]?.lines[index].raise ?? 0
            documents[id]?.lines[index].asked += raise
            documents[id]?.lines[index].open += raise
        }
        drop(id)
    }

    mutating func end(_ id: String, _ by: String, _ day: Int, _ word: String) -> String {
        guard let document = documents[id] else { return "refused:unknown_request" }
        if let refusal = bars(document, by, day) { return refusal }
        // An emergency that was bought is cancelled, not undone.
        let state = document.isReleased ? "cancelled" : word
        if document.raised == nil { close(id, state) } else { drop(id) }
        return word
    }

    mutating func withdraw(_ id: String) -> String {
        guard let document = documents[id] else { return "refused:unknown_request" }
        guard document.state == "submitted" || document.raised != nil else {
            return "refused:not_pending"
        }
        guard [document.requester, document.editor, document.raised?.editor].contains("ana")
        else { return "refused:duty_not_held" }
        if document.raised == nil { close(id, "withdrawn") } else { drop(id) }
        return "withdrawn"
    }

    /// Splits a whole into parts by weights: first cut, then one each to the largest remainders.
    static func split(_ whole: Int, _ weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        var parts = weights.map { whole * $0 / sum }
        let order = weights.indices.sorted {
            let (one, other) = (whole * weights[$0] % sum, whole * weights[$1] % sum)
            return one == other ? $0 < $1 : one > other
        }
        for index in order.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }

    mutating func amend(_ id: String, _ amount: Int, _ day: Int) -> String {
        guard var document = documents[id] else { return "refused:unknown_request" }
        let isPending = document.state == "submitted"
        if isPending, document.expires < day { return "refused:not_pending" }
        guard isPending || document.state == "approved" else { return "refused:not_approved" }
        guard amount >= document.lines.map(\.billed).reduce(0, +) else {
            return "refused:below_billed"
        }
        let before = document.lines.map { Self.convert($0.asked, document.rate) }.reduce(0, +)
        document.raised = nil
        for index in document.lines.indices { document.lines[index].raise = 0 }
        document.editor = "ana"
        let asked = document.lines.map(\.asked)
        let change = amount - asked.reduce(0, +)
        var answer = "accepted"
        func total(_ lines: [Line]) -> Int {
            lines.map { Self.convert($0.asked + $0.raise, document.rate) }.reduce(0, +)
        }
        if isPending {
            for (index, part) in Self.split(amount, asked).enumerated() {
                document.lines[index].asked = part
                document.lines[index].open = part
            }
            let roles = Self.roles(total(document.lines))
            if roles != document.roles || total(document.lines) > before { document.agreed = [] }
            document.roles = roles
        } else if change <= 0 {
            for (index, part) in Self.split(-change, document.lines.map(\.open)).enumerated() {
                document.lines[index].asked -= part
                document.lines[index].open -= part
            }
        } else {
            for (index, part) in Self.split(change, asked).enumerated() {
                document.lines[index].raise = part
            }
            let roles = Self.roles(total(document.lines))
            if total(document.lines) > before || roles != document.roles {
                document.raised = (amount, [], roles, day + 30, "ana")
                answer = "pending"
            } else {
                for index in document.lines.indices {
                    document.lines[index].asked += document.lines[index].raise
                    document.lines[index].open += document.lines[index].raise
                    document.lines[index].raise = 0
                }
            }
        }
        return plan(for: id, answer) { [document] in $0.documents[id] = document }
    }

    mutating func invoice(
        _ id: String, _ amount: Int, _ number: String, _ rate: Int?, _ isFinal: Bool
    ) -> String {
        guard var document = documents[id] else { return "refused:unknown_request" }
        guard document.state == "approved" else { return "refused:not_approved" }
        if document.rate == nil, let rate, rate != 10_000 { return "refused:bad_rate" }
        guard !invoices.contains("\(id) \(number)") else { return "refused:duplicate_invoice" }
        let asked = document.lines.map(\.asked).reduce(0, +)
        let billed = document.lines.map(\.billed).reduce(0, +)
        guard billed + amount <= asked + asked * 200 / 10_000 else {
            return "refused:over_invoice_tolerance"
        }
        var rest = amount
        var parts = document.lines.map { line in
            let part = min(rest, line.open)
            rest -= part
            return part
        }
        if rest > 0 {
            let last =
                parts.indices.last { document.lines[$0].open > 0 }
                ?? parts.indices.last { document.lines[$0].asked > 0 }
            if let last { parts[last] += rest }
        }
        for (index, part) in parts.enumerated() {
            document.lines[index].billed += part
            document.lines[index].open = max(0, document.lines[index].open - part)
            document.lines[index].spent += Self.convert(part, rate ?? document.rate)
        }
        documents[id] = document
        invoices.insert("\(id) \(number)")
        if isFinal { close(id, "closed") }
        return "accepted"
    }

    /// Books what an invoice asks for lines by their numbers, from 1.
    mutating func invoice(
        _ id: String, _ parts: [LedgerOperation.Part], _ number: String, _ rate: Int?
    ) -> String {
        guard var document = documents[id] else { return "refused:unknown_request" }
        guard document.state == "approved" else { return "refused:not_approved" }
        if document.rate == nil, let rate, rate != 10_000 { return "refused:bad_rate" }
        func place(_ number: Int) -> Int? {
            guard var place = document.lines.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            let line = document.lines[place]
            guard line.asked > 0 || line.carriedTo != nil else { return nil }
            while let next = document.lines[place].carriedTo { place = next }
            return place
        }
        let places = parts.map { place($0.line) }
        guard Set(parts.map(\.line)).count == parts.count, !places.contains(nil) else {
            return "refused:bad_command"
        }
        guard !invoices.contains("\(id) \(number)") else { return "refused:duplicate_invoice" }
        var asked: [Int: Int] = [:]
        var billed: [Int: Int] = [:]
        for line in document.lines {
            guard let place = place(line.number) else { continue }
            asked[place, default: 0] += line.asked
            billed[place, default: 0] += line.billed
        }
        var shares: [(place: Int, amount: Int)] = []
        for (part, place) in zip(parts, places.compactMap(\.self)) {
            if let known = shares.firstIndex(where: { $0.place == place }) {
                shares[known].amount += part.amount
            } else {
                shares.append((place, part.amount))
            }
        }
        func isTooMuch(_ amount: Int, _ billed: Int, _ asked: Int) -> Bool {
            billed + amount > asked + asked * 200 / 10_000
        }
        let sum = parts.map(\.amount).reduce(0, +)
        let all = document.lines.map(\.billed).reduce(0, +)
        guard !isTooMuch(sum, all, document.lines.map(\.asked).reduce(0, +)),
            shares.allSatisfy({
                !isTooMuch($0.amount, billed[$0.place] ?? 0, asked[$0.place] ?? 0)
            })
        else { return "refused:over_invoice_tolerance" }
        for (place, amount) in shares {
            document.lines[place].billed += amount
            document.lines[place].open = max(0, document.lines[place].open - amount)
            document.lines[place].spent += Self.convert(amount, rate ?? document.rate)
        }
        documents[id] = document
        invoices.insert("\(id) \(number)")
        return "accepted"
    }

    mutating func credit(_ id: String, _ amount: Int, _ reopens: Bool) -> String {
        guard var document = documents[id] else { return "refused:unknown_request" }
        let isOpen = document.state == "approved" || document.state == "closed"
        guard isOpen || (document.state == "cancelled" && !reopens) else {
            return "refused:not_approved"
        }
        var rest = Self.convert(amount, document.rate)
        guard rest <= document.lines.map(\.spent).reduce(0, +) else {
            return "refused:over_credit"
        }
        if reopens, document.state == "closed" {
            // What the last bill released is asked for no more.
            for index in document.lines.indices {
                document.lines[index].asked = min(
                    document.lines[index].asked, document.lines[index].billed)
            }
        }
        for index in document.lines.indices.reversed() {
            let part = min(rest, document.lines[index].spent)
            document.lines[index].spent -= part
            rest -= part
            guard reopens, part > 0 else { continue }
            let owed = min(Self.revert(part, document.rate), document.lines[index].billed)
            document.lines[index].billed -= owed
            document.lines[index].open = min(
                document.lines[index].open + owed, document.lines[index].asked)
        }
        if reopens { document.state = "approved" }
        documents[id] = document
        return "accepted"
    }

    /// An amount of the ledger's currency in a document's own, half to even.
    static func revert(_ amount: Int, _ rate: Int?) -> Int {
        guard let rate else { return amount }
        let (quotient, rest) = (amount * 10_000 / rate, amount * 10_000 % rate)
        let isUp = rest * 2 > rate || (rest * 2 == rate && quotient % 2 != 0)
        return quotient + (isUp ? 1 : 0)
    }

    mutating func carry(_ id: String, _ node: String, _ month: Int) -> String {
        guard let document = documents[id] else { return "refused:unknown_request" }
        guard document.state == "approved" else { return "refused:not_approved" }
        let moving = document.lines.indices.filter {
            document.lines[$0].node != node
                && Self.convert(document.lines[$0].open, document.rate) > 0
        }
        guard !moving.isEmpty else { return "refused:nothing_open" }
        return plan(for: id) { ledger in
            for index in moving {
                let line = document.lines[index]
                let owed = Self.convert(line.open, document.rate)
                let behind = ledger.available(line.node) + owed
                let money = max(0, min(owed, behind, ledger.allotted(line.node)))
                ledger.give(-money, to: line.node, in: line.month)
                ledger.give(money, to: node, in: month)
                ledger.documents[id]?.lines[index].asked -= line.open
                ledger.documents[id]?.lines[index].open = 0
                ledger.documents[id]?.lastNumber += 1
                let (next, number) = (
                    ledger.documents[id]?.lines.count, ledger.documents[id]?.lastNumber ?? 0
                )
                ledger.documents[id]?.lines[index].carriedTo = next
                ledger.documents[id]?.lines.append(
                    Line(
                        number: number, node: node, month: month, asked: line.open,
                        open: line.open))
            }
        }
    }
}
