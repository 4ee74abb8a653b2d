import OutlayBudgets
import OutlayProblems
import OutlayValues

/// A store with the lines of the random streams, whatever it is made of.
package struct StreamLedger<Store: BudgetStore> {
    /// The store.
    package var store: Store

    /// Opens the empty ledger `store`, which was made with ``StreamRules/rules()``.
    package init(_ store: Store) throws(Problem) {
        self.store = store
        let settings = LedgerSettings(
            ledgerID: "stream", currency: .usd, calendar: .calendarYear)
        var nodes: [Node] = []
        for name in ["DEPT", "S", "T", "A", "B", "C", "D", "Y"] {
            var node = Node(
                NodeID(known: name),
                parent: ReferenceLedger.parents[name].map { NodeID(known: $0) },
                control: ReferenceLedger.modes[name].flatMap(ControlMode.init) ?? .hard)
            if name == "C" { node.tolerance = try BasisPoints(500) }
            if name == "Y" { node.phasing = .yearToDate }
            nodes.append(node)
        }
        let first = CommandContext(
            actor: PersonID(known: "system"),
            moment: LedgerMoment(on: CalendarDate(dayNumber: StreamRules.firstDay)))
        _ = try self.store.execute(OpenLedger(settings, years: [2026]), context: first)
        _ = try self.store.execute(SetLines(nodes), context: first)
    }

    /// Takes steps in one transaction, or one step by itself; returns the word of each.
    package mutating func take(
        _ steps: [(step: LedgerOperation, date: CalendarDate)]
    ) throws(Problem) -> [String] {
        var commands: [(command: any LedgerCommand, context: CommandContext)] = []
        for (step, date) in steps {
            let context = CommandContext(
                actor: PersonID(known: step.actor),
                confirmedBy: step.confirmer.map { PersonID(known: $0) },
                idempotencyKey: step.key.map { IdempotencyKey(known: $0) },
                moment: LedgerMoment(on: date))
            commands.append((command(step, on: date), context))
        }
        guard commands.count == 1 else {
            return try store.executeBatch(commands).map(\.word)
        }
        return [try store.execute(commands[0].command, context: commands[0].context).word]
    }

    private func command(_ step: LedgerOperation, on date: CalendarDate) -> any LedgerCommand {
        switch step {
        case .allot(let node, let amount, _): Allot(units(amount), to: id(node), in: 2026)
        case .revise(let node, let amount): Revise(id(node), in: 2026, to: units(amount))
        case .lapse(let node): Lapse(id(node), in: 2026)
        case .transfer(let from, let to, let amount):
            Transfer(units(amount), from: id(from), to: id(to), in: 2026)
        case .propose(let from, let to, let amount, _):
            Propose(Transfer(units(amount), from: id(from), to: id(to), in: 2026))
        case .confirm(let place, _): OneOfWaiting(place) { ConfirmProposal($0) }
        case .takeBack(let place, _): OneOfWaiting(place) { WithdrawProposal($0.number) }
        case .submit(let id, let asks, let rate, _, _): submit(id, asks, rate)
        case .approve(let id, _): Approve(RequestID(known: id))
        case .reject(let id, _): Reject(RequestID(known: id))
        case .withdraw(let id): Withdraw(RequestID(known: id))
        case .amend(let id, let amount): Amend(RequestID(known: id), to: units(amount))
        case .cancel(let id): Cancel(RequestID(known: id))
        case .invoice(let id, let amount, let number, let rate, let isFinal):
            BookInvoice(
                RequestID(known: id), number: LedgerText(known: number), amount: units(amount),
                rate: rate.map { ExactDecimal($0, places: 4) }, isFinal: isFinal)
        case .credit(let id, let amount, let reopens):
            BookCredit(RequestID(known: id), amount: units(amount), reopens: reopens)
        case .carry(let id, let node): CarryForward(RequestID(known: id), to: self.id(node))
        case .actuals(let node, let amount):
            ImportActuals(
                [Charge(id(node), PeriodID(monthOf: date, in: .calendarYear), units(amount))],
                source: "books")
        case .override(let id, let asks, let rate, let by, _):
            OverrideBudget(of: submit(id, asks, rate), by: PersonID(known: by), reason: "outage")
        case .invoiceParts(let id, let parts, let number, let rate):
            BookInvoice(
                RequestID(known: id), number: LedgerText(known: number),
                amount: units(parts.map(\.amount).reduce(0, +)),
                rate: rate.map { ExactDecimal($0, places: 4) },
                parts: parts.map { LinePart($0.line, units($0.amount)) })
        case .giveBack(let id, _): ReturnForChanges(RequestID(known: id))
        case .emergency(let id, let asks, _): emergency(id, asks)
        case .expire: Expire()
        }
    }

    private func units(_ amount: Int) -> MinorUnits { MinorUnits(Int64(amount)) }
    private func id(_ node: String) -> NodeID { NodeID(known: node) }

    private func emergency(_ id: String, _ asks: [LedgerOperation.Ask]) -> Submit {
        var command = submit(id, asks, nil)
        command.details.route = .emergency
        return command
    }

    private func submit(_ id: String, _ asks: [LedgerOperation.Ask], _ rate: Int?) -> Submit {
        Submit(
            RequestID(known: id),
            lines: asks.map { Submit.Line(self.id($0.node), units($0.amount)) },
            currency: rate == nil ? nil : .eur, rate: rate.map { ExactDecimal($0, places: 4) })
    }
}

// MARK: - Comparing

extension StreamLedger {
    /// Returns which row is not what the documents of `reference` add up to, or breaks a law of its own.
    package func fault(against reference: ReferenceLedger) throws(Problem) -> String? {
        try store.read { (reader) throws(Problem) in
            for name in ReferenceLedger.nodes {
                let row = try reader.balance(BalanceKey(id(name), PeriodID(year: 2026)))
                if let fault = rowFault(name, row, reference) { return fault }
            }
            return try phasingFault(reader, reference)
        }
    }

    private func rowFault(_ name: String, _ row: Balance?, _ reference: ReferenceLedger) -> String?
    {
        let found = [row?.allotted, row?.reserved, row?.committed, row?.actual]
            .map { Int($0?.count ?? 0) }
        let (reserved, committed, spent) = reference.row(name)
        let wanted = [reference.allotted(name), reserved, committed, spent]
        if found != wanted { return "\(name) \(found), not \(wanted)" }
        guard let row else { return nil }
        if row.reserved.isNegative || row.committed.isNegative { return "\(name) below 0" }
        guard let cap = row.cap else { return nil }
        let over = max(0, wanted[1] + wanted[2] + wanted[3] - reference.limit(name))
        if row.excused.count != over { return "\(name) excused \(row.excused), not \(over)" }
        return Int(cap.count) == reference.limit(name) + over ? nil : "\(name) cap \(cap)"
    }

    private func phasingFault(
        _ reader: Store.Reader, _ reference: ReferenceLedger
    ) throws(Problem) -> String? {
        var sums = [0, 0, 0, 0]
        for period in PeriodID(year: 2026).siblings(.monthly) {
            guard let row = try reader.balance(BalanceKey(id("Y"), period)) else { continue }
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
        let tracked = try reader.balance(of: id("T"), in: PeriodID(year: 2026))
        let (reserved, committed, spent) = reference.use { reference.isBelow($0, "T") }
        let found = [tracked.reserved, tracked.committed, tracked.actual].map { Int($0.count) }
        return found == [reserved, committed, spent] ? nil : "T sums to \(found)"
    }
}

/// An act on one of the proposals that wait, found by its place among them when it is decided.
private struct OneOfWaiting<Act: LedgerCommand>: LedgerCommand {
    static var name: String { "one_of_waiting" }
    private let place: Int
    private let act: @Sendable (Proposal) -> Act

    init(_ place: Int, _ act: @escaping @Sendable (Proposal) -> Act) {
        self.place = place
        self.act = act
    }

    func writeBody(to writer: inout CanonicalWriter) {
        writer.key("place")
        writer.number(place)
    }

    func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let waiting = try reader.proposals()
        guard place < waiting.count else {
            return try WithdrawProposal(0).decide(in: reader, context: context)
        }
        return try act(waiting[place]).decide(in: reader, context: context)
    }
}

/// What a store of random streams is made with.
package enum StreamRules {
    /// The day of the first steps, 1 January 2026.
    package static let firstDay = 20_454

    /// Returns the rules of approval.
    package static func rules() throws(Problem) -> TierRules {
        var rules = TierRules()
        rules.terms.expiresAfterDays = 30
        rules.terms.invoiceTolerance = try BasisPoints(200)
        rules.limits = [
            PersonID(known: "cfo"): MinorUnits(Int64(ReferenceLedger.overrideLimit))
        ]
        rules.twoPersons = [.transfer]
        rules.tiers = [
            TierRules.Tier(below: MinorUnits(30_000), groups: [[TierRules.step("manager")]]),
            TierRules.Tier(
                below: nil, groups: [[TierRules.step("manager"), TierRules.step("finance")]]),
        ]
        return rules
    }
}

extension CommandOutcome {
    /// The outcome in one word.
    fileprivate var word: String {
        switch self {
        case .accepted(let answer): answer.result.rawValue
        case .refused(let refusal): "refused:\(refusal.code.rawValue)"
        }
    }
}

extension LedgerOperation {
    /// Who takes the step.
    fileprivate var actor: String {
        switch self {
        case .submit(_, _, _, let by, _), .approve(_, let by), .reject(_, let by),
            .giveBack(_, let by), .emergency(_, _, let by):
            by
        case .propose(_, _, _, let by), .confirm(_, let by), .takeBack(_, let by): by
        case .override(_, _, _, _, let authority): authority
        default: "ana"
        }
    }

    /// Who confirms the step at once, or nil.
    fileprivate var confirmer: String? {
        switch self {
        case .transfer, .carry: "mia"
        default: nil
        }
    }
}
