import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Books in memory with the lines of the random streams.
struct StreamLedger {
    private(set) var books: Books

    init() throws {
        var rules = TierRules()
        rules.terms.expiresAfterDays = 30
        rules.terms.invoiceTolerance = try BasisPoints(200)
        rules.limits = ["cfo": MinorUnits(Int64(ReferenceLedger.overrideLimit))]
        rules.tiers = [
            TierRules.Tier(below: MinorUnits(30_000), groups: [[TierRules.step("manager")]]),
            TierRules.Tier(
                below: nil, groups: [[TierRules.step("manager"), TierRules.step("finance")]]),
        ]
        books = Books(approvalRules: rules)
        let settings = LedgerSettings(
            ledgerID: "stream", currency: .usd, calendar: .calendarYear)
        let nodes = try ["DEPT", "S", "T", "A", "B", "C", "D", "Y"].map { name throws in
            var node = Node(
                NodeID(known: name),
                parent: ReferenceLedger.parents[name].map { NodeID(known: $0) },
                control: ReferenceLedger.modes[name].flatMap(ControlMode.init) ?? .hard)
            if name == "C" { node.tolerance = try BasisPoints(500) }
            if name == "Y" { node.phasing = .yearToDate }
            return node
        }
        let first = CommandContext(
            actor: "system", moment: LedgerMoment(on: CalendarDate(dayNumber: 20_454)))
        _ = try books.execute(OpenLedger(settings, years: [2026]), context: first)
        _ = try books.execute(SetLines(nodes), context: first)
    }

    mutating func take(_ step: LedgerOperation, on date: CalendarDate) throws -> String {
        switch step {
        case .allot(let node, let amount, _):
            return try run(Allot(units(amount), to: id(node), in: 2026), step, date)
        case .revise(let node, let amount):
            return try run(Revise(id(node), in: 2026, to: units(amount)), step, date)
        case .lapse(let node): return try run(Lapse(id(node), in: 2026), step, date)
        case .transfer(let from, let to, let amount):
            return try run(
                Transfer(units(amount), from: id(from), to: id(to), in: 2026), step, date)
        case .submit(let id, let asks, let rate, let by, _):
            return try run(submit(id, asks, rate), step, date, by)
        case .approve(let id, let by):
            return try run(Approve(RequestID(known: id)), step, date, by)
        case .reject(let id, let by):
            return try run(Reject(RequestID(known: id)), step, date, by)
        case .withdraw(let id): return try run(Withdraw(RequestID(known: id)), step, date)
        case .amend(let id, let amount):
            return try run(Amend(RequestID(known: id), to: units(amount)), step, date)
        case .cancel(let id): return try run(Cancel(RequestID(known: id)), step, date)
        case .invoice(let id, let amount, let number, let rate, let isFinal):
            return try run(
                BookInvoice(
                    RequestID(known: id), number: LedgerText(known: number),
                    amount: units(amount), rate: rate.map { ExactDecimal($0, places: 4) },
                    isFinal: isFinal), step, date)
        case .credit(let id, let amount, let reopens):
            return try run(
                BookCredit(RequestID(known: id), amount: units(amount), reopens: reopens), step,
                date)
        case .carry(let id, let node):
            return try run(CarryForward(RequestID(known: id), to: self.id(node)), step, date)
        case .actuals(let node, let amount):
            let month = PeriodID(monthOf: date, in: .calendarYear)
            return try run(
                ImportActuals([Charge(id(node), month, units(amount))], source: "books"), step,
                date)
        case .override(let id, let asks, let rate, let by, let authority):
            return try run(
                OverrideBudget(
                    of: submit(id, asks, rate), by: PersonID(known: by), reason: "outage"), step,
                date, authority)
        case .invoiceParts(let id, let parts, let number, let rate):
            let sum = parts.map(\.amount).reduce(0, +)
            return try run(
                BookInvoice(
                    RequestID(known: id), number: LedgerText(known: number), amount: units(sum),
                    rate: rate.map { ExactDecimal($0, places: 4) },
                    parts: parts.map { LinePart($0.line, units($0.amount)) }), step, date)
        case .giveBack(let id, let by):
            return try run(ReturnForChanges(RequestID(known: id)), step, date, by)
        case .emergency(let id, let asks, let by):
            var command = submit(id, asks, nil)
            command.details.route = .emergency
            return try run(command, step, date, by)
        case .expire: return try run(Expire(), step, date)
        }
    }

    private func units(_ amount: Int) -> MinorUnits { MinorUnits(Int64(amount)) }
    private func id(_ node: String) -> NodeID { NodeID(known: node) }

    private func submit(_ id: String, _ asks: [LedgerOperation.Ask], _ rate: Int?) -> Submit {
        Submit(
            RequestID(known: id),
            lines: asks.map { Submit.Line(self.id($0.node), units($0.amount)) },
            currency: rate == nil ? nil : .eur, rate: rate.map { ExactDecimal($0, places: 4) })
    }

    private mutating func run(
        _ command: some LedgerCommand, _ step: LedgerOperation, _ date: CalendarDate,
        _ actor: String = "ana"
    ) throws -> String {
        let context = CommandContext(
            actor: PersonID(known: actor),
            idempotencyKey: step.key.map { IdempotencyKey(known: $0) },
            moment: LedgerMoment(on: date))
        switch try books.execute(command, context: context) {
        case .accepted(let answer): return answer.result.rawValue
        case .refused(let refusal): return "refused:\(refusal.code.rawValue)"
        }
    }

    /// Returns which row is not what the documents add up to, or breaks a law of its own.
    func fault(against reference: ReferenceLedger) throws -> String? {
        for name in ReferenceLedger.nodes {
            let row = books.balance(BalanceKey(id(name), PeriodID(year: 2026)))
            let found = [row?.allotted, row?.reserved, row?.committed, row?.actual]
                .map { Int($0?.count ?? 0) }
            let (reserved, committed, spent) = reference.row(name)
            let wanted = [reference.allotted(name), reserved, committed, spent]
            if found != wanted { return "\(name) \(found), not \(wanted)" }
            guard let row else { continue }
            if row.reserved.isNegative || row.committed.isNegative { return "\(name) below 0" }
            if let cap = row.cap {
                let over = max(0, wanted[1] + wanted[2] + wanted[3] - reference.limit(name))
                if row.excused.count != over {
                    return "\(name) excused \(row.excused), not \(over)"
                }
                if Int(cap.count) != reference.limit(name) + over { return "\(name) cap \(cap)" }
            }
        }
        return try phasingFault(reference)
    }

    private func phasingFault(_ reference: ReferenceLedger) throws -> String? {
        var sums = [0, 0, 0, 0]
        for period in PeriodID(year: 2026).siblings(.monthly) {
            guard let row = books.balance(BalanceKey("Y", period)) else { continue }
            for (index, amount) in [row.allotted, row.reserved, row.committed, row.actual]
                .enumerated()
            {
                sums[index] += Int(amount.count)
            }
            let wanted = reference.row("Y", upTo: period.ordinal)
            guard sums[0] == reference.allotted("Y", upTo: period.ordinal),
                (sums[1], sums[2], sums[3]) == wanted
            else { return "Y up to \(period): \(sums), not \(wanted)" }
        }
        let tracked = try books.balance(of: "T", in: PeriodID(year: 2026))
        let (reserved, committed, spent) = reference.use { reference.isBelow($0, "T") }
        let found = [tracked.reserved, tracked.committed, tracked.actual].map { Int($0.count) }
        return found == [reserved, committed, spent] ? nil : "T sums to \(found)"
    }

    /// Returns what a replay of the journal makes otherwise, or nil.
    func replayFault() throws -> String? {
        let found = books.verify(anchor: try books.checkpoint())
        return found.holds ? nil : "replay: \(found)"
    }
}
