import OutlayProblems
import OutlayValues

/// Something that somebody should hear of; the ledger says what is due and sends nothing.
public struct LedgerNotice: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A step waits for this person.
        case reminder
        /// A step waits too long, and this is the superior of who should decide.
        case escalation
        /// Nobody can decide the step: no holder, deputy or superior is left.
        case unfilled
        /// The full path of an emergency is due.
        case fullPathDue = "full_path_due"
        /// The full path of an emergency was not completed in time.
        case fullPathOverdue = "full_path_overdue"
        /// A request or change order can be decided until this day.
        case expiresSoon = "expires_soon"
        /// A request, a change order or an order that was not placed should have been released by now.
        case expired
        /// An approved order has to be placed until this day.
        case orderDue = "order_due"
        /// An interim decision is to be looked at again by this day.
        case reviewDue = "review_due"
        /// An agreement ends on this day.
        case frameworkEnds = "framework_ends"
        /// A line is above its warning level.
        case aboveWarnLevel = "above_warn_level"
        /// A line is overdrawn.
        case overdrawn
        /// Facts went beyond the limit of a line, and it is not covered yet.
        case overrun
        /// A year is committed that has no money.
        case unfunded
        /// A bill is disputed.
        case disputed
        /// A purchase was made before it was approved.
        case ratified
    }

    /// What it is.
    public var kind: Kind
    /// Who should hear of it: an approver, the requester or the line's owner; nil where it is nobody's,
    /// and so everybody's.
    public var person: PersonID?
    /// What it is about: a request, a line, an agreement, an invoice.
    public var subject: LedgerText
    /// The step that waits, as paths write it; empty where it is not about a step.
    public var step = ""
    /// The day by which something is due, or since which it is so; nil where no day belongs to it.
    public var date: CalendarDate?
    /// The amount it is about, or nil.
    public var amount: MinorUnits?
}

extension LedgerReader {
    /// Returns what is due on a day, in the order of kinds and subjects: whom approvals wait for, what runs
    /// out within `days`, and what stands out until somebody acts.
    ///
    /// Nothing is sent and nothing changes.
    ///
    /// - Throws: ``ProblemCode/notOpened``, or a problem of the store.
    public func notices(
        on date: CalendarDate, within days: Int = 7
    ) throws(Problem) -> [LedgerNotice] {
        _ = try requireSettings()
        var found = try approvalRules.notices(on: date, in: self)
        found += try requestNotices(on: date, within: days)
        for framework in try frameworks()
        where (date...date.adding(days: days)).contains(framework.end) {
            found.append(
                LedgerNotice(
                    kind: .frameworkEnds, subject: LedgerText(known: framework.id.text),
                    date: framework.end, amount: try framework.ceiling - framework.calledOff))
        }
        if let year = try fiscalYear(inViewOn: date) { found += try lineNotices(in: year) }
        found += try overrunNotices()
        for commitment in try commitmentsByYear() where commitment.unfunded.isPositive {
            for line in commitment.lines where line.isUnfunded {
                found.append(
                    LedgerNotice(
                        kind: .unfunded, person: try node(line.node)?.owner,
                        subject: LedgerText(known: "\(line.node.text)/\(commitment.year)"),
                        amount: try line.reserved + line.committed))
            }
        }
        for invoice in try disputes() {
            found.append(
                LedgerNotice(
                    kind: .disputed, person: try request(invoice.request)?.requester,
                    subject: LedgerText(known: "\(invoice.request.text) \(invoice.number.text)"),
                    date: invoice.date, amount: invoice.foreignAmount))
        }
        let order = LedgerNotice.Kind.allCases
        return found.sorted {
            let (one, other) = (
                order.firstIndex(of: $0.kind) ?? 0, order.firstIndex(of: $1.kind) ?? 0
            )
            if one != other { return one < other }
            return ($0.subject.text, $0.step, $0.person?.text ?? "")
                < ($1.subject.text, $1.step, $1.person?.text ?? "")
        }
    }

    private func requestNotices(
        on date: CalendarDate, within days: Int
    ) throws(Problem) -> [LedgerNotice] {
        var found: [LedgerNotice] = []
        var filter = RequestFilter()
        filter.states = [.submitted, .approved, .ordered, .closed]
        for request in try requests(filter) {
            func add(_ kind: LedgerNotice.Kind?, _ person: PersonID, _ day: CalendarDate?) {
                guard let kind else { return }
                found.append(
                    LedgerNotice(
                        kind: kind, person: person, subject: LedgerText(known: request.id.text),
                        date: day, amount: request.total))
            }
            if request.state == .submitted, let last = request.expires {
                add(
                    ExpiryRule.notice(of: last, on: date, within: days), request.requester, last)
            }
            if let amendment = request.amendment, let last = amendment.expires {
                add(ExpiryRule.notice(of: last, on: date, within: days), amendment.editor, last)
            }
            if request.state == .approved, let approved = request.approvedOn,
                let limit = request.approval.terms.orderWithinDays
            {
                let last = approved.adding(days: limit)
                let kind = ExpiryRule.notice(of: last, on: date, within: days)
                add(kind == .expiresSoon ? .orderDue : kind, request.requester, last)
            }
            if let review = request.details.reviewOn, review <= date.adding(days: days) {
                add(.reviewDue, request.requester, review)
            }
            guard request.state != .closed else { continue }
            if request.details.route == .ratification {
                add(.ratified, request.requester, request.submitted)
            }
        }
        return found
    }

    /// The overruns that still stand above the limit of their row, summed for each row.
    private func overrunNotices() throws(Problem) -> [LedgerNotice] {
        var sums: [BalanceKey: MinorUnits] = [:]
        for overrun in try overruns() {
            sums[overrun.row] = try (sums[overrun.row] ?? .zero) + overrun.amount
        }
        var found: [LedgerNotice] = []
        for key in sums.keys.sorted() {
            let standing = min(sums[key] ?? .zero, try row(key).excused)
            guard standing.isPositive else { continue }
            found.append(
                LedgerNotice(
                    kind: .overrun, person: try node(key.node)?.owner,
                    subject: LedgerText(known: "\(key.node.text)/\(key.period)"),
                    amount: standing))
        }
        return found
    }

    private func lineNotices(in year: PeriodID) throws(Problem) -> [LedgerNotice] {
        var found: [LedgerNotice] = []
        for line in try balances(in: year) {
            let used = try line.allotted - line.available
            let subject = LedgerText(known: "\(line.node.id.text)/\(year)")
            if line.available.isNegative {
                found.append(
                    LedgerNotice(
                        kind: .overdrawn, person: line.node.owner, subject: subject,
                        amount: line.available))
            } else if let warnLevel = line.node.warnLevel,
                used > warnLevel.share(of: line.allotted)
            {
                found.append(
                    LedgerNotice(
                        kind: .aboveWarnLevel, person: line.node.owner, subject: subject,
                        amount: used))
            }
        }
        return found
    }
}
