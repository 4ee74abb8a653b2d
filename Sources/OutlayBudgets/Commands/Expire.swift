import OutlayProblems
import OutlayValues

/// Releases what has passed its time: requests and change orders that nobody decided, and orders that
/// were not placed.
///
/// The last day still counts; the day after releases.
public struct Expire: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "expire"

    /// Creates the command.
    public init() {}

    /// Writes what is asked for: the effective day says it all.
    public func writeBody(to writer: inout CanonicalWriter) {}

    /// Returns the releases, of none where nothing has passed its time.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let date = context.moment.effective
        var body = EventBody(.expired)
        var draft = PostingDraft()
        let sequence = try reader.nextSequence()
        var filter = RequestFilter()
        filter.expiredOn = date
        var due = try reader.requests(filter)
        filter = RequestFilter()
        filter.states = [.approved]
        let found = Set(due.map(\.id))
        due += try reader.requests(filter).filter {
            $0.wasNotPlaced(by: date) && !found.contains($0.id)
        }
        for request in due {
            var work = try OrderWork(request, reader.lines(of: request.id), reader)
            guard try work.refusal(.fact, reader) == nil else { continue }
            let billed = try work.billed()
            let isWhole =
                request.state == .submitted || (request.wasNotPlaced(by: date) && billed.isZero)
            guard isWhole || request.amendment != nil else { continue }
            work.draft = draft
            if isWhole {
                let given = try request.total - billed
                work.request.amendment = nil
                work.request.state = .expired
                try work.release(reader)
                try work.endOverrides(reader)
                if let framework = try reader.framework(of: request, givingBack: given) {
                    body.put(framework, lessCalledOff: given)
                }
            } else {
                try work.dropAmendment(reader)
            }
            draft = work.draft
            work.request.sequence = sequence
            body.rows.append(.request(work.request))
            body.rows += work.changedLines.map { .requestLine($0) }
            body.rows += work.overrides.map { .override($0) }
        }
        switch try draft.settle(.plan(nil), on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            body.add(settlement, sequence: sequence)
            return .accepted(body)
        }
    }
}

extension Request {
    /// Returns whether the days in which an order had to be placed are over.
    func wasNotPlaced(by date: CalendarDate) -> Bool {
        guard state == .approved, let approvedOn, let days = approval.terms.orderWithinDays
        else { return false }
        return approvedOn.adding(days: days) < date
    }
}

extension EventBody {
    /// Puts an agreement's row, or takes `amount` off the one that stands here already.
    fileprivate mutating func put(_ framework: Framework, lessCalledOff amount: MinorUnits) {
        for (index, row) in rows.enumerated() {
            guard case .framework(var known) = row, known.id == framework.id else { continue }
            known.calledOff = MinorUnits(max(0, known.calledOff.count - amount.count))
            rows[index] = .framework(known)
            return
        }
        rows.append(.framework(framework))
    }
}
