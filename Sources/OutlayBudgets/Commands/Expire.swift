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
        var purpose = PostingPurpose.plan(nil)
        var agreements: [FrameworkID: Framework] = [:]
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
                work.request.amendment = nil
                work.request.state = .expired
                try work.release(reader)
                try work.endOverrides(reader)
                let known = request.framework.flatMap { agreements[$0] }
                if var agreement = try reader.agreement(of: request, known: known) {
                    let given = try request.total - billed
                    agreement.calledOff = max(.zero, try agreement.calledOff - given)
                    let change = try work.agreedChange()
                    switch try work.draft.count(change, in: &agreement, on: date, reader) {
                    case .refused: continue
                    case .granted(let isOwedAgain):
                        if isOwedAgain { purpose = .fact(.guaranteedMinimum) }
                    }
                    agreements[agreement.id] = agreement
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
        body.rows += agreements.values.sorted { $0.id < $1.id }.map { .framework($0) }
        switch try draft.settle(purpose, on: date, reader) {
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
