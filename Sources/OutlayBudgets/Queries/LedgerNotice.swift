import OutlayProblems
import OutlayValues

/// Something that somebody should hear of; the ledger says what is due and sends nothing.
public struct LedgerNotice: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A request or change order can be decided until this day.
        case expiresSoon = "expires_soon"
        /// It should have been released by now.
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
        /// A year is committed that has no money.
        case unfunded
        /// A bill is disputed.
        case disputed
        /// A purchase was made before it was approved.
        case ratified
    }

    /// What it is.
    public var kind: Kind
    /// Whom it concerns: the requester or the line's owner; nil where that is nobody.
    public var person: PersonID?
    /// What it is about: a request, a line, an agreement, an invoice.
    public var subject: LedgerText
    /// The day by which something is due, or since which it is so; nil where no day belongs to it.
    public var date: CalendarDate?
    /// The amount it is about, or nil.
    public var amount: MinorUnits?
}

extension LedgerReader {
    /// Returns what is due on a day, in the order of kinds and subjects: what runs out within `days`, and
    /// what stands out until somebody acts.
    public func notices(
        on date: CalendarDate, within days: Int = 7
    ) throws(Problem) -> [LedgerNotice] {
        let settings = try requireSettings()
        let year = PeriodID(monthOf: date, in: settings.calendar).wholeYear
        var found = try requestNotices(on: date, until: date.adding(days: days))
        for framework in try frameworks()
        where (date...date.adding(days: days)).contains(framework.end) {
            found.append(
                LedgerNotice(
                    kind: .frameworkEnds, subject: LedgerText(known: framework.id.text),
                    date: framework.end, amount: try framework.ceiling - framework.calledOff))
        }
        found += try lineNotices(in: year)
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
            return one == other ? $0.subject.text < $1.subject.text : one < other
        }
    }

    private func requestNotices(
        on date: CalendarDate, until last: CalendarDate
    ) throws(Problem) -> [LedgerNotice] {
        var found: [LedgerNotice] = []
        var filter = RequestFilter()
        filter.states = [.submitted, .approved, .ordered, .closed]
        for request in try requests(filter) {
            func add(_ kind: LedgerNotice.Kind, _ person: PersonID, _ day: CalendarDate?) {
                found.append(
                    LedgerNotice(
                        kind: kind, person: person, subject: LedgerText(known: request.id.text),
                        date: day, amount: request.total))
            }
            let limit = request.state == .submitted ? request.expires : request.amendment?.expires
            if let limit, limit <= last {
                add(limit < date ? .expired : .expiresSoon, request.lastEditor, limit)
            }
            if request.state == .approved, let approved = request.approvedOn,
                let days = request.approval.terms.orderWithinDays,
                approved.adding(days: days) <= last
            {
                add(.orderDue, request.requester, approved.adding(days: days))
            }
            if let review = request.details.reviewOn, review <= last {
                add(.reviewDue, request.requester, review)
            }
            guard request.state != .closed else { continue }
            if request.details.route == .ratification {
                add(.ratified, request.requester, request.submitted)
            }
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
