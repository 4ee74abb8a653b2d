import OutlayEncoding
import OutlayProblems
import OutlayValues

/// One entry of the journal as an auditor reads it: who did what, when, for whom, about what and how much.
public struct AuditEntry: Sendable {
    /// The event.
    public var event: LedgerEvent
    /// The hash that chains it to the one before.
    public var hash: SHA256Value
    /// The requests it is about, in order: mostly one, several where many ran out of time at once.
    public var requests: [RequestID]
    /// What it is about in the ledger's currency, or nil where it moves and asks for nothing.
    ///
    /// Of a request it is the total that is judged, of a bill what was booked, of a transfer what was
    /// moved, of a refusal what was asked for.
    public var amount: MinorUnits?

    /// The number of the event.
    public var sequence: Int64 { event.sequence }

    /// Who did it: of an act of two persons, who proposed it.
    public var person: PersonID { proposer ?? event.actor }

    /// The second person of an act of two, or nil.
    public var confirmer: PersonID? {
        event.confirmedBy ?? (proposer == nil ? nil : event.actor)
    }

    /// Who proposed a document, in entries from when these named the second person as who did it; or nil.
    private var proposer: PersonID? {
        guard event.confirmedBy == nil, case .object(let details)? = event.body.details,
            case .string(let person)? = details["proposed_by"]
        else { return nil }
        return PersonID(known: person)
    }

    /// Why it was refused, or nil for what was accepted.
    public var refusal: RefusalCode? {
        guard event.body.kind == .refused, case .object(let details) = event.body.details,
            case .string(let word) = details["refusal"]
        else { return nil }
        return RefusalCode(rawValue: word)
    }

    /// The reason that somebody gave, or nil.
    public var reason: String? {
        if case .object(let details) = event.body.details,
            case .string(let text) = details["reason"]
        {
            return text
        }
        for case .override(let override) in event.body.rows { return override.reason.text }
        for case .request(let request) in event.body.rows {
            let approval = request.amendment?.approval ?? request.approval
            let isAct = [.approved, .rejected, .returned].contains(event.body.kind)
            guard isAct, let act = approval.acts.last, !act.reason.isEmpty else { return nil }
            return act.reason.text
        }
        return nil
    }

    /// Whether a person took part in it.
    public func involves(_ person: PersonID) -> Bool {
        self.person == person || event.onBehalfOf == person || confirmer == person
    }
}

/// Which entries of the journal are meant; a field that is nil leaves nothing out.
public struct AuditFilter: Sendable, Hashable {
    /// Those about this request.
    public var request: RequestID?
    /// Those in which this person took part: as actor, as the one acted for, as the second person.
    public var person: PersonID?
    /// Those that count for this day or later.
    public var from: CalendarDate?
    /// Those that count for this day or earlier.
    public var to: CalendarDate?

    /// Creates a filter that lets every entry through.
    public init() {}

    /// Returns whether an entry is meant.
    public func matches(_ entry: AuditEntry) -> Bool {
        if let request, !entry.requests.contains(request) { return false }
        if let person, !entry.involves(person) { return false }
        if let from, entry.event.effective < from { return false }
        if let to, entry.event.effective > to { return false }
        return true
    }
}
